"""Tables of a deck: rows of texts under heads, on as many slides as they need."""

from collections.abc import Iterator, Sequence
from typing import Any

from cjsite.base.controls import IN_LINE
from cjsite.base.frozen import frozen, replace
from cjsite.poster.deck_canvas import Box, Canvas
from cjsite.poster.deck_file import MARGIN, WIDTH
from cjsite.poster.deck_paragraphs import TextLook
from cjsite.poster.deck_text import LEADING, Paragraph, height, hyphenated, split, words
from cjsite.poster.deck_xml import EMU, Stroke, filled, stroked

NAMES = 104.0
"""Points that the names of rows take."""
HEAD_SIZE = 11.0
_PAD_X, _PAD_Y = 5.0, 3.0
_FEWEST_LINES = 3
"""What is left of a slide's height is worth a part of a row from here on."""
_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own `No Style, No DeckTable`."""


@frozen
class DeckCell:
    """Texts over one or more columns, counted from 0."""

    start: int
    span: int
    texts: tuple[Paragraph, ...]


@frozen
class DeckRow:
    """A named row; what stands in none of its cells is not said."""

    name: str
    cells: tuple[DeckCell, ...]


@frozen
class DeckTable:
    """A table; heads: of its columns, none at all for a list of one column. size: of its letters."""

    columns: int
    heads: tuple[tuple[Paragraph, ...], ...]
    rows: tuple[DeckRow, ...]
    corner: str = ""
    size: float = 10.0

    @property
    def column_width(self) -> float:
        """Return the width of a column, in points."""
        return (WIDTH - 2 * MARGIN - NAMES) / self.columns

    def column_edges(self) -> tuple[float, ...]:
        """Return where each column begins, and where the last one ends."""
        return tuple(MARGIN + NAMES + index * self.column_width for index in range(self.columns + 1))

    def room(self, span: int = 1) -> float:
        """Return the width of a text over so many columns."""
        return span * self.column_width - 2 * _PAD_X

    def head_height(self) -> float:
        """Return the height of the heads, 0 where there are none."""
        tallest = max((height(texts, self.room(), HEAD_SIZE) for texts in self.heads), default=-2 * _PAD_Y)
        return tallest + 2 * _PAD_Y

    def row_height(self, row: DeckRow) -> float:
        """Return the height of a row."""
        name = height([words(row.name, bold=True)], NAMES - 2 * _PAD_X, self.size)
        return max(name, *(height(cell.texts, self.room(cell.span), self.size) for cell in row.cells)) + 2 * _PAD_Y


def hyphenated_table(grid: DeckTable, language: str, words_language: str) -> DeckTable:
    """Return a table whose long words may break in its columns."""
    room, size = grid.room(), grid.size
    rows = (
        DeckRow(
            hyphenated([words(row.name)], words_language, NAMES - 2 * _PAD_X, size)[0].text,
            tuple(
                replace(own, texts=hyphenated(own.texts, language, grid.room(own.span), size)) for own in row.cells
            ),
        )
        for row in grid.rows
    )
    heads = tuple(hyphenated(texts, language, room, HEAD_SIZE) for texts in grid.heads)
    return replace(grid, rows=tuple(rows), heads=heads)


def paged(grid: DeckTable, first: float, other: float) -> Iterator[tuple[DeckRow, ...]]:
    """Yield the rows of each slide; first, other: the height for a table on the first slide, and on later ones.

    A row that is higher than what is left of a slide is cut where much is left, or where no slide would hold it.
    """
    waiting, page, room = list(grid.rows), list[DeckRow](), first
    while waiting:
        left = room - grid.head_height() - sum(map(grid.row_height, page))
        row = waiting.pop(0)
        if grid.row_height(row) <= left:
            page.append(row)
            continue
        is_worth = left > (_FEWEST_LINES + 1) * grid.size * LEADING and grid.row_height(row) > 2 * left
        if is_worth or not page:
            head, rest = _halved(grid, row, left)
            page += [head] if head else []
            waiting.insert(0, rest)
        else:
            waiting.insert(0, row)
        yield tuple(page)
        page, room = [], other
    if page:
        yield tuple(page)


def _halved(grid: DeckTable, row: DeckRow, left: float) -> tuple[DeckRow | None, DeckRow]:
    """Return what of a row fits into a height, None for nothing, and what is left of it."""
    room = left - 2 * _PAD_Y
    parts = [(cell, split(cell.texts, grid.room(cell.span), grid.size, room)) for cell in row.cells]
    before = tuple(replace(cell, texts=head) for cell, (head, _) in parts if head)
    after = tuple(replace(cell, texts=rest) for cell, (_, rest) in parts if rest)
    return (replace(row, cells=before) if before else None), replace(row, cells=after)


def draw_table(canvas: Canvas, grid: DeckTable, rows: Sequence[DeckRow], top: float, name: str) -> None:
    """Draw a table of some rows, the heads above them."""
    heights = [*([grid.head_height()] if grid.heads else []), *map(grid.row_height, rows)]
    box = Box(MARGIN, top, WIDTH - 2 * MARGIN, sum(heights))
    frame: Any = canvas.slide.shapes.add_table(len(heights), grid.columns + 1, *canvas.emu(box))
    frame._element.nvGraphicFramePr.cNvPr.set("name", IN_LINE.sub(" ", name)[:250])
    frame._element.nvGraphicFramePr.cNvPr.set("descr", IN_LINE.sub(" ", name))
    table = _Table(canvas, grid, frame.table)
    table.size(heights)
    if grid.heads:
        table.head()
    for number, row in enumerate(rows, bool(grid.heads)):
        table.row(number, row)


class _Table:
    """A table of the file, its columns in the order of the deck's direction."""

    def __init__(self, canvas: Canvas, grid: DeckTable, table: Any) -> None:
        self.canvas, self.grid, self.table = canvas, grid, table
        properties = table._tbl.tblPr
        properties.find("{*}tableStyleId").text = _PLAIN_STYLE
        for name, holds in (("firstRow", bool(grid.heads)), ("bandRow", False), ("firstCol", not canvas.is_rtl)):
            properties.set(name, str(int(holds)))
        properties.set("lastCol", str(int(canvas.is_rtl)))

    def size(self, heights: Sequence[float]) -> None:
        """Set the widths of all columns and the heights of all rows."""
        for column in range(self.grid.columns + 1):
            width = self.grid.column_width if column else NAMES
            self.table.columns[self._place(column)].width = round(width * EMU)
        for row, points in zip(self.table.rows, heights, strict=True):
            row.height = round(points * EMU)

    def head(self) -> None:
        """Write the heads of the columns."""
        line = Stroke("ink", 1.5)
        self._write(0, 0, 1, [words(self.grid.corner, faint=True, ours=True)], HEAD_SIZE, line, "b")
        for column, texts in enumerate(self.grid.heads, 1):
            self._write(0, column, 1, texts, HEAD_SIZE, line, "b")

    def row(self, number: int, row: DeckRow) -> None:
        """Write a row, every cell of it: an empty one must not be higher than it is told to be."""
        line, size = Stroke("line", 0.75), self.grid.size
        self._write(number, 0, 1, [words(row.name, bold=True, faint=True, ours=True)], size, line)
        covered = {place for cell in row.cells for place in range(cell.start, cell.start + cell.span)}
        empty = [DeckCell(place, 1, (words(""),)) for place in range(self.grid.columns) if place not in covered]
        for cell in (*row.cells, *empty):
            self._write(number, cell.start + 1, cell.span, cell.texts, size, line)

    def _flush(self, cell: Any) -> None:
        """Let the names of rows begin where titles do."""
        if self.canvas.is_rtl:
            cell.margin_right = 0
        else:
            cell.margin_left = 0

    def _place(self, column: int) -> int:
        return self.grid.columns - column if self.canvas.is_rtl else column

    def _write(
        self,
        row: int,
        column: int,
        span: int,
        texts: Sequence[Paragraph],
        size: float,
        line: Stroke,
        anchor: str = "t",
    ) -> None:
        places = sorted(self._place(column + index) for index in range(span))
        cells = [self.table.cell(row, place) for place in places]
        if span > 1:
            cells[0].merge(cells[-1])
        for index, cell in enumerate(cells):
            cell.margin_left = cell.margin_right = round(_PAD_X * EMU)
            if column == 0:
                self._flush(cell)
            cell.margin_top = cell.margin_bottom = round(_PAD_Y * EMU)
            self.canvas.write(cell, texts if index == 0 else [words("")], TextLook(size))
            properties = cell._tc.get_or_add_tcPr()
            properties.set("anchor", anchor)
            properties.append(stroked(line, "lnB"))
            properties.append(filled(None))
