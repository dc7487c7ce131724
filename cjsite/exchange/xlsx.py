"""Workbooks of Excel's kind (.xlsx, .xlsm), by openpyxl: each visible sheet as grids."""

import datetime
import io
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING

from cjsite.base.problem import Place
from cjsite.exchange.archive import UNREADABLE, archive_of
from cjsite.exchange.foreign_sheets import why_foreign
from cjsite.exchange.grid import Grid, GridCell
from cjsite.exchange.hidden_cells import Area, HiddenLines, Position, numbers_in, visible_cells
from cjsite.exchange.imported import NotImported
from cjsite.exchange.number_formats import plain_number, shown_day, shown_number
from cjsite.exchange.sheet import MOST_COLUMNS, MOST_TEXT, Sheet, place_path, sheet_grids
from cjsite.exchange.sheet_notes import faults_refused, joined_notes, without_extra
from cjsite.exchange.sheet_text import clean, in_markdown, linked
from cjsite.exchange.xlsx_look import WorkbookLook, look_at_workbook
from cjsite.exchange.xlsx_unread import comments, drawn

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.cell.rich_text import CellRichText
    from openpyxl.workbook.workbook import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_TYPES = "[Content_Types].xml"
_MOST_TYPES = 1024 * 1024
_KINDS = (b"spreadsheetml.sheet.main", b"spreadsheetml.template.main", b".macroEnabled.main")
_DAYS = (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)


def is_xlsx(path: str, data: bytes) -> bool:
    """Tell whether a file is a workbook of Excel's kind, or a spreadsheet that is refused with a sentence."""
    return _is_declared(data) or bool(why_foreign(path, data))


def _is_declared(data: bytes) -> bool:
    archive = archive_of(data)
    if archive is None or _TYPES not in archive.namelist():
        return False
    declared = b""
    with suppress(*UNREADABLE), archive.open(_TYPES) as stream:
        declared = stream.read(_MOST_TYPES)
    return any(kind in declared for kind in _KINDS)


def xlsx_grids(path: str, data: bytes) -> tuple[Grid, ...]:
    """Return the tables of all visible sheets; raises NotImported where the file cannot be read."""
    if sentence := why_foreign(path, data):
        raise NotImported(Place(path, 0, 0), sentence)
    look = look_at_workbook(path, data)
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise without_extra(path) from error
    with faults_refused(path, ".xlsx"), warnings.catch_warnings():
        # Of what it leaves out: nothing that is read here.
        warnings.simplefilter("ignore")
        book = load_workbook(io.BytesIO(data), data_only=True, keep_links=False, rich_text=True)
        return _grids(path, data, book, look)


def _grids(path: str, data: bytes, workbook: "Workbook", look: WorkbookLook) -> tuple[Grid, ...]:
    visible = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in workbook.worksheets if sheet.sheet_state != "visible"]
    notes = tuple((Place(path, 0, 0), f"the hidden sheet '{title}' is not read") for title in hidden)
    with io.BytesIO(data) as stream:
        sheets = [
            _sheet(sheet, place_path(path, sheet.title, len(visible)), look, drawn(sheet, stream))
            for sheet in visible
        ]
    return joined_notes(path, [sheet_grids(sheet) for sheet in sheets], sheets, notes)


def _sheet(sheet: "Worksheet", path: str, look: WorkbookLook, drawings: tuple[str, ...]) -> Sheet:
    reader = _SheetReader(sheet, path, look)
    areas = [(area.min_row, area.min_col, area.max_row, area.max_col) for area in sheet.merged_cells.ranges]
    cells, merged, unseen = visible_cells(reader.cells(), areas, _hidden_lines(sheet))
    said = (*reader.notes, *unseen, *comments(sheet, path))
    return Sheet(sheet.title, path, cells, merged, (*said, *((Place(path, 0, 0), text) for text in drawings)))


