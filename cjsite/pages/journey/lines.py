"""The lines of feelings as drawn: curves, their marks, and for each column the piece of the phone's rail."""

from collections.abc import Iterable

from cjsite.analysis.feeling import Feeling
from cjsite.drawing.curve import Curve, Sample, curve
from cjsite.drawing.rail import Border, Piece, rail
from cjsite.frozen import frozen
from cjsite.pages.journey.marks import Marks, marks, placed
from cjsite.pages.journey.scene import Scene
from cjsite.pages.links import name as name_of
from cjsite.pages.persona import initials


@frozen
class Line:
    """One persona's line: its paths in a box of 100 units a column and 100 high, and where its name may stand."""

    person: str
    name: str
    initials: str
    firm: str
    weak: str
    area: str


@frozen
class Rail:
    """A line along one column on the phone: path classes with paths, and the joins at its start and end."""

    paths: tuple[tuple[str, str], ...]
    start: str
    end: str


@frozen
class Lines:
    """All lines of a map; marks and rails by column, counted from 0."""

    lines: tuple[Line, ...]
    curves: tuple[Curve, ...]
    marks: tuple[tuple[Marks, ...], ...]
    rails: tuple[tuple[Rail, ...], ...]


def samples(feelings: Iterable[Feeling]) -> list[Sample]:
    """Return the points that drawing needs."""
    return [Sample(f.x, f.score, f.firm) for f in feelings]


def lines(found: Scene) -> Lines:
    """Draw every line of the map."""
    count = len(found.columns)
    drawn = [samples(survey.feelings) for survey in found.surveys]
    curves = tuple(curve(points, count) for points in drawn)
    spots: list[list[Marks]] = [[] for _ in range(count)]
    rails: list[list[Rail]] = [[] for _ in range(count)]
    heard = []
    for index, survey in enumerate(found.surveys):
        person = f"person-{index + 1}"
        name = _name(found, index)
        own = [curves[index], *(c for other, c in enumerate(curves) if other != index)]
        words = placed(found, survey, own, drawn)
        for number, mark in enumerate(marks(found, survey, person, name, words)):
            spots[number].append(mark)
        for number, piece in enumerate(rail(drawn[index], count)):
            rails[number].append(rail_of(piece, person))
        heard.append(Line(person, name, initials(name), curves[index].firm, curves[index].weak, curves[index].area))
    return Lines(tuple(heard), curves, tuple(map(tuple, spots)), tuple(map(tuple, rails)))


def rail_of(piece: Piece, line: str) -> Rail:
    """Return a line's piece along a column with the classes that its parts carry."""
    paths = ((f"firm {line}", piece.firm), (f"weak {line}", piece.weak))
    return Rail(tuple(p for p in paths if p[1]), _join(piece.start, line), _join(piece.end, line))


def _name(found: Scene, index: int) -> str:
    persona = next((p for p in found.cast.personas if p.id == found.surveys[index].persona), None)
    return name_of(persona) if persona else ""


def _join(border: Border | None, line: str) -> str:
    if border is None:
        return ""
    tone = "good" if border.position >= 50 else "bad"
    return f"join {line} {tone} r{border.position}" + (" weak" if border.weak else "")
