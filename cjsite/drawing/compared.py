"""Two lines over one row of columns, and the surfaces where one is above the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from cjsite.base.frozen import frozen
from cjsite.drawing.curve import LANE, Curve, CurvePoint, curve
from cjsite.drawing.paths import polyline

GRID = 8
"""Points of a surface's border in each column."""
NOTICEABLE = 0.1
"""Distance of two lines, in normal scores, from which there is a surface to see."""
Across = tuple[float, float, float]
"""A place along both lines: x, the normal score on the line above, and that on the line below."""


@frozen
class ComparedCurves:
    """Both lines, and where the second is better than the first and worse, in a box of 100 units a column."""

    before: Curve
    after: Curve
    gain: str
    loss: str


def compared(before: Sequence[CurvePoint], after: Sequence[CurvePoint], columns: int) -> ComparedCurves:
    """Draw two lines over the same columns; raises ValueError as `curve` does."""
    old, new = curve(before, columns), curve(after, columns)
    return ComparedCurves(old, new, _surface(new, old), _surface(old, new))


def _surface(over: Curve, under: Curve) -> str:
    """Return the surface between two lines where the first is above the second; none where either is not known."""
    places = [_at(over, under, index / GRID) for index in range(over.columns * GRID + 1)]
    paths: list[str] = []
    for is_drawn, stretch in groupby(places, key=lambda place: place is not None):
        if is_drawn:
            paths += _outlines([place for place in stretch if place is not None])
    return "".join(paths)


def _at(over: Curve, under: Curve, x: float) -> Across | None:
    above, below = over.score_at(x), under.score_at(x)
    return None if above is None or below is None else (x, above, below)


def _outlines(places: Sequence[Across]) -> Iterator[str]:
    """Yield the outline over one stretch, as thin as a line where the first is not above."""
    if any(above - below >= NOTICEABLE for _, above, below in places):
        there = [LANE.place((x, max(above, below))) for x, above, below in places]
        back = [LANE.place((x, below)) for x, _, below in reversed(places)]
        yield polyline([*there, *back]) + "Z"
