"""A map as a workbook of Excel's kind, by openpyxl: one sheet, its heading kept in sight, the same bytes twice."""

import io
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from cjsite.analysis.journey_input import JourneyInput
from cjsite.base.controls import CONTROL
from cjsite.base.office_archive import timeless
from cjsite.base.problem import Refusal
from cjsite.exchange.export_formats import Export
from cjsite.exchange.sheet_notes import WITHOUT_EXTRA
from cjsite.summaries.step_columns import CellValue
from cjsite.summaries.step_rows import StepRows, left_out_of_rows, step_rows
from cjsite.text.spreadsheet import cell as guarded

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_NO_TITLE = re.compile(r"[\[\]:*?/\\']")
_LONGEST_TITLE = 31
_LONGEST = 32_767
"""Characters that a cell holds."""
_NARROWEST, _WIDEST = 10, 48
_NAMES = ("Stage", "Step")


def write_xlsx(inputs: JourneyInput) -> Export:
    """Return a map as a workbook, a row a step or touchpoint."""
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise Refusal(WITHOUT_EXTRA) from error
    table = step_rows(inputs)
    book = Workbook()
    sheet: Worksheet = book.worksheets[0]
    sheet.title = _NO_TITLE.sub(" ", inputs.journey.title).strip()[:_LONGEST_TITLE].strip() or "Map"
    _fill(sheet, table)
    stream = io.BytesIO()
    book.save(stream)
    return Export(timeless(stream.getvalue()), tuple(_left_out(inputs, sheet.title, table)))


def _left_out(inputs: JourneyInput, shown: str, table: StepRows) -> Iterator[str]:
    if inputs.journey.title != shown:
        yield "a part of its title"
    yield from left_out_of_rows(inputs)
    if any(isinstance(value, str) and len(value) > _LONGEST for value in chain(*table.rows)):
        yield f"the end of texts that are longer than {_LONGEST:,} characters"


def _fill(sheet: "Worksheet", table: StepRows) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for number, row in enumerate((table.columns, *table.rows), 1):
        for column, value in enumerate(row, 1):
            if value not in (None, ""):
                _write(sheet, number, column, value)
                sheet.cell(number, column).alignment = Alignment(wrap_text=True, vertical="top")
                if number == 1:
                    sheet.cell(number, column).font = Font(bold=True)
    for column, values in enumerate(zip(table.columns, *table.rows, strict=True), 1):
        sheet.column_dimensions[get_column_letter(column)].width = _width(values)
    sheet.freeze_panes = f"{get_column_letter(len(_NAMES) + 1)}2"


def _write(sheet: "Worksheet", row: int, column: int, value: CellValue) -> None:
    cell = sheet.cell(row, column)
    if not isinstance(value, str):
        cell.value = value
        return
    text = CONTROL.sub(" ", value)[:_LONGEST]
    cell.value = text
    # What begins like a formula is a text all the same, for the library and for whoever edits it.
    cell.data_type = "s"
    if guarded(text) != text:
        cell.quotePrefix = True


def _width(values: Sequence[CellValue]) -> int:
    longest = max(len(line) for value in values for line in str(value or "").split("\n"))
    return min(max(longest + 2, _NARROWEST), _WIDEST)
