"""Monotone cubic interpolation: a smooth line that invents no highs and no lows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, floor, isfinite, sqrt

from cjsite.base.frozen import frozen

END_SLOPE = 0.6

Point = tuple[float, float]
Cubic = tuple[Point, Point, Point, Point]
Knot = tuple[float, float, float]


def tangents(xs: Sequence[float], ys: Sequence[float]) -> tuple[float, ...]:
    """Return the slope at each of one or more points, spaced as they like.

    Fritsch and Carlson, Monotone Piecewise Cubic Interpolation (SIAM J. Numer. Anal. 17,
    1980): flat at local extremes and level stretches, else the mean of both secants, limited
    to alpha^2 + beta^2 <= 9. The ends take 0.6 of their secant, so that a line leaves its
    first face calmly. Raises ValueError unless all is finite and xs ascends strictly.
    """
    _guard(xs, ys)
    secants = [(y1 - y0) / (x1 - x0) for (x0, x1), (y0, y1) in zip(pairwise(xs), pairwise(ys), strict=True)]
    if not secants:
        return (0.0,)
    if not all(map(isfinite, secants)):
        raise ValueError("two x are too close for their y")
    inner = ((a + b) / 2 if a * b > 0 else 0.0 for a, b in pairwise(secants))
    slopes = [END_SLOPE * secants[0], *inner, END_SLOPE * secants[-1]]
    for index, secant in enumerate(secants):
        _limit(slopes, index, secant)
    return tuple(slopes)


def split(cubic: Cubic, t: float) -> tuple[Cubic, Cubic]:
    """Return the two parts of a Bezier curve cut at parameter t (de Casteljau)."""
    p0, p1, p2, p3 = cubic
    a, b, c = _between(p0, p1, t), _between(p1, p2, t), _between(p2, p3, t)
    d, e = _between(a, b, t), _between(b, c, t)
    middle = _between(d, e, t)
    return (p0, a, d, middle), (middle, e, c, p3)


@frozen
class Spline:
    """A monotone cubic through points with strictly ascending x."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    slopes: tuple[float, ...]

    @classmethod
    def through(cls, xs: Sequence[float], ys: Sequence[float]) -> Spline:
        """Build the line through the points; raises ValueError as `tangents` does."""
        return cls(tuple(xs), tuple(ys), tangents(xs, ys))

    def value_at(self, x: float) -> float | None:
        """Return y at x, or None before the first and after the last point."""
        if not self.xs[0] <= x <= self.xs[-1]:
            return None
        index = min(bisect_right(self.xs, x), len(self.xs) - 1) - 1
        return self.ys[0] if index < 0 else _hermite(*self._knot(index), *self._knot(index + 1), x)

    def sampled(self, per: int) -> Iterator[tuple[int, float]]:
        """Yield (k, y at k / per) for whole k from the first to the last of at least two points.

        A k that falls on a point between two segments comes twice.
        """
        for index in range(len(self.xs) - 1):
            start, end = self._knot(index), self._knot(index + 1)
            for k in range(ceil(start[0] * per), floor(end[0] * per) + 1):
                yield k, _hermite(*start, *end, k / per)

    def cubics(self) -> Iterator[Cubic]:
        """Yield one Bezier curve for each gap between two points.

        The handles stand at thirds, so x runs evenly with t; and since alpha and beta are at
        most 3, their y stays between both ends: so does the curve, rounded or not.
        """
        knots = zip(self.xs, self.ys, self.slopes, strict=True)
        for (x0, y0, m0), (x1, y1, m1) in pairwise(knots):
            third = (x1 - x0) / 3
            yield (x0, y0), (x0 + third, y0 + m0 * third), (x1 - third, y1 - m1 * third), (x1, y1)

    def _knot(self, index: int) -> Knot:
        return self.xs[index], self.ys[index], self.slopes[index]


def _hermite(x0: float, y0: float, m0: float, x1: float, y1: float, m1: float, x: float) -> float:
    width = x1 - x0
    t = (x - x0) / width
    u = 1 - t
    return y0 + (y1 - y0) * t * t * (3 - 2 * t) + width * t * u * (m0 * u - m1 * t)


def _guard(xs: Sequence[float], ys: Sequence[float]) -> None:
    if not xs or len(xs) != len(ys):
        raise ValueError(f"{len(xs)} x for {len(ys)} y")
    if not all(map(isfinite, (*xs, *ys))):
        raise ValueError("a point is not finite")
    if any(a >= b for a, b in pairwise(xs)):
        raise ValueError("x does not ascend strictly")


def _limit(slopes: list[float], index: int, secant: float) -> None:
    first, second = slopes[index], slopes[index + 1]
    radius = sqrt(first * first + second * second)
    if radius > 3 * abs(secant):
        shrink = 3 * abs(secant) / radius
        slopes[index], slopes[index + 1] = first * shrink, second * shrink


def _between(p: Point, q: Point, t: float) -> Point:
    return p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t
