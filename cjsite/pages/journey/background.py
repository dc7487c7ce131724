"""What stands behind a map: its story, its purpose, the opportunities and the research in full."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from cjsite.analysis.opportunities import by_priority
from cjsite.model.opportunity import Opportunity
from cjsite.model.registry import Channel, Evidence
from cjsite.pages.journey.cells import amount, figures
from cjsite.pages.journey.facts import Fact, Item, fact, texts, words
from cjsite.pages.journey.scene import Scene
from cjsite.pages.journey.steps import Opening, opening, path_of
from cjsite.pages.page import journey_url
from cjsite.prose import block, inline, plain


@dataclass(frozen=True, slots=True)
class Insight:
    """What the research says; kind is highlight or fallout."""

    kind: str
    word: str
    text: Markup
    places: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class FullOpening:
    """An opportunity with everything that is written about it."""

    short: Opening
    body: Markup
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A research source."""

    id: str
    title: str
    about: str
    description: Markup
    link: str


@dataclass(frozen=True, slots=True)
class Background:
    """All that a map rests on and serves."""

    narrative: Markup
    insights: tuple[Insight, ...]
    facts: tuple[Fact, ...]
    openings: tuple[FullOpening, ...]
    sources: tuple[Source, ...]
    own_sources: tuple[str, ...]


def background(found: Scene) -> Background:
    """Return everything behind the map."""
    journey = found.cast.journey
    chances = by_priority({o.id: o for step in found.opportunities.values() for o in step}.values())
    return Background(
        narrative=block(journey.narrative),
        insights=tuple(_insights(found)),
        facts=tuple(_facts(found)),
        openings=tuple(_full(found, chance) for chance in chances),
        sources=tuple(_source(found, found.cast.evidence[name]) for name in _used(found, chances)),
        own_sources=journey.evidence,
    )


def _insights(found: Scene) -> Iterator[Insight]:
    for insight in found.cast.journey.insights:
        steps = (found.link(step) for step in insight.steps)
        sources = (n for n in insight.evidence if n in found.cast.evidence)
        places = (
            *(Item(link.title, link.url) for link in steps),
            *(Item(_title(found.cast.evidence[name]), f"#source-{name}") for name in sources),
        )
        yield Insight(insight.kind, found.wording(f"map.insight.{insight.kind}"), inline(insight.text), places)


def _facts(found: Scene) -> Iterator[Fact]:
    journey, t = found.cast.journey, found.wording
    yield from texts(t("map.background.business-goal"), journey.business_goal)
    yield from texts(t("map.background.motivation"), journey.motivation)
    yield from texts(t("map.background.expectations"), journey.expectations)
    yield from texts(t("map.background.alternatives"), journey.alternatives)
    if journey.paths:
        yield fact(t("map.background.paths"), *(Item(path_of(found, name)) for name in journey.paths))
    yield from _relatives(found)
    yield from texts(t("map.background.contributors"), journey.contributors)
    yield from texts(t("map.background.audience"), journey.audience)
    if journey.review_every:
        yield from words(t("map.background.review-every"), journey.review_every.text)
    own = [Item(_title(found.cast.evidence[n]), f"#source-{n}") for n in journey.evidence if n in found.cast.evidence]
    if own:
        yield fact(t("map.background.evidence"), *own)
    channels = tuple(_channels(found))
    if channels:
        yield Fact(t("map.background.channels"), channels)
    measured = tuple(_metrics(found))
    if measured:
        yield Fact(t("map.lane.measures"), measured)


def _relatives(found: Scene) -> Iterator[Fact]:
    cast, t = found.cast, found.wording
    if cast.parent:
        yield fact(t("map.background.parent"), Item(cast.parent.title, cast.parent.url))
    if cast.children:
        yield fact(t("map.background.children"), *(Item(link.title, link.url) for link in cast.children))
    if cast.counterpart:
        other = cast.counterpart
        yield fact(t(f"state.{other.state}"), Item(plain(other.title) or other.id, journey_url(other.id)))


def _channels(found: Scene) -> Iterator[Item]:
    used = dict.fromkeys(column.touchpoint.channel for column in found.columns)
    for name in used:
        channel = found.cast.channels.get(name)
        if channel:
            notes = ", ".join(filter(None, _channel(found, channel)))
            about = Markup(". ").join(filter(None, (Markup.escape(notes), inline(channel.description))))
            yield Item(plain(channel.title) or name, note=about)


