"""A journey's summary as it is kept: each of its fields is decoded when a page asks for it, and let go."""

from collections.abc import Mapping
from functools import cache
from typing import Any, cast, get_type_hints

import msgspec

from cjsite.summaries.journey_summary import JourneySummary


class StoredSummary:
    """Stands for a `JourneySummary`; ten thousand of them as values would fill the memory of many machines."""

    __slots__ = ("_encoded", "_held")

    def __init__(self, encoded: Mapping[str, bytes]) -> None:
        self._encoded = encoded
        self._held: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        """Return a field, which is held until it is let go."""
        if name not in self._held:
            if name not in self._encoded:
                raise AttributeError(name)
            self._held[name] = _decoder(name).decode(self._encoded[name])
        return self._held[name]

    card = JourneySummary.card
    cards = JourneySummary.cards
    worked = JourneySummary.worked

    def let_go(self) -> None:
        """Hold no field any more."""
        self._held.clear()


def summary_of(encoded: Mapping[str, bytes]) -> JourneySummary:
    """Return the summary that was encoded field by field."""
    return cast(JourneySummary, StoredSummary(encoded))


@cache
def _decoder(name: str) -> "msgspec.msgpack.Decoder[Any]":
    return msgspec.msgpack.Decoder(_hints()[name])


@cache
def _hints() -> Mapping[str, Any]:
    return get_type_hints(JourneySummary)
