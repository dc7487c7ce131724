"""What stands in the cells of one step on the map, over all its touchpoints."""

from collections.abc import Iterator

from markupsafe import Markup

from cjsite.analysis.columns import Column
from cjsite.analysis.feeling import Band, aside, band
from cjsite.analysis.pains import Level, level
from cjsite.analysis.priorities import NOTHING_KNOWN, Priority, by_priority, priority
from cjsite.analysis.routes import share_of
from cjsite.base.frozen import frozen
from cjsite.drawing.geometry import row_class
from cjsite.model.opportunity import Opportunity
from cjsite.model.step import Step
from cjsite.model.types import MAIN
from cjsite.pages.facts import FactItem
from cjsite.pages.journey.context import MapContext, title_of
from cjsite.pages.journey.feeling_marks import word_of
from cjsite.pages.journey.lanes import LaneRows
from cjsite.pages.opportunities import status
from cjsite.summaries.links import Link, name
from cjsite.summaries.urls import opportunity_url, persona_url
from cjsite.text.prose import inline, plain


@frozen
class PainCell:
    """What hurts; word: how much, in a word; written: the author's own word for it, '' for a number."""

    text: Markup
    level: Level | None
    word: str
    written: str
    barrier: bool
    department: Link


@frozen
class OpportunityCell:
    """An opportunity in one line; state: whose it is and how far; url: where all of it stands, '' if here."""

    title: str
    priority: Priority | None
    response: str
    response_word: str
    state: str
    url: str


@frozen
class AvoidableCell:
    """Work that need not be the customer's; kind is repeat or misplaced."""

    kind: str
    text: str
    link: Link | None


@frozen
class StepFeeling:
    """A step's feeling as a whole where it stands for no touchpoint, for each has its own; score: as written."""

    band: Band
    firm: bool
    word: str
    score: str


@frozen
class StepCells:
    """One step on the map; title is '' where its only touchpoint or its stage says the same."""

    title: str
    feelings: tuple[StepFeeling, ...]
    actions: tuple[Markup, ...]
    actors: tuple[FactItem, ...]
    place: Markup
    paths: tuple[str, ...]
    thoughts: tuple[Markup, ...]
    quotes: tuple[Markup, ...]
    pains: tuple[PainCell, ...]
    gains: tuple[Markup, ...]
    opportunities: tuple[OpportunityCell, ...]
    avoidable: tuple[AvoidableCell, ...]
    own: tuple[tuple[str, str, tuple[Markup, ...]], ...]

    @property
    def doing(self) -> bool:
        """Tell whether there is anything in the lane of what the customer does."""
        return bool(self.title or self.feelings or self.actions or self.actors or self.place or self.paths)


def leads(context: MapContext, column: Column) -> bool:
    """Tell whether a column's step has anything in the lane of what the customer does."""
    step = column.step
    texts = (step.actions, step.actors, step.place, paths_of(context, step), step_title(column))
    return any(texts) or any(_feelings(context, column))


def step_title(column: Column) -> str:
    """Return a step's title, '' where its only touchpoint or its stage says the same."""
    title = plain(column.step.title)
    alone = len(column.step.meetings) == 1 and title_of(column) == title
    return "" if alone or column.stage.is_step else title


def step_cells(context: MapContext, column: Column, rows: LaneRows) -> StepCells:
    """Return the cells of the step that a column belongs to."""
    step = column.step
    stakes = context.analysis.facts.stakes
    return StepCells(
        title=step_title(column),
        feelings=tuple(_feelings(context, column)),
        actions=tuple(map(inline, step.actions)),
        actors=tuple(actors(context, step.actors)),
        place=inline(step.place),
        paths=paths_of(context, step),
        thoughts=tuple(map(inline, step.thoughts)),
        quotes=tuple(map(inline, step.quotes)),
        pains=tuple(pain_cells(context, column)),
        gains=tuple(map(inline, step.gains)),
        opportunities=tuple(
            opportunity_cell(context, o, column) for o in by_priority(context.opportunities[step.id], stakes)
        ),
        avoidable=tuple(avoidable_cells(context, column)),
        own=tuple(_own(column, rows)),
    )


