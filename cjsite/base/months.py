"""Months as the calendar has them."""

import calendar
import datetime


def months_between(start: datetime.date, end: datetime.date) -> int:
    """Return how many whole months lie from a day to a later one; of an earlier one, none.

    A month is over on the same day of the next one, or on its last where it has no such day.

    >>> months_between(datetime.date(2025, 2, 21), datetime.date(2026, 11, 21))
    21
    >>> months_between(datetime.date(2026, 1, 31), datetime.date(2026, 2, 28))
    1
    """
    months = 12 * (end.year - start.year) + end.month - start.month
    last = calendar.monthrange(end.year, end.month)[1]
    return max(0, months - (end.day < min(start.day, last)))
