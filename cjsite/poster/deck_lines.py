"""Lines of feelings on a slide: curves whose points can be edited, faces, gaps and moments of truth."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from cjsite.analysis.feeling import Feeling, band
from cjsite.base.frozen import frozen
from cjsite.drawing.curve import CurvePoint, firmness, stretches
from cjsite.drawing.dimensions import LINE_STYLES
from cjsite.drawing.measure import text_width
from cjsite.drawing.monotone import Cubic, Point, Spline, split
from cjsite.pages.journey.context import MapContext, title_of
from cjsite.pages.journey.feeling_marks import said, spread
from cjsite.poster.deck_canvas import Box, Canvas
from cjsite.poster.deck_faces import GAP_FILL, diamond, face
from cjsite.poster.deck_paragraphs import TextLook
from cjsite.poster.deck_text import height, words
from cjsite.poster.deck_xml import Fill, Stroke
from cjsite.summaries.journey_analysis import JourneyAnalysis
from cjsite.summaries.thumbnail import samples
from cjsite.text.prose import plain

SIZE = 10.0
_LEAST_FACE, _MOST_FACE, _SMALL = 10.0, 17.0, 0.65
_LEAST_PAD, _MOST_PAD = 12.0, 24.0
_SAMPLES = 24
"""Points of a curve that words keep away from."""
_LINES = (
    *(Stroke("ink", 2.25), Stroke("other", 1.75), Stroke("neutral", 1.75), Stroke("edge", 1.75)),
    *(Stroke("other", 0.75), Stroke("ink", 0.75)),
)
"""Of each line that is drawn, the chosen one first."""


def line_stroke(index: int, firm: bool = True, branch: bool = False) -> Stroke:
    """Return how a line is drawn, counted from 0; firm: whether customers said so. branch: off the main route."""
    own = _LINES[index]
    dash = ("" if firm else "sysDash") if not branch else ("lgDash" if firm else "sysDot")
    return Stroke(own.colour, own.width * (0.7 if branch else 1), dash)


@frozen
class Frame:
    """Where lines are drawn: a box, and the edges of the columns in it; first: the first of these, from 0."""

    box: Box
    edges: tuple[float, ...]
    first: int = 0

    @property
    def last(self) -> int:
        """Return the number of the column behind the last one."""
        return self.first + len(self.edges) - 1

    def x(self, place: float) -> float:
        """Return where a place in columns is; outside of the box columns are as wide as the one at its edge."""
        at = place - self.first
        index = min(max(int(at // 1), 0), len(self.edges) - 2)
        return self.edges[index] + (at - index) * (self.edges[index + 1] - self.edges[index])

    def y(self, score: float) -> float:
        """Return the height of a score on −2 to +2."""
        pad = min(max(self.box.height / 8, _LEAST_PAD), _MOST_PAD)
        room = self.box.height - 2 * pad
        return self.box.y + pad + (2 - score) / 4 * room

    @property
    def face(self) -> float:
        """Return the size of faces: as large as they have room side by side."""
        return min(max(0.85 * (self.edges[-1] - self.edges[0]) / (len(self.edges) - 1), _LEAST_FACE), _MOST_FACE)

    def holds(self, feeling: Feeling) -> bool:
        """Tell whether the mark of a feeling stands in it."""
        return self.first <= feeling.x < self.last or feeling.x == self.last


def draw_gaps(canvas: Canvas, context: MapContext, frame: Frame) -> Iterator[Box]:
    """Draw where nothing is known of the chosen line, and yield the places: what is not known is no middle."""
    at = context.analysis.at
    inside = range(frame.first, min(frame.last, len(at)))
    word = context.wording("band.unknown")
    for is_gap, group in groupby(inside, key=lambda n: _is_gap(at[n])):
        numbers = list(group)
        if is_gap:
            left, right = frame.x(numbers[0]), frame.x(numbers[-1] + 1)
            box = Box(left, frame.box.y, right - left, frame.box.height)
            titles = context.wording.listed(*(title_of(context.columns[n]) for n in numbers))
            alt = f"{word}{context.wording.colon}{titles}"
            canvas.shape("RECTANGLE", box, name=word, alt=alt, fill=GAP_FILL)
            yield box


def say_gaps(canvas: Canvas, context: MapContext, gaps: Sequence[Box]) -> None:
    """Write into gaps that they are some, over what crosses them, where every word of that has room."""
    word = context.wording("band.unknown")
    longest = max(text_width(part, SIZE) for part in word.split()) * 1.2
    for box in (gap for gap in gaps if longest < gap.width - 2):
        texts = [words(word, ours=True)]
        room = min(box.width - 2, text_width(word, SIZE) * 1.2 + 4)
        high = height(texts, room, SIZE)
        place = Box(box.x + (box.width - room) / 2, box.y + (box.height - high) / 2, room, high)
        canvas.text(place, texts, TextLook(SIZE, "soft-ink", "center"), word, Fill("paper"))


def _is_gap(felt: Feeling | None) -> bool:
    return felt is not None and felt.score is None


def draw_lines(canvas: Canvas, context: MapContext, frame: Frame, names: Sequence[str]) -> list[Point]:
    """Draw every line along every route; return points on them. names: whose each is."""
    drawn: set[tuple[float, float]] = set()
    passed: list[Point] = []
    # The chosen line lies on top.
    for index, analysis in reversed(list(enumerate(context.analyses[:LINE_STYLES]))):
        drawn.clear()
        for number, course in enumerate(analysis.courses):
            cubics = list(_cubics(samples(course), frame, drawn))
            for firm, run in groupby(cubics, key=lambda own: own[0]):
                chain = [cubic for _, cubic in run]
                name = names[index] if index < len(names) else ""
                for piece in _chained(chain):
                    stroke = line_stroke(index, firm, number > 0)
                    canvas.curve(piece, stroke, name=name, alt=_line_alt(context, name, firm))
            passed += [_at(cubic, k / _SAMPLES) for _, cubic in cubics for k in range(_SAMPLES + 1)]
    return passed


def _line_alt(context: MapContext, name: str, firm: bool) -> str:
    t = context.wording
    key = "map.legend.firm" if firm else "map.legend.assumed"
    return t.listed(context.lane("feeling"), name, t(key))


def _cubics(
    points: Sequence[CurvePoint], frame: Frame, drawn: set[tuple[float, float]]
) -> Iterator[tuple[bool, Cubic]]:
    """Yield the curves of one route that are not drawn yet, as far as they run in the frame, and whether firm."""
    for stretch in stretches(points):
        xs = [frame.x(point.x) for point in stretch]
        line = Spline.through(xs, [point.s or 0.0 for point in stretch])
        ends = [(a.x, b.x) for a, b in pairwise(stretch)]
        for own, firm, cubic in zip(ends, firmness(stretch), line.cubics(), strict=True):
            if own not in drawn:
                drawn.add(own)
                yield from ((firm, part) for part in _clipped(cubic, frame))


def _clipped(cubic: Cubic, frame: Frame) -> Iterator[Cubic]:
    """Yield what of a curve stands in the frame, on the slide; its x runs evenly from end to end."""
    low, high = frame.edges[0], frame.edges[-1]
    (start, _), (end, _) = cubic[0], cubic[3]
    if end <= low or start >= high:
        return
    if start < low:
        cubic = split(cubic, (low - start) / (end - start))[1]
        start = low
    if end > high:
        cubic = split(cubic, (high - start) / (end - start))[0]
    a, b, c, d = ((x, frame.y(score)) for x, score in cubic)
    yield a, b, c, d


def _chained(cubics: Sequence[Cubic]) -> Iterator[list[Cubic]]:
    """Yield runs of curves that touch each other."""
    run: list[Cubic] = []
    for cubic in cubics:
        if run and abs(run[-1][3][0] - cubic[0][0]) + abs(run[-1][3][1] - cubic[0][1]) > 0.01:
            yield run
            run = []
        run.append(cubic)
    if run:
        yield run


def _at(cubic: Cubic, t: float) -> Point:
    return split(cubic, t)[0][3]


def draw_faces(canvas: Canvas, context: MapContext, frame: Frame, names: Sequence[str]) -> list[Box]:
    """Draw the marks of every line, those of the chosen one larger; return their places. names: whose each is."""
    places: list[Box] = []
    for index, analysis in reversed(list(enumerate(context.analyses[:LINE_STYLES]))):
        name = names[index] if len(names) > 1 else ""
        for feeling in analysis.marked:
            if feeling.score is not None and frame.holds(feeling):
                places.append(_mark(canvas, context, frame, analysis, feeling, index == 0, name))
    return places


def _mark(
    canvas: Canvas,
    context: MapContext,
    frame: Frame,
    analysis: JourneyAnalysis,
    feeling: Feeling,
    chosen: bool,
    person: str,
) -> Box:
    x, y = frame.x(feeling.x), frame.y(feeling.score or 0.0)
    size = frame.face * (1 if chosen and feeling.main else _SMALL)
    ends = spread(feeling, context)
    if chosen and ends and ends[0] < ends[1]:
        low, high = (frame.y(end) for end in ends)
        name = context.wording("map.legend.range")
        canvas.line((x, low), (x, high), Stroke("line", 5), name=name, alt=_said(context, feeling))
    risk = next(
        (analysis.facts.risks.get(c.number) for c in feeling.over if c.number in analysis.facts.risks), None
    )
    if chosen and feeling.main and risk:
        place = Box(x - size, y - size, 2 * size, 2 * size)
        moment = context.wording.listed(context.lane("moments"), context.wording(f"risk.{risk}"))
        diamond(canvas, place, risk, f"{moment}{context.wording.colon}{_title(feeling)}")
    box = Box(x - size / 2, y - size / 2, size, size)
    face(canvas, box, band(feeling.score), feeling.firm, context.wording.listed(person, _said(context, feeling)))
    return Box(x - size, y - size, 2 * size, 2 * size) if risk and chosen else box


def _title(feeling: Feeling) -> str:
    return plain(feeling.column.step.title) if feeling.whole_step else title_of(feeling.column)


def _said(context: MapContext, feeling: Feeling) -> str:
    return f"{feeling.column.number} {_title(feeling)}{context.wording.colon}{said(feeling, context)}"
