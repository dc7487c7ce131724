"""The beginning of a list, for pages that would grow beyond what people read."""

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

import msgspec

from cjsite.base.frozen import frozen, replace
from cjsite.base.problem import Refusal
from cjsite.base.stores import DAMAGED

T = TypeVar("T")
SortKey = tuple[bool | int | float | str, ...]
"""What orders the entries of a list: plain and flat, as a summary is data that can be written down."""
SHOWN = 10
"""How many entries a ranked list shows where its page does not say otherwise; the others stand on the maps."""


@frozen
class TopList(Generic[T]):
    """The first entries of a list, and how many it has in all; sort_keys: what orders them, if anything."""

    first: tuple[T, ...] = ()
    count: int = 0
    sort_keys: tuple[SortKey, ...] = ()

    @classmethod
    def of(
        cls, entries: Iterable[T], most: int = SHOWN, sort_key: Callable[[T], SortKey] | None = None
    ) -> "TopList[T]":
        """Keep the first entries, `most` at most, in the order of their sort keys if these are given."""
        every = tuple(entries)
        return cls._begun(every, tuple(map(sort_key, every)) if sort_key else (), most, len(every))

    @classmethod
    def merged(cls, lists: Sequence["TopList[T]"], most: int = SHOWN) -> "TopList[T]":
        """Keep the first entries of several lists that are in order of the same sort keys, or of none."""
        # Of most departments most journeys have nothing to say.
        filled = [part for part in lists if part.count] or lists[:1]
        if len(filled) == 1 and len(filled[0].first) <= most:
            return filled[0]
        entries = tuple([entry for part in filled for entry in part.first])
        sort_keys = tuple([sort_key for part in filled for sort_key in part.sort_keys])
        return cls._begun(entries, sort_keys, most, sum([part.count for part in filled]))

    @classmethod
    def _begun(cls, entries: tuple[T, ...], sort_keys: tuple[SortKey, ...], most: int, count: int) -> "TopList[T]":
        if not sort_keys:
            return cls(entries[:most], count)
        order = sorted(range(len(sort_keys)), key=sort_keys.__getitem__)[:most]
        return cls(tuple([entries[n] for n in order]), count, tuple([sort_keys[n] for n in order]))

    def decoded(self, kind: type) -> "TopList[T]":
        """Return it with entries that are still data as what they are."""
        if not any(isinstance(entry, msgspec.Raw) for entry in self.first):
            return self
        decoder: msgspec.msgpack.Decoder[T] = msgspec.msgpack.Decoder(kind)
        try:
            return replace(self, first=tuple(map(decoder.decode, self.first)))  # type: ignore[arg-type]
        except msgspec.MsgspecError:
            raise Refusal(DAMAGED) from None

    @property
    def rest(self) -> int:
        """Return how many entries were left out."""
        return self.beyond(len(self.first))

    def beyond(self, shown: int) -> int:
        """Return how many entries there are after the first `shown`."""
        return max(0, self.count - shown)
