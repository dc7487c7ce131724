"""What the last build of a site read and wrote: where both are as they were, there is nothing to do."""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from cjsite.base.digest import digest
from cjsite.base.folder import Stamps, stamps
from cjsite.base.stores import mark_used, record
from cjsite.base.versions import versions
from cjsite.base.writing import replace
from cjsite.publish.manifest import MANIFEST
from cjsite.publish.order import BuildOrder
from cjsite.publish.stamps import Stamp, kept_stamps

_FOLDERS = ("content", "themes")


class Said(NamedTuple):
    """What a build said of a site: how many pages and files it has, and what else there was to say."""

    pages: int
    files: int
    left_out: list[str]
    notices: str
    overview: str


class Inputs(NamedTuple):
    """All that a build may read: what it was asked, what lies beside its folders, their files."""

    asked: bytes
    beside: list[str]
    folders: list[Stamps]


class _LastBuild(NamedTuple):
    inputs: Inputs
    said: Said
    history: str


def _asked(source: Path, output: Path, options: Iterable[object]) -> tuple[bytes, list[str]]:
    beside = sorted({path.name for path in source.iterdir()} - {output.name})
    return digest(versions(), *map(repr, options)), beside


class LastBuild:
    """The record of the last build of a site into a folder."""

    def __init__(self, order: BuildOrder, manner: Iterable[object] = ()) -> None:
        """Look at the record of what an order asks for; manner: how it is told of."""
        self._source, self._output, self._options = order.source, order.output, (*order.matters(), *manner)
        self._store, self._is_asked = order.store, not order.check

    def said(self) -> Said | None:
        """Return what the last build said, if a build would do nothing now; None if there is anything to do."""
        path = record(self._store, "last", self._output)
        if path is None or not self._is_asked:
            return None
        try:
            last = msgspec.msgpack.decode(path.read_bytes(), type=_LastBuild)
        except (OSError, msgspec.MsgspecError):
            return None
        asked, beside, before = last.inputs
        is_same = (asked, beside) == _asked(self._source, self._output, self._options) and self._is_there(
            kept_stamps(self._store, self._output)
        )
        with suppress(OSError):
            folders = zip(_FOLDERS, before, strict=True)
            is_same = is_same and self._is_of(last.history)
            if is_same and all(kept.are_of(self._source / name) for name, kept in folders):
                mark_used(path.parent)
                return last.said
        return None

    def inputs(self) -> Inputs:
        """Return all that a build may read now."""
        folders = [stamps(self._source / folder) for folder in _FOLDERS]
        return Inputs(*_asked(self._source, self._output, self._options), folders)

    def _is_of(self, history: str) -> bool:
        """Tell whether the history of the content is what it was, where the site tells of it."""
        if not history:
            return True
        # Read late: only sites that ask for it need it.
        from cjsite.reading.git_history import history_state

        return history_state(self._source / _FOLDERS[0]) == history

    def _is_there(self, outputs: Mapping[str, Stamp]) -> bool:
        folder = str(self._output)
        with suppress(OSError):
            for url, (size, time, _) in outputs.items():
                # A text, not a Path: this is asked of every page of a site.
                stat = os.stat(f"{folder}/{url}")  # noqa: PTH116
                if stat.st_size != size or stat.st_mtime_ns != time:
                    return False
            return bool(outputs) and (self._output / MANIFEST).is_file()
        return False

    def keep(self, made_of: Inputs, said: Said, history: str = "") -> None:
        """Note what a build has read and said; history: the state of the one that it read, '' for none."""
        path = record(self._store, "last", self._output)
        if path:
            with suppress(OSError):
                replace(path, msgspec.msgpack.encode(_LastBuild(made_of, said, history)))
                path.chmod(0o600)
