"""What a content says with what its place tells: where the site will stand, and the history of its files."""

from pathlib import Path

from cjsite.base.frozen import replace
from cjsite.model.content import Content
from cjsite.reading.git_history import git_history


def in_its_place(content: Content, folder: Path, address: str = "") -> Content:
    """Return a content with what its place tells; address: of its site, '' where its own is meant."""
    if address:
        content = replace(content, settings=content.settings.but(address=address))
    if content.settings.history == "git":
        history, notices = git_history(folder)
        content = replace(content, history=history, notices=(*content.notices, *notices))
    return content
