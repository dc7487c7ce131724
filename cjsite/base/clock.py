"""Which day a build is made on, and which days a map may name."""

import datetime
import os

from cjsite.base.problem import Broken, Place, Problem

_YEARS = range(1900, 2200)


def is_plausible(day: datetime.date) -> bool:
    """Tell whether a map can be about a day; further out are slips, and days that calendars cannot hold."""
    return day.year in _YEARS


def build_day() -> datetime.date:
    """Return the day of SOURCE_DATE_EPOCH (seconds since 1970, UTC) if it is set, else today.

    Raises Broken if SOURCE_DATE_EPOCH is not a number of seconds of a plausible day.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.date.today()
    try:
        day = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        day = datetime.date.min
    if not is_plausible(day):
        mend = "set it to seconds since 1970, or unset it"
        raise Broken([Problem(Place("SOURCE_DATE_EPOCH"), f"'{epoch}' is not a time", mend)])
    return day
