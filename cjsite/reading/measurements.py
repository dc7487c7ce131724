"""A journey's metrics in a CSV file: step, metric, date, value."""

import csv
import datetime
import math

from cjsite.model.content import Measurement
from cjsite.model.types import LARGEST
from cjsite.reading.hints import nearest
from cjsite.reading.source import Source

_COLUMNS = ("step", "metric", "date", "value")


def read_measurements(source: Source) -> tuple[tuple[int, Measurement], ...]:
    """Return the file's rows with their line numbers; rows that cannot be understood become problems."""
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
    try:
        date = datetime.date.fromisoformat(cells.get("date", ""))
    except ValueError:
        source.problem((line, 1), f"'{cells.get('date', '')}' is not a date", "write it like 2026-09-14")
        return None
    try:
        value = float(cells.get("value", "").replace(",", "."))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        source.problem((line, 1), f"'{cells.get('value', '')}' is not a number", "write the value as a number")
        return None
    if abs(value) > LARGEST:
        source.problem((line, 1), f"'{cells['value']}' is too large for a value", f"it must be {LARGEST:,} or less")
        return None
    return Measurement(cells.get("step", ""), cells.get("metric", ""), date, value)
