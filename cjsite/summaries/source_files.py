"""The files that pages are made of, where pages tell of them: where they are edited, when they were written."""

from collections.abc import Mapping, Sequence

from cjsite.model.content import Content
from cjsite.model.file_history import SourceFile
from cjsite.model.types import Kind

_REGISTERED = ("department",)
"""Kinds of which many stand in one file, whose dates are those of all of them."""


def source_files(content: Content, kinds: Sequence[Kind]) -> Mapping[str, SourceFile]:
    """Return the files of all things of some kinds, by `kind/id`; none where no page tells of them."""
    settings, dates = content.settings, content.history.dates
    if not (settings.edit_url or dates):
        return {}
    begins = tuple(f"{kind}/" for kind in kinds)
    dated = tuple(f"{kind}/" for kind in kinds if kind not in _REGISTERED)
    return {
        thing: SourceFile(places[""].path, dates.get(places[""].path) if thing.startswith(dated) else None)
        for thing, places in content.places.items()
        if thing.startswith(begins)
    }
