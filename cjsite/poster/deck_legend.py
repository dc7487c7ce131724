"""The legend of a deck's map: the signs that stand on its slide, and no others."""

from collections.abc import Callable, Iterator, Sequence

from cjsite.analysis.risk import Risk
from cjsite.base.frozen import frozen
from cjsite.drawing.dimensions import LINE_STYLES
from cjsite.drawing.measure import text_width
from cjsite.pages.journey.page import JourneyData
from cjsite.poster.deck_canvas import Box, Canvas
from cjsite.poster.deck_faces import BANDS, GAP_FILL, diamond, face
from cjsite.poster.deck_file import MARGIN, WIDTH
from cjsite.poster.deck_lines import line_stroke
from cjsite.poster.deck_paragraphs import TextLook
from cjsite.poster.deck_text import words
from cjsite.poster.deck_xml import Stroke
from cjsite.text.wording import Wording

SIZE = 10.0
ROW = 15.0
_SWATCH, _GAP, _WIDER = 22.0, 14.0, 1.08
_FACE = 11.0

Draw = Callable[[Canvas, Box], None]


@frozen
class LegendEntry:
    """A sign and what it means; width: of the sign."""

    text: str
    draw: Draw
    width: float = _SWATCH

    @property
    def room(self) -> float:
        """Return how wide sign and words are together."""
        return self.width + 4 + text_width(self.text, SIZE) * _WIDER


def legend_rows(data: JourneyData, t: Wording, names: Sequence[str]) -> list[list[tuple[float, LegendEntry]]]:
    """Return the entries of each row with where they begin; names: whose the lines are, where there are several."""
    rows: list[list[tuple[float, LegendEntry]]] = [[]]
    x = MARGIN
    for entry in _entries(data, t, names):
        if rows[-1] and x + entry.room > WIDTH - MARGIN:
            rows.append([])
            x = MARGIN
        rows[-1].append((x, entry))
        x += entry.room + _GAP
    return [row for row in rows if row]


def draw_legend(canvas: Canvas, rows: Sequence[Sequence[tuple[float, LegendEntry]]], top: float) -> None:
    """Draw the rows of a legend."""
    for number, row in enumerate(rows):
        for x, entry in row:
            y = top + number * ROW
            entry.draw(canvas, Box(x, y, entry.width, ROW - 2))
            room = min(entry.room - entry.width - 4, WIDTH - MARGIN - x - entry.width - 4)
            box = Box(x + entry.width + 4, y, room, ROW)
            canvas.text(box, [words(entry.text, ours=True)], TextLook(SIZE, "soft-ink"), entry.text)


def _entries(data: JourneyData, t: Wording, names: Sequence[str]) -> Iterator[LegendEntry]:
    signs = data.legend
    if len(names) > 1:
        for index, name in enumerate(names[:LINE_STYLES]):
            yield LegendEntry(name, _line(line_stroke(index), name))
    if signs.faces:
        yield LegendEntry(t("map.legend.faces"), _faces(t("map.legend.faces")), 5 * (_FACE + 2))
    if signs.unknown:
        yield LegendEntry(t("map.legend.unknown"), _gap(t("map.legend.unknown")))
    if signs.firm:
        yield LegendEntry(t("map.legend.firm"), _line(line_stroke(0), t("map.legend.firm")))
    if signs.assumed:
        yield LegendEntry(t("map.legend.assumed"), _line(line_stroke(0, firm=False), t("map.legend.assumed")))
    if signs.branch:
        yield LegendEntry(t("map.legend.branch"), _line(line_stroke(0, branch=True), t("map.legend.branch")))
    if signs.ranges:
        yield LegendEntry(t("map.legend.range"), _line(Stroke("line", 5), t("map.legend.range")))
    for number, risk in enumerate(signs.risks):
        before = (t("home.key.moment"),) if number == 0 else ()
        text = t.paragraph(*before, t(f"risk.{risk}.inside"))
        yield LegendEntry(text, _moment(risk, text), ROW - 1)


def _moment(risk: Risk, alt: str) -> Draw:
    def draw(canvas: Canvas, box: Box) -> None:
        diamond(canvas, Box(box.x, box.y, box.height, box.height), risk, alt)

    return draw


def _line(stroke: Stroke, alt: str) -> Draw:
    def draw(canvas: Canvas, box: Box) -> None:
        y = box.y + box.height / 2
        canvas.line((box.x, y), (box.x + box.width, y), stroke, name=alt, alt=alt)

    return draw


def _faces(alt: str) -> Draw:
    def draw(canvas: Canvas, box: Box) -> None:
        for index, name in enumerate(BANDS):
            spot = Box(box.x + index * (_FACE + 2), box.y + (box.height - _FACE) / 2, _FACE, _FACE)
            face(canvas, spot, name, True, alt)

    return draw


def _gap(alt: str) -> Draw:
    def draw(canvas: Canvas, box: Box) -> None:
        canvas.shape(
            "RECTANGLE", Box(box.x, box.y + 1, box.width, box.height - 2), name=alt, alt=alt, fill=GAP_FILL
        )

    return draw
