"""The list of what builds have put into a folder: which files there are ours."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from cjsite.base.writing import replace

MANIFEST = ".cjsite.json"


class _Listed(msgspec.Struct):
    files: list[object]


class Manifest:
    """What a folder's list says. files: the addresses that builds wrote, None where no build did."""

    def __init__(self, output: Path) -> None:
        self._place = output / MANIFEST
        self.files: tuple[str, ...] | None = None
        try:
            listed = msgspec.json.decode(self._place.read_bytes(), type=_Listed)
        except (OSError, msgspec.MsgspecError):
            return
        self.files = tuple(url for url in listed.files if isinstance(url, str) and _is_inside(url))

    def write(self, files: Iterable[str]) -> None:
        """Write the list anew, if it is another."""
        listed = msgspec.json.encode({"generator": "cjsite", "files": sorted(files)})
        data = msgspec.json.format(listed, indent=1) + b"\n"
        try:
            if self._place.read_bytes() == data:
                return
        except OSError:
            pass
        replace(self._place, data)


def _is_inside(url: str) -> bool:
    parts = url.split("/")
    return all(part not in ("", ".", "..") for part in parts) and "\\" not in url and ":" not in parts[0]
