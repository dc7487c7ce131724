"""Which programs results were made with: of another version, other results may come."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

from cjsite.base.digest import digest

_LIBRARIES = frozenset(
    {"babel", "icalendar", "jinja2", "markdown", "markupsafe", "msgspec", "nh3", "pydantic", "pydantic_core"}
    | {"pymdown_extensions", "pyyaml", "segno"}
)
"""What pages are rendered with, as the folders are called that say which version is installed."""
_PACKAGE = Path(__file__).parent.parent


@cache
def versions() -> bytes:
    """Return the digest of the versions of Python, of cjsite as its files are, and of what it renders with."""
    themes = _PACKAGE.parent / "themes"
    own = [_PACKAGE] if (_PACKAGE / "themes").is_dir() else [_PACKAGE, themes]
    return digest(sys.version, *(file for folder in own for file in _files(str(folder))), *sorted(_installed()))


def _files(folder: str) -> Iterator[str]:
    """Yield the files of a folder with their times: in a checkout they change without a new version."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        else:
            stat = entry.stat()
            yield f"{entry.name} {stat.st_size} {stat.st_mtime_ns}"


def _installed() -> Iterator[str]:
    """Yield `name-version` of the libraries; listing folders takes a tenth of the time of asking their metadata."""
    for place in dict.fromkeys(sys.path):
        with suppress(OSError):
            for entry in os.scandir(place or "."):
                name = entry.name
                if name.endswith(".dist-info") and name.partition("-")[0].lower() in _LIBRARIES:
                    yield name
