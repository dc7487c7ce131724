"""The beginning of a list, for pages that would grow beyond what people read."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

from cjsite.base.frozen import frozen

T = TypeVar("T")
SHOWN = 10
"""How many entries a ranked list shows where its page does not say otherwise; the others stand on the maps."""


@frozen
class TopList(Generic[T]):
    """The first entries of a list, and how many it has in all; places: what these are in order of, if anything."""

    first: tuple[T, ...] = ()
    count: int = 0
    places: tuple[Any, ...] = ()

    @classmethod
    def of(cls, entries: Iterable[T], most: int = SHOWN, place: Callable[[T], Any] | None = None) -> "TopList[T]":
        """Keep the first entries, `most` at most, in the order of their places if these are given."""
        every = tuple(entries)
        return cls._begun(every, tuple(map(place, every)) if place else (), most, len(every))

    @classmethod
    def merged(cls, lists: Sequence["TopList[T]"], most: int = SHOWN) -> "TopList[T]":
        """Keep the first entries of several lists that are in order of the same places, or of none."""
        if len(lists) == 1 and len(lists[0].first) <= most:
            return lists[0]
        entries = tuple([entry for one in lists for entry in one.first])
        places = tuple([place for one in lists for place in one.places])
        return cls._begun(entries, places, most, sum([one.count for one in lists]))

    @classmethod
    def _begun(cls, entries: tuple[T, ...], places: tuple[Any, ...], most: int, count: int) -> "TopList[T]":
        if not places:
            return cls(entries[:most], count)
        order = sorted(range(len(places)), key=places.__getitem__)[:most]
        return cls(tuple([entries[n] for n in order]), count, tuple([places[n] for n in order]))

    @property
    def rest(self) -> int:
        """Return how many entries were left out."""
        return self.count - len(self.first)
