"""Figures that are known as a range: from a low end to a high one, both the same where the figure is exact."""

from collections.abc import Iterable
from math import fsum

from cjsite.base.frozen import frozen


@frozen
class Span:
    """A figure from its low end to its high end."""

    low: float = 0.0
    high: float = 0.0

    @classmethod
    def exactly(cls, value: float) -> "Span":
        """Return a figure that is known exactly."""
        return cls(value, value)

    def __sub__(self, other: "Span") -> "Span":
        """Return what the figures may differ by: at least the low end less the other's high end.

        >>> Span(5.0, 9.0) - Span(1.0, 2.0)
        Span(low=3.0, high=8.0)
        """
        return Span(self.low - other.high, self.high - other.low)

    def __bool__(self) -> bool:
        return bool(self.low or self.high)

    @property
    def is_mixed(self) -> bool:
        """Tell whether the figure may lie on either side of nothing."""
        return self.low < 0 < self.high

    @property
    def sign(self) -> int:
        """Return 1 for more than nothing, −1 for less, 0 for nothing or either."""
        return 0 if self.is_mixed else (self.high > 0) - (self.low < 0)

    @property
    def size(self) -> "Span":
        """Return the figure without its sign, where it lies on one side of nothing."""
        return Span(-self.high, -self.low) if self.low < 0 else self

    @property
    def largest_first(self) -> tuple[float, float]:
        """Return a sort key: by what it may come to, then by what it is at least."""
        return -self.high, -self.low


def sum_of(spans: Iterable[Span]) -> Span:
    """Return spans added up, each end on its own."""
    every = list(spans)
    return Span(fsum(span.low for span in every), fsum(span.high for span in every))


def longest(spans: Iterable[Span | None]) -> Span | None:
    """Return the longest of the spans that are known, by what each may come to; None where none is known."""
    return min((span for span in spans if span is not None), key=lambda span: span.largest_first, default=None)


def sum_known(spans: Iterable[Span | None]) -> Span | None:
    """Return the spans that are known, added up; None where none are."""
    stated = [span for span in spans if span is not None]
    return sum_of(stated) if stated else None
