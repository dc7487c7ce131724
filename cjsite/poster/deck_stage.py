"""The slides of a stage: its touchpoints side by side, the line over them, and every word about them below."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from cjsite.base.frozen import frozen, replace
from cjsite.pages.facts import Fact, FactItem
from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.details_panel import DetailsPanel
from cjsite.pages.journey.page import JourneyData
from cjsite.pages.journey.stages import StageColumns
from cjsite.poster.deck_facts import panel_rows, told_facts
from cjsite.poster.deck_html import paragraphs
from cjsite.poster.deck_table import DeckCell, DeckRow, DeckTable
from cjsite.poster.deck_text import Paragraph, TextRun, words
from cjsite.text.wording import Wording

MOST_COLUMNS = 4
"""Touchpoints side by side on a slide: more would be too narrow to read."""


@frozen
class StagePart:
    """Some touchpoints of a stage: from which column of the map on, counted from 0, and their table."""

    first: int
    grid: DeckTable


def stage_parts(context: MapContext, data: JourneyData, stage: StageColumns) -> Iterator[StagePart]:
    """Yield the touchpoints of a stage, as many as stand side by side, those of one step together if they can."""
    numbers = [[point.cells.number for point in step.touchpoints] for step in stage.steps]
    for part in _parts(numbers):
        panels = [data.panels[number - 1] for number in part]
        yield StagePart(part[0] - 1, _grid(context, part, panels))


def _parts(steps: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    part: list[int] = []
    for step in steps:
        if part and len(part) + len(step) > MOST_COLUMNS:
            yield part
            part = []
        for number in step:
            if len(part) == MOST_COLUMNS:
                yield part
                part = []
            part.append(number)
    if part:
        yield part


def _grid(context: MapContext, numbers: Sequence[int], panels: Sequence[DetailsPanel]) -> DeckTable:
    columns = [context.columns[number - 1] for number in numbers]
    names = (context.part("step"), context.lane("feeling"), context.lane("moments"))
    said = [_joined(panel_rows(panel, context.wording, *names)) for panel in panels]
    steps = [id(column.step) for column in columns]
    order = _leading(context)
    ordered = sorted(_union(said), key=lambda name: order.index(name) if name in order else len(order))
    rows = (DeckRow(name, tuple(_cells([own.get(name, ()) for own in said], steps))) for name in ordered)
    heads = tuple(_head(context, number, panel) for number, panel in zip(numbers, panels, strict=True))
    return DeckTable(len(panels), heads, tuple(row for row in rows if row.cells), context.lane("touchpoint"))


def _leading(context: MapContext) -> tuple[str, ...]:
    """Return the names of the rows that a slide begins with: what happens, what hurts, what to do, and who does."""
    lanes = ("doing", "thinking", "moments", "pains", "opportunities")
    who = context.wording("map.detail.who")
    return (context.part("step"), *map(context.lane, lanes), who, context.lane("measures"))


def _head(context: MapContext, number: int, panel: DetailsPanel) -> tuple[Paragraph, ...]:
    t = context.wording
    channel = t.listed(panel.channel, panel.control, t("map.possible") if panel.possible else "")
    title = Paragraph(
        (TextRun(f"{t.number(number)}  ", faint=True), TextRun(context.analysis.links[number - 1].name, bold=True))
    )
    return (title, words(channel, faint=True)) if channel else (title,)


def _joined(rows: Iterable[tuple[str, tuple[Paragraph, ...]]]) -> Mapping[str, tuple[Paragraph, ...]]:
    joined: dict[str, tuple[Paragraph, ...]] = {}
    for name, texts in rows:
        if texts:
            joined[name] = (*joined.get(name, ()), *texts)
    return joined


def _union(said: Sequence[Mapping[str, object]]) -> list[str]:
    """Return the names of all rows: each before the one that it stands before at any touchpoint."""
    names: list[str] = []
    for own in said:
        for name, *others in (list(own)[place:] for place in range(len(own))):
            if name not in names:
                ahead = [names.index(other) for other in others if other in names]
                names.insert(ahead[0] if ahead else len(names), name)
    return names


def _cells(texts: Sequence[tuple[Paragraph, ...]], steps: Sequence[int]) -> Iterator[DeckCell]:
    """Yield the cells of a row; touchpoints of one step that say the same share one."""
    start = 0
    for (_, own), group in groupby(zip(steps, texts, strict=True)):
        span = len(list(group))
        if own:
            yield DeckCell(start, span, own)
        start += span


def stage_meta(stage: StageColumns) -> str:
    """Return in one line when a stage is, and how the journey ends there."""
    return " · ".join(filter(None, (stage.phase, stage.time, stage.ends)))


def stage_texts(stage: StageColumns, t: Wording) -> tuple[Paragraph, ...]:
    """Return what a stage says of itself: its goal, its story, and what makes customers come back."""
    goal = tuple(text.styled(bold=True) for text in paragraphs(stage.goal))
    back = Fact(t("map.incentive"), tuple(FactItem(text) for text in stage.incentive))
    return (*goal, *paragraphs(stage.story), *(told_facts([back], t) if back.items else ()))


def with_stage_row(grid: DeckTable, name: str, texts: tuple[Paragraph, ...]) -> DeckTable:
    """Return the table of a stage's first touchpoints below what the stage says of itself."""
    return replace(grid, rows=(DeckRow(name, (DeckCell(0, grid.columns, texts),)), *grid.rows))
