"""Results that outlive a run, by digests of all that they were made from, in a folder of their owner's alone.

A run reads what others kept and adds one file of its own, a pack, at its end. Nothing in a pack is ever changed, so
two runs at once, or one that is killed, can spoil nothing. What is kept is data: reading it runs no code.
"""

import os
import secrets
import tempfile
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self
from zlib import crc32

import msgspec

from cjsite.base.digest import SIZE
from cjsite.base.stores import is_ours

_SUFFIX = ".pack"
_MAGIC = b"cjsite pack 1\n"
_END = 16
"""Bytes at the end of a pack: where its list begins, and the list's checksum."""
_LARGEST = 1 << 30
"""Bytes that all packs together may have; the oldest go first."""
_MANY = 12
"""Packs from which their entries are put together into one."""
_ABANDONED = 3600
"""Seconds after which a pack that was begun and never ended is nobody's any more."""
_Entry = tuple[int, int, int]
"""Where an entry begins in its pack, how many bytes it has, and their checksum."""


class Store:
    """What is kept in a folder, which nobody else may read or write.

    ignored: sentences on what could not be used, and why. Used as a context, what was added is kept at its end.
    """

    def __init__(self, folder: Path, largest: int = _LARGEST) -> None:
        self.ignored: list[str] = []
        self._folder = folder
        self._largest = largest
        self._packs: list[_Pack] = []
        self._added: _NewPack | None = None
        self._is_usable = self._prepared()
        if self._is_usable:
            self._packs = list(self._opened())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # Work that was done before something failed need not be done again.
        self.close()

    def get(self, key: bytes) -> bytes | None:
        """Return what is kept by a key, None for nothing; what does not have its checksum is not there."""
        # What was kept last first: by one key another day may have kept something else.
        data = self._added.get(key) if self._added else None
        kept = (pack.get(key) for pack in self._packs)
        return data if data is not None else next((old for old in kept if old is not None), None)

    def put(self, key: bytes, data: bytes) -> None:
        """Keep data by a key."""
        if not self._is_usable:
            return
        try:
            if self._added is None:
                self._added = _NewPack(self._folder)
            self._added.put(key, data)
        except OSError as error:
            self._give_up(f"nothing more is kept in it: {error.strerror}")

    def close(self) -> None:
        """Keep what was added; put packs together where there are many, and remove the oldest of too many."""
        with suppress(OSError):
            if self._added and len(self._packs) >= _MANY:
                self._put_together()
        try:
            if self._added:
                self._added.finish()
        except OSError as error:
            self._give_up(f"nothing more is kept in it: {error.strerror}")
        for pack in self._packs:
            pack.close()
        self._packs, self._added = [], None
        with suppress(OSError):
            _prune(self._folder, self._largest)

    def _put_together(self) -> None:
        """Copy small packs into the one of this run, and remove them; a cold build's is the largest by far."""
        assert self._added
        most = sum(pack.size for pack in self._packs) // 2
        small = [pack for pack in self._packs if pack.size <= most]
        for pack in small:
            for key in pack.listed:
                if self._added.get(key) is None and (data := pack.get(key)) is not None:
                    self._added.put(key, data)
        self._added.finish()
        self._added = None
        for pack in small:
            pack.path.unlink(missing_ok=True)

    def _prepared(self) -> bool:
        """Make the folder, and tell whether it is ours alone."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            is_trusted = is_ours(self._folder)
        except OSError as error:
            self._give_up(f"it cannot be used: {error.strerror}")
            return False
        if not is_trusted:
            self._give_up("others may write in it, so nothing in it is trusted; remove it, or name another")
            return False
        return True

    def _opened(self) -> Iterator["_Pack"]:
        for path in sorted(self._folder.glob(f"*{_SUFFIX}"), reverse=True):
            try:
                yield _Pack(path)
            except (OSError, ValueError, msgspec.MsgspecError):
                self.ignored.append(f"{path.name} in the cache is damaged, and is made anew")
                with suppress(OSError):
                    path.unlink()

    def _give_up(self, why: str) -> None:
        self._is_usable = False
        self.ignored.append(f"the cache in {self._folder} is left alone: {why}")


class _Pack:
    """A file of entries, with a list of them at its end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO = _opened_as_it_is(path)
        try:
            self._entries = self._listed()
        except BaseException:
            self._file.close()
            raise

    def get(self, key: bytes) -> bytes | None:
        entry = self._entries.get(key)
        if entry is None:
            return None
        begin, size, checksum = entry
        self._file.seek(begin)
        data = self._file.read(size)
        return data if len(data) == size and crc32(data) == checksum else None

    @property
    def listed(self) -> Collection[bytes]:
        """Return the keys of its entries."""
        return self._entries.keys()

    def close(self) -> None:
        self._file.close()

    def _listed(self) -> dict[bytes, _Entry]:
        size = self.size = os.fstat(self._file.fileno()).st_size
        if self._file.read(len(_MAGIC)) != _MAGIC or size < len(_MAGIC) + _END:
            raise ValueError("no pack")
        self._file.seek(size - _END)
        begin, checksum = (int.from_bytes(self._file.read(8), "big") for _ in range(2))
        if not len(_MAGIC) <= begin <= size - _END:
            raise ValueError("no list")
        self._file.seek(begin)
        listed = self._file.read(size - _END - begin)
        if crc32(listed) != checksum:
            raise ValueError("another list")
        entries = msgspec.msgpack.decode(listed, type=dict[bytes, _Entry])
        if any(len(key) != SIZE or not 0 <= at <= at + many <= begin for key, (at, many, _) in entries.items()):
            raise ValueError("entries elsewhere")
        return entries


class _NewPack:
    """A pack that is being written, under another name until it is whole."""

    def __init__(self, folder: Path) -> None:
        handle, name = tempfile.mkstemp(".tmp", "new-", folder)
        self._path = Path(name)
        self._file: BinaryIO = os.fdopen(handle, "w+b")
        self._file.write(_MAGIC)
        self._entries: dict[bytes, _Entry] = {}

    def put(self, key: bytes, data: bytes) -> None:
        self._file.seek(0, os.SEEK_END)
        self._entries[key] = (self._file.tell(), len(data), crc32(data))
        self._file.write(data)

    def get(self, key: bytes) -> bytes | None:
        entry = self._entries.get(key)
        if entry is None:
            return None
        self._file.seek(entry[0])
        return self._file.read(entry[1])

    def finish(self) -> None:
        self._file.seek(0, os.SEEK_END)
        begin, listed = self._file.tell(), msgspec.msgpack.encode(self._entries)
        self._file.write(listed + begin.to_bytes(8, "big") + crc32(listed).to_bytes(8, "big"))
        self._file.close()
        self._path.replace(self._path.with_name(f"{time.time_ns():020}-{secrets.token_hex(4)}{_SUFFIX}"))


def _opened_as_it_is(path: Path) -> BinaryIO:
    """Open a file; a link that somebody put in its place is not followed."""
    return os.fdopen(os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)), "rb")


def _prune(folder: Path, largest: int) -> None:
    """Remove the oldest packs of too many bytes, and what killed runs have left."""
    total = 0
    for path in sorted(folder.iterdir(), reverse=True):
        if path.suffix == _SUFFIX:
            total += path.stat().st_size
            if total > largest:
                path.unlink(missing_ok=True)
        elif path.name.startswith("new-") and path.stat().st_mtime < time.time() - _ABANDONED:
            path.unlink(missing_ok=True)
