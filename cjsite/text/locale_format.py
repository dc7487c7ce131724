"""How a language writes numbers, sums, days, lengths of time and lists: by Unicode CLDR, as Babel has it."""

import datetime
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, cached_property
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit

_MINUS = "−"
_DECIMALS = re.compile(r"\.0+")
_BY_LETTERS = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
"""Between a currency that is written with letters and its sum."""
_ZEROS = {
    "arab": "٠", "arabext": "۰", "beng": "০", "cakm": "𑄶", "deva": "०", "fullwide": "０", "gujr": "૦", "guru": "੦",
    "khmr": "០", "knda": "೦", "laoo": "໐", "lepc": "᱀", "limb": "᥆", "mlym": "൦", "mong": "᠐", "mtei": "꯰",
    "mymr": "၀", "nkoo": "߀", "olck": "᱐", "orya": "୦", "tamldec": "௦", "telu": "౦", "thai": "๐", "tibt": "༠",
}  # fmt: skip
"""Digits by numbering system: Babel writes the signs between them, and always 0 to 9."""
_FORMS = ("zero", "one", "two", "few", "many", "other")
_UNITS: Mapping[str, tuple[str, Literal["short", "long"]]] = {
    "days": ("duration-day", "long"),
    "hours": ("duration-hour", "short"),
    "minutes": ("duration-minute", "short"),
}


class LocaleFormat:
    """A language's ways to write figures, as plain texts: whoever puts them into others sets them apart."""

    def __init__(self, language: str) -> None:
        try:
            self.locale = Locale.parse(language, sep="-")
        except (UnknownLocaleError, ValueError):
            self.locale = Locale("en")
        zero = _ZEROS.get(system := self.locale.default_numbering_system)
        self.digits = system if zero else ""
        self._digits = str.maketrans("0123456789", "".join(chr(ord(zero) + n) for n in range(10))) if zero else {}
        # English readers on both sides of the ocean take 14 Jan 2026, and "A, B and C", for what they are.
        is_english = self.locale.language == "en" and not self.locale.territory
        self._list_locale = Locale.parse("en_001") if is_english else self.locale

    def with_digits(self, text: str) -> str:
        """Return a text with the language's own digits."""
        return text.translate(self._digits) if self._digits else text

    def _own(self, text: str) -> str:
        return self.with_digits(text.replace("-", _MINUS))

    def decimal(self, value: int | Decimal) -> str:
        """Return a number with the decimals that it has."""
        return self._own(format_decimal(value, locale=self.locale, numbering_system="default"))

    def tenths(self, value: Decimal) -> str:
        """Return a number with one decimal."""
        return self._own(format_decimal(value, "0.0", self.locale, numbering_system="default"))

    def percent(self, share: Decimal) -> str:
        """Return a share of 1 in per cent, with the decimals that it has."""
        return self._own(
            format_percent(share, locale=self.locale, decimal_quantization=False, numbering_system="default")
        )

    def money(self, value: float, currency: str) -> str:
        """Return a sum in a currency, by its code; cents only where there are any."""
        pattern = self.locale.currency_formats["standard"].pattern
        if value == int(value):
            pattern = _DECIMALS.sub("", pattern)
        text = format_currency(
            value, currency, pattern, self.locale, currency_digits=False, numbering_system="default"
        )
        return self._own(_BY_LETTERS.sub("\N{NO-BREAK SPACE}", text))

    def date(self, day: datetime.date) -> str:
        """Return a day, like `14 Jan 2026`."""
        if self.locale.language == "en":
            text = format_date(day, "d MMM y", self.locale)
        elif self.locale.text_direction == "rtl":
            # Of nothing but digits, whoever reads from the right cannot tell the month from the day.
            text = format_skeleton("yMMMd", day, locale=self.locale)
        else:
            text = format_date(day, "medium", self.locale)
        return str(text).translate(self._digits)

    def month(self, day: datetime.date) -> str:
        """Return a month, like `Jan 2026`."""
        return str(format_skeleton("yMMM", day, locale=self.locale)).translate(self._digits)

    def unit(self, name: str, n: int) -> str:
        """Return so many `days`, `hours` or `minutes`, as one text that no line break parts."""
        unit, length = _UNITS[name]
        text: str = format_unit(n, unit, length, locale=self.locale, numbering_system="default")
        return self._own(text).replace(" ", "\N{NO-BREAK SPACE}")

    def enumeration(self, texts: Sequence[str]) -> str:
        """Return texts as one list of equal things: `A, B and C`."""
        # Shorter styles are not whole in every language: findings/babel-list-styles.sh.
        return format_list(texts, locale=self._list_locale)

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The plural forms that numbers below a thousand ask for, and `other`, which comes last."""
        asked = {self.plural(n) for n in range(1000)} - {"other"}
        return (*sorted(asked, key=_FORMS.index), "other")

    def plural(self, n: float) -> str:
        """Return the plural form that a number asks for."""
        return self.locale.plural_form(n)


@cache
def locale_format(language: str) -> LocaleFormat:
    """Return a language's ways to write figures, those of English for a language that nobody knows."""
    return LocaleFormat(language)


@cache
def tags_of(language: str) -> tuple[str, ...]:
    """Return the tags that words of a language may stand under, from the widest: `zh`, `zh-Hans`, `zh-CN`."""
    base, *parts = language.split("-")
    likely = get_global("likely_subtags")
    # A place asks for a script, Taiwan for another one than China; a script that is written asks for itself.
    full = likely.get("_".join([base, *parts])) or likely.get(base, base)
    written = next((part for part in parts if len(part) == 4), "") or next(
        (part for part in full.split("_")[1:] if len(part) == 4), ""
    )
    return tuple(dict.fromkeys((base, f"{base}-{written}" if written else base, language)))
