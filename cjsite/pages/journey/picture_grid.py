"""Where things stand on a map's picture: the names of its lanes, then its columns, then the names of its lines."""

from collections.abc import Iterable, Sequence

from cjsite.base.frozen import frozen
from cjsite.drawing.palette import INK, INK_2
from cjsite.drawing.svg import Anchor, PictureCanvas, PlacedLine, TextStyle, stacked

EDGE, NAMES, ENDS = 24.0, 136.0, 128.0
"""The margin, and the room before and after the columns; that after them, where lines have names there."""
LEAST_COLUMN, MOST_COLUMN, USUAL = 100.0, 208.0, 1232.0
"""Bounds of a column, and how wide the picture is where these leave it free."""
PAD = 7.0
NAME = TextStyle(12, 15, INK_2, bold=True)
STRONG = TextStyle(13, 16, INK, bold=True)
PLAIN = TextStyle(12, 15, INK_2)


@frozen
class RowCell:
    """Texts over columns side by side, each as it is set; start: the first of these, from 0."""

    start: int
    count: int
    texts: tuple[tuple[str, TextStyle], ...]


@frozen
class Strip:
    """A part of the picture from side to side: its elements, and how high it is."""

    svg: str
    height: float


@frozen
class PictureGrid:
    """The columns of a picture; column: how wide each is."""

    canvas: PictureCanvas
    column: float
    count: int

    def at(self, x: float) -> float:
        """Return where a place in columns is."""
        return NAMES + x * self.column

    @property
    def end(self) -> float:
        """Return where the columns end."""
        return self.at(self.count)

    def row(self, top: float, title: str, cells: Iterable[RowCell], anchor: Anchor) -> Strip:
        """Return a lane of texts, as high as the longest of them needs it."""
        lines: dict[TextStyle, list[PlacedLine]] = {}
        height = self._put(lines, ((title, NAME),), EDGE, NAMES - EDGE - PAD, top)
        anchored: dict[TextStyle, list[PlacedLine]] = {}
        for cell in cells:
            inside = cell.count * self.column - 2 * PAD
            x = self.at(cell.start + cell.count / 2) if anchor == "middle" else self.at(cell.start) + PAD
            height = max(height, self._put(anchored, cell.texts, x, inside, top))
        texts = [self.canvas.texts(own, style) for style, own in lines.items()]
        texts += [self.canvas.texts(own, style, anchor) for style, own in anchored.items()]
        return Strip("".join(texts), height + 2 * PAD)

    def _put(
        self,
        lines: dict[TextStyle, list[PlacedLine]],
        texts: Sequence[tuple[str, TextStyle]],
        x: float,
        room: float,
        top: float,
    ) -> float:
        """Add the lines of texts to those that are set alike; return how high they are."""
        height = 0.0
        for text, style in texts:
            broken = style.lines(text, self.canvas.language, room)
            lines.setdefault(style, []).extend(stacked(broken, x, top + PAD + height, style.line))
            height += len(broken) * style.line
        return height


def picture_grid(count: int, has_names: bool, is_rtl: bool, language: str) -> PictureGrid:
    """Return the grid of so many columns; has_names: whether lines have names at their ends."""
    after = ENDS if has_names else EDGE
    column = min(max((USUAL - NAMES - after) / max(count, 1), LEAST_COLUMN), MOST_COLUMN)
    width = max(NAMES + count * column + after, USUAL / 2)
    return PictureGrid(PictureCanvas(width, is_rtl, language), column, count)
