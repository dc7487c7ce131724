"""Small pictures: a journey's curve in one row, and the trend of a figure."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from cjsite.base.frozen import frozen
from cjsite.drawing.curve import CurvePoint, check, stretches
from cjsite.drawing.forks import forked
from cjsite.drawing.monotone import Point
from cjsite.drawing.paths import Viewport, polyline


@frozen
class Sparkline:
    """A journey's curve in `width` x `height` units, zero in the middle.

    `points` matches the samples one to one (None = not known); `lowest`, `highest` and `end`
    are indices into it. `ticks` are the x of stage borders. Above zero is the rectangle from
    0 to `zero`, below it the rest. `branches` is what other routes than the first have of their own.
    """

    width: float
    height: float
    zero: float
    firm: str
    weak: str
    area: str
    branches: str
    ticks: tuple[float, ...]
    points: tuple[Point | None, ...]
    lowest: int | None
    highest: int | None
    end: int | None


@frozen
class Trend:
    """A figure over time: its line, its last known point and the height of the target."""

    path: str
    points: tuple[Point | None, ...]
    last: Point | None
    target: float | None


def sparkline(
    samples: Sequence[CurvePoint],
    columns: int,
    borders: Sequence[float] = (),
    *,
    routes: Sequence[Sequence[CurvePoint]] = (),
    width: float = 340.0,
    height: float = 72.0,
    pad: float = 15.0,
) -> Sparkline:
    """Draw a journey's curve small; `pad` keeps marks above +2 and below -2 inside.

    Borders are stage borders in column units. Routes are parts of the samples, each a line; without any there
    is one through all. Raises ValueError as `curve` does.
    """
    frame = Viewport(width / columns, height / 2, (height / 2 - pad) / 2)
    line, *branches = forked(routes or (samples,), columns, frame)
    heights = {index: sample.s for index, sample in enumerate(samples) if sample.s is not None}
    return Sparkline(
        width,
        height,
        frame.y_zero,
        line.firm,
        line.weak,
        line.area,
        "".join(branch.firm + branch.weak for branch in branches),
        tuple(round(border * frame.x_unit, 2) for border in borders),
        tuple(_placed(sample, frame) for sample in samples),
        min(heights, key=heights.__getitem__, default=None),
        max(heights, key=heights.__getitem__, default=None),
        max(heights, default=None),
    )


def beside(
    samples: Sequence[CurvePoint],
    columns: int,
    *,
    width: float = 340.0,
    height: float = 72.0,
    pad: float = 15.0,
) -> str:
    """Return the path of a second line in a `sparkline` of the same measures: straight from sample to sample.

    A gap is never bridged; a lone sample has no path. Raises ValueError as `curve` does.
    """
    check(samples, columns)
    frame = Viewport(width / columns, height / 2, (height / 2 - pad) / 2)
    runs = (stretch for stretch in stretches(samples) if len(stretch) > 1)
    return "".join(polyline(frame.place((sample.x, sample.s or 0.0)) for sample in stretch) for stretch in runs)


def trend(
    values: Sequence[float | None],
    target: float | None = None,
    *,
    width: float = 120.0,
    height: float = 28.0,
    pad: float = 4.0,
) -> Trend:
    """Draw equally spaced values, oldest first, with straight lines; None leaves a gap.

    The height shows the range of values and target together; level values run in the middle.
    """
    heights = [value for value in (*values, target) if value is not None]
    low, high = min(heights, default=0.0), max(heights, default=0.0)
    step = (width - 2 * pad) / max(len(values) - 1, 1)

    def y(value: float) -> float:
        share = (value - low) / (high - low) if high > low else 0.5
        return round(height - pad - share * (height - 2 * pad), 2)

    points = tuple(
        None if value is None else (round(pad + index * step, 2), y(value)) for index, value in enumerate(values)
    )
    drawn = [point for point in points if point is not None]
    return Trend(_lines(points), points, drawn[-1] if drawn else None, None if target is None else y(target))


def _lines(points: Sequence[Point | None]) -> str:
    stretches = ([point for point in group if point] for _, group in groupby(points, key=bool))
    return "".join(polyline(stretch) for stretch in stretches if len(stretch) > 1)


def _placed(sample: CurvePoint, frame: Viewport) -> Point | None:
    if sample.s is None:
        return None
    x, y = frame.place((sample.x, sample.s))
    return round(x, 2), round(y, 2)
