"""By what files that a build wrote are known again, without reading them: kept beside results, not in the site."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from cjsite.base.stores import record
from cjsite.base.writing import replace

Stamp = tuple[int, int, bytes]
"""A file's size, its time of change in nanoseconds, and the mark of what was written."""


def stamp(path: str | os.PathLike[str], mark: bytes) -> Stamp:
    """Return the stamp of a file that lies there. Raises OSError where none does."""
    stat = os.stat(path)  # noqa: PTH116
    return stat.st_size, stat.st_mtime_ns, mark


def kept_stamps(store: Path | None, output: Path) -> Mapping[str, Stamp]:
    """Return the stamps of what the last build wrote into a folder, none where nobody knows."""
    path = record(store, "files", output)
    if path is None:
        return {}
    try:
        return msgspec.msgpack.decode(path.read_bytes(), type=dict[str, Stamp])
    except (OSError, msgspec.MsgspecError):
        return {}


def keep_stamps(store: Path | None, output: Path, stamps: Mapping[str, Stamp]) -> None:
    """Note the stamps of what a build wrote into a folder."""
    path = record(store, "files", output)
    if path:
        with suppress(OSError):
            replace(path, msgspec.msgpack.encode(stamps))
            path.chmod(0o600)
