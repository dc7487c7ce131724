"""What stands behind a map: its story, what the research says, its purpose and its relatives."""

from collections.abc import Iterable, Iterator
from operator import attrgetter

from markupsafe import Markup, escape

from cjsite.analysis.review import changes_since_review
from cjsite.analysis.routes import Route, routes
from cjsite.base.frozen import frozen
from cjsite.model.emotion import Scale
from cjsite.model.registry import UNNAMED
from cjsite.model.types import EVERYONE, MAIN
from cjsite.pages.facts import Fact, FactItem, fact, texts, words
from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.steps import path_of
from cjsite.summaries.links import Link, journey_link, name
from cjsite.summaries.urls import reference_url
from cjsite.text.prose import block, inline

QUALITATIVE = ("interview", "observation")
"""Kinds of research in which customers are heard or watched one by one."""


@frozen
class InsightNote:
    """What the research says; kind is highlight or fallout; places: the steps and sources it is about."""

    kind: str
    word: str
    text: Markup
    places: tuple[FactItem, ...]


@frozen
class Background:
    """All that a map rests on and serves.

    heard: the primary research with customers that the narrative is told from: what they said or were seen to do.
    """

    narrative: Markup
    heard: tuple[FactItem, ...]
    insights: tuple[InsightNote, ...]
    facts: tuple[Fact, ...]


def background(context: MapContext) -> Background:
    """Return everything behind the map."""
    journey = context.inputs.journey
    heard = (
        tuple(sources(context, tuple(_heard(context)))) if journey.narrative and journey.state == "as-is" else ()
    )
    return Background(block(journey.narrative), heard, tuple(_insights(context)), tuple(_facts(context)))


def _heard(context: MapContext) -> Iterator[str]:
    """Yield the map's own evidence that is qualitative and comes from customers themselves."""
    for name_ in context.inputs.journey.evidence:
        source = context.inputs.evidence.get(name_)
        if source and source.source == "customer" and source.kind in QUALITATIVE:
            yield name_


def sources(context: MapContext, names: tuple[str, ...]) -> Iterator[FactItem]:
    """Yield research sources as links to all that is known of them, and how many more its readers do not know."""
    for source in names:
        record = context.inputs.evidence.get(source)
        if record:
            count = f"n = {context.wording.number(record.n)}" if record.n is not None else ""
            yield FactItem(name(record), reference_url("source", source), note=count)
    if number := sum(source in UNNAMED for source in names):
        yield FactItem(context.wording("evidence.unnamed", n=number))


def _insights(context: MapContext) -> Iterator[InsightNote]:
    for insight in context.inputs.journey.insights:
        steps = (FactItem(link.title, link.url) for link in map(context.link, insight.steps))
        places = (*steps, *sources(context, insight.evidence))
        yield InsightNote(
            insight.kind, context.wording(f"map.insight.{insight.kind}"), inline(insight.text), places
        )


def _facts(context: MapContext) -> Iterator[Fact]:
    journey, t = context.inputs.journey, context.wording
    yield from texts(t("map.background.business-goal"), journey.business_goal)
    yield from texts(t("map.background.motivation"), journey.motivation)
    yield from texts(t("map.background.expectations"), journey.expectations)
    yield from texts(t("map.background.alternatives"), journey.alternatives)
    if journey.paths:
        yield _routes(context)
    yield from _relatives(context)
    yield from texts(t("map.background.contributors"), journey.contributors)
    yield from _items(t("map.background.stakeholders"), _stakeholders(context))
    yield from words(t("map.background.audience"), *_readers(context))
    yield from words(t("map.background.review-every"), journey.review_every.text if journey.review_every else "")
    if journey.emotion_scale:
        yield Fact(t("map.background.scale"), tuple(_scale(context, journey.emotion_scale)))
    yield from _items(t("map.background.evidence"), sources(context, journey.evidence))
    yield from _items(t("map.background.wanted"), _wanted(context))
    yield from _items(t("map.background.changes"), _changes(context))


