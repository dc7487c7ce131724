"""Where lines and marks are in the lane, in pixels, ready to be asked many times."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from math import inf

from cjsite.base.frozen import frozen
from cjsite.drawing.curve import Curve
from cjsite.drawing.geometry import y_percent

GRID = 16


@frozen
class Obstacle:
    """A round mark on the lane: x in column units, a normal score, a radius in px."""

    x: float
    s: float
    radius: float


@frozen
class Profile:
    """A line's height in px at every sixteenth of a column; gaps hold +inf and -inf.

    The two lists differ in gaps only, so that the least and the greatest height of any stretch
    come from `min` and `max` alone.
    """

    tops: list[float]
    bottoms: list[float]

    @classmethod
    def of(cls, curve: Curve, lane: float) -> Profile:
        """Sample a curve over a lane `lane` px high."""
        size = curve.columns * GRID + 1
        tops, bottoms = [inf] * size, [-inf] * size
        for run in curve.runs:
            for index, s in run.spline.sampled(GRID):
                tops[index] = bottoms[index] = y_percent(s) * lane / 100
        return cls(tops, bottoms)

    def extent(self, start: float, end: float) -> tuple[float, float]:
        """Return the least and greatest height from start to end (column units).

        The line is continuous, so it meets a box over that stretch only if these enclose part
        of the box. The least is +inf and the greatest -inf where there is no line.
        """
        first = max(int(start * GRID), 0)
        last = min(int(end * GRID) + 2, len(self.tops))
        return min(self.tops[first:last], default=inf), max(self.bottoms[first:last], default=-inf)


def near(marks: Sequence[Obstacle], x: float, reach: float) -> Iterator[Obstacle]:
    """Yield those of the marks, sorted by x, that are at most `reach` columns from x."""
    for index in range(bisect_left(marks, x - reach, key=lambda mark: mark.x), len(marks)):
        if marks[index].x > x + reach:
            return
        yield marks[index]
