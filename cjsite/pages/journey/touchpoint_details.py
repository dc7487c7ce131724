"""Everything that the author wrote about a touchpoint and its step, as named facts."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from cjsite.analysis.channels import service
from cjsite.analysis.columns import Column
from cjsite.analysis.opportunities import by_priority
from cjsite.model.opportunity import Opportunity
from cjsite.model.touchpoint import Backstage
from cjsite.pages.facts import Fact, FactItem, fact, texts, words
from cjsite.pages.journey.background import sources
from cjsite.pages.journey.cells import EvidenceCell, TouchpointCells, figures, scores, target_of
from cjsite.pages.journey.context import MapContext, title_of
from cjsite.pages.journey.steps import avoidable_cells, opportunity_cell, pain_cells, path_of
from cjsite.pages.journey.to_be import ColumnFate
from cjsite.pages.opportunities import details
from cjsite.pages.reference import amount
from cjsite.summaries.links import name
from cjsite.summaries.tags import tag_links
from cjsite.summaries.urls import journey_url
from cjsite.text.prose import inline, plain
from cjsite.text.wording import Wording


def touchpoint_facts(
    context: MapContext, column: Column, shown: TouchpointCells, fate: ColumnFate | None
) -> Iterator[Fact]:
    """Yield the facts: of the step, of the meeting, of those behind it, and what they rest on.

    shown: what stands on the map.
    """
    yield from _step(context, column)
    yield from _meeting(context, column)
    yield from _behind(context, column)
    yield from _rest(context, column, shown, fate)


def _texts(t: Wording, key: str, written: str | tuple[str, ...], speech: bool = False) -> Iterable[Fact]:
    # Most of what could be told is not, and needs no name.
    return texts(t(key), written, speech) if written else ()


def _words(t: Wording, key: str, shown: str) -> Iterable[Fact]:
    return words(t(key), shown) if shown else ()


def _step(context: MapContext, column: Column) -> Iterator[Fact]:
    step, t = column.step, context.wording
    if title_of(column) != plain(step.title):
        yield from words(t("map.detail.step"), plain(step.title))
    yield from _texts(t, "map.lane.doing", step.actions)
    yield from _texts(t, "map.lane.thinking", step.thoughts, speech=True)
    yield from _texts(t, "map.detail.quotes", step.quotes, speech=True)
    yield from _texts(t, "map.detail.place", step.place)
    if step.pain_points:
        yield Fact(t("map.lane.pains"), tuple(_pains(context, column)))
    yield from _texts(t, "map.lane.gains", step.gains)
    if context.opportunities[step.id]:
        yield Fact(t("map.lane.opportunities"), tuple(_openings(context, column)))


def _pains(context: MapContext, column: Column) -> Iterator[FactItem]:
    barrier = context.wording("map.pain.barrier")
    for pain in pain_cells(context, column):
        note = ", ".join(filter(None, (barrier if pain.barrier else "", pain.department.title)))
        yield FactItem(pain.text, note=note, level=pain.level, word=pain.word)


def _openings(context: MapContext, column: Column) -> Iterator[FactItem]:
    """Yield a step's opportunities; one that is written on the step itself is told in full nowhere else."""
    for opportunity in by_priority(context.opportunities[column.step.id]):
        short = opportunity_cell(context, opportunity)
        note: str | Markup = short.state
        if not short.url:
            note = Markup("; ").join((short.state, *_in_full(context, opportunity)))
        yield FactItem(short.title, short.url, note=note, priority=short.priority or "")


def _in_full(context: MapContext, opportunity: Opportunity) -> Iterator[Markup]:
    for own in details(opportunity, context.wording):
        shown = Markup(", ").join(Markup(" ").join(filter(None, (item.text, item.note))) for item in own.items)
        yield escape(f"{own.name}: ") + shown
    if opportunity.body:
        yield inline(opportunity.body)


def _meeting(context: MapContext, column: Column) -> Iterator[Fact]:
    touchpoint, t = column.touchpoint, context.wording
    serving = service(touchpoint, context.inputs.channels)
    yield from _words(t, "map.detail.service", t(f"service.{serving}") if serving else "")
    yield from _texts(t, "map.detail.why", touchpoint.why)
    yield from _texts(t, "map.detail.expectation", touchpoint.expectation)
    yield from _texts(t, "map.detail.device", touchpoint.device)
    yield from _texts(t, "map.detail.props", touchpoint.props)


