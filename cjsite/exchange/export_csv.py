"""A map as CSV (RFC 4180, UTF-8 with a byte-order mark for spreadsheets): no text in it is run as a formula."""

import csv
import io

from cjsite.analysis.journey_input import JourneyInput
from cjsite.exchange.export_formats import Export
from cjsite.exchange.step_rows import step_rows
from cjsite.text.spreadsheet import cell


def write_csv(inputs: JourneyInput) -> Export:
    """Return a map as CSV, a row a step or touchpoint."""
    table = step_rows(inputs)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(map(cell, table.columns))
    writer.writerows(map(cell, row) for row in table.rows)
    return Export(b"\xef\xbb\xbf" + text.getvalue().encode(), ("its title", *table.left_out))
