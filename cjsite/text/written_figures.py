"""Numbers, sums and days as a language writes them, set apart from the texts around them."""

import datetime
from decimal import Decimal
from functools import lru_cache

from cjsite.text.direction import Direction, isolated
from cjsite.text.locale_format import locale_format
from cjsite.text.rounding import rounded

_MINUS = "−"


class WrittenFigures:
    """A language's ways to write numbers and days in a text that runs in a direction.

    signs: the scale has a minus.
    """

    def __init__(self, language: str, around: Direction, signs: bool = True) -> None:
        self.signs = signs
        self._format = locale_format(language)
        self._around: Direction = around
        self._date = lru_cache(4096)(lambda day: isolated(self._format.date(day), self._around))
        self._month = lru_cache(4096)(lambda day: isolated(self._format.month(day), self._around))
        self._number = lru_cache(4096)(self._format_number)
        self._signed = lru_cache(4096)(self._format_signed)
        self._tenths = lru_cache(4096)(self._format.tenths)
        self._percent = lru_cache(4096)(self._format_percent)
        self._on_axis = lru_cache(4096, typed=True)(self._format_on_axis)

    def number(self, value: float, digits: int = 2) -> str:
        """Return a number with at most `digits` decimals and a true minus sign."""
        return self._number(value, digits)

    def _format_number(self, value: float, digits: int) -> str:
        return isolated(self._decimal(value, digits), self._around)

    def _decimal(self, value: float, digits: int) -> str:
        return self._format.decimal(value if isinstance(value, int) else rounded(value, digits))

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
        return self._on_axis(value, signs)

    def _format_on_axis(self, value: float, signs: bool) -> str:
        return isolated("+" * (value > 0 and signs) + self._decimal(value, 2), self._around)

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

    def percent(self, value: float | Decimal, digits: int = 1) -> str:
        """Return a share in per cent with at most one decimal, as the language writes it: `12.5%`, `12,5 %`."""
        return self._percent(value, digits)

    def _format_percent(self, value: float, digits: int) -> str:
        # Of the hundredth part as a binary fraction more digits would be shown than anybody wrote.
        share = rounded(value, digits).normalize() / 100
        return isolated(self._format.percent(share), self._around)

    def money(self, value: float, currency: str) -> str:
        """Return a sum in a currency, by its code, as the language writes it; cents only where there are any."""
        if not currency:
            return self.number(value)
        return isolated(self._format.money(value, currency), self._around)

    def date(self, day: datetime.date) -> str:
        """Return a day, like `14 Jan 2026`."""
        return self._date(day)

    def month(self, day: datetime.date) -> str:
        """Return a month, like `Jan 2026`."""
        return self._month(day)
