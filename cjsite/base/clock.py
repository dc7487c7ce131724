"""Which day a build is made on, and which days a map may name."""

import datetime
import os

from cjsite.base.day_text import iso_day
from cjsite.base.problem import Refusal

_YEARS = range(1900, 2200)


def is_plausible(day: datetime.date) -> bool:
    """Tell whether a map can be about a day; further out are slips, and days that calendars cannot hold."""
    return day.year in _YEARS


def build_day() -> datetime.date:
    """Return the day of SOURCE_DATE_EPOCH (seconds since 1970, UTC) if it is set, else today.

    Raises Refusal if SOURCE_DATE_EPOCH is not a number of seconds of a plausible day.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.date.today()
    try:
        day = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        day = datetime.date.min
    if not is_plausible(day):
        raise Refusal(f"SOURCE_DATE_EPOCH: '{epoch}' is no number of seconds since 1970{_hint(epoch)}")
    return day


def _hint(epoch: str) -> str:
    if day := iso_day(epoch):
        seconds = int(datetime.datetime.combine(day, datetime.time(), datetime.UTC).timestamp())
        return f"; for that day set it to {seconds}, or unset it"
    if epoch.isdecimal() and len(epoch) == 13:
        return f" but of thousandths; set it to {epoch[:-3]}, or unset it"
    return "; set it to one like 1789344000 (14 September 2026), or unset it"
