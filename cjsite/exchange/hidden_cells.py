"""Cells in hidden rows and columns of a sheet: none of them is read, and each row and column is named."""

from collections.abc import Container, Iterable, Mapping

from cjsite.base.frozen import frozen, replace
from cjsite.base.problem import Place
from cjsite.exchange.grid import GridCell

Position = tuple[int, int]
Area = tuple[int, int, int, int]
"""Top, left, bottom, right."""
_SHOWN = 200


@frozen
class HiddenLines:
    """The numbers of the rows and columns of a sheet that its reader does not see."""

    rows: Container[int]
    columns: Container[int]

    def hide(self, position: Position) -> bool:
        """Tell whether a cell is not seen."""
        return position[0] in self.rows or position[1] in self.columns


def numbers_in(ranges: Iterable[tuple[int, int]], last: int) -> set[int]:
    """Return the numbers up to a last one that stand in any of many ranges, which may say what they like.

    >>> numbers_in([(2, 3), (3, 99_999_999)], 5)
    {2, 3, 4, 5}
    """
    numbers: set[int] = set()
    reached = 0
    for low, high in sorted(ranges):
        numbers.update(range(max(low, reached + 1), min(high, last) + 1))
        reached = max(reached, min(high, last))
    return numbers


def visible_cells(
    cells: Mapping[Position, GridCell], merged: Iterable[Area], hidden: HiddenLines
) -> tuple[dict[Position, GridCell], tuple[Area, ...], tuple[tuple[Place, str], ...]]:
    """Return the cells and merged areas that are seen, and what is said of the others.

    What stands in a merged area is seen wherever a part of the area is.
    """
    areas = []
    moved: dict[Position, Position] = {}
    for top, left, bottom, right in merged:
        if (top, left) in cells and hidden.hide((top, left)):
            row = next((row for row in range(top, bottom + 1) if row not in hidden.rows), top)
            column = next((column for column in range(left, right + 1) if column not in hidden.columns), left)
            moved[top, left] = row, column
            top, left = row, column
        areas.append((top, left, bottom, right))
    seen: dict[Position, GridCell] = {}
    unseen: dict[tuple[str, int], list[GridCell]] = {}
    for origin, cell in cells.items():
        position = moved.get(origin, origin)
        if not hidden.hide(position):
            seen[position] = replace(cell, place=Place(cell.place.path, *position))
            continue
        line = ("row", position[0]) if position[0] in hidden.rows else ("column", position[1])
        unseen.setdefault(line, []).append(cell)
    return seen, tuple(areas), tuple(_told(*line, unseen[line]) for line in sorted(unseen))


def _told(what: str, number: int, cells: list[GridCell]) -> tuple[Place, str]:
    text = "; ".join(cell.text for cell in cells)
    shown = f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
    return cells[0].place, f"{what} {number} is hidden and is not read: '{shown}'"
