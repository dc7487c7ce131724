"""The emotion curve: one smooth line through all scores that are known, and none where they are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, pairwise
from math import isfinite

from cjsite.base.frozen import frozen
from cjsite.drawing.dimensions import Y_UNIT
from cjsite.drawing.geometry import Y_ZERO
from cjsite.drawing.monotone import Spline
from cjsite.drawing.paths import Viewport, closed, joined, pieces

LANE = Viewport(100.0, Y_ZERO, Y_UNIT)
ROUNDING = 1e-6
Segment = tuple[float, float]
"""The piece of a line between two neighbouring samples: their x."""


@frozen
class CurvePoint:
    """One feeling at x (column units): a normal score, or None where it is not known.

    Not firm = assumed or inferred: both segments that touch it are drawn dotted.
    """

    x: float
    s: float | None
    firm: bool = True


@frozen
class CurveRun:
    """An unbroken stretch of the curve as paths; a lone point has a spline but empty paths.

    `firm` and `weak` together are the line; `area` is closed to the zero line. `firmness` tells of each segment.
    """

    spline: Spline
    firmness: tuple[bool, ...]
    firm: str
    weak: str
    area: str


@frozen
class Curve:
    """The runs of one line over a map of `columns` columns, as paths in a 100 x 100 unit a column."""

    columns: int
    runs: tuple[CurveRun, ...]

    @property
    def firm(self) -> str:
        """Return all that is known from customers, as one path."""
        return "".join(run.firm for run in self.runs)

    @property
    def weak(self) -> str:
        """Return all that touches an assumed score, as one path."""
        return "".join(run.weak for run in self.runs)

    @property
    def area(self) -> str:
        """Return the surface between the line and zero, as one path."""
        return "".join(run.area for run in self.runs)

    def score_at(self, x: float) -> float | None:
        """Return the normal score on the line at x (column units), None in a gap."""
        values = (run.spline.value_at(x) for run in self.runs)
        return next((value for value in values if value is not None), None)


def curve(
    samples: Sequence[CurvePoint], columns: int, frame: Viewport = LANE, drawn: AbstractSet[Segment] = frozenset()
) -> Curve:
    """Draw the line through samples in ascending x, but not the segments that another line has drawn.

    Serves the current state, the future one and every persona alike. Raises ValueError when x
    does not ascend strictly or leaves the map, or a score leaves -2 to +2.
    """
    check(samples, columns)
    runs = ((spline(stretch), firmness(stretch)) for stretch in stretches(samples))
    parts = runs if not drawn else (part for line, firm in runs for part in _rest(line, firm, drawn))
    return Curve(columns, tuple(_draw(line, firm, frame) for line, firm in parts))


def segments(samples: Sequence[CurvePoint]) -> frozenset[Segment]:
    """Return the segments of the line through samples."""
    return frozenset((a.x, b.x) for a, b in pairwise(samples) if a.s is not None and b.s is not None)


def stretches(samples: Sequence[CurvePoint]) -> Iterator[tuple[CurvePoint, ...]]:
    """Yield the stretches of known samples between unknown ones."""
    for is_known, group in groupby(samples, key=lambda sample: sample.s is not None):
        if is_known:
            yield tuple(group)


def spline(points: Sequence[CurvePoint]) -> Spline:
    """Return the line through one stretch, in column units and normal scores."""
    return Spline.through([sample.x for sample in points], [sample.s or 0.0 for sample in points])


def firmness(points: Sequence[CurvePoint]) -> list[bool]:
    """Tell for each segment of a stretch whether both its ends are firm."""
    return [a.firm and b.firm for a, b in pairwise(points)]


def check(samples: Sequence[CurvePoint], columns: int) -> None:
    """Raise ValueError for samples that cannot be drawn on a map of `columns` columns."""
    if any(a.x >= b.x for a, b in pairwise(samples)):
        raise ValueError("samples do not ascend strictly in x")
    for sample in samples:
        if not 0 <= sample.x <= columns:
            raise ValueError(f"x = {sample.x:g} is outside the map's {columns} columns")
        if sample.s is not None and not (isfinite(sample.s) and abs(sample.s) <= 2 + ROUNDING):
            raise ValueError(f"score {sample.s:g} is outside -2 to +2")


def _rest(line: Spline, firm: list[bool], drawn: AbstractSet[Segment]) -> Iterator[tuple[Spline, list[bool]]]:
    """Yield the parts of a line that are not drawn yet, each as steep at its ends as the whole is there."""
    alone = [segment not in drawn for segment in pairwise(line.xs)]
    for is_alone, group in groupby(range(len(alone)), key=alone.__getitem__):
        places = list(group)
        if is_alone:
            start, end = places[0], places[-1] + 1
            own = slice(start, end + 1)
            yield Spline(line.xs[own], line.ys[own], line.slopes[own]), firm[start:end]


def _draw(line: Spline, firm: list[bool], frame: Viewport) -> CurveRun:
    parts = pieces(line.cubics(), frame.place)
    return CurveRun(
        line,
        tuple(firm),
        joined(part for part, sure in zip(parts, firm, strict=True) if sure),
        joined(part for part, sure in zip(parts, firm, strict=True) if not sure),
        closed(joined(parts), (line.xs[0] * frame.x_unit, frame.y_zero)) if parts else "",
    )
