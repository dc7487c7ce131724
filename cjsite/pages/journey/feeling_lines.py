"""The lines of feelings as drawn: curves, their marks, and for each column the piece of the phone's rail."""

from collections.abc import Iterator, Mapping, Sequence

from cjsite.base.frozen import frozen
from cjsite.drawing.curve import Curve, CurvePoint
from cjsite.drawing.dimensions import LINE_STYLES
from cjsite.drawing.forks import forked
from cjsite.drawing.geometry import height_class
from cjsite.drawing.line_ends import LineEnd, line_ends
from cjsite.drawing.word_sizes import Label
from cjsite.model.persona import Persona
from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.feeling_marks import ColumnMarks, column_marks, placed
from cjsite.pages.journey.fork_labels import fork_labels
from cjsite.pages.journey.rails import RailPiece, Rails, branch_class, main_samples, rail_places
from cjsite.pages.persona import initials
from cjsite.pages.pictures import photo
from cjsite.summaries.headline import alike
from cjsite.summaries.links import name as name_of
from cjsite.summaries.thumbnail import samples


@frozen
class BranchStroke:
    """What another route than the main one has of its own: the classes of its stroke, and its paths."""

    classes: str
    firm: str
    weak: str


@frozen
class FeelingLine:
    """One persona's line: its paths in a box of 100 units a column and 100 high.

    style: the class of its stroke while another line is the chosen one; 'extra' where it is not drawn then. place,
    leader: where its name stands after the map, and the path there from the line's last known point, '' on a map of
    one line. branches: where it forks, all but the main route. is_known: whether anything of it is.
    """

    person: str
    style: str
    name: str
    initials: str
    photo: str
    place: str
    leader: str
    firm: str
    weak: str
    area: str
    branches: tuple[BranchStroke, ...]
    is_known: bool


@frozen
class FeelingLines:
    """All lines of a map; marks by column and rails by step, counted from 0.

    curves: of each line, that of the main route first. words: of each line, by x, those of its main feelings, and
    where they are placed. ends: where the name of each line stands.
    """

    lines: tuple[FeelingLine, ...]
    curves: tuple[tuple[Curve, ...], ...]
    marks: tuple[tuple[ColumnMarks, ...], ...]
    rails: tuple[tuple[RailPiece, ...], ...]
    words: tuple[Mapping[float, tuple[str, Label]], ...]
    ends: tuple[LineEnd | None, ...]


def feeling_lines(context: MapContext) -> FeelingLines:
    """Draw every line of the map, along each route that its persona may take."""
    count = len(context.columns)
    routes = [[samples(course) for course in analysis.courses] for analysis in context.analyses]
    drawn = [samples(analysis.marked) for analysis in context.analyses]
    curves = tuple(forked(along, count) for along in routes)
    spots: list[list[ColumnMarks]] = [[] for _ in range(count)]
    rails = Rails(rail_places(context))
    placed_words = []
    for index, analysis in enumerate(context.analyses):
        person = _class(context, index)
        others = (branch for other, forks in enumerate(curves[:LINE_STYLES]) if other != index for branch in forks)
        around = [*curves[index], *others]
        words = placed(context, analysis, around)
        placed_words.append(words)
        labels = fork_labels(context, analysis, words, around, drawn)
        for number, mark in enumerate(column_marks(context, analysis, person, words, labels)):
            spots[number].append(mark)
        rails.add(map(main_samples, analysis.courses), person)
    ends = tuple(_ends(curves, drawn))
    both = zip(curves, ends, strict=True)
    lines = tuple(_line(context, index, forks, end) for index, (forks, end) in enumerate(both))
    return FeelingLines(lines, curves, tuple(map(tuple, spots)), rails.by_step(), tuple(placed_words), ends)


def _ends(curves: Sequence[tuple[Curve, ...]], drawn: Sequence[Sequence[CurvePoint]]) -> Iterator[LineEnd | None]:
    """Yield where the name of each line stands: None where nothing of it is known, and for the only line."""
    valued = [[(point.x, point.s) for point in points if point.s is not None] for points in drawn]
    several = [points[-1] for points in valued if points] if len(curves) > 1 else []
    ends = iter(line_ends(several, curves[0][0].columns, LINE_STYLES) if several else ())
    for points in valued:
        yield next(ends, None) if points else None


def _line(context: MapContext, index: int, forks: tuple[Curve, ...], end: LineEnd | None) -> FeelingLine:
    name = _name(context, index)
    persona = _persona(context, index)
    main, *branches = forks
    return FeelingLine(
        person=_class(context, index),
        style=f"s{index + 1}" if index < LINE_STYLES else "extra",
        name=name,
        initials=initials(name),
        photo=photo(persona) if persona else "",
        place=height_class(end.height) if end else "",
        leader=end.leader if end else "",
        firm=main.firm,
        weak=main.weak,
        area=main.area,
        branches=tuple(BranchStroke(branch_class(n), own.firm, own.weak) for n, own in enumerate(branches)),
        is_known=any(feeling.score is not None for feeling in context.analyses[index].marked),
    )


def _class(context: MapContext, index: int) -> str:
    """Return the class of a persona's line and marks, which tells them apart from those of others."""
    return f"person-{index + 1}" if len(context.analyses) > 1 else ""


def _name(context: MapContext, index: int) -> str:
    """Return whose a line is: all who feel so."""
    several = alike(context.analyses[index])
    if len(several) > 1:
        return context.wording.listed(*several)
    persona = _persona(context, index)
    return name_of(persona) if persona else ""


def _persona(context: MapContext, index: int) -> Persona | None:
    return next((p for p in context.inputs.personas if p.id == context.analyses[index].persona), None)
