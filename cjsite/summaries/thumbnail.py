"""A journey's curve in one row of a list, and the marks on it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from cjsite.analysis.columns import Column
from cjsite.analysis.feeling import Band, Feeling, band
from cjsite.analysis.risk import Risk
from cjsite.base.frozen import frozen, replace
from cjsite.drawing.curve import CurvePoint
from cjsite.drawing.paths import in_whole_units, number
from cjsite.drawing.sparkline import sparkline

Role = Literal["front", "back"]
WIDTH, HEIGHT = 1000.0, 100.0
LIST_PAD, LANE_PAD = 21.0, 29.0
"""Room above +2 and below −2 in per cent of the height: for marks in a list, for faces and numbers in a lane."""
NUMBER_WIDTH, NUMBER_HEIGHT = 3.5, 14.0
"""The number of a face in per cent of a lane that is some 600 px wide and 96 px high."""
NEAR = 8
"""Of the numbers before one, those that it may meet."""


@frozen
class Position:
    """A point of a mini curve in per cent of the picture's width and height."""

    x: str
    y: str


@frozen
class CurveThumbnail:
    """The paths of a mini curve in a box of 1000 x 100 units; zero is at 50, `ticks` are the stage borders.

    branches: what other routes than the main one have of their own.
    """

    firm: str
    weak: str
    area: str
    branches: str
    ticks: tuple[str, ...]


@frozen
class Diamond:
    """A moment of truth on a mini curve."""

    spot: Position
    risk: Risk


@frozen
class ThumbnailFace:
    """A touchpoint on a mini curve; its number stands `above` the face or below it, where it has room."""

    spot: Position
    number: int
    band: Band
    firm: bool
    role: Role
    moment: bool
    above: bool
    is_numbered: bool = True


@frozen
class DrawnThumbnail:
    """A drawn line and the spot of each of its feelings; what is not known stands on the zero line."""

    mini: CurveThumbnail
    feelings: tuple[Feeling, ...]
    spots: tuple[Position, ...]


def draw(
    feelings: tuple[Feeling, ...], columns: tuple[Column, ...], pad: float, courses: Sequence[Sequence[Feeling]]
) -> DrawnThumbnail:
    """Draw a line of feelings small, along each route, the main one first.

    A map without columns is an empty picture.
    """
    if not columns:
        return DrawnThumbnail(CurveThumbnail("", "", "", "", ()), (), ())
    points = samples(feelings)
    lines = [samples(course) for course in courses]
    borders = _borders(columns)
    picture = sparkline(points, len(columns), borders, routes=lines, width=WIDTH, height=HEIGHT, pad=pad)
    spots = (
        _spot(point) if point else _spot((f.x / len(columns) * WIDTH, HEIGHT / 2))
        for point, f in zip(picture.points, feelings, strict=True)
    )
    ticks = tuple(map(number, picture.ticks))
    mini = CurveThumbnail(picture.firm, picture.weak, picture.area, picture.branches, ticks)
    return DrawnThumbnail(mini, feelings, tuple(spots))


def coarse(mini: CurveThumbnail) -> CurveThumbnail:
    """Return a curve for pages with a hundred of them: in whole units of its box, and without tint."""
    ticks = tuple(str(round(float(x))) for x in mini.ticks)
    return CurveThumbnail(
        in_whole_units(mini.firm), in_whole_units(mini.weak), "", in_whole_units(mini.branches), ticks
    )


def samples(feelings: Iterable[Feeling]) -> list[CurvePoint]:
    """Return the points that drawing needs."""
    return [CurvePoint(f.x, f.score, f.firm) for f in feelings]


def diamonds(drawn: DrawnThumbnail, risks: Mapping[int, Risk]) -> tuple[Diamond, ...]:
    """Return the moments of truth; risks: by the number of the column."""
    both = zip(drawn.spots, drawn.feelings, strict=True)
    mains = ((spot, column.number) for spot, f in both if f.main for column in f.over)
    return tuple(Diamond(spot, risks[n]) for spot, n in mains if n in risks)


def face(drawn: DrawnThumbnail, feeling: Feeling, number: int, role: Role, moment: bool) -> ThumbnailFace:
    """Return the face of a feeling that stands for touchpoint `number`."""
    spot = spot_of(drawn, feeling)
    return ThumbnailFace(
        spot, number, band(feeling.score), feeling.firm, role, moment, above=(feeling.score or 0) >= 0
    )


def numbered(faces: Iterable[ThumbnailFace]) -> tuple[ThumbnailFace, ...]:
    """Return faces in their order, without those numbers that would stand on an earlier one."""
    shown: list[ThumbnailFace] = []
    every = []
    for marked in faces:
        has_room = not any(_meet(marked, other) for other in shown[-NEAR:])
        if has_room:
            shown.append(marked)
        every.append(replace(marked, is_numbered=has_room))
    return tuple(every)


def _meet(marked: ThumbnailFace, other: ThumbnailFace) -> bool:
    (x, y), (other_x, other_y) = (_percents(marked.spot), _percents(other.spot))
    return marked.above == other.above and abs(x - other_x) < NUMBER_WIDTH and abs(y - other_y) < NUMBER_HEIGHT


def _percents(spot: Position) -> tuple[float, float]:
    return float(spot.x.rstrip("%")), float(spot.y.rstrip("%"))


def spot_of(drawn: DrawnThumbnail, feeling: Feeling) -> Position:
    """Return where a feeling of the line stands."""
    return next(spot for spot, f in zip(drawn.spots, drawn.feelings, strict=True) if f is feeling)


def _borders(columns: tuple[Column, ...]) -> list[int]:
    return [c.number - 1 for before, c in pairwise(columns) if c.stage is not before.stage]


def _spot(point: tuple[float, float]) -> Position:
    x, y = point
    return Position(f"{number(100 * x / WIDTH)}%", f"{number(100 * y / HEIGHT)}%")
