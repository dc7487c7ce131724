"""Links, line breaks and deletions inside a line."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from markdown import Markdown
from markdown.inlinepatterns import (
    IMAGE_LINK_RE,
    LINK_RE,
    AutolinkInlineProcessor,
    ImageInlineProcessor,
    InlineProcessor,
    LinkInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.util import Registry
from pymdownx.delimiterprocessor import Delimiter, DelimiterProcessor

_AUTOLINK = r"(?i)<((?:https?|mailto|tel):[^<>\s]+)>"
_LINE_BREAK = r"(?: {2,}|\\)\n|\n(?= {0,3}\[[^\[\]\n]+\]: )"
"""Also before a line of a transcript: `[Agent]: One moment`."""
_KEPT_NAME = r"(?<!\\)(?:\\\\)*\\&(?=#?\w+;)"
"""What would name a sign, but for the backslash before it."""
_BLANK = re.compile(r"\s")
_SIGNS = {
    "backtick": "`", "kept_name": "\\", "escape": "\\", "footnote": "[^", "link": "[", "image_link": "![",
    "autolink": "<", "automail": "<", "linebreak": "\n", "magic-mail": "@", "entity": "&",
}  # fmt: skip
"""Signs without which patterns match nowhere, by the patterns' names; others are asked about every text."""


class _OneWord:
    """An address is one word, or stands in `<…>`: `[Agent](on hold)` is said by somebody, and no link."""

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802 - Markdown's own
        """Return the address, the title and the end of a link, and whether it is one."""
        href, title, end, handled = super().getLink(data, index)  # type: ignore[misc]
        is_framed = data[index : index + 2] == "(<"
        return href, title, end, handled and (is_framed or not _BLANK.search(href))


class _LinkProcessor(_OneWord, LinkInlineProcessor):
    pass


class _ImageProcessor(_OneWord, ImageInlineProcessor):
    pass


class _KeptNameProcessor(InlineProcessor):
    """Shows `\\&amp;` as it is written: the serializer would take what is left of it for the name of a sign."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[str, int, int]:  # type: ignore[override] # noqa: N802
        """Return a sign that is escaped already, and where it stands."""
        return self.md.htmlStash.store("&amp;"), m.end() - 2, m.end()


def register(md: Markdown) -> None:
    """Put what GitHub knows inside a line in the place of what Markdown knows."""
    patterns = md.inlinePatterns
    # Link definitions are no part of the dialect: transcripts are full of lines such as `[Agent]: One moment`.
    for name in ("reference", "short_reference", "image_reference", "short_image_ref", "html"):
        patterns.deregister(name)
    patterns.register(_KeptNameProcessor(_KEPT_NAME, md), "kept_name", 185)
    patterns.register(_LinkProcessor(LINK_RE, md), "link", 160)
    patterns.register(_ImageProcessor(IMAGE_LINK_RE, md), "image_link", 150)
    patterns.register(AutolinkInlineProcessor(_AUTOLINK, md), "autolink", 120)
    patterns.register(SubstituteTagInlineProcessor(_LINE_BREAK, "br"), "linebreak", 100)
    delimiters = patterns["delimiter"]
    assert isinstance(delimiters, DelimiterProcessor)
    delimiters.add(Delimiter("~", "del,del", punct=True))


class PatternsBySigns:
    """Picks the patterns that may match in a text: asking all of them takes most of a short one's time."""

    def __init__(self, patterns: Registry[Any], signs_of: Mapping[str, str] = _SIGNS) -> None:
        signs = {patterns[name]: sign for name, sign in signs_of.items() if name in patterns}
        self._signs = [(pattern, signs.get(pattern, "")) for pattern in patterns]
        self._distinct = tuple(dict.fromkeys(signs.values()))
        self._without = lru_cache(1 << 8)(self._left)

    def __call__(self, text: str) -> Registry[Any]:
        """Return them in their order."""
        return self._without(tuple([sign for sign in self._distinct if sign not in text]))

    def _left(self, absent: tuple[str, ...]) -> Registry[Any]:
        left = Registry[Any]()
        for number, (pattern, sign) in enumerate(self._signs):
            if sign not in absent:
                left.register(pattern, str(number), -number)
        return left
