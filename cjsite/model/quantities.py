"""Quantities as authors write them: durations, shares, review cycles."""

import calendar
import datetime
import re
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from cjsite.base.frozen import frozen
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
_PART = re.compile(r"(\d+(?:\.\d+)?)\s*([a-z]+)")


@frozen
class Duration:
    """A length of time: the author's words and their minutes (a month is a twelfth of 365.25 days)."""

    text: str
    minutes: float


@frozen
class Cycle:
    """How often a map is reviewed."""

    text: str
    months: int = 0
    days: int = 0

    def after(self, day: datetime.date) -> datetime.date:
        """Return the day one cycle later; a day that the month lacks becomes its last."""
        index = day.year * 12 + day.month - 1 + self.months
        year, month = min(index // 12, 9998), index % 12 + 1
        last = calendar.monthrange(year, month)[1]
        return day.replace(year=year, month=month, day=min(day.day, last)) + datetime.timedelta(self.days)


def _parts(text: str) -> list[tuple[float, str]] | None:
    cleaned = text.strip().lower().replace("and", " ").replace(",", " ")
    parts = _PART.findall(cleaned)
    if not parts or _PART.sub("", cleaned).strip():
        return None
    named = [(float(n), u if u in _MINUTES else u.removesuffix("s")) for n, u in parts]
    return named if all(unit in _MINUTES for _, unit in named) else None


def parse_duration(value: object) -> Duration:
    """Read `25m`, `2 days` or `1h 30m`."""
    if isinstance(value, Duration):
        return value
    parts = _parts(value) if isinstance(value, str) else None
    if parts is None:
        raise PydanticCustomError("duration", "not a length of time; write it like 25m, 3h, 2d or 1h 30m")
    minutes = sum(n * _MINUTES[u] for n, u in parts)
    if minutes > _LONGEST:
        raise PydanticCustomError("duration", "longer than a thousand years; write it like 25m, 3h, 2d or 1h 30m")
    return Duration(str(value).strip(), minutes)


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
    """Read `12%` as 12.0; without the sign 0.12 and 12 could be taken for each other."""
    if isinstance(value, float):
        return value
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*%\s*", value) if isinstance(value, str) else None
    if not found or float(found[1]) > 100:
        raise PydanticCustomError("share", "not a share; write it in per cent from 0% to 100%, like 12%")
    return float(found[1])


def _text(pattern: str, example: str) -> Shape:
    return Shape({"type": "string", "pattern": pattern, "examples": [example]})


DurationText = Annotated[Duration, BeforeValidator(parse_duration), _text(r"^\d", "25m")]
CycleText = Annotated[Cycle, BeforeValidator(parse_cycle), _text(r"^\d", "12 months")]
Share = Annotated[float, BeforeValidator(parse_share), _text(r"^\d+(\.\d+)?\s*%$", "12%")]
