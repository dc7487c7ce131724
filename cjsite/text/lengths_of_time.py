"""Lengths of time in the units that people tell them in."""

from typing import Protocol

from cjsite.text.rounding import whole

_DAY = 24 * 60
UNITS = ("days", "hours", "minutes")
"""The units that lengths of time are written with, and their words in a theme, whoever asks for them."""


class Stretch(Protocol):
    """A length of time, from the least to the most minutes that it takes."""

    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...


def rounded_end(minutes: float) -> int:
    """Return an end of a range: beside what it leaves open, hours say nothing after ten days."""
    return whole(minutes) if minutes < 10 * _DAY else whole(minutes / _DAY) * _DAY


def units_of(minutes: int) -> list[tuple[str, int]]:
    """Return minutes in their two largest units, at least one of them."""
    days, rest = divmod(minutes, _DAY)
    hours, mins = divmod(rest, 60)
    units = [(unit, n) for unit, n in zip(UNITS, (days, hours, 0 if days else mins), strict=True) if n]
    return units or [(UNITS[-1], minutes)]
