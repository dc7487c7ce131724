"""Words, numbers and dates in the site's language, wherever they stand."""

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

from cjsite.text.direction import OPENERS, PDI, Direction, direction_of, is_isolate, isolated, text_direction
from cjsite.text.rounding import rounded, whole

_MINUS = "−"
_DECIMALS = re.compile(r"\.0+")
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
    """A language's words (from the theme) and its ways to write numbers and dates.

    signs: the scale has a minus. article: the language of what they stand in, '' for their own. Words in an article
    of another language are isolates, from which pages make elements with their language.
    """

    def __init__(self, language: str, words: Words, signs: bool = True, article: str = "") -> None:
        self.language = language
        self.words = words
        self.signs = signs
        try:
            self.locale = Locale.parse(language, sep="-")
        except (UnknownLocaleError, ValueError):
            self.locale = Locale("en")
        self.direction: Direction = text_direction(language)
        self.article = article
        self._around: Direction = text_direction(article or language)
        # Nothing can disturb plain letters among letters that run the same way: nearly all texts of most sites.
        self._suits_ascii = not article and self._around == "ltr"
        self._amid: dict[str, Wording] = {}
        self._direction_of = lru_cache(4096)(direction_of)
        self._date = lru_cache(4096)(self._format_date)
        self._number = lru_cache(4096)(self._format_number)
        self._signed = lru_cache(4096)(self._format_signed)
        self._tenths = lru_cache(4096)(self._format_tenths)
        self._percent = lru_cache(4096)(self._format_percent)
        self._duration = lru_cache(4096)(self._format_duration)
        # By type too: what is written as 1 must not come out as 1.0, which is equal.
        self._said = lru_cache(4096, typed=True)(self._format_words)

    def __reduce__(self) -> tuple[type["Wording"], tuple[str, Words, bool, str]]:
        """Return how another process makes the same; what is remembered stays here."""
        return Wording, (self.language, self.words, self.signs, self.article)

    def __call__(self, key: str, n: float | None = None, **values: object) -> str:
        """Return the words for a key; `n` chooses the plural form. Unknown keys raise KeyError."""
        return self._said(key, n, **values)

    def amid(self, article: str) -> "Wording":
        """Return the same words as they stand in an article of a language ('' = their own).

        Where it is their own language as another country has it, they need not be told apart.
        """
        is_own = article.split("-")[0] == self.language.split("-")[0]
        if article in ("", self.article) or (is_own and text_direction(article) == self.direction):
            return self
        if article not in self._amid:
            self._amid[article] = Wording(self.language, self.words, self.signs, article)
        return self._amid[article]

    def beside(self, text: str) -> str:
        """Return an author's text as it may stand beside others of the page: in an isolate where it needs one."""
        if self._suits_ascii and text.isascii():
            return text
        # Around an article of another language the page has its own direction: there it must fit into both.
        apart = isolated(text, self._around)
        return isolated(apart, self.direction) if self.article else apart

    def listed(self, *texts: str, separator: str = ", ") -> str:
        """Return texts in one line, the author's and ours, without the empty ones."""
        return separator.join(self.beside(text) for text in texts if text)

    def paragraph(self, *sentences: str) -> str:
        """Return sentences of ours as one text."""
        return self._placed(" ".join(map(self._bare, sentences)))

    def _format_words(self, key: str, n: float | None, **values: object) -> str:
        return self._placed(self._filled(key, n, values))

    def _filled(self, key: str, n: float | None, values: dict[str, object]) -> str:
        form = self._form(key, n)
        if n is not None:
            values["n"] = self.number(n)
        elif not values:
            return form
        direction = self._direction_of(form) or self.direction
        for name, value in values.items():
            if isinstance(value, str) and not (direction == "ltr" and value.isascii()):
                values[name] = isolated(self._bare(value), direction)
        return form.format_map(values)

    def _placed(self, text: str) -> str:
        """Return words of ours as they stand in the page: in an isolate where that is of another language."""
        if self._suits_ascii and text.isascii():
            return text
        direction = self._direction_of(text)
        if direction is None:
            return isolated(text, self._around)
        opener = OPENERS[direction]
        is_foreign = self.article or direction != self._around
        return f"{opener}{self._bare(text)}{PDI}" if is_foreign else text

    def _bare(self, text: str) -> str:
        """Return a text without the isolate around it: words of ours stand among words of ours."""
        return text[1:-1] if is_isolate(text) else text

    def _form(self, key: str, n: float | None) -> str:
        entry = self.words[key]
        if isinstance(entry, str):
            return entry
        return entry.get(self.locale.plural_form(1 if n is None else n)) or entry["other"]

    def number(self, value: float, digits: int = 2) -> str:
        """Return a number with at most `digits` decimals and a true minus sign."""
        return self._number(value, digits)

    def _format_number(self, value: float, digits: int) -> str:
        text: str = format_decimal(value if isinstance(value, int) else rounded(value, digits), locale=self.locale)
        return isolated(text.replace("-", _MINUS), self._around)

    def signed(self, value: float, signs: bool | None = None) -> str:
        """Return a feeling's number with one decimal: −1.5, +0.8, 0.0; no plus on a scale that has no minus.

        signs: whether its scale has one; None for the site's.
        """
        return self._signed(value, self.signs if signs is None else signs)

    def on_scale(self, value: float, signs: bool) -> str:
        """Return a feeling's number as its scale has it: signed where that has two sides."""
        return self.signed(value, True) if signs else self.number(value, 1)

    def bare(self, value: float, signs: bool) -> str:
        """Return a number of a scale as its axis has it: −2, 0, +1; signs: whether the scale has a minus."""
        return isolated("+" * (value > 0 and signs) + self._bare(self.number(value)), self._around)

    def ends(self, low: float, high: float) -> tuple[str, str]:
        """Return the ends of a scale as its axis has them."""
        return self.bare(low, low < 0), self.bare(high, low < 0)

    def _format_signed(self, value: float, signs: bool) -> str:
        # Rounded before Babel is asked, which rounds a half to the even number.
        size = rounded(abs(value), 1)
        if not size:
            return self._tenths(size)
        sign = _MINUS if value < 0 else "+" if signs else ""
        return isolated(sign + self._tenths(size), self._around)

    def _format_tenths(self, value: Decimal) -> str:
        return str(format_decimal(value, format="0.0", locale=self.locale))

    def percent(self, value: float | Decimal, digits: int = 1) -> str:
        """Return a share in per cent with at most one decimal, as the language writes it: `12.5%`, `12,5 %`."""
        return self._percent(value, digits)

    def _format_percent(self, value: float, digits: int) -> str:
        # Of the hundredth part as a binary fraction more digits would be shown than anybody wrote.
        share = rounded(value, digits).normalize() / 100
        text: str = format_percent(share, locale=self.locale, decimal_quantization=False)
        return isolated(text.replace("-", _MINUS), self._around)

    def money(self, value: float, currency: str) -> str:
        """Return a sum in a currency, by its code, as the language writes it; cents only where there are any."""
        if not currency:
            return self.number(value)
        pattern = self.locale.currency_formats["standard"].pattern
        if value == int(value):
            pattern = _DECIMALS.sub("", pattern)
        text: str = format_currency(value, currency, pattern, locale=self.locale, currency_digits=False)
        return isolated(text.replace("-", _MINUS), self._around)

    def date(self, day: datetime.date) -> str:
        """Return a day, like `14 Jan 2026`."""
        return self._date(day, "")

    def month(self, day: datetime.date) -> str:
        """Return a month, like `Jan 2026`."""
        return self._date(day, "yMMM")

    def _format_date(self, day: datetime.date, skeleton: str) -> str:
        if skeleton:
            return isolated(str(format_skeleton(skeleton, day, locale=self.locale)), self._around)
        # English readers on both sides of the ocean take 14 Jan 2026 for what it is.
        style = "d MMM y" if self.locale.language == "en" else "medium"
        return isolated(str(format_date(day, style, locale=self.locale)), self._around)

    def duration(self, minutes: "float | Stretch") -> str:
        """Return a length of time in its two largest units, like `1 h 30 min`; a range as `2 to 3 days`."""
        if isinstance(minutes, int | float):
            return self._duration(whole(minutes))
        if minutes.low == minutes.high:
            return self._duration(whole(minutes.low))
        low, high = _rounded(minutes.low), _rounded(minutes.high)
        if low == high:
            return self._duration(low)
        # One unit is said once: 14 to 21 days.
        (unit, n), *more = _units(low)
        same = not more and [unit] == [name for name, _ in _units(high)]
        first = self.number(n) if same else self._duration(low)
        return self("duration.range", low=first, high=self._duration(high))

    def _format_duration(self, whole: int) -> str:
        return self._placed(" ".join(self._filled(unit, n, {}) for unit, n in _units(whole)))


def _rounded(minutes: float) -> int:
    """Return an end of a range: beside what it leaves open, hours say nothing after ten days."""
    return whole(minutes) if minutes < 10 * _DAY else whole(minutes / _DAY) * _DAY


def _units(whole: int) -> list[tuple[str, int]]:
    """Return minutes in their two largest units, at least one of them."""
    days, rest = divmod(whole, _DAY)
    hours, mins = divmod(rest, 60)
    units = [(unit, n) for unit, n in zip(UNITS, (days, hours, 0 if days else mins), strict=True) if n]
    return units or [(UNITS[-1], whole)]
