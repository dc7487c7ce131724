"""The details of a touchpoint: everything that the author wrote about it and its step, in full."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from cjsite.analysis.columns import Column
from cjsite.analysis.moments import Moment as Decision
from cjsite.analysis.opportunities import by_priority, priority
from cjsite.model.journey import Backstage, MomentOfTruth
from cjsite.pages.journey.cells import amount, efforts, evidence, figures, scores, target_of
from cjsite.pages.facts import Fact, Item, fact, texts, words
from cjsite.pages.journey.felt import Felt, felt
from cjsite.pages.journey.future import Fate
from cjsite.pages.journey.scene import Scene, picture_url, title_of
from cjsite.pages.journey.steps import avoidable, opening, pains, path_of
from cjsite.pages.page import Link, journey_url
from cjsite.prose import block, inline, plain

_FOLDER = "journeys"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture; its address is relative to the site's root."""

    url: str
    alt: str
    credit: Markup


@dataclass(frozen=True, slots=True)
class Pivot:
    """A moment of truth in full."""

    at_risk: bool
    kind: str
    asks: Markup
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A touchpoint's details."""

    id: str
    where: str
    title: str
    icon: str
    channel: str
    control: str
    possible: bool
    feelings: tuple[Felt, ...]
    picture: Picture | None
    description: Markup
    pivot: Pivot | None
    facts: tuple[Fact, ...]
    previous: Link | None
    next: Link | None


def panel(found: Scene, column: Column, decision: Decision | None, fate: Fate | None) -> Panel:
    """Return a touchpoint's details."""
    t = found.wording
    channel = found.cast.channels.get(column.touchpoint.channel)
    control = channel.control if channel else ""
    image = column.touchpoint.image
    return Panel(
        id=column.id,
        where=t("map.detail.where", stage=plain(column.stage.title), number=column.number, total=len(found.columns)),
        title=title_of(column),
        icon=(channel.icon or channel.id) if channel else "touch",
        channel=plain(channel.title) or channel.id if channel else "",
        control=t(f"map.control.{control}") if control in ("none", "partner") else "",
        possible=column.touchpoint.kind == "possible",
        feelings=felt(found, column),
        picture=Picture(picture_url(_FOLDER, image.file), plain(image.alt), inline(image.credit)) if image else None,
        description=block(column.step.description),
        pivot=_pivot(found, decision.moment, decision.at_risk, fate) if decision else None,
        facts=(*_step(found, column), *_meeting(found, column), *_behind(found, column), *_rest(found, column, fate)),
        previous=_neighbour(found, column.number - 2),
        next=_neighbour(found, column.number),
    )


def _neighbour(found: Scene, index: int) -> Link | None:
    if not 0 <= index < len(found.columns):
        return None
    return Link(title_of(found.columns[index]), f"#at-{found.columns[index].id}")


def _pivot(found: Scene, moment: MomentOfTruth, at_risk: bool, fate: Fate | None) -> Pivot:
    t = found.wording
    rate = t.percent(moment.bail_rate) if moment.bail_rate is not None else ""
    bails = Item(inline(moment.bails_out), note=rate) if moment.bails_out else Item(rate)
    facts = [
        *texts(t("map.moment.continues"), moment.continues),
        *([fact(t("map.moment.bails-out"), bails)] if bails.text else []),
        *words(t("state.to-be"), fate.target if fate else ""),
    ]
    return Pivot(at_risk, t(f"map.moment.{moment.kind}") if moment.kind else "", inline(moment.asks), tuple(facts))


def _step(found: Scene, column: Column) -> Iterator[Fact]:
    step, t = column.step, found.wording
    if title_of(column) != plain(step.title):
        yield from words(t("map.detail.step"), plain(step.title))
    yield from texts(t("map.lane.doing"), step.actions)
    yield from texts(t("map.lane.thinking"), step.thoughts, speech=True)
    yield from texts(t("map.detail.quotes"), step.quotes, speech=True)
    yield from texts(t("map.detail.place"), step.place)
    if step.pain_points:
        yield Fact(t("map.lane.pains"), tuple(_pains(found, column)))
    yield from texts(t("map.lane.gains"), step.gains)
    if found.opportunities[step.id]:
        yield Fact(t("map.lane.opportunities"), tuple(_openings(found, column)))


def _pains(found: Scene, column: Column) -> Iterator[Item]:
    barrier = found.wording("map.pain.barrier")
    for pain in pains(found, column):
        note = ", ".join(filter(None, (barrier if pain.barrier else "", pain.department.title)))
        yield Item(pain.text, note=note, level=pain.level, word=pain.word)


def _openings(found: Scene, column: Column) -> Iterator[Item]:
    for opportunity in by_priority(found.opportunities[column.step.id]):
        short = opening(found, opportunity)
        yield Item(short.title, f"#{short.anchor}", note=short.state, priority=priority(opportunity) or "")