def _behind(context: MapContext, column: Column) -> Iterator[Fact]:
    t = context.wording
    people = tuple(_people(context, column))
    if people:
        yield Fact(t("map.detail.who"), people)
    handed = tuple(_handed(context, column))
    if handed:
        yield Fact(t("map.detail.handoff"), handed)
    for avoided in avoidable_cells(context, column):
        link = avoided.link
        item = FactItem(link.title, link.url, label=avoided.text) if link else FactItem(avoided.text)
        yield fact(t(f"map.avoidable.{avoided.kind}.name"), item)


def _people(context: MapContext, column: Column) -> Iterator[FactItem]:
    """Yield the department that is met with what it does, then the others with what they do out of sight."""
    touchpoint, t = column.touchpoint, context.wording
    front = touchpoint.department
    mine = [_work(work) for work in touchpoint.backstage if front and work.department == front]
    if front:
        link = context.department(front)
        yield FactItem(link.title, link.url, note=Markup("; ").join(mine), label=t("map.detail.frontstage"))
    for work in touchpoint.backstage:
        if not front or work.department != front:
            link = context.department(work.department)
            yield FactItem(link.title, link.url, note=_work(work), label=t("map.detail.backstage"))


def _work(work: Backstage) -> Markup:
    if work.does and work.system:
        return inline(work.does) + f" ({plain(work.system)})"
    return inline(work.does) if work.does else escape(plain(work.system))


def _handed(context: MapContext, column: Column) -> Iterator[FactItem]:
    t = context.wording
    for handoff in column.touchpoint.handoff:
        quality = handoff.quality or ""
        wait = t("map.effort.wait", time=t.duration(handoff.wait.minutes)) if handoff.wait else ""
        note = ", ".join(filter(None, (t(f"quality.{quality}") if quality else "", wait)))
        to = t("map.handoff.to", department=context.department(handoff.to).title)
        yield FactItem(inline(handoff.carries), note=note, label=to, quality=quality)


def _rest(context: MapContext, column: Column, shown: TouchpointCells, fate: ColumnFate | None) -> Iterator[Fact]:
    step, t = column.step, context.wording
    tags = tag_links(dict.fromkeys((*step.tags, *column.touchpoint.tags)))
    yield from _words(t, "map.detail.effort", ", ".join([text for _, text in shown.effort]))
    yield from _words(t, "map.detail.scores", ", ".join(map(" ".join, scores(context, column))))
    measured = tuple(_measured(context, column))
    if measured:
        yield Fact(t("map.lane.measures"), measured)
    yield from (f for lane, own in step.lanes.items() for f in texts(plain(lane), own))
    yield from _words(t, "map.detail.path", path_of(context, step.path) if step.path else "")
    yield from _texts(t, "map.detail.domain", step.domain)
    if tags:
        yield Fact(t("tags"), tuple(FactItem(link.title, link.url) for link in tags))
    yield from _words(t, "map.detail.key", t("map.detail.key.yes") if step.key else "")
    if step.journey:
        title = plain(context.inputs.titles.get(step.journey, step.journey))
        yield fact(t("map.detail.zoom"), FactItem(title, journey_url(step.journey)))
    yield Fact(t("map.lane.evidence"), tuple(_support(context, column, shown.evidence)))
    yield from _texts(t, "map.detail.notes", step.notes)
    yield from _future(context, fate)


def _measured(context: MapContext, column: Column) -> Iterator[FactItem]:
    for figure in figures(context, column):
        value = amount(figure.value, figure.metric.unit, context.wording)
        yield FactItem(value, label=name(figure.metric), note=target_of(context, figure))


def _support(context: MapContext, column: Column, evidence: EvidenceCell) -> Iterator[FactItem]:
    t = context.wording
    stated = column.touchpoint.confidence
    warning = t("map.evidence.staff-warning") if evidence.standing == "staff" else ""
    notes = (t(f"confidence.{stated}") if stated else "", warning)
    yield FactItem(evidence.word, note=", ".join(filter(None, notes)))
    yield from sources(context, column.touchpoint.evidence)


def _future(context: MapContext, fate: ColumnFate | None) -> Iterator[Fact]:
    t = context.wording
    if fate and fate.kept is None:
        yield from words(t("state.to-be"), t("map.future.removed"))
    elif fate:
        change = f"{fate.score} ({fate.change})" if fate.change else fate.score
        yield fact(t("state.to-be"), FactItem(fate.told, fate.url, note=change))
