"""Markdown to safe HTML. Authors' text is untrusted: whatever Python-Markdown lets through, nh3 cleans."""

import re
from functools import cache, lru_cache
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

import nh3
from markupsafe import Markup

from cjsite.text import safeguards
from cjsite.text.simple_markup import BLOCK, CONTROLS, is_in_lists, is_simple, listed, simple_html
from cjsite.text.source_links import published

if TYPE_CHECKING:
    from cjsite.text.dialect.converter import Blocks, Converter

_INLINE = {
    "a", "abbr", "b", "br", "code", "del", "em", "i", "img", "ins", "kbd", "q", "s", "small", "strong",
    "sub", "sup",
}  # fmt: skip
_TAGS = _INLINE | {
    "blockquote", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "title", "id", "role"}, "abbr": {"title"}, "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"}, "li": {"id"}, "th": {"colspan", "rowspan"}, "td": {"colspan", "rowspan"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}  # fmt: skip
_CLASSES = {
    "li": {"task"}, "ol": {"footnotes"},
    **{tag: {"cell-left", "cell-center", "cell-right"} for tag in ("td", "th")},
}  # fmt: skip
"""What the dialect's own processors write: no author can, for HTML in a text is only shown."""
_SCHEMES = {"http", "https", "mailto", "tel"}
_WORDS = re.compile(rf"[^\\`*_~\[<>&@\xa0\n{CONTROLS}]*")
"""A line without a sign that ever means something, but for `www.` and `://`."""
_MARKUP = re.compile(rf"[\\`*~@{CONTROLS}]|(?<!\w)_|_(?!\w)|\]\(|\[\^|<[A-Za-z]|&[#0-9A-Za-z]+;|://|(?i:w{{3}}\.)")
"""Signs that mean something where they stand, on a line of words."""
_EDGE = re.compile(r"</?(?:p|li|h\d|pre|tr|ul|ol|table|thead|tbody|blockquote|hr)\b[^<>]*>")
_BREAKS = re.compile(r"\s*<br>(?:\s|<br>)*")
_PARAGRAPHS = re.compile(r"\s*\n\n\s*")
_TAG = re.compile("<[^<>]*>")
_WITHIN = re.compile(r"</?(?:a|abbr|b|code|del|em|i|ins|kbd|q|s|small|strong|sub)\b[^<>]*>")
"""A tag that stands within words, where no blank does."""
_SPACES = re.compile(r"[ \t\n\f\r]+")
_NESTED = 100
"""Brackets inside brackets beyond which they are only signs: Python-Markdown needs quadratic time on them."""


def _depth(text: str, opening: str, closing: str) -> int:
    return max(accumulate((c == opening) - (c == closing) for c in text))


@cache
def converter_of(blocks: "Blocks") -> "Converter":
    """Return the parser; to load and make it takes as long as ten maps, and few texts need it."""
    from cjsite.text.dialect.converter import Converter

    return Converter(blocks)


def _convert(text: str, blocks: "Blocks") -> str:
    if text.count("[") > _NESTED and max(_depth(text, "[", "]"), _depth(text, "(", ")")) > _NESTED:
        text = text.replace("[", r"\[")
    return converter_of(blocks)(text)


@lru_cache(1 << 14)
def _linked(text: str) -> str:
    """Return the HTML of a text with links, which are looked at before it is shown."""
    return _convert(text, "text")


def _published(tag: str, attribute: str, value: str) -> str | None:
    if (tag, attribute) == ("img", "src"):
        return None if safeguards.is_remote(value) else safeguards.encoded(value)
    return safeguards.encoded(published(value)) if (tag, attribute) == ("a", "href") else value


_clean_block, _clean_inline = (
    nh3.Cleaner(
        tags=tags,
        attributes=_ATTRIBUTES,
        attribute_filter=_published,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        link_rel="noopener noreferrer",
    ).clean
    for tags in (_TAGS, _INLINE)
)


def _escape(text: str) -> str:
    """Return words as the cleaner writes them; quotes need no escape outside of attributes."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\xa0", "&nbsp;")


def _is_words(text: str) -> bool:
    """Tell whether a text is one line of words, without any sign that could be markup."""
    return bool(_WORDS.fullmatch(text)) and not _may_link(text)


def _may_link(text: str) -> bool:
    return "://" in text or "ww." in text or ("W" in text and "ww." in text.casefold())


@lru_cache(1 << 16)
def inline(text: str) -> Markup:
    """Return a short text's Markdown as safe inline HTML; its blocks are parted by line breaks."""
    text = text.strip()
    if _is_words(text):
        return Markup(text)
    if "\n" in text:
        return _lines(text)
    if not _MARKUP.search(text):
        return Markup(_escape(text))
    if is_simple(text):
        return Markup(simple_html(_escape(text)))
    # A short text that begins like a list, a heading or a quote is still one line of words.
    return Markup(_clean_inline(_convert(text, "line")).strip())


