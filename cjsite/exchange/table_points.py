"""The steps of a table: what stands at each in every lane, with references to the cell before resolved."""

from collections.abc import Iterator

from cjsite.base.frozen import frozen, replace
from cjsite.base.problem import Place
from cjsite.exchange.grid import Grid, GridCell
from cjsite.exchange.imported import Doubt, TakenAs
from cjsite.exchange.lane_words import label_key
from cjsite.exchange.table_axes import TableColumn
from cjsite.exchange.table_cells import is_blank, is_placeholder, is_same, same_label, unmarked
from cjsite.exchange.table_shape import NAMELESS, TableShape


@frozen
class TableLane:
    """A lane of a table: its name as it stands there, and the field that it stands for, '' for one of its own."""

    label: GridCell
    field: str

    @property
    def name(self) -> str:
        """Return the name without marks."""
        return unmarked(self.label.text)


@frozen
class TablePoint:
    """A step of a table, with a cell for each lane; step: '' as text where the stage is all that is named."""

    stage: GridCell
    step: GridCell
    cells: tuple[GridCell, ...]


@frozen
class TableReading:
    """A table as lanes and steps. remarks: labels with texts that are said of the whole. labels: all of them.

    axes: what its stages and its steps are called.
    """

    grids: tuple[Grid, ...]
    lanes: tuple[TableLane, ...]
    points: tuple[TablePoint, ...]
    remarks: tuple[tuple[GridCell, GridCell], ...] = ()
    taken: tuple[TakenAs, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    labels: tuple[str, ...] = ()
    axes: tuple[tuple[str, GridCell], ...] = ()

    def fields(self) -> set[str]:
        """Return the fields that its lanes stand for."""
        return {lane.field for lane in self.lanes if lane.field}


def reading_of(shape: TableShape) -> TableReading:
    """Return a table's lanes and steps."""
    stage = next((i for i, column in enumerate(shape.columns) if column.field == "stage"), 0)
    step = next((i for i, column in enumerate(shape.columns) if column.field == "step"), -1)
    taken, doubts = list(_axes_taken(shape, stage, step)), list(_against(shape))
    remarks = [*_beside(shape)]
    lanes, columns = [], []
    for index, column in enumerate(shape.columns):
        if index in (stage, step):
            continue
        if column.field == "number" and _counts(column):
            taken.append(TakenAs(column.label.place, _quoted(column), "the order of the steps"))
        elif index < stage and _remark(column):
            remarks.append((column.label, _remark(column)[0]))
        else:
            lanes.append(TableLane(column.label, "" if column.field == "number" else column.field))
            columns.append(_resolved(column, shape.orientation, taken, doubts))
    doubts += _nameless(shape.columns[stage], columns)
    points = tuple(_points(shape.columns[stage], shape.columns[step] if step >= 0 else None, columns))
    labels = tuple(column.label.text for column in shape.columns)
    axes = tuple((part, shape.columns[i].label) for part, i in (("stage", stage), ("step", step)) if i >= 0)
    return TableReading(
        (shape.grid,), tuple(lanes), points, tuple(remarks), tuple(taken), tuple(doubts), labels, axes
    )


def _axes_taken(shape: TableShape, stage: int, step: int) -> Iterator[TakenAs]:
    across = "column" if shape.orientation == "rows" else "row"
    for index, target in ((stage, "the stages"), (step, "the steps")):
        if index >= 0:
            label = shape.columns[index].label
            named = f"{across} {_quoted(shape.columns[index])}" if label.text.strip() else f"the first {across}"
            yield TakenAs(label.place, named, target)


def _against(shape: TableShape) -> Iterator[Doubt]:
    if shape.against > 1 and not shape.grid.orientation:
        other = "columns" if shape.orientation == "rows" else "rows"
        message = (
            f"the steps were taken to be the table's {shape.orientation}; "
            f"if they are its {other}, give `--orientation {other}`"
        )
        yield Doubt(shape.grid.place, "", message)


def _nameless(stages: TableColumn, columns: list[tuple[GridCell, ...]]) -> Iterator[Doubt]:
    for index, cell in enumerate(stages.cells):
        told = (cells[index] for cells in columns if cells[index].text.strip())
        if cell.text == NAMELESS and (first := next(told, None)):
            message = (
                "the head has a cell less than the rows below it; the last was taken for the one that is missing"
            )
            yield Doubt(first.place, first.text, message)


def _quoted(column: TableColumn) -> str:
    return f"'{unmarked(column.label.text)}'"


def _beside(shape: TableShape) -> Iterator[tuple[GridCell, GridCell]]:
    """Yield what stands above the labels: pairs, or texts that stand alone."""
    for row in shape.beside:
        told = [cell for cell in row if cell.text.strip() and not cell.is_repeated]
        if len(told) > 1:
            yield from ((told[0], cell) for cell in told[1:])
        elif told:
            yield replace(told[0], text=""), told[0]


def _remark(column: TableColumn) -> list[GridCell]:
    told = [cell for cell in column.cells if cell.text.strip()]
    return told if told and len({cell.text for cell in told}) == 1 else []


def _counts(column: TableColumn) -> bool:
    numbers = [cell.text.strip().strip(".#*) ") for cell in column.cells if not is_blank(cell.text)]
    return bool(numbers) and numbers in (
        [str(n) for n in range(1, len(numbers) + 1)],
        [str(n) for n in range(len(numbers))],
        [f"{n:02}" for n in range(1, len(numbers) + 1)],
    )


def _resolved(
    column: TableColumn, orientation: str, taken: list[TakenAs], doubts: list[Doubt]
) -> tuple[GridCell, ...]:
    """Return a column's cells, with what says that it is the same or nothing put into plain words."""
    cells: list[GridCell] = []
    for cell in column.cells:
        before = cells[-1].text if cells else ""
        if cell.text.strip() and is_same(cell.text):
            side = "above" if orientation == "rows" else "before it"
            doubts.append(Doubt(cell.place, cell.text, f"this was taken to mean the cell {side}, which was copied"))
            cell = replace(cell, text=before, is_repeated=True)
        elif cell.text.strip() and is_blank(cell.text):
            taken.append(TakenAs(cell.place, f"'{cell.text.strip()}'", "nothing (an empty cell)"))
            cell = replace(cell, text="")
        elif is_placeholder(cell.text):
            doubts.append(Doubt(cell.place, cell.text, "this is still to be filled in"))
        cells.append(cell)
    return tuple(cells)


def _points(
    stages: TableColumn, steps: TableColumn | None, columns: list[tuple[GridCell, ...]]
) -> Iterator[TablePoint]:
    current: GridCell | None = None
    for index, cell in enumerate(stages.cells):
        cells = tuple(column[index] for column in columns)
        step = steps.cells[index] if steps else replace(cell, text="")
        if is_blank(cell.text) and not step.text.strip() and not any(c.text.strip() for c in cells):
            continue
        if current is None or not (is_blank(cell.text) or same_label(cell.text, current.text)):
            current = cell
        yield TablePoint(current, step, cells)


def joined(readings: list[TableReading]) -> TableReading:
    """Return as one what several tables say of the stages of the first: each adds its lanes."""
    first, *others = readings
    aligned = [_aligned(reading, first) for reading in others]
    points = tuple(
        replace(point, cells=(*point.cells, *(cell for cells in aligned for cell in cells[index])))
        for index, point in enumerate(first.points)
    )
    return _together(readings, tuple(lane for reading in readings for lane in reading.lanes), points)


def stages_of(reading: TableReading) -> list[str]:
    """Return the stages of a table's points as they are compared."""
    return [label_key(point.stage.text) for point in reading.points]


def _aligned(reading: TableReading, first: TableReading) -> list[tuple[GridCell, ...]]:
    """Return what a table says at each point of another; what several rows say of a stage is put together."""
    keys, wanted = stages_of(reading), stages_of(first)
    if keys == wanted:
        return [point.cells for point in reading.points]
    by_stage: dict[str, tuple[GridCell, ...]] = {}
    for key, point in zip(keys, reading.points, strict=True):
        there = by_stage.get(key)
        by_stage[key] = tuple(map(_both, there, point.cells)) if there else point.cells
    nothing = tuple(GridCell("", lane.label.place) for lane in reading.lanes)
    # Of several points of a stage, the first has it.
    return [by_stage.pop(key, nothing) for key in wanted]


def _both(cell: GridCell, below: GridCell) -> GridCell:
    if not (cell.text.strip() and below.text.strip()):
        return cell if cell.text.strip() else below
    return replace(cell, text=f"{cell.text}\n{below.text}")


def chained(readings: list[TableReading]) -> TableReading:
    """Return as one what several tables say of stages one after another: each adds its steps."""
    lanes: list[TableLane] = []
    for reading in readings:
        lanes += [lane for lane in reading.lanes if not any(same_label(lane.name, other.name) for other in lanes)]
    points = [
        replace(point, cells=tuple(_cell_of(lane, reading, point) for lane in lanes))
        for reading in readings
        for point in reading.points
    ]
    return _together(readings, tuple(lanes), tuple(points))


def _cell_of(lane: TableLane, reading: TableReading, point: TablePoint) -> GridCell:
    for other, cell in zip(reading.lanes, point.cells, strict=True):
        if same_label(lane.name, other.name):
            return cell
    return GridCell("", Place(point.stage.place.path, point.stage.place.line, point.stage.place.column))


def _together(
    readings: list[TableReading], lanes: tuple[TableLane, ...], points: tuple[TablePoint, ...]
) -> TableReading:
    return TableReading(
        tuple(grid for reading in readings for grid in reading.grids),
        lanes,
        points,
        tuple(remark for reading in readings for remark in reading.remarks),
        tuple(taken for reading in readings for taken in reading.taken),
        tuple(doubt for reading in readings for doubt in reading.doubts),
        tuple(label for reading in readings for label in reading.labels),
        readings[0].axes,
    )
