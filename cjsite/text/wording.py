"""Words, numbers and dates in the site's language."""

import datetime
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from string import Formatter
from typing import Protocol

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_currency, format_decimal, format_percent

_MINUS = "−"
_DECIMALS = re.compile(r"\.0+")
_TENTH = Decimal("0.1")
Words = Mapping[str, "str | Mapping[str, str]"]
_DAY = 24 * 60
UNITS = ("days", "hours", "minutes")
"""The words that lengths of time are written with, whoever asks for them."""


class Stretch(Protocol):
    """A length of time, from the least to the most minutes that it takes."""

    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...


def blanks(entry: "str | Mapping[str, str]") -> set[str]:
    """Return the names of the blanks in a word, with `:` where the word says how they are written, like `{day:%Y}`.

    Raises ValueError for a brace that opens or closes nothing.
    """
    forms = [entry] if isinstance(entry, str) else entry.values()
    parts = [part for form in forms for part in Formatter().parse(form)]
    return {name + ":" * bool(spec) + "!" * bool(kind) for _, name, spec, kind in parts if name is not None}


class Wording:
    """A language's words (from the theme) and its ways to write numbers and dates; signs: the scale has a minus."""

    def __init__(self, language: str, words: Words, signs: bool = True) -> None:
        self.language = language
        self.words = words
        self.signs = signs
        try:
            self.locale = Locale.parse(language, sep="-")
        except (UnknownLocaleError, ValueError):
            self.locale = Locale("en")
        self.direction: str = self.locale.text_direction
        self._date = lru_cache(4096)(self._format_date)
        self._number = lru_cache(4096)(self._format_number)
        self._signed = lru_cache(4096)(self._format_signed)
        self._tenths = lru_cache(4096)(self._format_tenths)
        self._percent = lru_cache(4096)(self._format_percent)
        self._duration = lru_cache(4096)(self._format_duration)
        self._counted = lru_cache(4096)(self._format_counted)

    def __call__(self, key: str, n: float | None = None, **values: object) -> str:
        """Return the words for a key; `n` chooses the plural form. Unknown keys raise KeyError."""
        if not values:
            return self._counted(key, n)
        if n is not None:
            values["n"] = self.number(n)
        return self._form(key, n).format_map(values)

    def _format_counted(self, key: str, n: float | None) -> str:
        entry = self._form(key, n)
        return entry if n is None else entry.format_map({"n": self.number(n)})

    def _form(self, key: str, n: float | None) -> str:
        entry = self.words[key]
        if isinstance(entry, str):
            return entry
        return entry.get(self.locale.plural_form(1 if n is None else n)) or entry["other"]

    def number(self, value: float, digits: int = 2) -> str:
        """Return a number with at most `digits` decimals and a true minus sign."""
        # A little less than nothing is nothing: −0 is no number that people write.
        return self._number(round(value, digits) or 0)

    def _format_number(self, value: float) -> str:
        text: str = format_decimal(value, locale=self.locale)
        return text.replace("-", _MINUS)

    def signed(self, value: float, signs: bool | None = None) -> str:
        """Return a feeling's number with one decimal: −1.5, +0.8, 0.0; no plus on a scale that has no minus.

        signs: whether its scale has one; None for the site's.
        """
        return self._signed(value, self.signs if signs is None else signs)

    def bare(self, value: float, signs: bool) -> str:
        """Return a number of a scale as its axis has it: −2, 0, +1; signs: whether the scale has a minus."""
        return "+" * (value > 0 and signs) + self.number(value)

    def ends(self, low: float, high: float) -> tuple[str, str]:
        """Return the ends of a scale as its axis has them."""
        return self.bare(low, low < 0), self.bare(high, low < 0)

    def _format_signed(self, value: float, signs: bool) -> str:
        # Rounded as Babel does, but before it is asked: there are few such numbers.
        size = Decimal(str(abs(value))).quantize(_TENTH)
        if not size:
            return self._tenths(size)
        return (_MINUS if value < 0 else "+" if signs else "") + self._tenths(size)

    def _format_tenths(self, value: Decimal) -> str:
        return str(format_decimal(value, format="0.0", locale=self.locale))

    def percent(self, value: float) -> str:
        """Return a share in per cent with at most one decimal, as the language writes it: `12.5%`, `12,5 %`."""
        return self._percent(round(value, 1) or 0)

    def _format_percent(self, value: float) -> str:
        # Of the hundredth part as a binary fraction more digits would be shown than anybody wrote.
        share = Decimal(str(value)) / 100
        text: str = format_percent(share, locale=self.locale, decimal_quantization=False)
        return text.replace("-", _MINUS)

    def money(self, value: float, currency: str) -> str:
        """Return a sum in a currency, by its code, as the language writes it; cents only where there are any."""
        if not currency:
            return self.number(value)
        pattern = self.locale.currency_formats["standard"].pattern
        if value == int(value):
            pattern = _DECIMALS.sub("", pattern)
        text: str = format_currency(value, currency, pattern, locale=self.locale, currency_digits=False)
        return text.replace("-", _MINUS)

    def date(self, day: datetime.date) -> str:
        """Return a day, like `14 Jan 2026`."""
        return self._date(day, "")

    def month(self, day: datetime.date) -> str:
        """Return a month, like `Jan 2026`."""
        return self._date(day, "yMMM")

    def _format_date(self, day: datetime.date, skeleton: str) -> str:
        if skeleton:
            return str(format_skeleton(skeleton, day, locale=self.locale))
        # English readers on both sides of the ocean take 14 Jan 2026 for what it is.
        style = "d MMM y" if self.locale.language == "en" else "medium"
        return str(format_date(day, style, locale=self.locale))

    def duration(self, minutes: "float | Stretch") -> str:
        """Return a length of time in its two largest units, like `1 h 30 min`; a range as `2 to 3 days`."""
        if isinstance(minutes, int | float):
            return self._duration(round(minutes))
        if minutes.low == minutes.high:
            return self._duration(round(minutes.low))
        low, high = _rounded(minutes.low), _rounded(minutes.high)
        if low == high:
            return self._duration(low)
        # One unit is said once: 14 to 21 days.
        (unit, n), *more = _units(low)
        same = not more and [unit] == [name for name, _ in _units(high)]
        first = self.number(n) if same else self._duration(low)
        return self("duration.range", low=first, high=self._duration(high))

    def _format_duration(self, whole: int) -> str:
        return " ".join(self(unit, n=n) for unit, n in _units(whole))


def _rounded(minutes: float) -> int:
    """Return an end of a range: beside what it leaves open, hours say nothing after ten days."""
    return round(minutes) if minutes < 10 * _DAY else round(minutes / _DAY) * _DAY


def _units(whole: int) -> list[tuple[str, int]]:
    """Return minutes in their two largest units, at least one of them."""
    days, rest = divmod(whole, _DAY)
    hours, mins = divmod(rest, 60)
    units = [(unit, n) for unit, n in zip(UNITS, (days, hours, 0 if days else mins), strict=True) if n]
    return units or [(UNITS[-1], whole)]