def _feelings(context: MapContext, column: Column) -> Iterator[StepFeeling]:
    """Yield a step's feelings as a whole that stand for none of its touchpoints, each once."""
    if not column.step.feeling_of_whole:
        return
    points = [point for point in context.columns if point.step is column.step]
    every = (aside(points, a.persona, context.inputs.scale, context.inputs.evidence) for a in context.analyses)
    yield from dict.fromkeys(
        StepFeeling(band(f.score), f.firm, word_of(f), "" if f.value is None else context.written(f.value))
        for felt in every
        for f in felt
    )


def actors(context: MapContext, names: tuple[str, ...]) -> Iterator[FactItem]:
    """Yield who or what takes part; an id of a persona is a link to it."""
    for written in names:
        title = context.inputs.cast.get(written)
        yield (
            FactItem(inline(written)) if title is None else FactItem(plain(title) or written, persona_url(written))
        )


def paths_of(context: MapContext, step: Step) -> tuple[str, ...]:
    """Return the paths that a step is on, in its order: their titles and how many customers take them."""
    return tuple(path_of(context, name) for name in dict.fromkeys(step.path))


def path_of(context: MapContext, path_id: str) -> str:
    """Return a path's title and how many customers take it."""
    share, t = share_of(context.inputs.journey, path_id), context.wording
    return t.listed(path_title(context, path_id), "" if share is None else t.percent(share))


def path_title(context: MapContext, path_id: str) -> str:
    """Return a path's title."""
    path = context.inputs.journey.paths.get(path_id)
    unnamed = context.wording("map.path.main") if path_id == MAIN else path_id
    return plain(path.title) if path and path.title else unnamed


def pain_cells(context: MapContext, column: Column) -> Iterator[PainCell]:
    """Yield a step's pain points."""
    for pain in column.step.pain_points:
        grade = level(pain.rank)
        written = pain.severity.word if pain.severity else ""
        word = written or (context.wording(f"severity.{grade}") if grade else "")
        yield PainCell(inline(pain.text), grade, word, written, pain.barrier, context.department(pain.department))


def opportunity_cell(
    context: MapContext, opportunity: Opportunity, column: Column | None = None
) -> OpportunityCell:
    """Return an opportunity in one line; at a step, with what is meant to happen to the feeling there."""
    t = context.wording
    response = _response(column) if column else ""
    owner = context.department(opportunity.owner).title
    return OpportunityCell(
        title=name(opportunity),
        priority=priority(opportunity, context.analysis.facts.stakes.get(opportunity.id, NOTHING_KNOWN)),
        response=response,
        response_word=t(f"response.{response}") if response else "",
        state=t.listed(owner, status(opportunity, t)),
        url=opportunity_url(opportunity.id) if opportunity.id in context.inputs.opportunities else "",
    )


def avoidable_cells(context: MapContext, column: Column) -> Iterator[AvoidableCell]:
    """Yield the work of a step that somebody else's failure or reluctance makes the customer do."""
    step, t = column.step, context.wording
    if step.caused_by:
        yield AvoidableCell("repeat", t("map.avoidable.repeat"), context.link(step.caused_by))
    if step.work:
        done, should = context.department(step.work.done_by), context.department(step.work.should_be_by)
        key = "map.avoidable.misplaced" if should.title else "map.avoidable.done-by"
        yield AvoidableCell("misplaced", t(key, done=done.title, should=should.title), None)


def _response(column: Column) -> str:
    """Return the strongest response meant at a step's touchpoints: mitigate before enhance before accept."""
    meetings = (*column.step.meetings, column.step)
    meant = {s.response for m in meetings for s in (*m.emotion, *(e for f in m.emotions.values() for e in f))}
    return next((way for way in ("mitigate", "enhance", "accept") if way in meant), "")


def _own(column: Column, rows: LaneRows) -> Iterator[tuple[str, str, tuple[Markup, ...]]]:
    for lane, texts in column.step.lanes.items():
        row = rows.row("own", lane)
        if row is not None:
            yield row_class(row), plain(lane), tuple(map(inline, texts))
