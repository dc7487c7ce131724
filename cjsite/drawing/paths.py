"""SVG path strings: short, rounded to a hundredth, the same on every machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from cjsite.frozen import frozen

from .monotone import Cubic, Point


@frozen
class Frame:
    """A linear map from column units and normal scores to the units of a view box."""

    x_unit: float
    y_zero: float
    y_unit: float

    def place(self, point: Point) -> Point:
        """Return the view box coordinates of (x, score)."""
        return point[0] * self.x_unit, self.y_zero - point[1] * self.y_unit


@lru_cache(2**14)
def number(value: float) -> str:
    """Return a coordinate with two decimals at most and no trailing zeros."""
    text = f"{value:.2f}"
    if text[-1] != "0":
        return text
    text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def join(cubics: Iterable[Cubic], place: Callable[[Point], Point]) -> str:
    """Return one path of Bezier curves; a new subpath begins where two do not touch.

    `place` maps their points into the view box.
    """
    parts: list[str] = []
    pen: Point | None = None
    for p0, p1, p2, p3 in cubics:
        if p0 != pen:
            parts.append("M" + _pair(place(p0)))
        parts.append("C" + " ".join(_pair(place(point)) for point in (p1, p2, p3)))
        pen = p3
    return "".join(parts)


def polyline(points: Iterable[Point]) -> str:
    """Return one path of straight lines through view box coordinates."""
    text = "L".join(map(_pair, points))
    return f"M{text}" if text else ""


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"
