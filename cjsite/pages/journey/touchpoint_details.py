"""Everything that the author wrote about a touchpoint and its step, as named facts."""

from collections.abc import Collection, Iterable, Iterator

from markupsafe import Markup, escape

from cjsite.analysis.channels import service
from cjsite.analysis.columns import Column
from cjsite.analysis.priorities import by_priority
from cjsite.base.frozen import replace
from cjsite.model.opportunity import Opportunity
from cjsite.model.touchpoint import MomentOfTruth
from cjsite.pages.facts import Fact, FactItem, fact, sums, texts, words
from cjsite.pages.journey.background import sources
from cjsite.pages.journey.backstage_details import behind
from cjsite.pages.journey.cells import (
    EvidenceCell,
    TouchpointCells,
    efforts,
    figures,
    scores,
    target_of,
    value_of,
)
from cjsite.pages.journey.context import MapContext, title_of
from cjsite.pages.journey.spans import NOTHING, StepSpans, set_aside
from cjsite.pages.journey.steps import actors, opportunity_cell, pain_cells, paths_of
from cjsite.pages.journey.to_be import ColumnFate
from cjsite.pages.opportunities import details
from cjsite.summaries.links import name
from cjsite.summaries.tags import tag_links
from cjsite.summaries.urls import journey_url
from cjsite.text.prose import inline, plain
from cjsite.text.wording import Wording

_NAMES = {
    "duration": "map.detail.effort",
    "wait": "map.detail.effort",
    "frontstage": "map.detail.who",
    "backstage": "map.detail.who",
    "props": "map.detail.props",
}
_LANES = {
    "moment_of_truth": "moments",
    "metrics": "measures",
    "evidence": "evidence",
    "confidence": "evidence",
}
"""The lanes that what a step may say for several touchpoints is named like, where it has no name of its own."""


def touchpoint_facts(
    context: MapContext, column: Column, shown: TouchpointCells, fate: ColumnFate | None, spans: StepSpans
) -> Iterator[Fact]:
    """Yield the facts: of the step, of the meeting, of those behind it, and what they rest on.

    shown: what stands on the map. spans: what the step says for several touchpoints.
    """
    yield from _step(context, column)
    yield from _meeting(context, column)
    yield from behind(context, column)
    yield from _rest(context, column, shown, fate)
    if spans is not NOTHING:
        yield from _of_whole(context, column, spans)


def _of_whole(context: MapContext, column: Column, spans: StepSpans) -> Iterator[Fact]:
    """Yield which facts the step says for several touchpoints, and what it says that each says for itself."""
    t = context.wording
    held = (
        *(t(key) for name, key in _NAMES.items() if column.of_step(name)),
        *(context.lane(lane) for name, lane in _LANES.items() if column.of_step(name)),
    )
    yield from words(t("map.detail.whole"), t.listed(*dict.fromkeys(held)))
    bare = set_aside(column, spans)
    at = bare.touchpoint
    over = t("map.feeling.whole")
    facts = (
        *_meeting(context, bare),
        *behind(context, bare, avoidable=False),
        *_words(t, "map.detail.effort", t.comma.join([text for _, text in efforts(context, bare)])),
        *_measured(context, bare, set()),
        *_words(t, "map.detail.confidence", t(f"confidence.{at.confidence}") if at.confidence else ""),
        *([Fact(context.lane("evidence"), tuple(sources(context, at.evidence)))] if at.evidence else []),
        *_moment(context, at.moment_of_truth),
    )
    yield from (replace(fact, name=t.listed(fact.name, over)) for fact in facts)


def _moment(context: MapContext, moment: MomentOfTruth | None) -> Iterable[Fact]:
    if moment is None:
        return ()
    rate = context.wording.percent(moment.bail_rate) if moment.bail_rate is not None else ""
    kind = context.wording(f"map.moment.{moment.kind}") if moment.kind else ""
    said = (inline(moment.asks), inline(moment.continues), inline(moment.bails_out), rate, kind)
    return [Fact(context.lane("moments"), tuple(FactItem(text) for text in said if text))]


def _texts(t: Wording, key: str, written: str | tuple[str, ...]) -> Iterable[Fact]:
    # Most of what could be told is not, and needs no name.
    return texts(t(key), written) if written else ()


def _named(context: MapContext, part: str, written: str | tuple[str, ...]) -> Iterable[Fact]:
    return texts(context.part(part), written) if written else ()


def _in_lane(context: MapContext, lane: str, written: tuple[str, ...]) -> Iterable[Fact]:
    return texts(context.lane(lane), written) if written else ()


def _words(t: Wording, key: str, shown: str) -> Iterable[Fact]:
    return words(t(key), shown) if shown else ()


def _step(context: MapContext, column: Column) -> Iterator[Fact]:
    step, t = column.step, context.wording
    if title_of(column) != plain(step.title):
        yield from words(context.part("step"), plain(step.title))
    yield from _in_lane(context, "doing", step.actions)
    yield from _in_lane(context, "thinking", step.thoughts)
    yield from _texts(t, "map.detail.quotes", step.quotes)
    if step.actors:
        yield Fact(context.part("actors"), tuple(actors(context, step.actors)))
    yield from _named(context, "place", step.place)
    if step.pain_points:
        yield Fact(context.lane("pains"), tuple(_pains(context, column)))
    yield from _in_lane(context, "gains", step.gains)
    if context.opportunities[step.id]:
        yield Fact(context.lane("opportunities"), tuple(_openings(context, column)))


