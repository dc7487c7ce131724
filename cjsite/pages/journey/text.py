"""The map in words: a written summary of each line, and a table of all touchpoints."""

from collections.abc import Iterator

from cjsite.analysis.columns import Column
from cjsite.drawing.turns import Turn, turns
from cjsite.frozen import frozen
from cjsite.pages.journey.cells import Cells
from cjsite.pages.journey.future import Future
from cjsite.pages.journey.lines import samples
from cjsite.pages.journey.marks import word_of
from cjsite.pages.journey.scene import Scene, title_of
from cjsite.pages.survey import Survey
from cjsite.prose import plain

_NAMES = ("start", "peak", "dip", "unknown", "end")


@frozen
class Cell:
    """A feeling in the table; range: how far customers differ."""

    word: str
    score: str
    range: str


@frozen
class TableRow:
    """A touchpoint in the table; number is '' for one that only the future has."""

    number: str
    id: str
    url: str
    title: str
    stage: str
    channel: str
    feelings: tuple[Cell, ...]
    future: str
    change: str
    evidence: str


@frozen
class Text:
    """The text twin of the map; summaries: a person's name ('' on a map of one line) and the line in words."""

    summaries: tuple[tuple[str, str], ...]
    rows: tuple[TableRow, ...]


def text(found: Scene, names: tuple[str, ...], cells: tuple[Cells, ...], future: Future | None) -> Text:
    """Return the map in words; names: whose each line is."""
    shown = names if len(names) > 1 else ("",)
    summaries = tuple(zip(shown, (summary(found, survey) for survey in found.surveys), strict=True))
    rows = (_row(found, column, cell, future) for column, cell in zip(found.columns, cells, strict=True))
    return Text(summaries, (*rows, *(_added(future) if future else ())))


def summary(found: Scene, survey: Survey) -> str:
    """Return a line of feelings as sentences: its start, turns, extremes, gaps and end."""
    if all(feeling.score is None for feeling in survey.feelings):
        return found.wording("map.summary.nothing")
    named = turns(samples(survey.feelings))
    return " ".join(_sentence(found, survey, turn) for turn in named)


def _sentence(found: Scene, survey: Survey, turn: Turn) -> str:
    """Return what a turn says; a turn that is an extreme too says both at once."""
    feelings = survey.feelings[turn.index : turn.last + 1]
    first = feelings[0]
    name = next((role for role in _NAMES if role in turn.roles), "")
    extreme = next((role for role in ("lowest", "highest") if role in turn.roles), "")
    key = "map.summary." + "-".join(filter(None, (name, extreme)))
    if name == "unknown":
        places = dict.fromkeys(title_of(feeling.column) for feeling in feelings)
        return found.wording(key, titles=", ".join(places))
    score = found.written(first.value or 0.0)
    words = word_of(first)
    return found.wording(key, title=title_of(first.column), feeling=f"{words} ({score})" if words else score)


def _row(found: Scene, column: Column, cells: Cells, future: Future | None) -> TableRow:
    fate = future.fates[column.number - 1] if future else None
    then = ""
    if fate:
        then = fate.score if fate.kept else found.wording("map.future.removed")
    channel = ", ".join(filter(None, (cells.channel, cells.control)))
    return TableRow(
        number=str(column.number),
        id=column.id,
        url=f"#at-{column.id}",
        title=cells.title,
        stage=plain(column.stage.title),
        channel=channel,
        feelings=tuple(_cell(found, survey, column) for survey in found.surveys),
        future=then,
        change=fate.change if fate else "",
        evidence=cells.evidence.word,
    )


def _cell(found: Scene, survey: Survey, column: Column) -> Cell:
    feeling = survey.feeling_at(column)
    if feeling is None or feeling.value is None:
        return Cell(word_of(feeling) or found.wording("band.unknown"), "", "")
    spread = feeling.sample.spread if feeling.sample else None
    low, high = map(found.written, spread) if spread else ("", "")
    told = found.wording("map.table.range.from-to", low=low, high=high) if spread else ""
    return Cell(word_of(feeling), found.written(feeling.value), told)


def _added(future: Future) -> Iterator[TableRow]:
    for new in future.added:
        yield TableRow("", "", new.url, new.title, new.stage, "", (), new.score, "", "")
