"""A journey's metrics in a file of their own, CSV or JSON: step, metric, date, value."""

import csv
import math
import re

from pydantic_core import PydanticCustomError

from cjsite.base.day_text import day_mend, iso_day
from cjsite.model.content import Measurement
from cjsite.model.numerals import numeral
from cjsite.model.types import LARGEST
from cjsite.reading.hints import nearest
from cjsite.reading.json_rows import json_rows
from cjsite.reading.source import Source

_read_numeral = numeral()
_DOTTED = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_COLUMNS = ("step", "metric", "date", "value")


def read_measurements(source: Source) -> tuple[tuple[int, Measurement], ...]:
    """Return the file's rows with their line numbers; rows that cannot be understood become problems."""
    if source.path.lower().endswith(".json"):
        cells = json_rows(source, _COLUMNS)
        return tuple((line, found) for line, row in cells if (found := _row(row, source, line)))
    return _from_csv(source)


def _from_csv(source: Source) -> tuple[tuple[int, Measurement], ...]:
    rows = csv.reader(source.text.splitlines(), delimiter=_delimiter(source.text), strict=False)
    found: list[tuple[int, Measurement]] = []
    header: list[str] | None = None
    try:
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            cells = [cell.strip() for cell in row]
            if header is None:
                header = [cell.lower() for cell in cells]
                if not _header_fits(header, source, rows.line_num):
                    return ()
                continue
            measurement = _row(dict(zip(header, cells, strict=False)), source, rows.line_num)
            if measurement:
                found.append((rows.line_num, measurement))
    except csv.Error as error:
        source.problem((rows.line_num, 1), f"this line is not CSV: {error}", "check its quotes")
    return tuple(found)


def _delimiter(text: str) -> str:
    # Spreadsheets of half of Europe write semicolons, because their comma is the decimal point.
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _header_fits(header: list[str], source: Source, line: int) -> bool:
    missing = [name for name in _COLUMNS if name not in header]
    for name in missing:
        near = nearest(name, header)
        mend = f"'{near}' looks like it; rename it" if near else f"the first line must be {','.join(_COLUMNS)}"
        source.problem((line, 1), f"the column `{name}` is missing", mend)
    return not missing


def _row(cells: dict[str, str], source: Source, line: int) -> Measurement | None:
    date, value = cells.get("date", ""), cells.get("value", "")
    if (day := iso_day(date)) is None:
        source.problem((line, 1), f"'{date}' is not a date", day_mend(date))
        return None
    try:
        number = _number(value)
    except PydanticCustomError as error:
        message, _, mend = error.message().partition("; ")
        source.problem((line, 1), message, mend)
        return None
    if not math.isfinite(number):
        source.problem((line, 1), f"'{value}' is not a number", "write the value as a number")
        return None
    if abs(number) > LARGEST:
        source.problem((line, 1), f"'{value}' is too large for a value", f"it must be {LARGEST:,} or less")
        return None
    return Measurement(cells.get("step", ""), cells.get("metric", ""), day, number)


def _number(text: str) -> float:
    if _DOTTED.fullmatch(text):
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
