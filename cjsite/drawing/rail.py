"""The phone's timeline: the curve upright, from face to face, beside texts of any height.

Faces stand at the top of their touchpoints. A piece spans all that is between two of them, or the part of it that
is in one step, and is as high as that: nobody knows how high before a browser lays it out. Every piece leaves and
arrives straight down, so that pieces stretched by different factors join without a kink.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from cjsite.base.frozen import frozen
from cjsite.drawing.curve import CurvePoint, Segment, check, stretches
from cjsite.drawing.geometry import rail_position


@frozen
class RailPlace:
    """Where a column stands in the timeline: its step, counted from 0, and its row there, from 1.

    is_top: whether nothing stands above it in its step.
    """

    step: int
    row: int
    is_top: bool


@frozen
class Piece:
    """The line along a part of one step, in a view box of 100 x 100, time running down.

    start: the row that it begins in, below its face; 0: it comes from above the step. end: likewise the row of the
    face that it leads to; 0: it leads on below the step. above: where it comes from there, in percent of the rail,
    the k of class `r{k}`; None where it begins inside.
    """

    step: int
    start: int
    end: int
    path: str
    is_weak: bool
    above: int | None


def rail(
    samples: Sequence[CurvePoint], places: Sequence[RailPlace], drawn: AbstractSet[Segment] = frozenset()
) -> tuple[Piece, ...]:
    """Return the upright line through samples, at most one a column, without what another line has drawn.

    Raises ValueError as `curve` does.
    """
    check(samples, len(places))
    ways = (way for stretch in stretches(samples) for way in pairwise(stretch))
    return tuple(piece for a, b in ways if (a.x, b.x) not in drawn for piece in _pieces(a, b, places))


def _pieces(a: CurvePoint, b: CurvePoint, places: Sequence[RailPlace]) -> Iterator[Piece]:
    """Yield the way from one face to the next: in one piece, or in one for each step that it runs through."""
    start, end = (places[min(int(point.x), len(places) - 1)] for point in (a, b))
    leaves, arrives = (rail_position(point.s or 0.0) for point in (a, b))
    is_weak = not (a.firm and b.firm)
    if start.step == end.step:
        yield Piece(start.step, start.row, end.row, _bend(leaves, arrives), is_weak, None)
        return
    # Above a face at the top of its step there is no room to bend.
    border = arrives if end.is_top else (leaves + arrives) // 2
    yield Piece(start.step, start.row, 0, _bend(leaves, border), is_weak, None)
    for step in range(start.step + 1, end.step):
        yield Piece(step, 0, 0, _bend(border, border), is_weak, border)
    yield Piece(end.step, 0, end.row, _bend(border, arrives), is_weak, border)


def _bend(start: int, end: int) -> str:
    return f"M{start} 0V100" if start == end else f"M{start} 0C{start} 50 {end} 50 {end} 100"
