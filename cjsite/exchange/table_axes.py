"""Which columns of a table name its stages and its steps."""

import re

from cjsite.base.frozen import frozen, replace
from cjsite.exchange.grid import GridCell
from cjsite.exchange.lane_words import contains_role, has_role
from cjsite.exchange.table_cells import is_blank, items

_COUNT = re.compile(r"\W*(?:\d{1,3}(?:\.\d{1,2})?|[①-⑳])\W*")
_HEADS = ("", "actions", "touchpoints", "trigger", "moment_of_truth", "duration", "goal", "description")
"""What a column may be that names the stages, where none is labelled so."""


@frozen
class TableColumn:
    """A labelled column of a table whose steps are its rows: the label's cell, what it is, and the cells below."""

    label: GridCell
    field: str
    cells: tuple[GridCell, ...]


def with_axes(columns: list[TableColumn]) -> list[TableColumn]:
    """Return the columns with one that holds the stages, and perhaps one for the steps inside of them."""
    fields = [column.field for column in columns]
    stages = [i for i, name in enumerate(fields) if name == "stage"]
    steps = [i for i, name in enumerate(fields) if name == "step"]
    if steps and not stages:
        stages = _above(columns, steps[0])
    if stages and any(_is_list(columns[i]) for i in steps):
        # Several steps in a cell are what is done there, and no name of one step.
        fields = ["actions" if i in steps else name for i, name in enumerate(fields)]
        steps = []
    if counting := _counting(columns, stages, steps):
        fields = ["number" if i in counting else name for i, name in enumerate(fields)]
        stages, steps = ([i for i in own if i not in counting] for own in (stages, steps))
    if not stages and not steps:
        stages = _heading_column(columns)
    if stages and not steps:
        steps = stages[1:2] or _below(columns, stages[0]) or _names(columns)
    elif steps and not stages:
        stages, steps = steps[:1], steps[1:2]
    axis = {**dict.fromkeys(steps[:1], "step"), **dict.fromkeys(stages[:1], "stage")}
    others = ["" if name in ("stage", "step") else name for name in fields]
    return [replace(column, field=axis.get(i, others[i])) for i, column in enumerate(columns)]


def _counting(columns: list[TableColumn], stages: list[int], steps: list[int]) -> list[int]:
    """Return the columns called like stages or steps that only count the rows, which others name."""
    counts = [i for i in (*stages, *steps) if _only_counts(columns[i]) and (i in steps or _is_ever_new(columns[i]))]
    return counts if len(counts) < len(stages) + len(steps) else []


def _is_ever_new(column: TableColumn) -> bool:
    return len({cell.text for cell in column.cells}) == len(column.cells)


def _above(columns: list[TableColumn], step: int) -> list[int]:
    """Return the column right before the steps that has no label, and yet says something else along them."""
    before = columns[step - 1] if step else None
    is_nameless = before is not None and is_blank(before.label.text) and _differs(before)
    return [step - 1] if is_nameless and not _only_counts(columns[step - 1]) else []


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
