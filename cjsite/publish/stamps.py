"""By what files that a build wrote are known again, without reading them: kept beside results, not in the site."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from cjsite.base.digest import digest
from cjsite.base.writing import replace

Stamp = tuple[int, int, bytes]
"""A file's size, its time of change in nanoseconds, and the mark of what was written."""


def stamp(path: str | os.PathLike[str], mark: bytes) -> Stamp:
    """Return the stamp of a file that lies there. Raises OSError where none does."""
    stat = os.stat(path)  # noqa: PTH116
    return stat.st_size, stat.st_mtime_ns, mark


def kept_stamps(store: Path | None, output: Path) -> Mapping[str, Stamp]:
    """Return the stamps of what the last build wrote into a folder, none where nobody knows."""
    if store is None:
        return {}
    try:
        return msgspec.msgpack.decode(_place(store, output).read_bytes(), type=dict[str, Stamp])
    except (OSError, msgspec.MsgspecError):
        return {}


def keep_stamps(store: Path | None, output: Path, stamps: Mapping[str, Stamp]) -> None:
    """Note the stamps of what a build wrote into a folder."""
    if store is not None:
        with suppress(OSError):
            replace(_place(store, output), msgspec.msgpack.encode(stamps))
            _place(store, output).chmod(0o600)


def _place(store: Path, output: Path) -> Path:
    return store / f"files-{digest(str(output.resolve())).hex()[:20]}.msgpack"
