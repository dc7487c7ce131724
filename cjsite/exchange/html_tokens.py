"""HTML and XML as tags and texts, in one pass: whatever is broken in them, no part is looked at twice.

The standard library's parser takes quadratic time on some broken input, and reads CDATA and unclosed comments
otherwise from version to version.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_NAME = re.compile(r"</?([A-Za-z][^\s<>/]{0,60})")
_ATTRIBUTE = re.compile(r"([^\s=/\"'<>]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_STOP = re.compile("[>\"'<]")
_RAW = ("script", "style", "textarea", "title", "xmp", "template", "noscript")
"""Elements whose text is no text of the page, or is no markup."""


class HtmlToken(NamedTuple):
    """A text, or a tag by its name in small letters; kind: text, open, close, empty. at: where it begins."""

    kind: str
    value: str
    at: int
    raw: str = ""

    def attribute(self, name: str) -> str:
        """Return an attribute of the tag, '' if it has none of that name."""
        for match in _ATTRIBUTE.finditer(self.raw):
            if match[1].lower() == name:
                return unescape(match[2] or match[3] or match[4] or "")
        return ""


def html_tokens(text: str) -> Iterator[HtmlToken]:
    """Yield the tags and texts of a page in order."""
    at, end = 0, len(text)
    # Looked for in small letters only where an element is left whose text is no markup.
    small = text.lower() if any(f"<{name}" in text or f"<{name.upper()}" in text for name in _RAW) else text
    while at < end:
        begin = text.find("<", at)
        begin = end if begin < 0 else begin
        if begin > at:
            yield HtmlToken("text", unescape(text[at:begin]), at)
        if begin == end:
            return
        tag, at = _markup(text, begin)
        if tag is not None:
            yield tag
            if tag.kind == "open" and tag.value in _RAW:
                at = small.find(f"</{tag.value}", at)
                if at < 0:
                    return


def _markup(text: str, begin: int) -> tuple[HtmlToken | None, int]:
    """Return the token that a `<` begins, None for what says nothing, and where to go on."""
    end = len(text)
    if text.startswith("<!--", begin):
        close = text.find("-->", begin + 4)
        return None, end if close < 0 else close + 3
    if text.startswith("<![CDATA[", begin):
        close = text.find("]]>", begin + 9)
        content = text[begin + 9 : end if close < 0 else close]
        return HtmlToken("text", content, begin + 9), end if close < 0 else close + 3
    if text.startswith(("<!", "<?"), begin):
        close = text.find(">", begin)
        return None, end if close < 0 else close + 1
    name = _NAME.match(text, begin)
    if not name:
        return HtmlToken("text", "<", begin), begin + 1
    close = _tag_end(text, name.end())
    raw = text[name.end() : close].rstrip("/")
    kind = "close" if text[begin + 1] == "/" else "empty" if text[close - 1 : close] == "/" else "open"
    return HtmlToken(kind, name[1].lower(), begin, raw), min(close + 1, end)


def _tag_end(text: str, at: int) -> int:
    """Return where a tag ends: at the `>` that is in no quotation; a `<` ends one that was never closed."""
    stop = _STOP.search(text, at)
    while stop:
        if stop[0] == ">":
            return stop.start()
        if stop[0] == "<":
            return stop.start() - 1
        close = text.find(stop[0], stop.end())
        if close < 0:
            # A quotation that never ends is none; with one, all that follows would be lost.
            after = text.find(">", stop.end())
            return len(text) if after < 0 else after
        stop = _STOP.search(text, close + 1)
    return len(text)
