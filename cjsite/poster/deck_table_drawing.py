"""Tables as they are drawn on slides: plain cells with a line below each row."""

from collections.abc import Sequence
from typing import Any

from cjsite.poster.deck_canvas import Box, Canvas
from cjsite.poster.deck_file import MARGIN, WIDTH
from cjsite.poster.deck_paragraphs import TextLook
from cjsite.poster.deck_table import HEAD_SIZE, NAMES, PAD_X, PAD_Y, DeckCell, DeckRow, DeckTable
from cjsite.poster.deck_text import Paragraph, words
from cjsite.poster.deck_xml import EMU, Stroke, filled, stroked

_PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own `No Style, No Grid`."""


def draw_table(canvas: Canvas, plan: DeckTable, rows: Sequence[DeckRow], top: float, name: str) -> None:
    """Draw a table of some rows, the heads above them."""
    heights = [*([plan.head_height()] if plan.heads else []), *map(plan.row_height, rows)]
    box = Box(MARGIN, top, WIDTH - 2 * MARGIN, sum(heights))
    frame: Any = canvas.slide.shapes.add_table(len(heights), plan.columns + 1, *canvas.emu(box))
    canvas.name(frame._element, name, name)
    drawn = _Drawn(canvas, plan, frame.table)
    drawn.size(heights)
    if plan.heads:
        drawn.head()
    for number, row in enumerate(rows, bool(plan.heads)):
        drawn.row(number, row)


class _Drawn:
    """A table of the file, its columns in the order of the deck's direction."""

    def __init__(self, canvas: Canvas, plan: DeckTable, table: Any) -> None:
        self.canvas, self.plan, self.table = canvas, plan, table
        properties = table._tbl.tblPr
        properties.find("{*}tableStyleId").text = _PLAIN_STYLE
        for name, holds in (("firstRow", bool(plan.heads)), ("bandRow", False), ("firstCol", not canvas.is_rtl)):
            properties.set(name, str(int(holds)))
        properties.set("lastCol", str(int(canvas.is_rtl)))

    def size(self, heights: Sequence[float]) -> None:
        """Set the widths of all columns and the heights of all rows."""
        for column in range(self.plan.columns + 1):
            width = self.plan.column_width if column else NAMES
            self.table.columns[self._place(column)].width = round(width * EMU)
        for row, points in zip(self.table.rows, heights, strict=True):
            row.height = round(points * EMU)

    def head(self) -> None:
        """Write the heads of the columns."""
        line = Stroke("ink", 1.5)
        self._write((0, 0, 1), [words(self.plan.corner, faint=True, ours=True)], HEAD_SIZE, line, "b")
        for column, texts in enumerate(self.plan.heads, 1):
            self._write((0, column, 1), texts, HEAD_SIZE, line, "b")

    def row(self, number: int, row: DeckRow) -> None:
        """Write a row, every cell of it: an empty one must not be higher than it is said to be."""
        line, size = Stroke("line", 0.75), self.plan.size
        self._write((number, 0, 1), [words(row.name, bold=True, faint=True, ours=True)], size, line)
        covered = {place for cell in row.cells for place in range(cell.start, cell.start + cell.span)}
        empty = [DeckCell(place, 1, (words(""),)) for place in range(self.plan.columns) if place not in covered]
        for cell in (*row.cells, *empty):
            self._write((number, cell.start + 1, cell.span), cell.texts, size, line)

    def _place(self, column: int) -> int:
        return self.plan.columns - column if self.canvas.is_rtl else column

    def _write(
        self, at: tuple[int, int, int], texts: Sequence[Paragraph], size: float, line: Stroke, anchor: str = "t"
    ) -> None:
        """Write a cell; at: its row, its column and how many of them it covers."""
        row, column, span = at
        places = sorted(self._place(column + index) for index in range(span))
        cells = [self.table.cell(row, place) for place in places]
        if span > 1:
            cells[0].merge(cells[-1])
        for index, cell in enumerate(cells):
            # The names of rows begin where titles do.
            cell.margin_left = 0 if column == 0 and not self.canvas.is_rtl else round(PAD_X * EMU)
            cell.margin_right = 0 if column == 0 and self.canvas.is_rtl else round(PAD_X * EMU)
            cell.margin_top = cell.margin_bottom = round(PAD_Y * EMU)
            self.canvas.write(cell, texts if index == 0 else [words("")], TextLook(size))
            properties = cell._tc.get_or_add_tcPr()
            properties.set("anchor", anchor)
            properties.append(stroked(line, "lnB"))
            properties.append(filled(None))
