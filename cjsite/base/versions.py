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
    """Return the digest of the versions of Python, of cjsite's files, and of what it renders with."""
    return digest(sys.version, *(_recorded() or _of_checkout()), *sorted(_installed()))


def _recorded() -> list[str]:
    """Return the digests of our files that an installer noted, none in a checkout.

    They are the same wherever a wheel is installed, so that a build server finds what it kept.
    """
    listed = (record.read_text("utf-8") for record in _PACKAGE.parent.glob("cjsite-*.dist-info/RECORD"))
    lines = (line for text in listed for line in text.splitlines())
    return sorted(line for line in lines if line.startswith("cjsite/") and "sha256=" in line)


def _of_checkout() -> Iterator[str]:
    for folder in (_PACKAGE, _PACKAGE.parent / "themes"):
        with suppress(OSError):
            yield from _files(str(folder))


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
