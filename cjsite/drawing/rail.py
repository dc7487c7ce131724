"""The phone's timeline: the curve upright, cut into one piece a column.

The pieces stand beside cards of any height. At a column's borders the line runs straight down,
so pieces stretched by different factors still join smoothly, and what stands between two
columns (stage heads, texts of a step) continues it with a straight rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from math import ceil

from cjsite.base.frozen import frozen
from cjsite.drawing.curve import CurvePoint, Segment, check, firmness, stretches
from cjsite.drawing.geometry import rail_position
from cjsite.drawing.monotone import Cubic, Point, Spline, split
from cjsite.drawing.paths import join


@frozen
class Border:
    """Where the line crosses a column's border: percent of the rail, the k of class `r{k}`.

    Less than 50 is below zero. Weak = the line is dotted there.
    """

    position: int
    weak: bool


@frozen
class Piece:
    """The line along one column, in a view box of 100 x 100, time running down.

    `start` and `end` are None where the line does not go on into the neighbouring column.
    """

    firm: str
    weak: str
    start: Border | None
    end: Border | None


Part = tuple[Cubic, bool]


def rail(
    samples: Sequence[CurvePoint], columns: int, drawn: AbstractSet[Segment] = frozenset()
) -> tuple[Piece, ...]:
    """Return a piece of the upright line for every column, without the segments that another line has drawn.

    Raises ValueError as `curve` does.
    """
    check(samples, columns)
    parts = [part for stretch in stretches(samples) for part in _parts(stretch, drawn)]
    homes: list[list[Part]] = [[] for _ in range(columns)]
    for part in parts:
        homes[int(part[0][0][0])].append(part)
    borders = _borders(parts)
    return tuple(
        Piece(
            _path(home, column, weak=False),
            _path(home, column, weak=True),
            borders.get(column),
            borders.get(column + 1),
        )
        for column, home in enumerate(homes)
    )


def _parts(points: Sequence[CurvePoint], drawn: AbstractSet[Segment]) -> Iterator[Part]:
    """Yield the curves of a stretch cut at the borders, each with whether it is weak."""
    line = Spline.through([sample.x for sample in points], [rail_position(sample.s or 0.0) for sample in points])
    for cubic, firm, segment in zip(line.cubics(), firmness(points), pairwise(line.xs), strict=True):
        if segment not in drawn:
            for part in _cut(cubic):
                yield _upright(part), not firm


def _cut(cubic: Cubic) -> Iterator[Cubic]:
    rest = cubic
    for border in range(int(cubic[0][0]) + 1, ceil(cubic[3][0])):
        start, end = rest[0][0], rest[3][0]
        part, rest = split(rest, (border - start) / (end - start))
        yield part
    yield rest


def _upright(part: Cubic) -> Cubic:
    """Return a part with whole ends, and straight handles where it meets a border.

    Rounding an end may pass the handle beside it, which is then held between both ends.
    """
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = ((round(x, 9), y) for x, y in part)
    start, end = round(y0), round(y3)
    low, high = sorted((start, end))
    first = start if x0 == int(x0) else min(max(y1, low), high)
    second = end if x3 == int(x3) else min(max(y2, low), high)
    return (x0, start), (x1, first), (x2, second), (x3, end)


def _borders(parts: Sequence[Part]) -> dict[int, Border]:
    starts = {part[0] for part, _ in parts}
    ends = ((part[3], weak) for part, weak in parts)
    return {int(end[0]): Border(int(end[1]), weak) for end, weak in ends if end in starts and end[0] == int(end[0])}


def _path(home: Sequence[Part], column: int, *, weak: bool) -> str:
    def place(point: Point) -> Point:
        return point[1], (point[0] - column) * 100

    return join((part for part, dotted in home if dotted == weak), place)
