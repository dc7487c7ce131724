"""A slide as it is drawn on: native shapes and texts, each with what it shows in words, none with shadows.

Lengths are points; where a deck runs from right to left, places are mirrored here, and nowhere else.
"""

from collections.abc import Iterable, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from cjsite.base.controls import IN_LINE
from cjsite.base.frozen import frozen
from cjsite.drawing.monotone import Cubic, Point
from cjsite.poster.deck_directions import without_signs
from cjsite.poster.deck_file import FOOT, NUMBER, WIDTH, DeckLook
from cjsite.poster.deck_paragraphs import TextLook, write_paragraphs
from cjsite.poster.deck_text import Paragraph, TextRun, words
from cjsite.poster.deck_xml import EMU, Fill, Stroke, bezier_shape, filled, stroked

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
        self.name(shape._element, name, "")
        self.fill_in(shape, texts, look)

    def fill_in(self, shape: Any, texts: Sequence[Paragraph], look: TextLook) -> None:
        """Write paragraphs into a shape, as far from its edges as the look says."""
        body = shape.text_frame._txBody.bodyPr
        body.set("wrap", "square")
        body.set("anchor", look.anchor)
        for side in ("lIns", "rIns", "tIns", "bIns"):
            body.set(side, str(round(look.inset * EMU)))
        self.write(shape, texts, look)

    def shape(
        self, kind: str, box: Box, *, name: str, alt: str, fill: Fill | None = None, stroke: Stroke | None = None
    ) -> Any:
        """Draw a shape of the program's own, by its name there; alt: what it shows."""
        from pptx.enum.shapes import MSO_SHAPE

        own: Any = self.slide.shapes.add_shape(getattr(MSO_SHAPE, kind), *self.emu(box))
        # The style that comes with it has the theme's shadow.
        own._element.remove(own._element.find("{*}style"))
        self.name(own._element, name, alt)
        own._element.spPr.append(filled(fill))
        own._element.spPr.append(stroked(stroke))
        return own

    def curve(self, cubics: Sequence[Cubic], stroke: Stroke, *, name: str, alt: str) -> None:
        """Draw Bezier curves, each beginning where the last one ends, as one line whose points can be edited."""
        own = bezier_shape(self._tree.max_shape_id + 1, [tuple(map(self._point, cubic)) for cubic in cubics])
        self.name(own, name, alt)
        own.spPr.append(stroked(stroke))
        self._tree.append(own)

    def line(self, start: Point, end: Point, stroke: Stroke, *, name: str, alt: str) -> None:
        """Draw a straight line."""
        (x0, y0), (x1, y1) = start, end
        inner = [(x0 + (x1 - x0) * k / 3, y0 + (y1 - y0) * k / 3) for k in (1, 2)]
        self.curve([(start, inner[0], inner[1], end)], stroke, name=name, alt=alt)

    def title(self, text: str, part: str, size: float) -> None:
        """Write the title into the slide's placeholder; part: what stands behind it, small."""
        behind = (TextRun(part, faint=True, small=True),) if part else ()
        own = Paragraph((TextRun(text), *behind))
        self.write(self.slide.shapes.title, [own], TextLook(size, ""))

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
                self.write(self.slide.shapes[-1], [words(text)], TextLook(0, "soft-ink"))

    def notes(self, texts: Iterable[str]) -> None:
        """Write notes for whoever speaks."""
        self.write(self.slide.notes_slide.notes_placeholder, list(map(words, texts)), TextLook(0, ""))

    def write(self, shape: Any, texts: Sequence[Paragraph], look: TextLook) -> None:
        """Write paragraphs into the text of a shape or a cell."""
        body = shape.text_frame._txBody
        write_paragraphs(body, texts, look, self.look, self._linked)

    def _linked(self, address: str) -> str:
        from pptx.opc.constants import RELATIONSHIP_TYPE

        return self.slide.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def name(self, element: Any, name: str, alt: str) -> None:
        """Give a shape its name, and say in words what it shows."""
        own = element.find(".//{*}cNvPr")
        own.set("name", IN_LINE.sub(" ", without_signs(name))[:_LONGEST_NAME])
        if alt:
            own.set("descr", IN_LINE.sub(" ", without_signs(alt)))

    def emu(self, box: Box) -> tuple[Any, Any, Any, Any]:
        """Return a place as the file has it."""
        left = WIDTH - box.x - box.width if self.is_rtl else box.x
        x, y, width, height = (round(value * EMU) for value in (left, box.y, box.width, box.height))
        return x, y, width, height

    def _point(self, point: Point) -> tuple[int, int]:
        x, y = point
        return round((WIDTH - x if self.is_rtl else x) * EMU), round(y * EMU)
