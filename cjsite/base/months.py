"""Months as the calendar counts them."""

import datetime


def whole_months(since: datetime.date, until: datetime.date) -> int:
    """Return how many months of the calendar have passed between two days, 0 where the second comes first.

    >>> whole_months(datetime.date(2026, 1, 31), datetime.date(2026, 3, 1))
    1
    >>> whole_months(datetime.date(2025, 2, 28), datetime.date(2026, 11, 28))
    21
    """
    months = (until.year - since.year) * 12 + until.month - since.month
    return max(0, months - (until.day < since.day))