def _is_in_paragraphs(text: str) -> bool:
    """Tell whether a text is paragraphs of words, and needs no parser."""
    return not BLOCK.search(text) and (not _MARKUP.search(text) or is_simple(text))


def _lines(text: str) -> Markup:
    if _is_in_paragraphs(text):
        return Markup(_PARAGRAPHS.sub("<br>", simple_html(_escape(text))))
    html = _clean_inline(_EDGE.sub("<br>", _convert(text, "cell")))
    return Markup(_BREAKS.sub("<br>", html).removeprefix("<br>").removesuffix("<br>").strip())


@lru_cache(1 << 16)
def block(text: str) -> Markup:
    """Return a text's Markdown as safe block HTML; its headings start at level 2."""
    text = text.strip()
    if not text:
        return Markup("")
    if _is_in_paragraphs(text):
        return Markup("<p>" + _PARAGRAPHS.sub("</p>\n<p>", simple_html(_escape(text))) + "</p>")
    if "- " in text and is_in_lists(text):
        return Markup("\n".join(map(listed, _PARAGRAPHS.split(simple_html(_escape(text))))))
    return Markup(_clean_block(_linked(text) if may_link(text) else _convert(text, "text")).strip())


_OPENING = {"br": " ", "sup": "["}
"""What tags become where there are none: the number of a footnote must not go on a number before it."""


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, _attrs: object) -> None:
        self.words.append(_OPENING.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        self.words.append("]" if tag == "sup" else "")

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
_OUTSIDE = re.compile(r"\]\(https?://[^\s()<>\\]*\)")
"""The end of a link out of the site, of which nothing can be said without asking its host."""
_OTHERWISE = ("![", "]:", "<")
"""What stands in texts with pictures, and in those that name a link elsewhere than where its words are."""
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")


def may_link(text: str) -> bool:
    """Tell whether a text may hold a link within the site, or a picture; hardly any does."""
    links = text.count(_LINK)
    return links > 0 and (any(sign in text for sign in _OTHERWISE) or links > len(_OUTSIDE.findall(text)))


@lru_cache(1 << 14)
def text_links(text: str) -> tuple[TextLink, ...]:
    """Return the links and pictures of a text in order, those that are not published for their address as well."""
    links: list[TextLink] = []
    own = set[str]()

    def collected(tag: str, attribute: str, value: str) -> str:
        if attribute == "id":
            own.add(f"#{value}")
        elif attribute in ("href", "src"):
            links.append(TextLink(value, _published(tag, attribute, value) or value, tag == "img"))
        elif attribute == safeguards.MARK:
            links.append(TextLink(value, value, True))
        return value

    if may_link(text):
        html = _linked(text.strip())
        # The filter is not asked about addresses of other schemes, and those are what must not be missed.
        schemes = {*_SCHEMES, *map(str.lower, _SCHEME.findall(html))}
        kept = {**_ATTRIBUTES, "*": {safeguards.MARK}}
        tags = {*_TAGS, "span"}
        nh3.clean(html, tags=tags, attributes=kept, attribute_filter=collected, url_schemes=schemes, link_rel=None)
    return tuple(link for link in links if link.written not in own)


@lru_cache(1 << 14)
def plain(text: str) -> str:
    """Return a text's words alone, for titles and names that cannot hold markup."""
    if _is_words(text) or ("\n" not in text and not _MARKUP.search(text)):
        return _SPACES.sub(" ", text.strip()) if "  " in text else text.strip()
    reader = _Words()
    reader.feed(inline(text))
    reader.close()
    return _SPACES.sub(" ", "".join(reader.words)).strip()


def shown(text: str) -> str:
    """Return the words of a text that pages show as blocks; what they made of it is at hand then."""
    if _is_words(text):
        return text.strip()
    return _SPACES.sub(" ", unescape(_TAG.sub(" ", _WITHIN.sub("", block(text))))).strip()


def forget() -> None:
    """Hold no text any more that was converted: whoever goes through thousands of maps needs most of them once."""
    for remembering in (_linked, inline, block, text_links, plain):
        remembering.cache_clear()
