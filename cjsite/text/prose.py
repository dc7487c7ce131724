"""Markdown to safe HTML. Authors' text is untrusted: whatever Python-Markdown lets through, nh3 cleans."""

import re
from functools import lru_cache
from html.parser import HTMLParser
from itertools import accumulate
from threading import Lock
from typing import NamedTuple

import markdown
import nh3
from markupsafe import Markup, escape

from cjsite.text.source_links import published

_INLINE = {
    "a", "abbr", "b", "br", "code", "del", "em", "i", "img", "ins", "kbd", "q", "s", "small", "strong",
    "sub", "sup",
}  # fmt: skip
_TAGS = _INLINE | {
    "blockquote", "dd", "dl", "dt", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "title"}, "abbr": {"title"}, "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"}, "th": {"colspan", "rowspan"}, "td": {"colspan", "rowspan"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}  # fmt: skip
_SCHEMES = {"http", "https", "mailto", "tel"}
_PLAIN = re.compile(r"[^\\`*_\[\]<>&#|\n]*")
_VERBATIM = r"[^\\`<>&\s\0-\x1f\x7f-\x9f]"
_CODED = re.compile(rf"(?:(?![*_\[\]#|]){_VERBATIM}| |`{_VERBATIM}(?:{_VERBATIM}| )*(?<! )`(?!`))*")
"""Plain but for code in single backticks: most of the Markdown in our own short texts, as names of fields."""
_CODE = re.compile("`([^`]*)`")
_BLOCK_END = re.compile(r"</(?:p|li|h\d|pre|tr|dt|dd)>")
_BREAKS = re.compile(r"\s*<br>(?:\s|<br>)*")
_NESTED = 100
"""Brackets inside brackets beyond which they are only signs: Python-Markdown needs quadratic time on them."""
_BLOCKY = re.compile(r"\s|[-+=>:~]|\d+[.)]")

_markdown = markdown.Markdown(extensions=["sane_lists", "tables", "fenced_code", "abbr", "def_list"])
# Raw HTML is text here: shown as it was written, not dropped and not obeyed.
_markdown.preprocessors.deregister("html_block")
_markdown.inlinePatterns.deregister("html")
_turn = Lock()
"""A converter does one text at a time, while the preview renders on one thread and builds on another."""


def _depth(text: str, opening: str, closing: str) -> int:
    return max(accumulate((c == opening) - (c == closing) for c in text))


def _convert(text: str) -> str:
    if text.count("[") > _NESTED and max(_depth(text, "[", "]"), _depth(text, "(", ")")) > _NESTED:
        text = text.replace("[", r"\[")
    # A deep nesting of quotes or lists is hostile or a slip; as plain text it is at least readable.
    try:
        with _turn:
            return _markdown.reset().convert(text)
    except RecursionError:
        return f"<p>{escape(text)}</p>"


def _clean(html: str, tags: set[str]) -> str:
    return nh3.clean(
        html,
        tags=tags,
        attributes=_ATTRIBUTES,
        attribute_filter=_published,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
    )


def _published(tag: str, attribute: str, value: str) -> str:
    return published(value) if (tag, attribute) == ("a", "href") else value


@lru_cache(1 << 16)
def inline(text: str) -> Markup:
    """Return a short text's Markdown as safe inline HTML; several paragraphs are parted by line breaks."""
    text = text.strip()
    if _PLAIN.fullmatch(text):
        return Markup(escape(text))
    if _CODED.fullmatch(text):
        return Markup(_CODE.sub(r"<code>\1</code>", text))
    # A short text that begins like a list, a heading or a quote is still one line of words.
    html = _convert(re.sub(r"^(\d+(?=[.)])|(?=[#>+\-]))", r"\1\\", text) if "\n" not in text else text)
    return Markup(_BREAKS.sub("<br>", _clean(_BLOCK_END.sub("<br>", html), _INLINE)).removesuffix("<br>").strip())


@lru_cache(1 << 16)
def block(text: str) -> Markup:
    """Return a text's Markdown as safe block HTML; its headings start at level 2."""
    text = text.strip()
    if not text:
        return Markup("")
    if _PLAIN.fullmatch(text) and not _BLOCKY.match(text):
        return Markup(f"<p>{escape(text)}</p>")
    return Markup(_clean(_convert(re.sub(r"(?m)^# (?=\S)", "## ", text)), _TAGS).strip())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


class TextLink(NamedTuple):
    """A link or a picture in a text: its address as it was written, and as it is published."""

    written: str
    address: str
    is_picture: bool


SCHEMES = frozenset(_SCHEMES)
"""What an address that is published may begin with."""
_LINK = "]("
"""Stands in every text with a link or a picture, but for bare addresses of the web."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")


def may_link(text: str) -> bool:
    """Tell whether a text may hold a link or a picture; hardly any does."""
    return _LINK in text


@lru_cache(1 << 14)
def links(text: str) -> tuple[TextLink, ...]:
    """Return the links and pictures of a text in order, those that are not published for their address as well."""
    found: list[TextLink] = []
    own = set[str]()

    def collected(tag: str, attribute: str, value: str) -> str:
        if attribute == "id":
            own.add(f"#{value}")
        elif (tag, attribute) in (("a", "href"), ("img", "src")):
            found.append(TextLink(value, _published(tag, attribute, value) or value, tag == "img"))
        return value

    if may_link(text):
        html = _convert(text.strip())
        # The filter is not asked about addresses of other schemes, and those are what must not be missed.
        schemes = {*_SCHEMES, *map(str.lower, _SCHEME.findall(html))}
        kept = {**_ATTRIBUTES, "li": {"id"}}
        nh3.clean(html, tags=_TAGS, attributes=kept, attribute_filter=collected, url_schemes=schemes, link_rel=None)
    return tuple(link for link in found if link.written not in own)


@lru_cache(1 << 14)
def plain(text: str) -> str:
    """Return a text's words alone, for titles and names that cannot hold markup."""
    if _PLAIN.fullmatch(text):
        return text.strip()
    reader = _Words()
    reader.feed(inline(text))
    reader.close()
    return " ".join("".join(reader.words).split())
