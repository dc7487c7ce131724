"""One table of an OpenDocument spreadsheet as a sheet: its rows and cells as they stand in the file."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from cjsite.base.problem import Place
from cjsite.exchange.grid import GridCell
from cjsite.exchange.hidden_cells import Area, HiddenLines, Position, visible_cells
from cjsite.exchange.imported import NotImported
from cjsite.exchange.number_formats import plain_number
from cjsite.exchange.ods_look import repeats
from cjsite.exchange.ods_text import OdsStyles, comment_of, drawn_on, shown_text, tag_of
from cjsite.exchange.sheet import MOST_COLUMNS, MOST_TEXT, Sheet

if TYPE_CHECKING:
    from odfdo import Element

_ROWS = "descendant::table:table-row[not(ancestor::table:table-cell)]"
_COLUMNS = "descendant::table:table-column"
_NUMERAL = re.compile(r"(?P<whole>[-−]?[\d.,'’\s]*?)(?:(?<=\d)[.,](?P<part>\d+))?")
_WIDEST = range(MOST_COLUMNS + 1)


def ods_sheet(table: "Element", title: str, path: str, styles: OdsStyles) -> Sheet:
    """Return a table's visible cells, and what of it is not read."""
    reader = _TableReader(table, path, styles)
    reader.read()
    cells, merged, unseen = visible_cells(reader.cells, reader.merged, reader.hidden())
    drawn = tuple((Place(path, 0, 0), sentence) for sentence in drawn_on(table))
    return Sheet(title, path, cells, merged, (*reader.notes, *unseen, *drawn))


class _TableReader:
    """Walks through a table once; what is repeated without a text is passed over."""

    def __init__(self, table: "Element", path: str, styles: OdsStyles) -> None:
        self._table, self._path, self._styles = table, path, styles
        self._left = MOST_TEXT
        self._hidden_rows: set[int] = set()
        self.cells: dict[Position, GridCell] = {}
        self.merged: list[Area] = []
        self.notes: list[tuple[Place, str]] = []

    def hidden(self) -> HiddenLines:
        """Return what is not seen of the table."""
        columns = (number for number, column in self._columns() if _is_hidden(column))
        return HiddenLines(self._hidden_rows, set(columns))

    def read(self) -> None:
        """Take in every cell that shows something."""
        row = 1
        self._bold = {number for number, column in self._columns() if self._styles.is_bold_cell(_default(column))}
        for element in self._table.get_elements(_ROWS):
            again = repeats(element.get_attribute_string("table:number-rows-repeated"))
            cells = list(self._of_row(element))
            if cells:
                for number in range(row, row + again):
                    if _is_hidden(element):
                        self._hidden_rows.add(number)
                    for column, cell in cells:
                        self._take(cell, number, column)
            row += again

    def _columns(self) -> Iterator[tuple[int, "Element"]]:
        number = 1
        for column in self._table.get_elements(_COLUMNS):
            for _ in range(repeats(column.get_attribute_string("table:number-columns-repeated"))):
                if number not in _WIDEST:
                    return
                yield number, column
                number += 1

    def _of_row(self, row: "Element") -> Iterator[tuple[int, "Element"]]:
        """Yield the cells of a row that hold something, as often as they are repeated, with their columns."""
        column = 1
        for cell in row.get_elements("table:table-cell|table:covered-table-cell"):
            again = repeats(cell.get_attribute_string("table:number-columns-repeated"))
            if tag_of(cell) == "table:table-cell" and _holds_something(cell):
                yield from ((number, cell) for number in range(column, column + again))
            column += again

    def _take(self, cell: "Element", row: int, column: int) -> None:
        place = Place(self._path, row, column)
        if comment := comment_of(cell):
            self.notes.append((place, f"the comment on this cell is not read: '{comment}'"))
        text, is_bold = self._text(cell, place, column)
        if not text:
            return
        self._left -= len(text)
        if self._left < 0:
            raise NotImported(place, f"the texts of this sheet are longer than {MOST_TEXT:,} characters")
        self.cells[row, column] = GridCell(text, place, is_bold)
        across = repeats(cell.get_attribute_string("table:number-columns-spanned"))
        down = repeats(cell.get_attribute_string("table:number-rows-spanned"))
        if across * down > 1:
            self.merged.append((row, column, row + down - 1, column + across - 1))

    def _text(self, cell: "Element", place: Place, column: int) -> tuple[str, bool]:
        style = cell.get_attribute_string("table:style-name")
        is_bold = self._styles.is_bold_cell(style) if style else column in self._bold
        text = shown_text(cell, self._styles, is_bold)
        kind = cell.get_attribute_string("office:value-type") or ""
        if cell.get_attribute_string("table:formula") and not text and kind != "string":
            sentence = "nobody has computed this formula yet, and it is not read"
            self.notes.append((place, f"{sentence}; open the file in a spreadsheet and save it"))
            return "", False
        if text.startswith(("#", "Err:")) and cell.get_attribute_string("calcext:value-type") == "error":
            self.notes.append((place, f"this cell shows the error {text} and is not read"))
            return "", False
        return _stated(cell, kind, text), is_bold


def _stated(cell: "Element", kind: str, text: str) -> str:
    """Return a number or a day as it is meant, where the text of the cell shows it as a country writes it.

    What is true or false may be declared as a number; its text is a word then, and stays.
    """
    if kind == "date":
        day = (cell.get_attribute_string("office:date-value") or text).replace("T", " ")
        return day.removesuffix(":00") if day.count(":") == 2 else day
    value = cell.get_attribute_string("office:value") or ""
    numeral = _NUMERAL.fullmatch(text)
    if kind != "float" or not value or (text and not numeral):
        return text
    try:
        number = float(value)
    except ValueError:
        return text
    if numeral is None or not numeral["part"]:
        return plain_number(number).removesuffix(".0")
    shown = re.sub(r"[^\d-]", "", numeral["whole"].replace("−", "-")) + f".{numeral['part']}"
    # Three digits may be thousands.
    is_shown = abs(float(shown) - number) < 10.0 ** -len(numeral["part"])
    return shown if is_shown else plain_number(number).removesuffix(".0")


def _holds_something(cell: "Element") -> bool:
    return bool(cell.children) or any(map(cell.get_attribute_string, ("office:value-type", "table:formula")))


def _is_hidden(element: "Element") -> bool:
    return element.get_attribute_string("table:visibility") in ("collapse", "filter")


def _default(column: "Element") -> str:
    return column.get_attribute_string("table:default-cell-style-name") or ""
