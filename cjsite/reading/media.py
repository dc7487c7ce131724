"""Pictures and documents beside the content: which are published, and in which form."""

from pathlib import PurePosixPath

from cjsite.base.memo import memo
from cjsite.reading.svg import CleanPicture, clean_svg

MEDIA = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".pdf", ".mp4", ".webm"})


@memo(by="path")
def publishable(path: str, data: bytes) -> CleanPicture:
    """Return a file as it is published: an SVG without what runs, loads or leads elsewhere, others as they are."""
    return clean_svg(path, data) if PurePosixPath(path).suffix.lower() == ".svg" else CleanPicture(data)
