"""Pictures and documents beside the content: which are published, and in which form."""

from pathlib import PurePosixPath

from cjsite.base.memo import memo
from cjsite.base.problem import Place, Problem
from cjsite.reading.svg import CleanPicture, clean_svg
from cjsite.text.controls import IN_LINE, named

MEDIA = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".pdf", ".mp4", ".webm"})


@memo(by="path")
def publishable(path: str, data: bytes) -> CleanPicture:
    """Return a file as it is published: an SVG without what runs, loads or leads elsewhere, others as they are."""
    if control := IN_LINE.search(path):
        message = f"the name of this file is no text: {named(control[0])}"
        return CleanPicture(b"", (Problem(Place(path), message, "rename it"),))
    return clean_svg(path, data) if PurePosixPath(path).suffix.lower() == ".svg" else CleanPicture(data)
