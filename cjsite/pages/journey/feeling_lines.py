"""The lines of feelings as drawn: curves, their marks, and for each column the piece of the phone's rail."""

from collections.abc import Iterator

from cjsite.base.frozen import frozen
from cjsite.drawing.curve import Curve
from cjsite.drawing.forks import forked, forked_rails
from cjsite.drawing.rail import Border, Piece
from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.feeling_marks import ColumnMarks, column_marks, placed
from cjsite.pages.journey.fork_labels import fork_labels
from cjsite.pages.persona import initials
from cjsite.summaries.links import name as name_of
from cjsite.summaries.thumbnail import samples

BRANCHES = 3
"""Strokes that routes beside the main one are told apart by; with more routes, these come again."""


@frozen
class BranchStroke:
    """What another route than the main one has of its own: the classes of its stroke, and its paths."""

    classes: str
    firm: str
    weak: str


@frozen
class FeelingLine:
    """One persona's line: its paths in a box of 100 units a column and 100 high, and where its name may stand.

    branches: where it forks, all but the main route. is_known: whether anything of it is.
    """

    person: str
    name: str
    initials: str
    firm: str
    weak: str
    area: str
    branches: tuple[BranchStroke, ...]
    is_known: bool


@frozen
class RailPiece:
    """A line along one column on the phone: path classes with paths, and the joins at its start and end."""

    paths: tuple[tuple[str, str], ...]
    start: str
    end: str


@frozen
class FeelingLines:
    """All lines of a map; marks and rails by column, counted from 0.

    curves: of each line, that of the main route first.
    """

    lines: tuple[FeelingLine, ...]
    curves: tuple[tuple[Curve, ...], ...]
    marks: tuple[tuple[ColumnMarks, ...], ...]
    rails: tuple[tuple[RailPiece, ...], ...]


def feeling_lines(context: MapContext) -> FeelingLines:
    """Draw every line of the map, along each route that its persona may take."""
    count = len(context.columns)
    routes = [[samples(course) for course in analysis.courses] for analysis in context.analyses]
    drawn = [samples(analysis.marked) for analysis in context.analyses]
    curves = tuple(forked(along, count) for along in routes)
    spots: list[list[ColumnMarks]] = [[] for _ in range(count)]
    rails: list[list[RailPiece]] = [[] for _ in range(count)]
    heard = []
    for index, analysis in enumerate(context.analyses):
        person = f"person-{index + 1}"
        name = _name(context, index)
        others = (branch for other, forks in enumerate(curves) if other != index for branch in forks)
        around = [*curves[index], *others]
        words = placed(context, analysis, around, drawn)
        labels = fork_labels(context, analysis, words, around, drawn)
        for number, mark in enumerate(column_marks(context, analysis, person, name, words, labels)):
            spots[number].append(mark)
        for number, pieces in enumerate(zip(*forked_rails(routes[index], count), strict=True)):
            rails[number] += _rails(pieces, person)
        is_known = any(feeling.score is not None for feeling in analysis.marked)
        main, *branches = curves[index]
        strokes = tuple(BranchStroke(_branch(n), own.firm, own.weak) for n, own in enumerate(branches))
        heard.append(FeelingLine(person, name, initials(name), main.firm, main.weak, main.area, strokes, is_known))
    return FeelingLines(tuple(heard), curves, tuple(map(tuple, spots)), tuple(map(tuple, rails)))


def _branch(number: int) -> str:
    return f"branch b{number % BRANCHES + 1}"


def _rails(pieces: tuple[Piece, ...], person: str) -> Iterator[RailPiece]:
    """Yield the pieces of a line along one column; of branches only those that come by."""
    main, *branches = pieces
    yield rail_of(main, person)
    for number, piece in enumerate(branches):
        if piece.firm or piece.weak:
            yield rail_of(piece, f"{person} {_branch(number)}")


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
