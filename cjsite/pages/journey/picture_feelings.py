"""The feeling lane of a map's picture: scale, gaps, lines, faces and words, where the page has them."""

from collections.abc import Iterator, Mapping, Sequence

from cjsite.analysis.feeling import Feeling, band
from cjsite.base.frozen import frozen
from cjsite.drawing.curve import Curve
from cjsite.drawing.dimensions import (
    DIAMOND_SIZE,
    FACE_SIZE,
    LANE,
    LINE_STYLES,
    SCORE_LINE,
    SMALL_FACE_SIZE,
    WORD_LINE,
    WORD_LINES,
    WORD_SIZE,
    WORD_WIDTH,
    Y_UNIT,
)
from cjsite.drawing.geometry import Y_ZERO, y_percent
from cjsite.drawing.measure import text_lines
from cjsite.drawing.palette import BAD, BAD_TEXT, EDGE, GOOD, GOOD_TEXT, GRID, INK, INK_2, INK_3, NEUTRAL
from cjsite.drawing.paths import Viewport
from cjsite.drawing.signs import DIAMOND_BOX, FACE_BOX, diamond, face
from cjsite.drawing.svg import PlacedLine, TextStyle, hatching, lines_of, seen, stacked
from cjsite.drawing.tones import Tone, toned
from cjsite.drawing.word_sizes import Label
from cjsite.pages.journey.axis import TICKS, axis_ticks
from cjsite.pages.journey.drawn_map import DrawnMap
from cjsite.pages.journey.feeling_lines import FeelingLine
from cjsite.pages.journey.feeling_marks import is_gap, is_shown, tone, word_of
from cjsite.pages.journey.picture_grid import EDGE as MARGIN
from cjsite.pages.journey.picture_grid import ENDS, NAMES, PAD, PLAIN, PictureGrid, Strip
from cjsite.summaries.journey_analysis import JourneyAnalysis

_PX = LANE / 100
_DASHES = ("", "10 4", "3 3", "12 4 2 4", "24 6", "12 3 2 3 2 3")
"""The strokes of lines that are not the first, by which they are told apart; as css/cells.css has them."""
_WORD_INKS = {"good": GOOD_TEXT, "bad": BAD_TEXT, "neutral": INK, "unknown": INK_3}
_CLOSE = 1.06
"""How much wider than its place a line may be counted to be, which is counted rather too wide."""
_SCORE = TextStyle(12, SCORE_LINE, INK_2)
_END = TextStyle(12, 13, INK_2)
_WEAK = ' stroke-dasharray="2 5" stroke-linecap="round"'
_TONES: Mapping[Tone, str] = {"good": GOOD, "neutral": NEUTRAL, "bad": BAD}


def feeling_strip(own: DrawnMap, grid: PictureGrid, top: float) -> Strip:
    """Return the lane."""
    return FeelingPicture(own, grid, top).strip()