def _meeting(found: Scene, column: Column) -> Iterator[Fact]:
    touchpoint, t = column.touchpoint, found.wording
    yield from texts(t("map.detail.why"), touchpoint.why)
    yield from texts(t("map.detail.expectation"), touchpoint.expectation)
    yield from texts(t("map.detail.device"), touchpoint.device)
    yield from texts(t("map.detail.props"), touchpoint.props)


def _behind(found: Scene, column: Column) -> Iterator[Fact]:
    t = found.wording
    people = tuple(_people(found, column))
    if people:
        yield Fact(t("map.detail.who"), people)
    handed = tuple(_handed(found, column))
    if handed:
        yield Fact(t("map.detail.handoff"), handed)
    for avoided in avoidable(found, column):
        link = avoided.link
        item = Item(link.title, link.url, label=avoided.text) if link else Item(avoided.text)
        yield fact(t(f"map.avoidable.{avoided.kind}.name"), item)


def _people(found: Scene, column: Column) -> Iterator[Item]:
    """Yield the department that is met with what it does, then the others with what they do out of sight."""
    touchpoint, t = column.touchpoint, found.wording
    front = touchpoint.department
    mine = [_work(work) for work in touchpoint.backstage if front and work.department == front]
    if front:
        link = found.department(front)
        yield Item(link.title, link.url, note=Markup("; ").join(mine), label=t("map.detail.frontstage"))
    for work in touchpoint.backstage:
        if not front or work.department != front:
            link = found.department(work.department)
            yield Item(link.title, link.url, note=_work(work), label=t("map.detail.backstage"))


def _work(work: Backstage) -> Markup:
    if work.does and work.system:
        return Markup("{} ({})").format(inline(work.does), plain(work.system))
    return inline(work.does) if work.does else escape(plain(work.system))


def _handed(found: Scene, column: Column) -> Iterator[Item]:
    t = found.wording
    for handoff in column.touchpoint.handoff:
        quality = handoff.quality or ""
        wait = t("map.effort.wait", time=t.duration(handoff.wait.minutes)) if handoff.wait else ""
        note = ", ".join(filter(None, (t(f"quality.{quality}") if quality else "", wait)))
        to = t("map.handoff.to", department=found.department(handoff.to).title)
        yield Item(inline(handoff.carries), note=note, label=to, quality=quality)


def _rest(found: Scene, column: Column, fate: Fate | None) -> Iterator[Fact]:
    step, t = column.step, found.wording
    yield from words(t("map.detail.effort"), ", ".join(text for _, text in efforts(found, column)))
    yield from (f for name, value in scores(found, column) for f in words(name, value))
    measured = tuple(_measured(found, column))
    if measured:
        yield Fact(t("map.lane.measures"), measured)
    yield from (f for name, own in step.lanes.items() for f in texts(plain(name), own))
    yield from words(t("map.detail.path"), path_of(found, step.path) if step.path else "")
    yield from texts(t("map.detail.domain"), step.domain)
    yield from words(t("map.detail.key"), t("map.detail.key.yes") if step.key else "")
    if step.journey:
        title = plain(found.cast.titles.get(step.journey, step.journey))
        yield fact(t("map.detail.zoom"), Item(title, journey_url(step.journey)))
    yield Fact(t("map.lane.evidence"), tuple(_sources(found, column)))
    yield from texts(t("map.detail.notes"), step.notes)
    yield from _future(found, fate)


def _measured(found: Scene, column: Column) -> Iterator[Item]:
    for figure in figures(found, column):
        name = plain(figure.metric.title) or figure.metric.id
        value = amount(found, figure.value, figure.metric.unit)
        yield Item(value, label=name, note=target_of(found, figure))


def _sources(found: Scene, column: Column) -> Iterator[Item]:
    t, told = found.wording, evidence(found, column)
    stated = column.touchpoint.confidence
    warning = t("map.evidence.staff-warning") if told.standing == "staff" else ""
    notes = (t(f"confidence.{stated}") if stated else "", warning)
    yield Item(told.word, note=", ".join(filter(None, notes)))
    for name in column.touchpoint.evidence:
        source = found.cast.evidence.get(name)
        if source:
            count = f"n = {t.number(source.n)}" if source.n is not None else ""
            yield Item(plain(source.title) or name, f"#source-{name}", note=count)


def _future(found: Scene, fate: Fate | None) -> Iterator[Fact]:
    t = found.wording
    if fate and fate.kept is None:
        yield from words(t("state.to-be"), t("map.future.removed"))
    elif fate:
        change = f"{fate.score} ({fate.change})" if fate.change else fate.score
        yield fact(t("state.to-be"), Item(fate.told, fate.url, note=change))