def _hidden_lines(sheet: "Worksheet") -> HiddenLines:
    columns = [column for column in sheet.column_dimensions.values() if column.hidden]
    return HiddenLines(
        {number for number, row in sheet.row_dimensions.items() if row.hidden},
        numbers_in(((column.min or 0, column.max or 0) for column in columns), MOST_COLUMNS),
    )


class _SheetReader:
    """Takes the cells out of a sheet, and notes what it leaves there."""

    def __init__(self, sheet: "Worksheet", path: str, look: WorkbookLook) -> None:
        self._sheet, self._path, self._is_waiting = sheet, path, look.is_waiting
        self._formulas = look.formulas_of(sheet.title)
        self.notes: list[tuple[Place, str]] = []

    def cells(self) -> dict[Position, GridCell]:
        """Return the cells that show something."""
        left = MOST_TEXT
        cells: dict[Position, GridCell] = {}
        computed = _Areas(self._formulas)
        for position, cell in sorted(self._own_cells(computed)):
            place = Place(self._path, *position)
            text, is_bold = self._text(cell, place, computed.holds(position))
            if not text:
                continue
            left -= len(text)
            if left < 0:
                raise NotImported(place, f"the texts of this sheet are longer than {MOST_TEXT:,} characters")
            cells[position] = GridCell(text, place, is_bold)
        return cells

    def _own_cells(self, computed: "_Areas") -> Iterator[tuple[Position, "Cell"]]:
        # Its public walk makes every cell between those that there are.
        from openpyxl.cell.cell import Cell

        for position, cell in self._sheet._cells.items():
            if isinstance(cell, Cell) and (cell.value is not None or computed.holds(position)):
                yield position, cell

    def _text(self, cell: "Cell", place: Place, is_formula: bool) -> tuple[str, bool]:
        """Return what a reader sees in a cell, and whether all of it is bold."""
        value: object = cell.value
        if is_formula and (value is None or (self._is_waiting and value == 0)):
            sentence = "nobody has computed this formula yet, and it is not read"
            self.notes.append((place, f"{sentence}; open the file in a spreadsheet and save it"))
            return "", False
        if value is None:
            return "", False
        # Asked last: it takes longer than all the rest.
        is_bold = bool(cell.font and cell.font.b)
        if cell.data_type == "e":
            self.notes.append((place, f"this cell shows the error {value} and is not read"))
            return "", False
        text = _shown(value, cell.number_format, is_bold)
        if isinstance(value, list):
            is_bold = is_bold and "**" not in text
        target = cell.hyperlink.target if cell.hyperlink else None
        return (linked(text, target) if target else text), is_bold


class _Areas:
    """Areas of a sheet: single cells, which are many, and the few larger ones."""

    def __init__(self, areas: list[Area]) -> None:
        self._single = {area[:2] for area in areas if area[:2] == area[2:]}
        self._large = [area for area in areas if area[:2] != area[2:]]

    def holds(self, position: Position) -> bool:
        """Tell whether a cell stands in one of them."""
        row, column = position
        return position in self._single or any(
            top <= row <= bottom and left <= column <= right for top, left, bottom, right in self._large
        )


def _shown(value: object, number_format: str, is_bold: bool) -> str:
    """Return a value as its cell shows it; what is true or false is a word, whatever number it is to Python."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _or_plain(shown_number, value, number_format)
    if isinstance(value, _DAYS):
        return shown_day(value, number_format)
    if isinstance(value, list):
        return _rich(value, is_bold)  # type: ignore[arg-type]
    return clean(str(value))


def _or_plain(show: Callable[[float, str], str], value: float, number_format: str) -> str:
    try:
        return show(value, number_format)
    except (ArithmeticError, ValueError):
        return plain_number(value)


def _rich(value: "CellRichText", is_bold: bool) -> str:
    runs = [
        (part, False, False) if isinstance(part, str) else (part.text, bool(part.font.b), bool(part.font.i))
        for part in value
    ]
    # A cell that is bold as a whole is a heading, and needs no marks.
    return clean("".join(run[0] for run in runs)) if is_bold else in_markdown(runs)
