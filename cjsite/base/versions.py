"""Which programs results were made with: of another version, other results may come."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from cjsite.base.digest import digest

_LIBRARIES = frozenset(
    (
        "babel",
        "jinja2",
        "markdown",
        "markupsafe",
        "msgspec",
        "nh3",
        "pydantic",
        "pydantic_core",
        "pymdown_extensions",
    )
    + ("pyyaml", "icalendar")
)
"""What pages are rendered with, as the folders are called that say which version is installed."""


@cache
def versions() -> bytes:
    """Return the digest of the versions of Python, of cjsite as its files are, and of what it renders with."""
    return digest(sys.version, *_own_files(), *sorted(_installed()))


def _own_files() -> Iterator[str]:
    """Yield the files of the package with their times: in a checkout they change without a new version."""
    package = Path(__file__).parent.parent
    for folder, folders, names in os.walk(package):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            path = os.path.join(folder, name)
            stat = os.stat(path)
            yield f"{os.path.relpath(path, package)} {stat.st_size} {stat.st_mtime_ns}"


def _installed() -> Iterator[str]:
    """Yield `name-version` of the libraries; listing folders takes a tenth of the time of asking their metadata."""
    for place in dict.fromkeys(sys.path):
        try:
            names = os.listdir(place or ".")
        except OSError:
            continue
        for name in names:
            if name.endswith(".dist-info") and name.partition("-")[0].lower().replace(".", "_") in _LIBRARIES:
                yield name
