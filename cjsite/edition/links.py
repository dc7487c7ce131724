"""Links in Markdown and in fields, and what they lead to: pages of the site, steps on them, files beside them."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from cjsite.base.content_path import content_path

_LABEL = r"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]"
_TITLE = r"""(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?"""
_INLINE = re.compile(rf"!?{_LABEL}\(\s*(<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*){_TITLE}\s*\)")
_DEFINITION = re.compile(rf"^[ ]{{0,3}}\[([^\[\]]+)\]:[ \t]*(<[^<>\n]*>|\S+){_TITLE}[ \t]*$\n?", re.MULTILINE)
_BY_NAME = re.compile(rf"!?{_LABEL}[ ]?\[([^\[\]]*)\]|!?\[([^\[\]]+)\](?![(\[:])")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def destinations(text: str) -> Iterator[str]:
    """Yield where the links and pictures of a Markdown text lead."""
    if "](" in text or "]:" in text:
        for pattern in (_INLINE, _DEFINITION):
            yield from (match[2].strip("<>") for match in pattern.finditer(text))


class Target:
    """What a link within the site leads to: path, '' for the place itself, and the part of it, '' for the whole."""

    def __init__(self, destination: str) -> None:
        path, _, part = destination.partition("#")
        self.path = unquote(path.partition("?")[0])
        self.part = unquote(part)
        self.is_within = not _ELSEWHERE.match(destination)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the ids that its path may stand for."""
        file = self.path.rpartition("/")[2]
        return (file, file.rpartition(".")[0])

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the ids that its part may stand for: of a step, or of one thing among others of its kind."""
        return (self.part, self.part.removeprefix("at-"), self.part.partition("-")[2])

    def below(self, folder: str) -> str:
        """Return the path below the content folder, seen from a folder there."""
        return content_path(folder, self.path.lstrip("/"))


def unlinked(text: str, is_out: Callable[[str], bool]) -> str:
    """Return a Markdown text in which links to what is left out are only their words."""
    if "](" not in text and "]:" not in text:
        return text
    gone: set[str] = set()

    def words(match: re.Match[str]) -> str:
        return match[1] if is_out(match[2].strip("<>")) else match[0]

    def definition(match: re.Match[str]) -> str:
        if not is_out(match[2].strip("<>")):
            return match[0]
        gone.add(_key(match[1]))
        return ""

    def by_name(match: re.Match[str]) -> str:
        label = match[1] if match[1] is not None else match[3]
        return label if _key(match[2] or label) in gone else match[0]

    text = _DEFINITION.sub(definition, _INLINE.sub(words, text))
    return _BY_NAME.sub(by_name, text) if gone else text


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
