"""Measured values as the table that stands beside a journey's file."""

import csv
import io
from collections.abc import Iterable

from cjsite.exchange.yaml_scalars import number
from cjsite.model.content import Measurement


def measurement_table(rows: Iterable[Measurement]) -> bytes:
    """Return measured values as CSV."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(("step", "metric", "date", "value"))
    writer.writerows((row.step, row.metric, row.date.isoformat(), number(row.value)) for row in rows)
    return table.getvalue().encode()
