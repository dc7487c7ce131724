"""Tables that are one map together: a table a stage, a table a lane."""

import re
from collections.abc import Sequence

from cjsite.base.frozen import replace
from cjsite.base.problem import Place
from cjsite.exchange.grid import Grid, GridCell
from cjsite.exchange.lane_words import contains_role, has_role, label_key, lane_of
from cjsite.exchange.table_cells import unmarked
from cjsite.exchange.table_kinds import is_foreign
from cjsite.exchange.table_points import TablePoint, TableReading, chained, joined, stages_of
from cjsite.exchange.table_texts import is_generic_title, is_state, is_to_be

_STAGE_HEADING = re.compile(r"^\W*(?:\d{1,2}\W|[^\W\d_]+\s+\d{1,2}\b|[①-⑳])")


def grouped(readings: Sequence[TableReading]) -> list[TableReading]:
    """Return tables with those put together that are one map."""
    groups: list[list[TableReading]] = []
    for each in readings:
        reading = _as_stage(each)
        most = 2 if len(reading.points) == 1 else 1
        # Maps of what is and what should be may take turns, a stage after the other.
        last = (group for group in reversed(groups[-most:]) if _go_on(group, reading))
        group = next(last, None) or next((own for own in reversed(groups) if _adds_lanes(own, reading)), None)
        if group:
            group.append(reading)
        else:
            groups.append([reading])
    lonely = {reading.grids[0].place: reading for reading in readings}
    return [
        _one(group) if len(group) > 1 or _is_stage_table(group[0]) else lonely[group[0].grids[0].place]
        for group in groups
    ]


def _as_stage(reading: TableReading) -> TableReading:
    """Return a table of one nameless point, like `Aspect | Details`, as the stage that its heading names."""
    grid = reading.grids[0]
    if len(reading.points) != 1 or not _is_nameless(reading.points[0].stage.text):
        return reading
    title, place = grid.title, grid.place
    if grid.headings and (is_state(title) or is_generic_title(title)):
        place, title = grid.headings[-1]
        state = ((grid.place, grid.title),) if is_state(grid.title) else ()
        reading = replace(reading, grids=(replace(grid, title=title, headings=(*grid.headings[:-1], *state)),))
    if not title:
        return reading
    point = replace(reading.points[0], stage=GridCell(title, place))
    return replace(reading, points=(point,))


def _is_nameless(text: str) -> bool:
    return not text.strip() or has_role(text, "generic") or has_role(text, "stage")


def _go_on(group: list[TableReading], reading: TableReading) -> bool:
    """Tell whether a table goes on with the map of those before it."""
    before = group[-1]
    if _above(before) != _above(reading) and stages_of(before) != stages_of(reading):
        return False
    if len(reading.points) == 1 and all(len(each.points) == 1 for each in group):
        return before.fields() & reading.fields() != set() and stages_of(before) != stages_of(reading)
    if stages_of(before) == stages_of(reading) and len(reading.points) > 1:
        return _adds_lanes(group, reading)
    return (
        _is_stage_table(reading)
        and all(_is_stage_table(each) for each in group)
        and _lanes(before) == _lanes(reading)
    )


def _adds_lanes(group: list[TableReading], reading: TableReading) -> bool:
    """Tell whether a table says more of the stages of those before it: in lanes that they do not have."""
    first, stages = group[0], stages_of(reading)
    if stages != stages_of(first):
        has_steps = any(point.step.text.strip() for each in (first, reading) for point in each.points)
        if has_steps or _above(first) != _above(reading) or not set(stages) <= set(stages_of(first)):
            return False
    names = {label_key(lane.name) for each in group for lane in each.lanes}
    if len(set(stages)) < 2 or not names.isdisjoint(label_key(lane.name) for lane in reading.lanes):
        return False
    # Asked last: it takes longest, and most pairs of tables of a long document need no answer.
    return is_to_be(_titles(first)) == is_to_be(_titles(reading)) and not is_foreign(reading.labels)


def _titles(reading: TableReading) -> tuple[str, ...]:
    """Return the headings of a table, the nearest first."""
    return (reading.grids[0].title, *reversed(_above(reading)))


def _above(reading: TableReading) -> tuple[str, ...]:
    return tuple(text for _, text in reading.grids[0].headings)


def _lanes(reading: TableReading) -> list[str]:
    return [label_key(lane.name) for lane in reading.lanes]


def _is_stage_table(reading: TableReading) -> bool:
    """Tell whether a table holds the steps of the stage that its heading names, and no stages of its own."""
    title = reading.grids[0].title
    if not _STAGE_HEADING.match(unmarked(title)) or contains_role(title, "strong-journey"):
        return False
    nameless = all(not point.step.text.strip() for point in reading.points)
    return nameless and not any(lane_of(label) == "stage" for label in reading.labels)


def _one(group: list[TableReading]) -> TableReading:
    if len(group) == 1:
        return group[0]
    if _adds_lanes(group[:1], group[1]):
        return joined(group)
    if all(len(each.points) == 1 for each in group):
        return chained(group)
    return chained([_under_heading(each) for each in group])


def _under_heading(reading: TableReading) -> TableReading:
    grid: Grid = reading.grids[0]
    stage = GridCell(grid.title, Place(grid.place.path, grid.place.line, grid.place.column))
    points = tuple(TablePoint(stage, point.stage, point.cells) for point in reading.points)
    taken = tuple(
        replace(each, target="the steps") if each.target == "the stages" else each for each in reading.taken
    )
    axes = tuple(("step" if part == "stage" else part, label) for part, label in reading.axes)
    return replace(reading, points=points, taken=taken, axes=axes)
