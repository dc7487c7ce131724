"""Data put away for as long as a build runs: in memory while it is little, then in a file that has no name."""

import os
import tempfile
import weakref
from array import array
from collections.abc import Iterator, Mapping
from threading import Lock
from typing import BinaryIO, SupportsBytes

_MOST = 1 << 24
"""Bytes that stay in memory: what comes of some thousand maps."""


class Shelf:
    """Puts away texts by their names. What is put away can be read in processes that are forked from this one."""

    def __init__(self, most: int = _MOST) -> None:
        self._room = most
        self._file: BinaryIO | None = None
        self._end = 0
        self._is_full = False
        self._names: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._reading = Lock()

    def put(self, parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
        """Put away some texts, and return what reads each when it is asked for."""
        self._room -= sum(map(len, parts.values()))
        if self._room >= 0 or self._is_full:
            return parts
        try:
            begin = self._written(b"".join(parts.values()))
        except OSError:  # memory may have more room than a disk
            self._is_full = True
            return parts
        # Thousands of maps have the same names.
        names = self._names.setdefault(tuple(parts), tuple(parts))
        return _Shelved(self, names, begin, array("L", map(len, parts.values())))

    def put_text(self, data: bytes) -> SupportsBytes:
        """Put away one text, and return what has its bytes; sent to another process, it is the text itself."""
        return ShelvedText(self.put({"": data}))

    def read(self, begin: int, size: int) -> bytes:
        """Return a piece of the file."""
        assert self._file
        if hasattr(os, "pread"):
            # No process that reads moves the place where another reads.
            return os.pread(self._file.fileno(), size, begin)
        with self._reading:
            self._file.seek(begin)
            return self._file.read(size)

    def _written(self, data: bytes) -> int:
        with self._reading:
            if self._file is None:
                self._file = tempfile.TemporaryFile()  # noqa: SIM115
                weakref.finalize(self, self._file.close)
            self._file.seek(self._end)
            self._file.write(data)
            self._file.flush()
        self._end += len(data)
        return self._end - len(data)


class _Shelved(Mapping[str, bytes]):
    """Texts on a shelf, one after the other."""

    __slots__ = ("_begin", "_names", "_shelf", "_sizes")

    def __init__(self, shelf: Shelf, names: tuple[str, ...], begin: int, sizes: "array[int]") -> None:
        self._shelf, self._names, self._begin, self._sizes = shelf, names, begin, sizes

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        number = self._names.index(name)
        return self._shelf.read(self._begin + sum(self._sizes[:number]), self._sizes[number])

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class ShelvedText:
    """A text that is put away."""

    __slots__ = ("_parts",)

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts

    def __bytes__(self) -> bytes:
        return self._parts[""]

    def __reduce__(self) -> tuple[type[bytes], tuple[bytes]]:
        return bytes, (bytes(self),)