@frozen
class FeelingPicture:
    """The lane of a picture; top: where it begins."""

    own: DrawnMap
    grid: PictureGrid
    top: float

    @property
    def analysis(self) -> JourneyAnalysis:
        return self.own.context.analysis

    def strip(self) -> Strip:
        """Return all of the lane."""
        parts = (*self._ground(), self._gaps(), *self._axis(), *self._drops(), *self._lines(), *self._marks())
        return Strip("".join((*parts, *self._words())), LANE)

    def _y(self, score: float) -> float:
        return self.top + y_percent(score) * _PX

    def _ground(self) -> Iterator[str]:
        left, right = (self.grid.canvas.x(x) for x in (NAMES, self.grid.end))
        rules = [self.top, self.top + LANE, *(self._y(score) for score in TICKS if score)]
        path = "".join(f"M{left:.5g} {y:.5g}H{right:.5g}" for y in rules)
        yield f'<path d="{path}" fill="none" stroke="{GRID}"/>'
        yield f'<path d="M{left:.5g} {self._y(0):.5g}H{right:.5g}" fill="none" stroke="{EDGE}"/>'

    def _gaps(self) -> str:
        """Return the hatched columns of which it is not known what is felt."""
        empty = [index for index, feeling in enumerate(self.analysis.at) if is_gap(feeling)]
        column = self.grid.column
        lefts = (self.grid.canvas.x(self.grid.at(index + self.grid.canvas.is_rtl)) for index in empty)
        path = "".join(hatching(left, self.top, column, LANE, 9) for left in lefts)
        return f'<path id="gaps" d="{path}" fill="none" stroke="{EDGE}" stroke-opacity=".5"/>' if path else ""

    def _axis(self) -> Iterator[str]:
        """Yield the marks of the scale before the columns: a number, a face, and its word in up to two lines."""
        canvas, faces = self.grid.canvas, list[str]()
        numbers, words = list[PlacedLine](), list[PlacedLine]()
        for score, tick in zip(TICKS, axis_ticks(self.own.context), strict=True):
            y = self._y(score)
            numbers.append((tick.number, MARGIN + 20, y))
            faces.append(self._face(MARGIN + 34, y, 16, tick.band, firm=True))
            lines = PLAIN.lines(tick.word, canvas.language, NAMES - MARGIN - 46 - PAD, 2)
            words += stacked(lines, MARGIN + 46, y - len(lines) * PLAIN.line / 2, PLAIN.line)
        yield f'<g id="axis">{"".join(faces)}{canvas.texts(numbers, PLAIN, "end")}{canvas.texts(words, PLAIN)}</g>'

    def _face(self, x: float, y: float, size: float, name: str, *, firm: bool) -> str:
        scale = size / FACE_BOX
        at = f"{self.grid.canvas.x(x) - size / 2:.5g} {y - size / 2:.5g}"
        return (
            f'<g transform="translate({at}){"" if scale == 1 else f" scale({scale:.4g})"}">{face(name, firm)}</g>'
        )

    def _drops(self) -> Iterator[str]:
        """Yield the dotted lines down to what is said of the moments of truth."""
        moments = [f for f in self.analysis.marked if self.analysis.risk(f)]
        path = "".join(f"M{self._x(f):.5g} {self._y(f.score or 0):.5g}V{self.top + LANE:.5g}" for f in moments)
        if path:
            yield f'<path d="{path}" fill="none" stroke="{EDGE}" stroke-width="1.5" stroke-dasharray="1.5 3"/>'

    def _x(self, feeling: Feeling) -> float:
        return self.grid.canvas.x(self.grid.at(feeling.x))

    def _lines(self) -> Iterator[str]:
        """Yield the line of each persona, the chosen one last and on top, and their names."""
        canvas = self.grid.canvas
        unit = -self.grid.column if canvas.is_rtl else self.grid.column
        frame = Viewport(unit, Y_ZERO * _PX, Y_UNIT * _PX)
        yield f'<g id="curve" fill="none" transform="translate({canvas.x(NAMES):.5g} {self.top:.5g})">'
        for index, forks in reversed([*enumerate(self.own.lines.curves[:LINE_STYLES])]):
            yield from _strokes(index, forks, frame)
        yield "</g>"
        yield from self._ends(self.own.lines.lines[:LINE_STYLES])

    def _ends(self, lines: Sequence[FeelingLine]) -> Iterator[str]:
        """Yield the names of several lines where each ends, and the way there."""
        names, leaders = list[PlacedLine](), list[str]()
        for line, end, analysis in zip(lines, self.own.lines.ends, self.own.context.analyses, strict=False):
            if end is None:
                continue
            y = self.top + end.height * _PX
            broken = _END.lines(line.name, self.grid.canvas.language, ENDS - MARGIN, 2)
            names += stacked(broken, self.grid.end + 6, y - len(broken) * _END.line / 2, _END.line)
            last = [feeling for feeling in analysis.marked if feeling.score is not None][-1]
            start = f"{self._x(last):.5g} {self._y(last.score or 0):.5g}"
            leaders.append(f"M{start}L{self.grid.canvas.x(self.grid.end):.5g} {y:.5g}")
        if names:
            yield f'<path d="{"".join(leaders)}" fill="none" stroke="{EDGE}" stroke-dasharray="1 3"/>'
            yield f'<g id="names">{self.grid.canvas.texts(names, _END)}</g>'

    def _marks(self) -> Iterator[str]:
        """Yield the faces of the chosen line, the brackets of those of whole steps, and the moments of truth."""
        yield '<g id="faces" stroke-linecap="round" stroke-linejoin="round">'
        for feeling in self.analysis.marked:
            if feeling.main and feeling.score is not None and len(feeling.over) > 1:
                yield self._reach(feeling)
        for feeling in self.analysis.marked:
            risk = self.analysis.risk(feeling)
            x, y = self._x(feeling), self._y(feeling.score or 0)
            if risk:
                half, scale = DIAMOND_SIZE / 2, DIAMOND_SIZE / DIAMOND_BOX
                at = f"{x - half:.5g} {y - half:.5g}"
                yield f'<g transform="translate({at}) scale({scale:g})">{diamond(risk, 0.65)}</g>'
            size = FACE_SIZE if feeling.main else SMALL_FACE_SIZE
            yield self._face(self.grid.at(feeling.x), y, size, band(feeling.score), firm=feeling.firm)
        yield "</g>"

    def _reach(self, feeling: Feeling) -> str:
        canvas, y = self.grid.canvas, self._y(feeling.score or 0)
        start, end = (
            canvas.x(x)
            for x in (self.grid.at(feeling.over[0].number - 1) + 12, self.grid.at(feeling.over[-1].number) - 12)
        )
        path = f"M{start:.5g} {y - 5:.5g}v10M{start:.5g} {y:.5g}H{end:.5g}M{end:.5g} {y - 5:.5g}v10"
        return f'<path d="{path}" fill="none" stroke="{EDGE}" stroke-width="1.5" stroke-linecap="butt"/>'

    def _words(self) -> Iterator[str]:
        """Yield the words of the chosen line and their numbers, those of one colour together."""
        lines: dict[TextStyle, list[PlacedLine]] = {}
        words: Mapping[float, tuple[str, Label]] = self.own.lines.words[0]
        for feeling in self.analysis.marked:
            if feeling.x in words and is_shown(self.analysis, feeling, int(feeling.x)):
                for style, placed in self._caption(feeling, *words[feeling.x]):
                    lines.setdefault(style, []).extend(placed)
        texts = (self.grid.canvas.texts(placed, style, "middle") for style, placed in lines.items())
        yield f'<g id="words">{"".join(texts)}</g>'

    def _caption(self, feeling: Feeling, text: str, label: Label) -> Iterator[tuple[TextStyle, list[PlacedLine]]]:
        kind = tone(feeling.score)
        style = TextStyle(WORD_SIZE, WORD_LINE, _WORD_INKS[kind], bold=kind != "unknown")
        broken = word_lines(text, label.lines, self.grid.canvas.language)
        has_score = feeling.value is not None and bool(word_of(feeling))
        tall = len(broken) * WORD_LINE + (SCORE_LINE if has_score else 0)
        top, _ = label.span(self._y(feeling.score or 0), tall)
        x = self.grid.at(feeling.x) + label.dx
        yield style, [*stacked(broken, x, top, WORD_LINE)]
        if has_score and feeling.value is not None:
            score = self.own.context.written(feeling.value)
            yield _SCORE, [(score, x, top + tall - SCORE_LINE / 2)]


def word_lines(text: str, most: int, language: str) -> tuple[str, ...]:
    """Return the lines of a word for which there is room for so many: parted well where it stays in them."""
    text = seen(text)
    for room in (WORD_WIDTH, WORD_WIDTH * _CLOSE):
        well = lines_of(text, language, room, WORD_SIZE, WORD_LINES + 1)
        if len(well) <= most:
            return well
    return text_lines(text, WORD_WIDTH, WORD_SIZE, most)


def _strokes(index: int, forks: Sequence[Curve], frame: Viewport) -> Iterator[str]:
    """Yield the strokes of a persona's line along each route; index: which line it is."""
    width = 1.5 if index else 2.75
    for number, own in enumerate(forks):
        thin = min(width, 2) if number else width
        dash = "11 4" if number else _DASHES[index]
        sure = f' stroke-dasharray="{dash}"' if dash else ""
        for (tone_, is_firm), path in toned(own, frame).items():
            ink = INK_2 if index else _TONES[tone_]
            yield f'<path d="{path}" stroke="{ink}" stroke-width="{thin:g}"{sure if is_firm else _WEAK}/>'
