"""The touchpoints of a journey as rows of the table of all touchpoints, made with the journey and kept with it."""

from collections.abc import Sequence

from cjsite.analysis.columns import Column
from cjsite.model.quantities import Duration
from cjsite.summaries.journey_analysis import JourneyAnalysis
from cjsite.summaries.step_rows import ADDRESS
from cjsite.summaries.touchpoint_entry import TouchpointEntry
from cjsite.text.spreadsheet import csv_rows, text_cell

TOUCHPOINT_COLUMNS = (
    *(ADDRESS, "journey", "state", "status", "stage", "phase", "step", "touchpoint"),
    *("channel", "control", "device", "departments", "kind", "emotion", "whose", "mean"),
    *("importance", "satisfaction", "contacts", "minutes_from", "minutes_to", "waiting_from", "waiting_to"),
    *("known", "evidence", "depth", "lacks", "page"),
)


def touchpoint_rows(analysis: JourneyAnalysis, entries: Sequence[TouchpointEntry]) -> str:
    """Return a journey's touchpoints as CSV, without the names of the columns; entries: of each column."""
    journey = analysis.inputs.journey
    of_map = (text_cell(journey.title), journey.state, journey.status)
    every = zip(analysis.columns, entries, strict=True)
    return csv_rows(
        (f"{journey.id}#{column.id}", *of_map, *_cells(analysis, column, entry)) for column, entry in every
    )


def _cells(analysis: JourneyAnalysis, column: Column, entry: TouchpointEntry) -> tuple[str, ...]:
    """Return what a row says of its touchpoint. What is one of our words, or has one in it, needs no sign."""
    point, registered = column.touchpoint, analysis.inputs.evidence
    return (
        *(text_cell(column.stage.title), entry.phase, text_cell(column.step.title), text_cell(column.title)),
        *(text_cell(entry.channel), entry.control, text_cell("; ".join(entry.devices))),
        *(text_cell(" ".join(column.departments)), entry.kind),
        *(_number(entry.felt.value), text_cell("; ".join(entry.felt.people))),
        *map(_number, (analysis.facts.means.get(column.number), entry.importance, point.satisfaction)),
        *(_number(point.contacts), *_minutes(point.duration), *_minutes(point.wait), entry.known),
        text_cell(" ".join([source for source in point.evidence if source in registered])),
        *(str(entry.depth), " ".join(entry.lacks), entry.felt.at.url),
    )


def _minutes(length: Duration | None) -> tuple[str, str]:
    return (_number(length.minutes.low), _number(length.minutes.high)) if length else ("", "")


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"
