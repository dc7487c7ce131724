"""The lines of feelings as drawn: curves, their marks, and for each column the piece of the phone's rail."""

from collections.abc import Iterable

from cjsite.analysis.feeling import Feeling
from cjsite.base.frozen import frozen
from cjsite.drawing.curve import Curve, CurvePoint, curve
from cjsite.drawing.rail import Border, Piece, rail
from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.feeling_marks import ColumnMarks, column_marks, placed
from cjsite.pages.persona import initials
from cjsite.summaries.links import name as name_of


@frozen
class FeelingLine:
    """One persona's line: its paths in a box of 100 units a column and 100 high, and where its name may stand."""

    person: str
    name: str
    initials: str
    firm: str
    weak: str
    area: str


@frozen
class RailPiece:
    """A line along one column on the phone: path classes with paths, and the joins at its start and end."""

    paths: tuple[tuple[str, str], ...]
    start: str
    end: str


@frozen
class FeelingLines:
    """All lines of a map; marks and rails by column, counted from 0."""

    lines: tuple[FeelingLine, ...]
    curves: tuple[Curve, ...]
    marks: tuple[tuple[ColumnMarks, ...], ...]
    rails: tuple[tuple[RailPiece, ...], ...]


def samples(feelings: Iterable[Feeling]) -> list[CurvePoint]:
    """Return the points that drawing needs."""
    return [CurvePoint(f.x, f.score, f.firm) for f in feelings]


def feeling_lines(context: MapContext) -> FeelingLines:
    """Draw every line of the map."""
    count = len(context.columns)
    drawn = [samples(analysis.feelings) for analysis in context.analyses]
    curves = tuple(curve(points, count) for points in drawn)
    spots: list[list[ColumnMarks]] = [[] for _ in range(count)]
    rails: list[list[RailPiece]] = [[] for _ in range(count)]
    heard = []
    for index, analysis in enumerate(context.analyses):
        person = f"person-{index + 1}"
        name = _name(context, index)
        own = [curves[index], *(c for other, c in enumerate(curves) if other != index)]
        words = placed(context, analysis, own, drawn)
        for number, mark in enumerate(column_marks(context, analysis, person, name, words)):
            spots[number].append(mark)
        for number, piece in enumerate(rail(drawn[index], count)):
            rails[number].append(rail_of(piece, person))
        heard.append(
            FeelingLine(person, name, initials(name), curves[index].firm, curves[index].weak, curves[index].area)
        )
    return FeelingLines(tuple(heard), curves, tuple(map(tuple, spots)), tuple(map(tuple, rails)))


def rail_of(piece: Piece, line: str) -> RailPiece:
    """Return a line's piece along a column with the classes that its parts carry."""
    paths = ((f"firm {line}", piece.firm), (f"weak {line}", piece.weak))
    return RailPiece(tuple(p for p in paths if p[1]), _join(piece.start, line), _join(piece.end, line))


def _name(context: MapContext, index: int) -> str:
    persona = next((p for p in context.inputs.personas if p.id == context.analyses[index].persona), None)
    return name_of(persona) if persona else ""


def _join(border: Border | None, line: str) -> str:
    if border is None:
        return ""
    tone = "good" if border.position >= 50 else "bad"
    return f"join {line} {tone} r{border.position}" + (" weak" if border.weak else "")
