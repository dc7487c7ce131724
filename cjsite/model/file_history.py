"""What the history of a content folder tells of its files: when they were written, and what they were called."""

import datetime
from collections.abc import Mapping

from cjsite.base.frozen import frozen


@frozen
class FileDates:
    """When a file was first written, and when it was last changed."""

    first: datetime.date
    last: datetime.date


@frozen
class SourceFile:
    """The file that a page is made of, below the content folder; dates: None where nobody tells."""

    path: str
    dates: FileDates | None = None


@frozen
class FileHistory:
    """The history of files by their paths. renamed: what those that are there are called, by earlier paths.

    state: stands for all that it was read from, '' where nobody asked for it.
    """

    dates: Mapping[str, FileDates]
    renamed: Mapping[str, str]
    state: str = ""


NO_HISTORY = FileHistory({}, {})
