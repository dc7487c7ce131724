"""Pictures and documents beside the content: which are published, and which are not safe to publish."""

import re
from pathlib import PurePosixPath

from cjsite.base.memo import memo
from cjsite.base.problem import Place, Problem

MEDIA = frozenset({".png", ".jpg", ".jpeg", ".jfif", ".gif", ".webp", ".avif", ".svg", ".pdf", ".mp4", ".webm"})
MEDIA_LIMIT = 64 * 1024 * 1024
"""Bytes that a picture, film or document may have: a reader's browser loads all of it, often over a slow line."""
_ACTIVE = re.compile(rb"<\s*(?:script|foreignObject|iframe)|\son\w+\s*=|javascript:|<!ENTITY", re.IGNORECASE)


@memo(by="path")
def media_problems(path: str, data: bytes) -> tuple[Problem, ...]:
    """Return what forbids publishing a picture: an SVG that carries code would run it when opened by itself."""
    if len(data) > MEDIA_LIMIT:
        limit = MEDIA_LIMIT // (1024 * 1024)
        mend = "make it smaller, or link to where it is"
        return (Problem(Place(path), f"the file is larger than {limit} MB", mend),)
    found = _ACTIVE.search(data) if PurePosixPath(path).suffix.lower() == ".svg" else None
    if not found:
        return ()
    line = data[: found.start()].count(b"\n") + 1
    return (Problem(Place(path, line), "this SVG carries code", "export it as a plain SVG without scripts"),)
