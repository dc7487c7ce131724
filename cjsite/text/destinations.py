"""Links in Markdown and in fields, and what they lead to: pages of the site, steps on them, files beside them."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from urllib.parse import unquote

_TITLE = r"""(?:\s+(?:"(?s:.){0,500}?"|'(?s:.){0,500}?'|\((?s:.){0,500}?\)))?"""
_PLAIN = r"(?:[^\s()\\]|\\.)*"
_AFTER_LABEL = re.compile(rf"\]\(\s*+(?:(<[^<>\n]*>|{_PLAIN}(?:\({_PLAIN}\){_PLAIN})*){_TITLE}\s*\)|([^()]*)\))")
"""What follows the words of a link, as broad as any dialect: a link that is missed would name what is left out."""
_LONGEST = 2000
"""Characters of a link's words that are looked at; beyond them its brackets stay."""
_DEFINITION = re.compile(rf"^([ \t>*+-]*)\[([^\[\]]+)\]:[ \t]*(<[^<>\n]*>|\S+){_TITLE}[ \t]*(?:$\n?)", re.MULTILINE)
_BY_NAME = re.compile(r"!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\][ ]?\[([^\[\]]*)\]|!?\[([^\[\]]+)\](?![(\[:])")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def destinations(text: str) -> Iterator[str]:
    """Yield where the links and pictures of a Markdown text lead."""
    if "](" in text or "]:" in text:
        yield from map(_inline_destination, _AFTER_LABEL.finditer(text))
        yield from (match[3].strip("<>") for match in _DEFINITION.finditer(text))


class Target:
    """What a link within the site leads to: path, '' for the place itself, and the part of it, '' for the whole."""

    def __init__(self, destination: str) -> None:
        address = unescape(_ESCAPED.sub(r"\1", destination)).replace("\\", "/")
        path, _, part = address.partition("#")
        self.path = unquote(path.partition("?")[0])
        self.part = unquote(part)
        self.is_within = not _ELSEWHERE.match(address)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the ids that its path may stand for."""
        file = self.path.rstrip("/").rpartition("/")[2]
        return (file, file.rpartition(".")[0])

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the ids that its part may stand for: of a step, or of one thing among others of its kind."""
        return (self.part, self.part.removeprefix("at-"), self.part.partition("-")[2])


def unlinked(text: str, is_out: Callable[[str], bool]) -> str:
    """Return a Markdown text in which links to what is left out are only their words."""
    if "](" not in text and "]:" not in text:
        return text
    gone: set[str] = set()

    def definition(match: re.Match[str]) -> str:
        if not is_out(match[3].strip("<>")):
            return match[0]
        gone.add(_key(match[2]))
        return match[1].rstrip(" \t")

    def by_name(match: re.Match[str]) -> str:
        label = match[1] if match[1] is not None else match[3]
        return label if _key(match[2] or label) in gone else match[0]

    text = _DEFINITION.sub(definition, _without_inline(text, is_out))
    return _BY_NAME.sub(by_name, text) if gone else text


def _without_inline(text: str, is_out: Callable[[str], bool]) -> str:
    """Return a text in which links that stand with their words are only these, where they lead to what is out."""
    begin = 0
    while match := _AFTER_LABEL.search(text, begin):
        begin = match.start() + 1
        if is_out(_inline_destination(match)):
            label = _label_start(text, match.start())
            is_picture = label > 0 and text[label - 1] == "!"
            # Where no bracket opens the words, both brackets stay: they are only signs.
            words = text[: label - is_picture] + text[label + 1 : match.start()] if label >= 0 else text[:begin]
            text = words + text[match.end() :]
            begin = len(words)
    return text


def _label_start(text: str, end: int) -> int:
    """Return where the bracket stands that the one at `end` closes, -1 for nowhere near."""
    depth = 0
    for at in range(end, max(-1, end - _LONGEST), -1):
        if text[at] in "[]" and text[at - 1 : at] != "\\":
            depth += 1 if text[at] == "]" else -1
            if not depth:
                return at
    return -1


def _inline_destination(match: re.Match[str]) -> str:
    return (match[1] if match[1] is not None else match[2]).strip("<>")


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
