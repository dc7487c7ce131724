"""The beginning of a list, for pages that would grow beyond what people read."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from cjsite.frozen import frozen

T = TypeVar("T")


@frozen
class Ranked(Generic[T]):
    """The first entries of a list, and how many it has in all."""

    first: tuple[T, ...]
    count: int

    @classmethod
    def of(cls, entries: Iterable[T], most: int) -> "Ranked[T]":
        """Keep the first entries, `most` at most."""
        every = tuple(entries)
        return cls(every[:most], len(every))

    @property
    def rest(self) -> int:
        """Return how many entries were left out."""
        return self.count - len(self.first)