def _pains(context: MapContext, column: Column) -> Iterator[FactItem]:
    barrier = context.wording("map.pain.barrier")
    for pain in pain_cells(context, column):
        note = context.wording.listed(pain.written, barrier if pain.barrier else "", pain.department.title)
        yield FactItem(pain.text, note=note, level=pain.level, word=pain.word)


def _openings(context: MapContext, column: Column) -> Iterator[FactItem]:
    """Yield a step's opportunities; one that is written on the step itself is told in full nowhere else."""
    for opportunity in by_priority(context.opportunities[column.step.id], context.analysis.facts.stakes):
        short = opportunity_cell(context, opportunity)
        note: str | Markup = short.state
        if not short.url:
            note = Markup(context.wording.semicolon).join((short.state, *_in_full(context, opportunity)))
        yield FactItem(short.title, short.url, note=note, priority=short.priority or "")


def _in_full(context: MapContext, opportunity: Opportunity) -> Iterator[Markup]:
    for own in details(opportunity, context.wording):
        items = (Markup(" ").join(filter(None, (item.text, item.note))) for item in own.items)
        shown = Markup(context.wording.comma).join(items)
        yield escape(own.name + context.wording.colon) + shown
    if opportunity.body:
        yield inline(opportunity.body)


def _meeting(context: MapContext, column: Column) -> Iterator[Fact]:
    touchpoint, t = column.touchpoint, context.wording
    serving = service(touchpoint, context.inputs.channels)
    yield from _words(t, "map.detail.service", t(f"service.{serving}") if serving else "")
    yield from _named(context, "why", touchpoint.why)
    yield from _named(context, "expectation", touchpoint.expectation)
    yield from _words(t, "map.detail.promise", t(f"promise.{touchpoint.promise}") if touchpoint.promise else "")
    yield from _named(context, "device", touchpoint.device)
    yield from _texts(t, "map.detail.props", touchpoint.props)


def _rest(context: MapContext, column: Column, shown: TouchpointCells, fate: ColumnFate | None) -> Iterator[Fact]:
    step, t = column.step, context.wording
    tags = tag_links(dict.fromkeys((*step.tags, *column.touchpoint.tags)))
    yield from _words(t, "map.detail.effort", t.comma.join([text for _, text in shown.effort]))
    yield from _words(t, "map.detail.scores", t.comma.join(map(" ".join, scores(context, column))))
    for key, amount in (("cost", column.touchpoint.cost), ("benefit", column.touchpoint.benefit)):
        if amount:
            yield from sums(t(f"opportunity.{key}"), amount, t)
    yield from _measured(context, column, {column.id, column.step.id} if column.of_step("metrics") else None)
    yield from (f for lane, own in step.lanes.items() for f in texts(plain(lane), own))
    yield from words(t("map.detail.path"), *paths_of(context, step)) if step.path else ()
    yield from _texts(t, "map.detail.domain", step.domain)
    if tags:
        yield Fact(t("tags"), tuple(FactItem(link.title, link.url) for link in tags))
    yield from _words(t, "map.detail.key", t("map.detail.key.yes") if step.key else "")
    if step.journey:
        title = plain(context.inputs.titles.get(step.journey, step.journey))
        yield fact(t("map.detail.zoom"), FactItem(title, journey_url(step.journey)))
    yield Fact(context.lane("evidence"), tuple(_support(context, column, shown.evidence)))
    yield from _texts(t, "map.detail.notes", step.notes)
    yield from _future(context, fate)


def _measured(context: MapContext, column: Column, names: Collection[str] | None) -> Iterator[Fact]:
    measured = []
    for figure in figures(context, column, names):
        title, value = name(figure.metric), value_of(context, figure)
        measured.append(FactItem(value or title, label=title if value else "", note=target_of(context, figure)))
    if measured:
        yield Fact(context.lane("measures"), tuple(measured))


def _support(context: MapContext, column: Column, evidence: EvidenceCell) -> Iterator[FactItem]:
    t = context.wording
    stated = column.touchpoint.confidence
    warning = t("map.evidence.staff-warning") if evidence.standing == "staff" else ""
    notes = (t(f"confidence.{stated}") if stated else "", warning)
    yield FactItem(evidence.word, note=t.comma.join(filter(None, notes)))
    yield from sources(context, column.touchpoint.evidence)


def _future(context: MapContext, fate: ColumnFate | None) -> Iterator[Fact]:
    t = context.wording
    if fate and fate.kept is None:
        yield from words(t("state.to-be"), t("map.future.removed"))
    elif fate:
        change = t("list.note", text=fate.score, note=fate.change) if fate.change else fate.score
        yield fact(t("state.to-be"), FactItem(fate.title, fate.url, note=change))
