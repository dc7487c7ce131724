"""The beginning of a list, for pages that would grow beyond what people read."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from cjsite.frozen import frozen

T = TypeVar("T")
SHOWN = 10
"""How many entries a ranked list shows where its page does not say otherwise; the others stand on the maps."""


@frozen
class Ranked(Generic[T]):
    """The first entries of a list, and how many it has in all."""

    first: tuple[T, ...] = ()
    count: int = 0

    @classmethod
    def of(cls, entries: Iterable[T], most: int = SHOWN, place: Callable[[T], Any] | None = None) -> "Ranked[T]":
        """Keep the first entries, `most` at most, in the order of their places if these are given."""
        every = sorted(entries, key=place) if place else list(entries)
        return cls(tuple(every[:most]), len(every))

    @classmethod
    def merged(
        cls, lists: Sequence["Ranked[T]"], most: int = SHOWN, place: Callable[[T], Any] | None = None
    ) -> "Ranked[T]":
        """Keep the first entries of several lists, each in the order of those places already."""
        first = [entry for one in lists for entry in one.first]
        if place:
            first.sort(key=place)
        return cls(tuple(first[:most]), sum(one.count for one in lists))

    @property
    def rest(self) -> int:
        """Return how many entries were left out."""
        return self.count - len(self.first)
