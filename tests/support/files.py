"""Folders written as one text, so that a test shows all that it is about."""

import re
from pathlib import Path

from cjsite.publish.manifest import MANIFEST

_HEADING = re.compile(r"^-- (\S+) --\n", re.MULTILINE)


def parse(text: str) -> dict[str, bytes]:
    """Return path → bytes of a text in which each file stands under a line `-- path --`."""
    _, *rest = _HEADING.split(text)
    return {path: body.encode() for path, body in zip(rest[::2], rest[1::2], strict=True)}


def write(folder: Path, files: dict[str, bytes] | str) -> Path:
    """Write files, or a text as `parse` reads it, into a folder and return the folder."""
    for path, data in (parse(files) if isinstance(files, str) else files).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return folder


def read(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file below a folder by its path in it."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def published(folder: Path) -> dict[str, bytes]:
    """Return the bytes of every file that a build has put into a folder, but for its list."""
    return {path: data for path, data in read(folder).items() if path != MANIFEST}
