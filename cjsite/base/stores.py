"""The stores of all sites, each a folder in one: found, emptied, and removed when nobody uses them any more."""

import os
import re
import stat
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from cjsite.base.digest import digest

_STORE = re.compile(r"[0-9a-f]{20}")
_OWN = re.compile(r"[0-9]{20}-[0-9a-f]{8}\.pack|new-\w+\.tmp|(last|files)-[0-9a-f]{20}\.msgpack")
"""What a store holds: packs, those that were begun, and records of builds. Nothing else is removed."""
_UNUSED = 90 * 24 * 3600
"""Seconds after which the results of a site that nobody built are not worth their place."""
DAMAGED = "what is kept of earlier builds is damaged; remove it by `cjsite clean`"


def stores(folder: Path) -> Iterator[Path]:
    """Yield the stores of all sites in a folder."""
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if _STORE.fullmatch(path.name) and path.is_dir() and not path.is_symlink():
            yield path


def is_ours(store: Path) -> bool:
    """Tell whether a store is its owner's alone, so that what lies in it is our own. Raises OSError for none."""
    state = store.stat()
    return not hasattr(os, "geteuid") or (state.st_uid == os.geteuid() and not stat.S_IMODE(state.st_mode) & 0o022)


def record(store: Path | None, kind: str, output: Path) -> Path | None:
    """Return where a store has a record of what was built into a folder, None without a store of ours."""
    with suppress(OSError):
        if store and is_ours(store):
            return store / f"{kind}-{digest(str(output.resolve())).hex()[:20]}.msgpack"
    return None


def removed(store: Path) -> int:
    """Remove all that is kept in a store, and the store if that is all; return how many bytes that were."""
    total = 0
    for path in store.iterdir() if store.is_dir() and not store.is_symlink() else ():
        if _OWN.fullmatch(path.name) and not path.is_dir():
            total += path.lstat().st_size
            path.unlink(missing_ok=True)
    with suppress(OSError):
        store.rmdir()
    return total


def mark_used(store: Path) -> None:
    """Note that somebody uses a store now."""
    with suppress(OSError):
        os.utime(store)


def remove_unused(folder: Path) -> None:
    """Remove the stores that nobody has used for long."""
    with suppress(OSError):
        for store in stores(folder):
            if store.stat().st_mtime < time.time() - _UNUSED:
                removed(store)
