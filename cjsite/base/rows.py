"""Long lists of which a page shows a hundred rows: these are made when they are asked for, and none is held."""

import zlib
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from typing import Any, TypeVar, cast, overload

import msgspec

S = TypeVar("S")
T = TypeVar("T")
_BLOCK = 100
"""Rows that are packed together."""


class Rows(Sequence[T]):
    """Rows of a list, each made of what it comes from whenever somebody asks for it.

    make: a function of a module, so that lists of equal sources are equal.
    """

    __slots__ = ("_make", "_sources")

    def __init__(self, sources: Iterable[S], make: Callable[[S], T]) -> None:
        self._sources, self._make = tuple(sources), make

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if isinstance(at, slice):
            return tuple(map(self._make, self._sources[at]))
        return self._make(self._sources[at])

    def __iter__(self) -> Iterator[T]:
        return map(self._make, self._sources)

    def __len__(self) -> int:
        return len(self._sources)

    def __eq__(self, other: object) -> bool:
        is_alike = isinstance(other, Rows) and self._make is other._make
        return is_alike and self._sources == other._sources  # type: ignore[attr-defined]

    __hash__ = None  # type: ignore[assignment]


class PackedRows(Sequence[T]):
    """Rows of a list as data, a tenth of what they are as values; a hundred are unpacked together.

    kind: what they are values of. encoded: each of them, by `encoded`.
    """

    __slots__ = ("_blocks", "_count", "_kind")

    def __init__(self, kind: type[T], encoded: Iterable[bytes]) -> None:
        self._kind, self._count = kind, 0
        self._blocks: list[bytes] = []
        rows = iter(encoded)
        while block := list(islice(rows, _BLOCK)):
            self._count += len(block)
            # A list in msgpack: its sign, its length in two bytes, and one value after the other.
            self._blocks.append(zlib.compress(b"\xdc" + len(block).to_bytes(2, "big") + b"".join(block), 1))

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        if not isinstance(at, slice):
            number = range(self._count)[at]
            return self._unpacked(number // _BLOCK)[number % _BLOCK]
        begin, end, step = at.indices(self._count)
        first, after = begin // _BLOCK, -(-end // _BLOCK)
        rows = chain.from_iterable(map(self._unpacked, range(first, after)))
        return tuple(islice(rows, begin - first * _BLOCK, max(0, end - first * _BLOCK), step))

    def __iter__(self) -> Iterator[T]:
        return chain.from_iterable(map(self._unpacked, range(len(self._blocks))))

    def __len__(self) -> int:
        return self._count

    def selected(self, test: Callable[[T], bool]) -> "PackedRows[T]":
        """Return those that meet a test, packed as well."""
        return PackedRows(self._kind, (encoded(row) for row in self if test(row)))

    def _unpacked(self, block: int) -> list[T]:
        return _decoder(cast(Hashable, self._kind)).decode(zlib.decompress(self._blocks[block]))


def selected(rows: Sequence[T], test: Callable[[T], bool]) -> Sequence[T]:
    """Return those rows that meet a test, packed if all are."""
    return rows.selected(test) if isinstance(rows, PackedRows) else tuple(filter(test, rows))


def encoded(row: object) -> bytes:
    """Return a row as data."""
    return _encoder.encode(row)


_encoder = msgspec.msgpack.Encoder()


@cache
def _decoder(kind: Any) -> "msgspec.msgpack.Decoder[list[Any]]":
    return msgspec.msgpack.Decoder(list[kind])
