"""Everything that the author wrote about a touchpoint and its step, as named facts."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from cjsite.analysis.columns import Column
from cjsite.analysis.opportunities import by_priority
from cjsite.model.opportunity import Opportunity
from cjsite.model.touchpoint import Backstage
from cjsite.pages.facts import Fact, Item, fact, texts, words
from cjsite.pages.journey.background import sources
from cjsite.pages.journey.cells import Cells, Evidence, figures, scores, target_of
from cjsite.pages.journey.future import Fate
from cjsite.pages.journey.scene import Scene, title_of
from cjsite.pages.journey.steps import avoidable, opening, pains, path_of
from cjsite.pages.links import name
from cjsite.pages.openings import details
from cjsite.pages.page import journey_url
from cjsite.pages.reference import amount
from cjsite.prose import inline, plain
from cjsite.wording import Wording


def told(found: Scene, column: Column, shown: Cells, fate: Fate | None) -> Iterator[Fact]:
    """Yield the facts: of the step, of the meeting, of those behind it, and what they rest on.

    shown: what stands on the map.
    """
    yield from _step(found, column)
    yield from _meeting(found, column)
    yield from _behind(found, column)
    yield from _rest(found, column, shown, fate)


def _texts(t: Wording, key: str, written: str | tuple[str, ...], speech: bool = False) -> Iterable[Fact]:
    # Most of what could be told is not, and needs no name.
    return texts(t(key), written, speech) if written else ()


def _words(t: Wording, key: str, shown: str) -> Iterable[Fact]:
    return words(t(key), shown) if shown else ()


def _step(found: Scene, column: Column) -> Iterator[Fact]:
    step, t = column.step, found.wording
    if title_of(column) != plain(step.title):
        yield from words(t("map.detail.step"), plain(step.title))
    yield from _texts(t, "map.lane.doing", step.actions)
    yield from _texts(t, "map.lane.thinking", step.thoughts, speech=True)
    yield from _texts(t, "map.detail.quotes", step.quotes, speech=True)
    yield from _texts(t, "map.detail.place", step.place)
    if step.pain_points:
        yield Fact(t("map.lane.pains"), tuple(_pains(found, column)))
    yield from _texts(t, "map.lane.gains", step.gains)
    if found.opportunities[step.id]:
        yield Fact(t("map.lane.opportunities"), tuple(_openings(found, column)))


def _pains(found: Scene, column: Column) -> Iterator[Item]:
    barrier = found.wording("map.pain.barrier")
    for pain in pains(found, column):
        note = ", ".join(filter(None, (barrier if pain.barrier else "", pain.department.title)))
        yield Item(pain.text, note=note, level=pain.level, word=pain.word)


def _openings(found: Scene, column: Column) -> Iterator[Item]:
    """Yield a step's opportunities; one that is written on the step itself is told in full nowhere else."""
    for opportunity in by_priority(found.opportunities[column.step.id]):
        short = opening(found, opportunity)
        note: str | Markup = short.state
        if not short.url:
            note = Markup("; ").join((short.state, *_in_full(found, opportunity)))
        yield Item(short.title, short.url, note=note, priority=short.priority or "")


def _in_full(found: Scene, opportunity: Opportunity) -> Iterator[Markup]:
    for own in details(opportunity, found.wording):
        shown = Markup(", ").join(Markup(" ").join(filter(None, (item.text, item.note))) for item in own.items)
        yield escape(f"{own.name}: ") + shown
    if opportunity.body:
        yield inline(opportunity.body)


def _meeting(found: Scene, column: Column) -> Iterator[Fact]:
    touchpoint, t = column.touchpoint, found.wording
    yield from _texts(t, "map.detail.why", touchpoint.why)
    yield from _texts(t, "map.detail.expectation", touchpoint.expectation)
    yield from _texts(t, "map.detail.device", touchpoint.device)
    yield from _texts(t, "map.detail.props", touchpoint.props)


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
        return inline(work.does) + f" ({plain(work.system)})"
    return inline(work.does) if work.does else escape(plain(work.system))


def _handed(found: Scene, column: Column) -> Iterator[Item]:
    t = found.wording
    for handoff in column.touchpoint.handoff:
        quality = handoff.quality or ""
        wait = t("map.effort.wait", time=t.duration(handoff.wait.minutes)) if handoff.wait else ""
        note = ", ".join(filter(None, (t(f"quality.{quality}") if quality else "", wait)))
        to = t("map.handoff.to", department=found.department(handoff.to).title)
        yield Item(inline(handoff.carries), note=note, label=to, quality=quality)


def _rest(found: Scene, column: Column, shown: Cells, fate: Fate | None) -> Iterator[Fact]:
    step, t = column.step, found.wording
    yield from _words(t, "map.detail.effort", ", ".join([text for _, text in shown.effort]))
    yield from _words(t, "map.detail.scores", ", ".join(map(" ".join, scores(found, column))))
    measured = tuple(_measured(found, column))
    if measured:
        yield Fact(t("map.lane.measures"), measured)
    yield from (f for lane, own in step.lanes.items() for f in texts(plain(lane), own))
    yield from _words(t, "map.detail.path", path_of(found, step.path) if step.path else "")
    yield from _texts(t, "map.detail.domain", step.domain)
    yield from _words(t, "map.detail.key", t("map.detail.key.yes") if step.key else "")
    if step.journey:
        title = plain(found.cast.titles.get(step.journey, step.journey))
        yield fact(t("map.detail.zoom"), Item(title, journey_url(step.journey)))
    yield Fact(t("map.lane.evidence"), tuple(_support(found, column, shown.evidence)))
    yield from _texts(t, "map.detail.notes", step.notes)
    yield from _future(found, fate)


def _measured(found: Scene, column: Column) -> Iterator[Item]:
    for figure in figures(found, column):
        value = amount(figure.value, figure.metric.unit, found.wording)
        yield Item(value, label=name(figure.metric), note=target_of(found, figure))


def _support(found: Scene, column: Column, told: Evidence) -> Iterator[Item]:
    t = found.wording
    stated = column.touchpoint.confidence
    warning = t("map.evidence.staff-warning") if told.standing == "staff" else ""
    notes = (t(f"confidence.{stated}") if stated else "", warning)
    yield Item(told.word, note=", ".join(filter(None, notes)))
    yield from sources(found, column.touchpoint.evidence)


def _future(found: Scene, fate: Fate | None) -> Iterator[Fact]:
    t = found.wording
    if fate and fate.kept is None:
        yield from words(t("state.to-be"), t("map.future.removed"))
    elif fate:
        change = f"{fate.score} ({fate.change})" if fate.change else fate.score
        yield fact(t("state.to-be"), Item(fate.told, fate.url, note=change))
