"""SVG path strings: short, in tenths from point to point, the same on every machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import pairwise

from cjsite.base.frozen import frozen
from cjsite.drawing.monotone import Cubic, Point

Piece = tuple[str, str, str]
"""A Bezier curve in a path: where it starts, what draws it, and where it ends."""


_COMMAND = re.compile(r"([Mlc])([^a-zA-Z]+)")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


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
    for start, *others in cubics:
        pen = _tenths(place(start))
        ends = [_tenths(place(point)) for point in others]
        steps = [distance for x, y in ends for distance in (x - pen[0], y - pen[1])]
        curves.append((_listed(pen), f"c{_listed(steps)}", _listed(ends[-1])))
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
    ends = list(map(_tenths, points))
    steps = [distance for (x0, y0), (x, y) in pairwise(ends) for distance in (x - x0, y - y0)]
    return f"M{_listed(ends[0])}l{_listed(steps)}" if ends else ""


def closed(path: str, start: Point) -> str:
    """Return a path led down or up to the height of a point in view box coordinates, along to it, and home."""
    x, y = _tenths(start)
    return f"{path}V{_written(y)}H{_written(x)}Z"


def _tenths(point: Point) -> tuple[int, int]:
    return round(point[0] * 10), round(point[1] * 10)


@lru_cache(2**14)
def _written(tenths: int) -> str:
    whole, rest = divmod(abs(tenths), 10)
    text = f"{whole or ''}.{rest}" if rest else str(whole)
    return f"-{text}" if tenths < 0 else text


def _listed(numbers: Iterable[int]) -> str:
    """Return numbers of tenths as a path has them, where a minus parts two as well as a space."""
    return " ".join(map(_written, numbers)).replace(" -", "-")


def in_whole_units(path: str) -> str:
    """Return a path of moves and of lines and curves in steps, in whole units, which are shorter to write down.

    The steps lead between rounded points, so that errors do not add up. A curve that goes on as the one before it
    ends is told by its end alone.

    >>> in_whole_units("M25 26.8c16.7 2.3 33.3 6.8 50 11.6c16.7 4.8 33.3 13.5 50 17.4M200 0")
    'M25 27c17 2 33 7 50 11s33 14 50 18M200 0'
    """
    written: list[str] = []
    x, y, leaving = 0.0, 0.0, (0, 0)
    for command, numbers in _COMMAND.findall(path):
        values = [float(value) for value in _NUMBER.findall(numbers)]
        length = 6 if command == "c" else 2
        for begin in range(0, len(values), length):
            base = (0.0, 0.0) if command == "M" else (x, y)
            own = values[begin : begin + length]
            ends = [(base[0] + a, base[1] + b) for a, b in zip(own[::2], own[1::2], strict=True)]
            here = (0, 0) if command == "M" else (round(x), round(y))
            steps = [(round(a) - here[0], round(b) - here[1]) for a, b in ends]
            letter, (x, y) = command, ends[-1]
            if command == "c":
                if written[-1][0] != "M" and max(abs(a - b) for a, b in zip(steps[0], leaving, strict=True)) <= 1:
                    letter, steps = "s", steps[1:]
                leaving = steps[-1][0] - steps[-2][0], steps[-1][1] - steps[-2][1]
            written.append(letter + " ".join(f"{a} {b}" for a, b in steps))
    return "".join(written)
