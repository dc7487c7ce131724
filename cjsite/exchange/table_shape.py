"""Which way a table is to be read: its steps as rows or as columns, and which of its parts are labels."""

from collections.abc import Callable, Sequence

from cjsite.base.frozen import frozen, replace
from cjsite.exchange.grid import Grid, GridCell
from cjsite.exchange.imported import ImportOptions
from cjsite.exchange.lane_words import AXES, has_role, label_key, lane_of
from cjsite.exchange.table_axes import TableColumn, with_axes
from cjsite.exchange.table_cells import is_blank, unmarked
from cjsite.exchange.table_fields import side_of_stage

Rows = tuple[tuple[GridCell, ...], ...]
_HEADER_ROWS = 12
"""Rows, from the top, among which the labels are looked for: above them may stand a title and remarks."""
_HEADER_COLUMNS = 3
_MOST_LANES = 300
_LABEL = 60
NAMELESS = "?"
"""What a stage is called that nobody has named."""


@frozen
class TableShape:
    """A table turned so that its steps are rows. beside: rows above the labels. doubt: what speaks against it."""

    grid: Grid
    orientation: str
    columns: tuple[TableColumn, ...]
    beside: Rows
    against: int = 0


def rectangle(rows: Sequence[tuple[GridCell, ...]]) -> Rows:
    """Return rows of one width, without those and the columns that hold nothing."""
    rows = _with_corner([row for row in rows if row])
    width = max((len(row) for row in rows), default=0)
    even = [(*row, *(GridCell("", row[-1].place) for _ in range(width - len(row)))) for row in rows]
    kept = [row for row in even if any(cell.text.strip() for cell in row)]
    columns = [i for i in range(width) if any(row[i].text.strip() for row in kept)]
    return tuple(tuple(row[i] for i in columns) for row in kept)


def _with_corner(rows: list[tuple[GridCell, ...]]) -> list[tuple[GridCell, ...]]:
    """Return rows with the cell of the head that was left out, where all below have one more than it.

    That is the first, but where the head begins with what the rows are called: then nobody has named the last.
    """
    if len(rows) > 1 and all(len(row) == len(rows[0]) + 1 for row in rows[1:]):
        head = rows[0]
        first, second = (sum(bool(lane_of(row[at].text)) for row in rows[1:]) for at in (0, 1))
        if max(first, second) > sum(bool(lane_of(cell.text)) for cell in head):
            if first >= second and (
                is_blank(head[0].text) or lane_of(head[0].text) or has_role(head[0].text, "generic")
            ):
                return [(*head, GridCell(NAMELESS, head[-1].place)), *rows[1:]]
            return [(GridCell("", head[0].place), *head), *rows[1:]]
    return rows


def transposed(rows: Rows) -> Rows:
    """Return a table with its rows as columns."""
    return tuple(zip(*rows, strict=True))


def field_of(options: ImportOptions) -> Callable[[str], str]:
    """Return what tells the field of a label: the command line's word for it, or that of the lists."""
    own = {label_key(name) or name: target for name, target in options.lanes}

    def _field(label: str) -> str:
        if chosen := own.get(label_key(label) or label):
            return chosen
        listed = lane_of(label) or _deeper_field(label)
        # `notes` are for authors alone, and a table was there for all to read.
        return "lanes" if listed == "notes" else listed

    return _field


def _deeper_field(label: str) -> str:
    """Return the field of a label in two parts; who and where are said of the whole step, not of one side of it."""
    if side := side_of_stage(label)[0]:
        return side
    above, _, below = label.rpartition(": ")
    if not above:
        return ""
    field = lane_of(below)
    return "" if field in ("actors", "place") else field or lane_of(above)


def shapes_of(grid: Grid, options: ImportOptions) -> tuple[TableShape, ...]:
    """Return how a table is read: in no way if no label names a lane, in two if as many do each way."""
    rows = rectangle(grid.rows)
    if len(rows) < 2 or len(rows[0]) < 2:
        return ()
    field = field_of(options)
    turned = transposed(rows)
    header, across = _labels(rows[:_HEADER_ROWS], field)
    side, down = _labels(tuple(column[:_MOST_LANES] for column in turned[:_HEADER_COLUMNS]), field)
    shapes = []
    given = grid.orientation or options.orientation
    if given == "rows" or (not given and across >= down and across):
        shapes.append(_shape(grid, "rows", rows, header, field, down if 2 * down > across else 0))
    if given == "columns" or (not given and down >= across and down):
        shapes.append(_shape(grid, "columns", turned, side, field, across if 2 * across > down else 0))
    return tuple(shape for shape in shapes if any(column.field == "stage" for column in shape.columns))


def _labels(rows: Rows, field: Callable[[str], str]) -> tuple[int, int]:
    """Return which row holds the most labels of lanes, and how many; its first cell may label the row itself."""
    counts = [len({label_key(c.text) for c in row[1:] if _is_lane(field(c.text))}) for row in rows]
    best = max(counts, default=0)
    # Labels are the first that there are: cells below them may be called like lanes, too.
    first = next((number for number, count in enumerate(counts) if 2 * count > best), 0)
    return first, counts[first] if counts else 0


def _is_lane(field: str) -> bool:
    return bool(field) and field not in AXES


def _shape(
    grid: Grid, orientation: str, rows: Rows, header: int, field: Callable[[str], str], against: int
) -> TableShape:
    labels, body = rows[header], rows[header + 1 :]
    if len(body) > 1 and _is_below(labels, body[0], field):
        labels, body = tuple(map(_deeper, _carried(labels), body[0])), body[1:]
    columns = [
        TableColumn(label, _own_field(label, field, grid), tuple(row[i] for row in body))
        for i, label in enumerate(labels)
    ]
    return TableShape(grid, orientation, tuple(with_axes(columns)), rows[:header], against)


def _is_below(labels: tuple[GridCell, ...], below: tuple[GridCell, ...], field: Callable[[str], str]) -> bool:
    """Tell whether a row holds a second row of labels: under those that stand for several columns."""
    shared = [i for i, label in enumerate(labels) if label.is_repeated or (i > 1 and not label.text.strip())]
    if not shared or not all(below[i].text.strip() for i in shared):
        return False
    axis = [i for i, label in enumerate(labels) if field(label.text) in ("stage", "step") or i == 0]
    free = all(not below[i].text.strip() or below[i].text == labels[i].text or field(below[i].text) for i in axis)
    return free and all(len(below[i].text) < _LABEL for i in shared)


def _carried(labels: tuple[GridCell, ...]) -> tuple[GridCell, ...]:
    """Return labels with each that is left out said again."""
    carried: list[GridCell] = []
    for label in labels:
        carried.append(carried[-1] if len(carried) > 1 and not label.text.strip() else label)
    return tuple(carried)


def _deeper(label: GridCell, below: GridCell) -> GridCell:
    """Return the label of a column from both rows of labels."""
    if not below.text.strip() or below.text == label.text:
        return label
    if not label.text.strip():
        return below
    return replace(below, text=f"{unmarked(label.text)}: {unmarked(below.text)}")


def _own_field(label: GridCell, field: Callable[[str], str], grid: Grid) -> str:
    if grid.orientation and not label.is_heading and field(label.text) in AXES:
        # What was made into a table has its stages and steps in columns of ours.
        return ""
    return field(label.text) if not is_blank(label.text) or label.text.strip() == "#" else ""
