"""Lines of several routes: what these share is drawn once, and each goes alone from its fork to where it joins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from cjsite.drawing.curve import LANE, Curve, CurvePoint, Segment, curve, segments
from cjsite.drawing.paths import Viewport
from cjsite.drawing.rail import Piece, RailPlace, rail


def forked(routes: Sequence[Sequence[CurvePoint]], columns: int, frame: Viewport = LANE) -> tuple[Curve, ...]:
    """Return the line of each route without what those before it share with it; the first is whole."""
    return tuple(curve(samples, columns, frame, drawn) for samples, drawn in _in_turn(routes))


def forked_rails(
    routes: Sequence[Sequence[CurvePoint]], places: Sequence[RailPlace]
) -> tuple[tuple[Piece, ...], ...]:
    """Return the upright line of each route likewise; places: of each column."""
    return tuple(rail(samples, places, drawn) for samples, drawn in _in_turn(routes))


def _in_turn(
    routes: Sequence[Sequence[CurvePoint]],
) -> Iterator[tuple[Sequence[CurvePoint], AbstractSet[Segment]]]:
    """Yield each route with the segments that are drawn before it."""
    drawn: set[Segment] = set()
    for samples in routes:
        yield samples, drawn
        if len(routes) > 1:
            drawn |= segments(samples)
