"""A slide as it is drawn on: native shapes and texts, each with what it shows in words, none with shadows.

Lengths are points; where a deck runs from right to left, places are mirrored here, and nowhere else.
"""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from cjsite.base.controls import CONTROL, IN_LINE
from cjsite.base.frozen import frozen
from cjsite.drawing.monotone import Cubic, Point
from cjsite.poster.deck_directions import settled, without_signs
from cjsite.poster.deck_file import FOOT, NUMBER, WIDTH, DeckLook
from cjsite.poster.deck_text import GAP, LEADING, META_SIZE, Paragraph, TextRun, indent, words
from cjsite.poster.deck_xml import (
    EMU,
    Fill,
    Stroke,
    bezier_shape,
    bulleted,
    coloured,
    filled,
    leaded,
    sized,
    stroked,
)
from cjsite.text.direction import Direction

if TYPE_CHECKING:
    from pptx.slide import Slide

_LONGEST_NAME = 250


@frozen
class Box:
    """A place on a slide that runs from left to right, in points."""

    x: float
    y: float
    width: float
    height: float


@frozen
class TextLook:
    """How a text is set in its box; size: 0 for that of the master. align: 'start', 'end' or 'center'."""

    size: float = 11.0
    colour: str = "ink"
    align: str = "start"
    anchor: str = "t"
    inset: float = 0.0


