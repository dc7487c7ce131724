"""The list of what builds have put into a folder: which files are ours, and what they were made from."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from cjsite.base.writing import replace

MANIFEST = ".cjsite.json"
Stamp = tuple[int, int, str]
"""A file's size, its time of change in nanoseconds, and the mark of what was written, as hexadecimal digits."""


class _Written(msgspec.Struct):
    files: list[object]
    marks: dict[str, Stamp] = {}


class Manifest:
    """What a folder's list says. files: the addresses that builds wrote, None where no build did."""

    def __init__(self, output: Path) -> None:
        self._place = output / MANIFEST
        self.files: tuple[str, ...] | None = None
        self.stamps: Mapping[str, Stamp] = {}
        try:
            data = self._place.read_bytes()
            listed = msgspec.json.decode(data, type=_Written)
        except (OSError, msgspec.MsgspecError):
            self._listed_alone()
            return
        self.files = tuple(url for url in listed.files if isinstance(url, str) and _is_inside(url))
        self.stamps = listed.marks

    def _listed_alone(self) -> None:
        """Read the addresses where the rest of the list is none: an older version's, or damaged."""
        try:
            listed = msgspec.json.decode(self._place.read_bytes())["files"]
        except (OSError, msgspec.MsgspecError, KeyError, TypeError):
            return
        if isinstance(listed, list):
            self.files = tuple(url for url in listed if isinstance(url, str) and _is_inside(url))

    def write(self, files: Iterable[str], stamps: Mapping[str, Stamp]) -> None:
        """Write the list anew, if it is another."""
        listed = {"generator": "cjsite", "files": sorted(files), "marks": dict(sorted(stamps.items()))}
        data = msgspec.json.format(msgspec.json.encode(listed), indent=1) + b"\n"
        try:
            if self._place.read_bytes() == data:
                return
        except OSError:
            pass
        replace(self._place, data)


def _is_inside(url: str) -> bool:
    parts = url.split("/")
    return all(part not in ("", ".", "..") for part in parts) and "\\" not in url and ":" not in parts[0]


def stamp(path: str | os.PathLike[str], mark: str) -> Stamp:
    """Return the stamp of a file that lies there. Raises OSError where none does."""
    stat = os.stat(path)  # noqa: PTH116
    return stat.st_size, stat.st_mtime_ns, mark
