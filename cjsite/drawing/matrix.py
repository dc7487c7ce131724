"""Where the marks of a value × effort matrix stand: none covers another."""

from collections.abc import Sequence
from math import ceil, sqrt

from cjsite.base.frozen import frozen

RANKS = 5


@frozen
class MatrixMark:
    """A mark's middle and radius in units of which a cell has `cell`."""

    x: float
    y: float
    radius: float

    @property
    def baseline(self) -> float:
        """Return where the mark's number stands, its figures 12 units high, so that it is in the middle."""
        return self.y + 6


def matrix(ranks: Sequence[tuple[int, int]], cell: float = 100.0) -> tuple[MatrixMark, ...]:
    """Return a mark for each (effort, value), both 1 to 5; effort grows to the right, value upwards.

    Marks of one cell stand in a square grid inside it, row by row, as large as there is room for all of them.
    """
    count = {rank: ranks.count(rank) for rank in set(ranks)}
    seen: dict[tuple[int, int], int] = {}
    marks = []
    for rank in ranks:
        side = ceil(sqrt(count[rank]))
        place = seen.get(rank, 0)
        seen[rank] = place + 1
        step = cell / max(side, 2)
        # Fewer marks than places are centred in the cell.
        wide, high = min(side, count[rank]), ceil(count[rank] / side)
        x = (rank[0] - 1) * cell + cell / 2 + (place % side - (wide - 1) / 2) * step
        y = (RANKS - rank[1]) * cell + cell / 2 + (place // side - (high - 1) / 2) * step
        marks.append(MatrixMark(round(x, 2), round(y, 2), round(step * 0.42, 2)))
    return tuple(marks)
