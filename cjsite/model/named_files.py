"""Which pictures and other files beside the content are named by something that readers see."""

import posixpath
from collections.abc import Iterable, Iterator
from typing import Any

from cjsite.base.content_path import content_path
from cjsite.model.picture_formats import MEDIA
from cjsite.model.types import Record
from cjsite.text.destinations import Target, destinations


def named_files(path: str, targets: Iterable[str]) -> frozenset[str]:
    """Return the paths of files that may be meant by targets in a file. path: that file's."""
    # What stands in a registry, or in a file of a folder, may be shown on a page at the root.
    folders = (path.rpartition("/")[0], "")
    return frozenset(content_path(folder, target.lstrip("/")) for target in targets for folder in folders)


def named_targets(value: Record) -> tuple[str, ...]:
    """Return what an object may name files by: where its links lead, and texts that are a file's name."""
    return tuple(dict.fromkeys(target for text in _texts(value) for target in _targets(text)))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Record):
        for name in value.model_fields_set:
            yield from _texts(getattr(value, name))
    elif isinstance(value, dict):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)


def _targets(text: str) -> Iterator[str]:
    """Yield the paths that a text may name: where its links lead, or a file that is all of it, as in `photo`."""
    for destination in destinations(text):
        target = Target(destination)
        if target.is_within:
            yield target.path
    # Asked first, as it is quick: of thousands of texts hardly one ends like a file.
    if "." in text[-5:] and posixpath.splitext(text)[1].lower() in MEDIA:
        # A field holds the name itself, in which a sign of an address is a letter, or a link.
        yield from (text, Target(text).path)