class Canvas:
    """A slide that is drawn on."""

    def __init__(self, slide: "Slide", look: DeckLook) -> None:
        self.slide, self.look = slide, look
        self.is_rtl = look.direction == "rtl"
        self._tree: Any = slide.shapes._spTree

    def text(
        self, box: Box, texts: Sequence[Paragraph], look: TextLook, name: str, fill: Fill | None = None
    ) -> None:
        """Write paragraphs into a box that keeps its size."""
        shape: Any = self.slide.shapes.add_textbox(*self.emu(box))
        if fill:
            no_fill = shape._element.spPr.find("{*}noFill")
            no_fill.getparent().replace(no_fill, filled(fill))
        self._named(shape._element, name, "")
        self.fill_in(shape, texts, look)

    def fill_in(self, shape: Any, texts: Sequence[Paragraph], look: TextLook) -> None:
        """Write paragraphs into a shape, as far from its edges as the look says."""
        body = shape.text_frame._txBody.bodyPr
        body.set("wrap", "square")
        body.set("anchor", look.anchor)
        for side in ("lIns", "rIns", "tIns", "bIns"):
            body.set(side, str(round(look.inset * EMU)))
        self.write(shape.text_frame, texts, look)

    def shape(
        self, kind: str, box: Box, *, name: str, alt: str, fill: Fill | None = None, stroke: Stroke | None = None
    ) -> Any:
        """Draw a shape of the program's own, by its name there; alt: what it shows."""
        from pptx.enum.shapes import MSO_SHAPE

        own: Any = self.slide.shapes.add_shape(getattr(MSO_SHAPE, kind), *self.emu(box))
        # The style that comes with it has the theme's shadow.
        own._element.remove(own._element.find("{*}style"))
        self._named(own._element, name, alt)
        own._element.spPr.append(filled(fill))
        own._element.spPr.append(stroked(stroke))
        return own

    def curve(self, cubics: Sequence[Cubic], stroke: Stroke, *, name: str, alt: str) -> None:
        """Draw Bezier curves, each beginning where the last one ends, as one line whose points can be edited."""
        own = bezier_shape(self._tree.max_shape_id + 1, [tuple(map(self._point, cubic)) for cubic in cubics])
        self._named(own, name, alt)
        own.spPr.append(stroked(stroke))
        self._tree.append(own)

    def line(self, start: Point, end: Point, stroke: Stroke, *, name: str, alt: str) -> None:
        """Draw a straight line."""
        (x0, y0), (x1, y1) = start, end
        inner = [(x0 + (x1 - x0) * k / 3, y0 + (y1 - y0) * k / 3) for k in (1, 2)]
        self.curve([(start, inner[0], inner[1], end)], stroke, name=name, alt=alt)

    def title(self, text: str, part: str, size: float) -> None:
        """Write the title into the slide's placeholder; part: what stands behind it."""
        shape: Any = self.slide.shapes.title
        paragraph = shape.text_frame.paragraphs[0]
        self._run(paragraph, words(text).runs[0], TextLook(size, ""))
        if part:
            self._run(paragraph, TextRun(part, faint=True, regular=True), TextLook(META_SIZE, "soft-ink"))
        leaded(paragraph, size * LEADING)

    def foot(self, text: str) -> None:
        """Write the foot of the slide, and its number."""
        placeholders: Any = list(self.slide.slide_layout.placeholders)
        for shape in placeholders:
            kind = int(shape.placeholder_format.type)
            if kind not in (FOOT, NUMBER):
                continue
            own: Any = deepcopy(shape._element)
            own.nvSpPr.cNvPr.set("id", str(self._tree.max_shape_id + 1))
            self._tree.append(own)
            if kind == FOOT:
                placed: Any = self.slide.shapes[-1]
                self._run(placed.text_frame.paragraphs[0], words(text).runs[0], TextLook(0, "soft-ink"))

    def notes(self, texts: Iterable[str]) -> None:
        """Write notes for whoever speaks."""
        frame: Any = self.slide.notes_slide.notes_text_frame
        for index, text in enumerate(texts):
            paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
            own, direction = settled(words(text), self.look.direction)
            self._run(paragraph, own.runs[0], TextLook(0, ""))
            self._directed(paragraph, "start", direction)

    def write(self, frame: Any, texts: Sequence[Paragraph], look: TextLook) -> None:
        """Write paragraphs into the text of a shape or a cell."""
        for index, written in enumerate(texts):
            own, direction = settled(written, self.look.direction)
            paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
            self._directed(paragraph, look.align, direction)
            leaded(paragraph, look.size * LEADING, GAP if index else 0)
            if own.bullet:
                bulleted(paragraph, indent(look.size))
            for run in own.runs:
                if run.text:
                    self._run(paragraph, run, look)
            sized(paragraph, look.size)

    def emu(self, box: Box) -> tuple[Any, Any, Any, Any]:
        """Return a place as the file has it."""
        left = WIDTH - box.x - box.width if self.is_rtl else box.x
        x, y, width, height = (round(value * EMU) for value in (left, box.y, box.width, box.height))
        return x, y, width, height

    def _run(self, paragraph: Any, own: TextRun, look: TextLook) -> None:
        from pptx.util import Pt

        run = paragraph.add_run()
        run.text = CONTROL.sub(" ", own.text)
        properties = run._r.get_or_add_rPr()
        properties.set("lang", self.look.words_language if own.ours else self.look.language)
        if look.size:
            run.font.size = Pt(look.size)
        for name, is_set in (("b", own.bold), ("i", own.italic)):
            if is_set:
                properties.set(name, "1")
        if own.regular:
            properties.set("b", "0")
        if own.struck:
            properties.set("strike", "sngStrike")
        if own.link:
            run.hyperlink.address = own.link
        elif colour := "soft-ink" if own.faint else look.colour:
            coloured(properties, colour)

    def _directed(self, paragraph: Any, align: str, direction: Direction) -> None:
        properties = paragraph._p.get_or_add_pPr()
        sides = {"start": "r" if self.is_rtl else "l", "end": "l" if self.is_rtl else "r", "center": "ctr"}
        properties.set("algn", sides[align])
        properties.set("rtl", "1" if direction == "rtl" else "0")

    def _named(self, element: Any, name: str, alt: str) -> None:
        own = element.find(".//{*}cNvPr")
        own.set("name", IN_LINE.sub(" ", without_signs(name))[:_LONGEST_NAME])
        if alt:
            own.set("descr", IN_LINE.sub(" ", without_signs(alt)))

    def _point(self, point: Point) -> tuple[int, int]:
        x, y = point
        return round((WIDTH - x if self.is_rtl else x) * EMU), round(y * EMU)
