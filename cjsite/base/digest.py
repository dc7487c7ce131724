"""Short names for values, by which results are found again: equal values have the same, others another one."""

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Any

import msgspec

from cjsite.base.frozen import fields, is_value

SIZE = 20
"""Bytes of a digest: two values that differ have the same one in no lifetime."""


def digest(*parts: bytes | str) -> bytes:
    """Return the digest of some texts, where each ends being a part of it."""
    made = blake2b(digest_size=SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(b"%d:" % len(data))
        made.update(data)
    return made.digest()


class Digests:
    """Digests of values that are made of data, of values of ours and of records of the model.

    Those of one object are worked out once: while this lives, so does the object.
    """

    def __init__(self) -> None:
        self._made: dict[int, tuple[object, bytes]] = {}

    def of(self, value: object) -> bytes:
        """Return the digest of a value. Raises TypeError for what no digest can be made of."""
        made = self._made.get(id(value))
        if made is None:
            made = self._made[id(value)] = value, digest(*self._parts(value))
        return made[1]

    def plain(self, value: object) -> bytes:
        """Return the digest of a value that nobody will ask for again; only what it shares with others is held."""
        return digest(*self._parts(value))

    def _parts(self, value: Any) -> Iterator[bytes]:
        """Yield a value as texts: what kind of value it is, and what it holds."""
        yield type(value).__name__.encode()
        if value is None or isinstance(value, str | bytes | int | float):
            yield value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogatepass")
        elif isinstance(value, tuple | list):
            yield from map(self._part, value)
        elif isinstance(value, Mapping):
            for name, item in value.items():
                yield self._part(name)
                yield self._part(item)
        elif isinstance(value, frozenset):
            yield from sorted(map(self._part, value))
        elif is_value(value):
            for name in fields(value):
                yield self._part(getattr(value, name))
        elif hasattr(value, "model_fields_set"):
            for name in sorted(value.model_fields_set):
                yield name.encode()
                yield self._part(getattr(value, name))
        else:
            yield msgspec.msgpack.encode(value)

    def _part(self, value: Any) -> bytes:
        # Short texts are their own digests; what is large and stands in many places is only looked through once.
        if isinstance(value, str):
            return value.encode("utf-8", "surrogatepass")
        is_shared = isinstance(value, frozenset | Mapping) or hasattr(value, "model_fields_set")
        return self.of(value) if is_shared else digest(*self._parts(value))