def _readers(context: MapContext) -> tuple[str, ...]:
    """Return for whom the map is, where anybody says so."""
    audience = context.inputs.journey.audience
    return (context.wording("audience.everyone"),) if EVERYONE in audience else context.inputs.readers


def _items(name: str, items: Iterable[FactItem]) -> Iterator[Fact]:
    shown = tuple(items)
    if shown:
        yield Fact(name, shown)


def _stakeholders(context: MapContext) -> Iterator[FactItem]:
    for stakeholder in context.inputs.journey.stakeholders:
        head = context.whoever(stakeholder.name or stakeholder.department)
        team = context.department(stakeholder.department) if stakeholder.name and stakeholder.department else None
        said = [
            words for words in (escape(head.title), inline(stakeholder.role), inline(stakeholder.interest)) if words
        ]
        if said:
            note = context.wording.listed(*said[1:], separator=Markup(context.wording.comma))
            yield FactItem(said[0], head.url, note=note, by=team)


def _wanted(context: MapContext) -> Iterator[FactItem]:
    for wanted in context.inputs.journey.sources_wanted:
        kind = context.wording(f"evidence.kind.{wanted.kind}") if wanted.kind else ""
        yield FactItem(inline(wanted.text), note=kind, by=_by(context, wanted.by))


def _changes(context: MapContext) -> Iterator[FactItem]:
    """Yield what was changed, the latest first, and whether that was after the last review."""
    since = changes_since_review(context.inputs.journey)
    for change in sorted(context.inputs.journey.changes, key=attrgetter("on"), reverse=True):
        label = f"{context.wording.date(change.on)}:"
        new = context.wording("map.change.new") if change in since else ""
        yield FactItem(inline(change.what), label=label, note=new, by=_by(context, change.by))


def _by(context: MapContext, words: str) -> Link | None:
    return context.whoever(words) if words else None


def _scale(context: MapContext, scale: Scale) -> Iterator[FactItem]:
    """Yield how the map's own scale runs, and its words, for which the axis may have no place."""
    yield FactItem(_ends(context, "ends", scale), note=_elsewhere(context))
    for number, label in scale.labels.items():
        yield FactItem(inline(label), label=context.wording.bare(number, scale.signs))


def _elsewhere(context: MapContext) -> str:
    return _ends(context, "site", context.inputs.site_scale) if context.inputs.has_own_scale else ""


def _ends(context: MapContext, word: str, scale: Scale) -> str:
    low, high = context.wording.ends(scale.min, scale.max)
    return context.wording(f"map.background.scale.{word}", low=low, high=high)


def _routes(context: MapContext) -> Fact:
    """Return the paths, and the main route among them where the author speaks of it."""
    journey, t = context.inputs.journey, context.wording
    is_named = MAIN in journey.paths or any(MAIN in step.path for step in journey.steps())
    shown = (route for route in routes(journey) if is_named or route.name != MAIN)
    items = (FactItem(path_of(context, route.name), note=_takers(context, route)) for route in shown)
    return fact(t("map.background.routes" if is_named else "map.background.paths"), *items)


def _takers(context: MapContext, route: Route) -> str:
    """Return which personas alone may take a route, '' where all may."""
    if route.personas == context.inputs.journey.people:
        return ""
    taking = (name(persona) for persona in context.inputs.personas if persona.id in route.personas)
    names = context.wording.listed(*taking)
    return context.wording("map.path.only", personas=names)


def _relatives(context: MapContext) -> Iterator[Fact]:
    inputs, t = context.inputs, context.wording
    if inputs.parent:
        yield fact(t("map.background.parent"), _item(journey_link(inputs.parent)))
    if inputs.children:
        yield fact(t("map.background.children"), *map(_item, map(journey_link, inputs.children)))
    if inputs.counterpart:
        yield fact(t(f"state.{inputs.counterpart.state}"), _item(journey_link(inputs.counterpart)))


def _item(link: Link) -> FactItem:
    return FactItem(link.title, link.url)
