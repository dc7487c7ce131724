"""A map as rows, for spreadsheets and other programs: a row a step, or a touchpoint where a step has several."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.opportunities import at_step
from cjsite.base.frozen import frozen, replace
from cjsite.base.memo import memo
from cjsite.model.amount import NO_AMOUNT
from cjsite.model.emotion import Scale
from cjsite.model.journey import Stage
from cjsite.model.step import Step
from cjsite.model.types import Record
from cjsite.summaries.step_columns import OF_POINT, OF_STEP, CellValue, StepColumn, lines

ADDRESS = "journey#id"
"""The column of what a row is about: its address, by which other tables name it."""
_ALWAYS = ("Stage", "Step")
_ORDER = (ADDRESS, "Stage", "Step", "Touchpoint")
_STRUCTURE = frozenset({"title", "id", "stages", "steps", "touchpoints", "lanes", "audience"})
_COLUMNS: Mapping[str, StepColumn] = {column.field: column for column in (*OF_STEP, *OF_POINT)}

_EMPTY: tuple[object, ...] = ((), "", {}, NO_AMOUNT)

Row = Mapping[str, CellValue]


@frozen
class StepRows:
    """A map as rows under the titles of its columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[CellValue, ...], ...]


def step_rows(inputs: JourneyInput) -> StepRows:
    """Return a map as rows; only columns that hold something are there."""
    return _rows(inputs, (ADDRESS,))


@memo(by="inputs")
def published_rows(inputs: JourneyInput) -> StepRows:
    """Return a map as rows for its readers: each with its address, and without its authors' notes."""
    return _rows(inputs, ("Notes",))


def _rows(inputs: JourneyInput, without: Collection[str]) -> StepRows:
    rows = [row for stage in inputs.journey.stages for row in _of_stage(stage, inputs)]
    own = {name for row in rows for name, value in row.items() if value not in (None, "")}
    own = own.union(_ALWAYS).difference(without)
    standard = (*_ORDER, *(column.title for column in (*OF_STEP, *_of_point(inputs.scale))))
    lanes = dict.fromkeys(name for row in rows for name in row if name not in standard)
    ordered = tuple(name for name in (*standard, *lanes) if name in own)
    return StepRows(ordered, tuple(tuple(row.get(name) for name in ordered) for row in rows))


def _of_stage(stage: Stage, inputs: JourneyInput) -> Iterator[Row]:
    if not stage.course:
        yield {ADDRESS: f"{inputs.id}#{stage.id}", "Stage": stage.title, "Step": None}
    for step in stage.course:
        for id_, row in _of_step(step, inputs):
            yield {ADDRESS: f"{inputs.id}#{id_}", "Stage": stage.title, "Step": step.title, **row}


def _of_step(step: Step, inputs: JourneyInput) -> Iterator[tuple[str, Row]]:
    """Yield each row of a step with the id of what it is about."""
    of_point = _of_point(inputs.scale)
    whole = {**dict(_cells(step, OF_STEP, inputs)), **{name: lines(texts) for name, texts in step.lanes.items()}}
    if titles := [opportunity.title for opportunity in at_step(inputs.journey, step, inputs.opportunities)]:
        # With those of the site that name the step.
        whole["Opportunities"] = lines(titles)
    if len(step.touchpoints) < 2:
        title = step.touchpoints[0].title if step.touchpoints else None
        meeting = step.meetings[0]
        yield meeting.id or step.id, {**whole, "Touchpoint": title, **dict(_cells(meeting, of_point, inputs))}
        return
    if of_all := dict(_cells(step, of_point, inputs)):
        # What spans several touchpoints is said of none of them.
        yield step.id, {**whole, **of_all}
        whole = {}
    for point in step.touchpoints:
        yield point.id, {**whole, "Touchpoint": point.title, **dict(_cells(point, of_point, inputs))}
        whole = {}


def _cells(record: Record, columns: Iterable[StepColumn], inputs: JourneyInput) -> Iterator[tuple[str, CellValue]]:
    written = record.model_fields_set
    for column in columns:
        if column.field in written and not _is_empty(value := getattr(record, column.field)):
            yield column.title, column.write(value, inputs)


@memo
def _of_point(scale: Scale) -> tuple[StepColumn, ...]:
    """Return the columns of touchpoints; one says what the numbers for feelings stand on."""
    ends = f"{scale.min:g} to {scale.max:g}"
    return tuple(replace(column, title=column.title.replace("{scale}", ends)) for column in OF_POINT)


def left_out_of_rows(inputs: JourneyInput) -> Iterator[str]:
    """Yield in a few words what the rows have no cell for."""
    journey = inputs.journey
    stages = journey.stages
    steps = [step for stage in stages for step in stage.course]
    written = [stage for stage in stages if not stage.is_step]
    if own := _said(journey) - _STRUCTURE:
        yield f"of the map ({', '.join(sorted(own))})"
    for noun, records in (("stages", written), ("steps", steps), ("touchpoints", _points(steps))):
        fields = {name for record in records for name in _unwritten(record)}
        if fields:
            yield f"of {noun} ({', '.join(sorted(fields))})"
    if inputs.measurements:
        yield "the rows of its table of figures"


def _points(steps: Iterable[Step]) -> list[Record]:
    return [point for step in steps for point in step.touchpoints]


def _unwritten(record: Record) -> Iterator[str]:
    for name in _said(record) - _STRUCTURE:
        column = _COLUMNS.get(name)
        if column is None or isinstance(record, Stage):
            yield name
        elif column.parts:
            said = {part for entry in _entries(getattr(record, name)) for part in _said(entry)}
            yield from (f"{name}.{part}" for part in said - column.parts - {"id"})


def _entries(value: Any) -> Iterator[Record]:
    if isinstance(value, Record):
        yield value
    elif isinstance(value, Mapping):
        yield from (entry for inner in value.values() for entry in _entries(inner))
    elif isinstance(value, tuple):
        yield from (entry for inner in value for entry in _entries(inner))


def _said(record: Record) -> set[str]:
    return {name for name in record.model_fields_set if not _is_empty(getattr(record, name))}


def _is_empty(value: object) -> bool:
    # No number is empty: 0 is one.
    return value is None or value is False or value in _EMPTY
