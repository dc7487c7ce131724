"""Words, numbers and dates in the site's language."""

import datetime
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from string import Formatter

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent

_MINUS = "−"
_TENTH = Decimal("0.1")
Words = Mapping[str, "str | Mapping[str, str]"]
UNITS = ("days", "hours", "minutes")
"""The words that lengths of time are written with, whoever asks for them."""


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

    def duration(self, minutes: float) -> str:
        """Return a length of time in its two largest units, like `1 h 30 min` or `2 days`."""
        return self._duration(round(minutes))

    def _format_duration(self, whole: int) -> str:
        days, rest = divmod(whole, 1440)
        hours, mins = divmod(rest, 60)
        parts = [self(unit, n=n) for unit, n in zip(UNITS, (days, hours, 0 if days else mins), strict=True) if n]
        return " ".join(parts) or self(UNITS[-1], n=whole)
