"""The touchpoints of a journey as rows of the table of all touchpoints, made with the journey and kept with it."""

from collections.abc import Iterator, Sequence

from cjsite.analysis.columns import Column
from cjsite.model.quantities import Duration
from cjsite.summaries.journey_analysis import JourneyAnalysis
from cjsite.summaries.step_rows import ADDRESS
from cjsite.summaries.touchpoint_entry import TouchpointEntry
from cjsite.text.spreadsheet import cell, csv_rows, text_cell

TOUCHPOINT_COLUMNS = (
    *(ADDRESS, "journey", "state", "status", "stage", "phase", "step", "touchpoint"),
    *("channel", "control", "device", "departments", "kind", "emotion", "whose", "mean"),
    *("importance", "satisfaction", "contacts", "minutes_from", "minutes_to", "waiting_from", "waiting_to"),
    *("known", "evidence", "depth", "lacks", "page"),
)


def touchpoint_rows(analysis: JourneyAnalysis, entries: Sequence[TouchpointEntry]) -> str:
    """Return a journey's touchpoints as CSV, without the names of the columns; entries: of each column."""
    return csv_rows(
        _cells(analysis, column, entry) for column, entry in zip(analysis.columns, entries, strict=True)
    )


def _cells(analysis: JourneyAnalysis, column: Column, entry: TouchpointEntry) -> Iterator[str]:
    journey, point = analysis.inputs.journey, column.touchpoint
    evidence = (source for source in point.evidence if source in analysis.inputs.evidence)
    texts = (journey.title, journey.state, journey.status, column.stage.title, entry.phase)
    yield from map(text_cell, (f"{journey.id}#{column.id}", *texts, column.step.title, column.title))
    many = ("; ".join(entry.devices), " ".join(column.departments))
    yield from map(text_cell, (entry.channel, entry.control, *many, entry.kind))
    yield _number(entry.felt.value)
    yield text_cell("; ".join(entry.felt.people))
    yield _number(analysis.facts.means.get(column.number))
    yield from map(_number, (entry.importance, point.satisfaction, point.contacts))
    yield from (*_minutes(point.duration), *_minutes(point.wait))
    yield from map(text_cell, (entry.known, " ".join(evidence)))
    yield cell(entry.depth)
    yield from map(text_cell, (" ".join(entry.lacks), entry.felt.at.url))


def _minutes(length: Duration | None) -> Iterator[str]:
    yield from map(_number, (length.minutes.low, length.minutes.high) if length else (None, None))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"
