"""The map in words: a written summary of each line, and a table of all touchpoints."""

from collections.abc import Iterator

from cjsite.analysis.columns import Column
from cjsite.base.frozen import frozen
from cjsite.pages.facts import Fact
from cjsite.pages.journey.cells import TouchpointCells
from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.feeling_marks import word_of
from cjsite.pages.journey.steps import paths_of
from cjsite.pages.journey.to_be import ToBe
from cjsite.pages.journey.views import views
from cjsite.summaries.journey_analysis import JourneyAnalysis
from cjsite.text.prose import plain


@frozen
class FeelingCell:
    """A feeling in the table; range: how far customers differ; whole: if it is its step's, that, in words."""

    word: str
    score: str
    range: str
    whole: str


@frozen
class TableRow:
    """A touchpoint in the table; number is '' for one that only the future has."""

    number: str
    id: str
    url: str
    title: str
    stage: str
    channel: str
    routes: str
    feelings: tuple[FeelingCell, ...]
    future: str
    change: str
    views: tuple[Fact, ...]
    evidence: str


@frozen
class TextTwin:
    """The text twin of the map; summaries: a person's name ('' on a map of one line) and the line in words.

    views: the heads of what is perceived and what is meant, where the map says so anywhere. has_routes: whether the
    table tells which routes come by.
    """

    summaries: tuple[tuple[str, str], ...]
    rows: tuple[TableRow, ...]
    views: tuple[str, ...]
    has_routes: bool


def text_twin(
    context: MapContext,
    summaries: tuple[tuple[str, str], ...],
    cells: tuple[TouchpointCells, ...],
    future: ToBe | None,
) -> TextTwin:
    """Return the map in words; summaries: of its lines."""
    rows = tuple(_row(context, column, cell, future) for column, cell in zip(context.columns, cells, strict=True))
    heads = next((tuple(view.name for view in row.views) for row in rows if row.views), ())
    has_routes = bool(context.inputs.journey.paths)
    return TextTwin(summaries, (*rows, *(_added(future) if future else ())), heads, has_routes)


def _row(context: MapContext, column: Column, cells: TouchpointCells, future: ToBe | None) -> TableRow:
    fate = future.fates[column.number - 1] if future else None
    then = ""
    if fate:
        then = fate.score if fate.kept else context.wording("map.future.removed")
    channel = context.wording.listed(cells.channel, cells.control, cells.service)
    return TableRow(
        number=str(column.number),
        id=column.id,
        url=f"#at-{column.id}",
        title=context.analysis.link(column).name,
        # A stage that is its only step has one name, and it is said once.
        stage="" if column.stage.is_step and not cells.name else plain(column.stage.title),
        channel=channel,
        routes=context.wording.listed(*paths_of(context, column.step)),
        feelings=tuple(_cell(context, analysis, column) for analysis in context.analyses),
        future=then,
        change=fate.change if fate else "",
        views=views(context, column),
        evidence=cells.evidence.word,
    )


def _cell(context: MapContext, analysis: JourneyAnalysis, column: Column) -> FeelingCell:
    feeling = analysis.feeling_at(column)
    if feeling is None or feeling.value is None:
        # Of a line without any number it is said once, in the summary, that nothing is known.
        silent = feeling not in analysis.marked
        return FeelingCell(word_of(feeling) or ("" if silent else context.wording("band.unknown")), "", "", "")
    spread = feeling.sample.spread if feeling.sample else None
    low, high = map(context.written, spread) if spread else ("", "")
    range_words = context.wording("map.table.range.from-to", low=low, high=high) if spread else ""
    whole = context.wording("map.feeling.whole") if feeling.whole_step else ""
    return FeelingCell(word_of(feeling), context.written(feeling.value), range_words, whole)


def _added(future: ToBe) -> Iterator[TableRow]:
    for new in future.added:
        yield TableRow("", "", new.url, new.title, new.stage, "", "", (), new.score, "", (), "")
