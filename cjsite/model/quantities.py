"""Quantities as authors write them: days, durations, shares, review cycles."""

import calendar
import datetime
import re
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer
from pydantic_core import PydanticCustomError

from cjsite.base.clock import is_plausible
from cjsite.base.day_text import day_mend, iso_day
from cjsite.base.frozen import frozen
from cjsite.base.span import Span
from cjsite.model.numerals import number_in, share_in
from cjsite.model.types import Shape

_MINUTES = {
    "s": 1 / 60, "sec": 1 / 60, "second": 1 / 60,
    "m": 1.0, "min": 1.0, "minute": 1.0,
    "h": 60.0, "hr": 60.0, "hour": 60.0,
    "d": 1440.0, "day": 1440.0,
    "w": 10080.0, "wk": 10080.0, "week": 10080.0,
    "mo": 43830.0, "month": 43830.0,
    "y": 525960.0, "yr": 525960.0, "year": 525960.0,
}  # fmt: skip
_LONGEST = 1000 * _MINUTES["y"]
_PART = re.compile(r"(\d[\d.,'’\u00a0\u2007\u2009\u202f]*?)\s*([a-z]+)")
_FROM_TO = re.compile(r"(.*[\da-z])\s*(?:[-–—−]|\bto\b)\s*(\d.*)")


@frozen
class Duration:
    """A length of time: the author's words, and its minutes (a month is a twelfth of 365.25 days)."""

    text: str
    minutes: Span


@frozen
class Cycle:
    """How often a map is reviewed."""

    text: str
    months: int = 0
    days: int = 0

    def after(self, day: datetime.date) -> datetime.date:
        """Return the day one cycle later; a day that the month lacks becomes its last."""
        index = day.year * 12 + day.month - 1 + self.months
        year, month = index // 12, index % 12 + 1
        last = calendar.monthrange(year, month)[1]
        return day.replace(year=year, month=month, day=min(day.day, last)) + datetime.timedelta(self.days)


def _parts(text: str) -> list[tuple[float, str]] | None:
    """Return the numbers of a text with their units, None if it holds anything else."""
    cleaned = re.sub(r"\band\b|(?<!\d),|,(?!\d)", " ", text.strip().lower())
    if _PART.sub("", cleaned).strip():
        return None
    parts = [(number_in(number), unit) for number, unit in _PART.findall(cleaned)]
    named = [(n, u if u in _MINUTES else u.removesuffix("s")) for n, u in parts if n is not None]
    is_plain = bool(named) and len(named) == len(parts) and all(unit in _MINUTES for _, unit in named)
    return named if is_plain else None


def _minutes(text: str) -> float | None:
    parts = _parts(text)
    return sum(n * _MINUTES[u] for n, u in parts) if parts else None


@lru_cache(1024)
def _span(text: str) -> Span | None:
    """Return the minutes from the least to the most; the 2 of `2–3 weeks` has the unit of the 3."""
    ends = _FROM_TO.fullmatch(text.strip().lower())
    if not ends:
        minutes = _minutes(text)
        return None if minutes is None else Span.exactly(minutes)
    low_text, high_text = ends.groups()
    high = _parts(high_text)
    if high and len(high) == 1 and number_in(low_text) is not None:
        low_text = f"{low_text} {high[0][1]}"
    low, most = _minutes(low_text), _minutes(high_text)
    return None if low is None or most is None else Span(low, most)


def parse_day(value: object) -> datetime.date:
    """Read a day from `2026-09-14` alone: a number, which might count seconds, or a time is none."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value
    if not isinstance(value, str) or (day := iso_day(value)) is None:
        raise PydanticCustomError("date", "not a date; {mend}", {"mend": day_mend(str(value))})
    if not is_plausible(day):
        raise PydanticCustomError("far_day", "a day before 1900 or after 2199; write it like 2026-09-14")
    return day


def parse_duration(value: object) -> Duration:
    """Read `25m`, `2 days`, `1h 30m` or `2–3 weeks`."""
    if isinstance(value, Duration):
        return value
    span = _span(value) if isinstance(value, str) else None
    if span is None:
        raise PydanticCustomError("duration", "not a length of time; write it like 25m, 3h, 2d or 1h 30m")
    if span.low > span.high:
        raise PydanticCustomError("duration", "this range runs backwards; write the shorter time first")
    if span.high > _LONGEST:
        raise PydanticCustomError("duration", "longer than a thousand years; write it like 25m, 3h, 2d or 1h 30m")
    return Duration(str(value).strip(), span)


def parse_cycle(value: object) -> Cycle:
    """Read `12 months`, `90 days` or `2 years`."""
    if isinstance(value, Cycle):
        return value
    parts = _parts(value) if isinstance(value, str) else None
    if parts is None or len(parts) != 1 or not 1 <= parts[0][0] <= 1200 or parts[0][0] % 1:
        raise PydanticCustomError("cycle", "not a review cycle; write it like 12 months, 90 days or 2 years")
    count, unit = int(parts[0][0]), parts[0][1]
    if unit in ("mo", "month", "y", "yr", "year"):
        return Cycle(str(value).strip(), months=count * (12 if unit.startswith("y") else 1))
    if unit in ("d", "day", "w", "wk", "week"):
        return Cycle(str(value).strip(), days=count * (7 if unit.startswith("w") else 1))
    raise PydanticCustomError("cycle", "not a review cycle; write it like 12 months, 90 days or 2 years")


def parse_share(value: object) -> float:
    """Read `12%` as 12.0, and `3 of 5` as 60.0; without a sign 0.12 and 12 could be taken for each other."""
    if isinstance(value, float):
        return value
    share = share_in(value) if isinstance(value, str) else None
    if share is None or not 0 <= share <= 100:
        raise PydanticCustomError("share", "not a share; write it in per cent from 0% to 100%, like 12%")
    return float(share)


def _text(pattern: str, example: str) -> Shape:
    return Shape({"type": "string", "pattern": pattern, "examples": [example]})


def _in_per_cent(share: float) -> str:
    """Return a share as `12%`: every digit it has, and no exponent, which nobody reads as a share."""
    return f"{Decimal(str(share)):f}".removesuffix(".0") + "%"


_AS_WRITTEN = PlainSerializer(attrgetter("text"), return_type=str)
Day = Annotated[datetime.date, BeforeValidator(parse_day)]
DurationText = Annotated[Duration, BeforeValidator(parse_duration), _AS_WRITTEN, _text(r"^\s*\d", "25m")]
CycleText = Annotated[Cycle, BeforeValidator(parse_cycle), _AS_WRITTEN, _text(r"^\s*\d", "12 months")]
Share = Annotated[
    float, BeforeValidator(parse_share), PlainSerializer(_in_per_cent, return_type=str), _text(r"^\s*\d", "12%")
]
