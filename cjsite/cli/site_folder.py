"""Where the site is that a command is called for: here, or in a folder above."""

import os
from collections.abc import Iterator
from pathlib import Path

from cjsite.base.folder import from_here

_MARKS = ("site.yml", "journeys")
"""What a folder `content/` holds that is a site's, and not the content of something else."""


def site_folder(start: Path) -> Path:
    """Return the nearest folder from `start` upwards that holds a site; `start` itself where there is none.

    The way up ends at the home folder, or at the top of the disk. The path returned leads there from `start`.
    """
    if (start / "content").is_dir():
        return start
    for folder in _upwards(start):
        if any((folder / "content" / mark).exists() for mark in _MARKS):
            return start / os.path.relpath(folder, start.resolve())
    return start


def _upwards(start: Path) -> Iterator[Path]:
    """Yield the folders above one, the nearest first; the home folder is the last."""
    here = start.resolve()
    home = Path.home()
    if here != home:
        for folder in here.parents:
            yield folder
            if folder == home:
                return


def content_from_here(source: Path) -> str:
    """Return the path of a site's content folder from where the command runs, as messages begin with it."""
    return from_here(source / "content")
