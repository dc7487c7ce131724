"""Days as people write them elsewhere, and how the same day is written here."""

import calendar
import datetime
import re

_NUMBERS = re.compile(r"(\d{1,4})\s*[-./ ]\s*(\d{1,2})\s*[-./ ]\s*(\d{1,4})\.?")
_NAMED = re.compile(r"(?:(\d{1,2})\.?\s+([a-zä]{3,9})|([a-zä]{3,9})\.?\s+(\d{1,2}))\.?,?\s+(\d{4})", re.IGNORECASE)
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_ELSEWHERE = {
    "januar": 1, "februar": 2, "märz": 3, "mai": 5, "juni": 6, "juli": 7, "oktober": 10, "okt": 10,
    "dezember": 12, "dez": 12,
}  # fmt: skip
"""German names of months that are not the English ones."""
_BARE = re.compile(r"(?:19|20)\d{6}")
_SERIAL = re.compile(r"[2-5]\d{4}")
_SERIAL_BEGIN = datetime.date(1899, 12, 30)
"""What spreadsheets count days from."""
_CLOCK = re.compile(r"(?:T|\s+)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:Z|[-+]\d{2}:?\d{2})?$")
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def iso_day(text: str) -> datetime.date | None:
    """Return the day of a text like `2026-09-14`; None for any other form, and for a day that no calendar has."""
    try:
        return datetime.date.fromisoformat(text.strip()) if _ISO.fullmatch(text.strip()) else None
    except ValueError:
        return None


def day_mend(text: str) -> str:
    """Return what to write for a text that is no day as it is written here; both days where it may be two.

    >>> day_mend("31.12.2026")
    'write 2026-12-31'
    >>> day_mend("3/4/2026")
    'write 2026-03-04 or 2026-04-03, whichever is meant'
    """
    text = _CLOCK.sub("", text.strip())
    days = sorted({day for day in map(_day, _readings(text)) if day})
    if days:
        return f"write {' or '.join(days)}" + (", whichever is meant" if len(days) > 1 else "")
    numbers = _NUMBERS.fullmatch(text)
    if numbers and len(numbers[1]) == 4 and 1 <= int(numbers[2]) <= 12 and int(numbers[1]):
        last = calendar.monthrange(int(numbers[1]), int(numbers[2]))[1]
        return f"that month has {last} days; write one of them, like {numbers[1]}-{int(numbers[2]):02}-{last}"
    return "write it like 2026-09-14"


def _readings(text: str) -> list[tuple[int, int, int]]:
    """Return the years, months and days that a text may mean."""
    if named := _NAMED.fullmatch(text):
        day, month, other_month, other_day, year = named.groups()
        named_month = (month or other_month).lower()
        number = next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(named_month)), 0)
        number = number or _ELSEWHERE.get(named_month, 0)
        return [(int(year), number, int(day or other_day))]
    if _SERIAL.fullmatch(text):
        day = _SERIAL_BEGIN + datetime.timedelta(int(text))
        return [(day.year, day.month, day.day)]
    if _BARE.fullmatch(text):
        return [(int(text[:4]), int(text[4:6]), int(text[6:]))]
    numbers = _NUMBERS.fullmatch(text)
    if not numbers:
        return []
    first, second, third = (int(number) for number in numbers.groups())
    if len(numbers[1]) == 4:
        # Only what is no month can be a day that stands before its month.
        return [(first, third, second) if second > 12 else (first, second, third)]
    # Nobody who writes points puts the month first; with other signs, some do.
    month_first = [] if "." in text else [(third, first, second)]
    return [(third, second, first), *month_first] if len(numbers[3]) == 4 else []


def _day(reading: tuple[int, int, int]) -> str:
    try:
        return datetime.date(*reading).isoformat()
    except ValueError:
        return ""
