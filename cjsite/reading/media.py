"""Pictures and documents beside the content: which are published, and in which form."""

from pathlib import PurePosixPath

from cjsite.base.memo import memo
from cjsite.base.problem import Place, Problem
from cjsite.reading.svg import CleanPicture, clean_svg

MEDIA_LIMIT = 64 * 1024 * 1024
"""Bytes that a picture, film or document may have: a reader's browser loads all of it, often over a slow line."""


@memo(by="path")
def publishable(path: str, data: bytes) -> CleanPicture:
    """Return a file as it is published: an SVG without what runs, loads or leads elsewhere, others as they are."""
    if len(data) > MEDIA_LIMIT:
        limit = MEDIA_LIMIT // (1024 * 1024)
        mend = "make it smaller, or link to where it is"
        return CleanPicture(b"", (Problem(Place(path), f"the file is larger than {limit} MB", mend),))
    return clean_svg(path, data) if PurePosixPath(path).suffix.lower() == ".svg" else CleanPicture(data)
