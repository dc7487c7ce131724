"""Which way a table is to be read: its steps as rows or as columns, and which of its parts are labels."""

import re
from collections.abc import Callable, Sequence

from cjsite.base.frozen import frozen, replace
from cjsite.exchange.grid import Grid, GridCell
from cjsite.exchange.imported import ImportOptions
from cjsite.exchange.lane_words import AXES, contains_role, has_role, label_key, lane_of
from cjsite.exchange.table_cells import is_blank, items, unmarked

Rows = tuple[tuple[GridCell, ...], ...]
_HEADER_ROWS = 12
"""Rows, from the top, among which the labels are looked for: above them may stand a title and remarks."""
_HEADER_COLUMNS = 3
_MOST_LANES = 300
_LABEL = 60
_COUNT = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,2})?|[①-⑳])\W*")
NAMELESS = "?"
"""What a stage is called that nobody has named."""
_HEADS = ("", "actions", "touchpoints", "trigger", "moment_of_truth", "duration", "goal", "description")
"""What a column may be that names the stages, where none is labelled so."""


@frozen
class TableColumn:
    """A labelled column of a table whose steps are its rows: the label's cell, what it is, and the cells below."""

    label: GridCell
    field: str
    cells: tuple[GridCell, ...]


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
    return TableShape(grid, orientation, tuple(_with_axes(columns)), rows[:header], against)


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


def _with_axes(columns: list[TableColumn]) -> list[TableColumn]:
    """Return the columns with one that holds the stages, and perhaps one for the steps inside of them."""
    fields = [column.field for column in columns]
    stages = [i for i, name in enumerate(fields) if name == "stage"]
    steps = [i for i, name in enumerate(fields) if name == "step"]
    if stages and any(_is_list(columns[i]) for i in steps):
        # Several steps in a cell are what is done there, and no name of one step.
        fields = ["actions" if i in steps else name for i, name in enumerate(fields)]
        steps = []
    if stages and steps and all(_only_counts(columns[i]) for i in steps):
        fields = ["number" if i in steps else name for i, name in enumerate(fields)]
        steps = []
    if not stages and not steps:
        stages = _heading_column(columns)
    if stages and not steps:
        steps = stages[1:2] or _below(columns, stages[0]) or _names(columns)
    elif steps and not stages:
        stages, steps = steps[:1], steps[1:2]
    axis = {**dict.fromkeys(steps[:1], "step"), **dict.fromkeys(stages[:1], "stage")}
    others = ["" if name in ("stage", "step") else name for name in fields]
    return [replace(column, field=axis.get(i, others[i])) for i, column in enumerate(columns)]


def _heading_column(columns: list[TableColumn]) -> list[int]:
    """Return the column that may name the stages although its label does not say so: the first that differs."""
    telling = (i for i, column in enumerate(columns) if column.field != "number" and _differs(column))
    first = next(telling, None)
    return [first] if first is not None and columns[first].field in _HEADS else []


def _differs(column: TableColumn) -> bool:
    """Tell whether a column says different things; what is the same all along is a remark on the whole."""
    return len(column.cells) < 2 or len({cell.text for cell in column.cells if cell.text.strip()}) > 1


def _is_list(column: TableColumn) -> bool:
    return any(len(items(cell.text)) > 1 for cell in column.cells)


def _only_counts(column: TableColumn) -> bool:
    """Tell whether a column only counts its rows."""
    return all(is_count(cell.text) for cell in column.cells if cell.text.strip())


def is_count(text: str) -> bool:
    """Tell whether a text is a number that something has in an order, like `3` or `2.1`."""
    return bool(_COUNT.fullmatch(text))


def _below(columns: list[TableColumn], stage: int) -> list[int]:
    """Return the column beside the stages that has no label of its own: the second of two rows of headings."""
    after = stage + 1
    if after >= len(columns):
        return []
    label = columns[after].label
    unlabelled = is_blank(label.text) or label.is_repeated
    return [after] if unlabelled and not has_role(label.text, "nothing") else []


def _names(columns: list[TableColumn]) -> list[int]:
    """Return the first column if it only names its rows: databases call it `Name`, whatever is in them."""
    label, cells = columns[0].label.text, [cell.text for cell in columns[0].cells]
    named = has_role(label, "title") or (has_role(label, "persona-name") and not has_role(label, "qualifier"))
    is_name = named and not columns[0].field and not contains_role(label, "strong-journey")
    return [0] if is_name and not any(map(is_blank, cells)) and len({*cells}) == len(cells) else []
