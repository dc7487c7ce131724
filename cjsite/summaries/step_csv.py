"""A map's rows as CSV: texts stay texts in spreadsheets, and numbers numbers."""

from collections.abc import Iterator

from cjsite.analysis.journey_input import JourneyInput
from cjsite.summaries.step_columns import CellValue
from cjsite.summaries.step_rows import StepRows, published_rows
from cjsite.text.spreadsheet import cell, csv_file, csv_rows, text_cell


def published_csv(inputs: JourneyInput) -> bytes:
    """Return a map as CSV for its readers, a row a step or touchpoint."""
    return step_csv(published_rows(inputs))


def step_csv(table: StepRows) -> bytes:
    """Return a map's rows as CSV."""
    return csv_file([csv_rows(map(_cells, (table.columns, *table.rows)))])


def _cells(row: tuple[CellValue, ...]) -> Iterator[str]:
    return (text_cell(value) if isinstance(value, str) else cell(value) for value in row)
