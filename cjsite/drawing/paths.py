"""SVG path strings: short, rounded to a hundredth, the same on every machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from cjsite.base.frozen import frozen
from cjsite.drawing.monotone import Cubic, Point

_COMMAND = re.compile(r"([MLC])([\d. -]+)")
Piece = tuple[str, str, str]
"""A Bezier curve in a path: where it starts, what draws it, and where it ends."""


@frozen
class Viewport:
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


def pieces(cubics: Iterable[Cubic], place: Callable[[Point], Point]) -> list[Piece]:
    """Return Bezier curves as pieces of paths; `place` maps their points into the view box."""
    curves = []
    for start, first, second, end in cubics:
        last = _pair(place(end))
        curves.append((_pair(place(start)), f"C{_pair(place(first))} {_pair(place(second))} {last}", last))
    return curves


def joined(parts: Iterable[Piece]) -> str:
    """Return one path of pieces; a new subpath begins where two do not touch."""
    path: list[str] = []
    pen = ""
    for start, curve, end in parts:
        path += (curve,) if start == pen else ("M" + start, curve)
        pen = end
    return "".join(path)


def join(cubics: Iterable[Cubic], place: Callable[[Point], Point]) -> str:
    """Return one path of Bezier curves; `place` maps their points into the view box."""
    return joined(pieces(cubics, place))


def polyline(points: Iterable[Point]) -> str:
    """Return one path of straight lines through view box coordinates."""
    text = "L".join(map(_pair, points))
    return f"M{text}" if text else ""


def _pair(point: Point) -> str:
    return f"{number(point[0])} {number(point[1])}"


def relative(path: str) -> str:
    """Return a path of moves, lines and curves in steps from point to point, which are shorter to write down.

    They are in whole units, and lead between rounded points, so that errors do not add up. A curve that goes on as
    the one before it ends is told by its end alone.

    >>> relative("M25 26.84C41.67 29.12 58.33 33.57 75 38.4C91.67 43.23 108.33 51.93 125 55.8M200 0")
    'M25 27c17 2 33 7 50 11s33 14 50 18M200 0'
    """
    written: list[str] = []
    x, y = 0, 0
    leaving = (0, 0)
    for command, numbers in _COMMAND.findall(path):
        values = [round(float(value)) for value in numbers.split()]
        points = [*zip(values[::2], values[1::2], strict=True)]
        steps = points if command == "M" else [(a - x, b - y) for a, b in points]
        x, y = points[-1]
        letter = command if command == "M" else command.lower()
        if command == "C":
            if written[-1][0] != "M" and max(abs(a - b) for a, b in zip(steps[0], leaving, strict=True)) <= 1:
                letter, steps = "s", steps[1:]
            leaving = steps[-1][0] - steps[-2][0], steps[-1][1] - steps[-2][1]
        written.append(letter + " ".join(f"{a} {b}" for a, b in steps))
    return "".join(written)
