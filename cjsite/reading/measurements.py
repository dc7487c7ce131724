"""A journey's metrics in a file of their own, CSV or JSON: step, metric, date, value."""

import csv
import math
import re
from unicodedata import normalize

from pydantic_core import PydanticCustomError

from cjsite.base.day_text import day_mend, iso_day
from cjsite.base.problem import Place, Problem, count
from cjsite.model.content import Measurement
from cjsite.model.numerals import numeral
from cjsite.model.types import LARGEST
from cjsite.reading.hints import nearest
from cjsite.reading.json_rows import JsonFigure, json_rows
from cjsite.reading.merge_marks import told_merge
from cjsite.reading.source import Source
from cjsite.text.separated import declared_separator, named_separator, separator_of

_read_numeral = numeral()
_DOTTED = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_COLUMNS = ("step", "metric", "date", "value")


def read_measurements(source: Source) -> tuple[tuple[int, Measurement], ...]:
    """Return the file's rows with their line numbers; rows that cannot be understood become problems."""
    if told_merge(source):
        return ()
    if source.path.lower().endswith(".json"):
        cells = json_rows(source, _COLUMNS)
        return tuple((line, found) for line, row in cells if (found := _row(row, source, line)))
    return _from_csv(source)


def separator_notice(source: Source) -> tuple[Problem, ...]:
    """Return what a table's cells are separated by, where that is no comma."""
    sign = _delimiter(source.text) if source.path.lower().endswith(".csv") and not source.problems else ","
    if sign == ",":
        return ()
    return (Problem(Place(source.path), f"read with {named_separator(sign)} between its cells"),)


def _from_csv(source: Source) -> tuple[tuple[int, Measurement], ...]:
    delimiter = _delimiter(source.text)
    rows = csv.reader(source.text.splitlines(), delimiter=delimiter, strict=False)
    found: list[tuple[int, Measurement]] = []
    header: list[str] | None = None
    begin = 1
    try:
        for row in rows:
            line, begin = begin, rows.line_num + 1
            cells = [cell.strip() for cell in row]
            if not any(cells) or (header is None and cells[0].lower().startswith("sep=")):
                continue
            if header is None:
                header = [cell.lower() for cell in cells]
                if not _header_fits(header, source, line):
                    return ()
            elif _row_fits(cells, header, source, line, delimiter) and (
                measurement := _row(dict(zip(header, cells, strict=False)), source, line)
            ):
                found.append((line, measurement))
    except csv.Error:
        source.problem((rows.line_num, 1), "the cells of this line cannot be told apart", "check its quotes")
    return tuple(found)


def _delimiter(text: str) -> str:
    # Spreadsheets of half of Europe write semicolons, because their comma is the decimal point.
    first, _, rest = text.lstrip().partition("\n")
    if first.lower().startswith("sep="):
        return declared_separator(first) or _delimiter(rest)
    return separator_of(first)


def _row_fits(cells: list[str], header: list[str], source: Source, line: int, delimiter: str) -> bool:
    """Tell whether a row has a cell for each column; empty ones at its end are a spreadsheet's."""
    width = max(n for n, cell in enumerate(cells, 1) if cell)
    if width <= len(header) <= len(cells):
        return True
    if source.lines[line - 1].count('"') % 2:
        mend = "check its quotes: each that is opened must be closed"
    elif width > len(header) and delimiter == ",":
        mend = 'a number with a comma needs quotes, like "1,84"'
    else:
        mend = f"write one cell for each of {', '.join(header)}"
    message = f"this row has {count(width, 'cell')}, and the first line names {len(header)}"
    source.problem((line, 1), message, mend)
    return False


def _header_fits(header: list[str], source: Source, line: int) -> bool:
    missing = [name for name in _COLUMNS if name not in header]
    mend = f"the first line must be {','.join(_COLUMNS)}"
    if len(missing) > len(_COLUMNS) // 2:
        message = f"this table has no columns {', '.join(f'`{name}`' for name in missing)}"
        source.problem((line, 1), message, f"{mend}; stages and steps are written in YAML or Markdown")
        return False
    for name in missing:
        near = nearest(name, header)
        renamed = f"'{near}' looks like it; rename it" if near else mend
        source.problem((line, 1), f"the column `{name}` is missing", renamed)
    return not missing


def _row(cells: dict[str, str], source: Source, line: int) -> Measurement | None:
    date, value = cells.get("date", ""), cells.get("value", "")
    if (day := iso_day(date)) is None:
        source.problem((line, 1), f"'{date}' is not a date", day_mend(date))
        return None
    if not value:
        source.problem((line, 1), "this row has no value", "write a number, or take the row out")
        return None
    try:
        number = _number(value)
    except PydanticCustomError as error:
        message, _, mend = error.message().partition("; ")
        source.problem((line, 1), message, mend)
        return None
    if not math.isfinite(number):
        source.problem((line, 1), f"'{value}' is not a number", "write a number, or take the row out")
        return None
    if abs(number) > LARGEST:
        source.problem((line, 1), f"'{value}' is too large for a value", f"it must be {LARGEST:,} or less")
        return None
    step, metric = (normalize("NFC", cells.get(name, "")) for name in ("step", "metric"))
    return Measurement(step, metric, day, number)


def _number(text: str) -> float:
    if _DOTTED.fullmatch(text) and not isinstance(text, JsonFigure):
        # Spreadsheets write thousands like that, too; in a map, a point is what it is in YAML.
        either = {"text": text, "whole": text.replace(".", ""), "part": text.rstrip("0").rstrip(".")}
        raise PydanticCustomError(
            "numeral", "'{text}' may be {whole} or {part}; write the one that is meant", either
        )
    figure = str(_read_numeral(text))
    try:
        # Python takes `1_840` for a number, and nobody else does.
        return math.nan if "_" in figure else float(figure)
    except ValueError:
        return math.nan