def _channel(found: Scene, channel: Channel) -> Iterator[str]:
    t = found.wording
    yield t(f"map.channel.{channel.kind}") if channel.kind else ""
    yield t(f"map.control.{channel.control}")
    yield plain(channel.group)
    yield plain(channel.hours)


def _metrics(found: Scene) -> Iterator[Item]:
    used = {m.metric.id: m.metric for column in found.columns for m in figures(found, column)}
    for metric in used.values():
        target = ""
        if metric.target is not None:
            value = amount(found, metric.target, metric.unit)
            target = found.wording(f"map.measure.target-{metric.better}", value=value)
        about = Markup(". ").join(filter(None, (Markup.escape(target), inline(metric.description))))
        yield Item(plain(metric.title) or metric.id, note=about)


def _full(found: Scene, opportunity: Opportunity) -> FullOpening:
    return FullOpening(opening(found, opportunity), block(opportunity.body), tuple(_chance(found, opportunity)))


def _chance(found: Scene, opportunity: Opportunity) -> Iterator[Fact]:
    t = found.wording
    action = t(f"opportunity.action.{opportunity.action}") if opportunity.action else ""
    kind = t(f"opportunity.kind.{opportunity.kind}")
    yield from words(t("map.opportunity.kind"), ", ".join(filter(None, (kind, action))))
    for name, rank in (("value", opportunity.value), ("effort", opportunity.effort)):
        if rank is not None:
            yield from words(t(f"map.opportunity.{name}"), t("map.score.of-five", value=rank))
    yield from texts(t("map.opportunity.reach"), opportunity.reach)
    yield from texts(t("map.opportunity.benefit"), opportunity.benefit)
    yield from texts(t("map.opportunity.cost"), opportunity.cost)
    yield from words(t("map.opportunity.due"), t.date(opportunity.due) if opportunity.due else "")
    owner = found.department(opportunity.owner)
    if owner.title:
        yield fact(t("map.opportunity.owner"), Item(owner.title, owner.url))
    steps = [found.link(step) for step in opportunity.steps]
    if steps:
        yield fact(t("map.opportunity.steps"), *(Item(link.title, link.url) for link in steps))
    if opportunity.solutions:
        yield fact(t("map.opportunity.solutions"), *_solutions(found, opportunity))
    sources = [n for n in opportunity.evidence if n in found.cast.evidence]
    if sources:
        yield fact(t("map.lane.evidence"), *(Item(_title(found.cast.evidence[n]), f"#source-{n}") for n in sources))
    if opportunity.link:
        yield fact(t("map.opportunity.link"), _tracked(opportunity.link))


def _solutions(found: Scene, opportunity: Opportunity) -> Iterator[Item]:
    t = found.wording
    for solution in opportunity.solutions:
        status = t(f"opportunity.status.{solution.status}")
        effort = t("map.opportunity.effort-of", value=solution.effort) if solution.effort is not None else ""
        tracked = _address(solution.link)
        note = ", ".join(filter(None, (status, effort, "" if tracked else plain(solution.link))))
        yield Item(plain(solution.title), tracked, note=note)


def _used(found: Scene, chances: list[Opportunity]) -> list[str]:
    journey = found.cast.journey
    named = (
        *journey.evidence,
        *(name for insight in journey.insights for name in insight.evidence),
        *(name for column in found.columns for name in column.touchpoint.evidence),
        *(name for chance in chances for name in chance.evidence),
    )
    return [name for name in dict.fromkeys(named) if name in found.cast.evidence]


def _source(found: Scene, source: Evidence) -> Source:
    t = found.wording
    about = (
        t(f"evidence.kind.{source.kind}") if source.kind else "",
        t(f"evidence.source.{source.source}") if source.source else "",
        f"n = {t.number(source.n)}" if source.n is not None else "",
        t.date(source.date) if source.date else "",
        "" if _address(source.link) else plain(source.link),
    )
    title = _title(source)
    return Source(source.id, title, ", ".join(filter(None, about)), inline(source.description), _address(source.link))


def _title(source: Evidence) -> str:
    return plain(source.title) or source.id


def _tracked(link: str) -> Item:
    return Item(plain(link), _address(link))


def _address(link: str) -> str:
    """Return a link that may stand in a page: anything else than an ordinary web or mail address is only shown."""
    return link if link.startswith(("https://", "http://", "mailto:")) else ""
