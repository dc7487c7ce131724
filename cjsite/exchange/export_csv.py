"""A map as CSV (RFC 4180, UTF-8 with a byte-order mark for spreadsheets): no text in it is run as a formula."""

from cjsite.analysis.journey_input import JourneyInput
from cjsite.exchange.export_formats import Export
from cjsite.summaries.step_csv import step_csv
from cjsite.summaries.step_rows import left_out_of_rows, step_rows


def write_csv(inputs: JourneyInput) -> Export:
    """Return a map as CSV, a row a step or touchpoint."""
    return Export(step_csv(step_rows(inputs)), ("its title", *left_out_of_rows(inputs)))
