"""Markdown to safe HTML. Authors' text is untrusted: whatever Python-Markdown lets through, nh3 cleans."""

import re
from functools import lru_cache
from html.parser import HTMLParser

import markdown
import nh3
from markupsafe import Markup, escape

_TAGS = {
    "a", "abbr", "b", "blockquote", "br", "code", "dd", "del", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6",
    "hr", "i", "img", "ins", "kbd", "li", "ol", "p", "pre", "q", "s", "small", "strong", "sub", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {
    "a": {"href", "title"}, "abbr": {"title"}, "img": {"src", "alt", "title", "width", "height"},
    "ol": {"start"}, "th": {"colspan", "rowspan"}, "td": {"colspan", "rowspan"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}  # fmt: skip
_SCHEMES = {"http", "https", "mailto", "tel"}
_PLAIN = re.compile(r"[^\\`*_\[\]<>&#|\n]*")
_BLOCKY = re.compile(r"\s|[-+=>:~]|\d+[.)]")

_markdown = markdown.Markdown(extensions=["sane_lists", "tables", "fenced_code", "abbr", "def_list"])


def _convert(text: str) -> str:
    # A deep nesting of brackets or quotes is hostile or a slip; as plain text it is at least readable.
    try:
        html = _markdown.reset().convert(text)
    except RecursionError:
        html = f"<p>{escape(text)}</p>"
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noopener noreferrer")


@lru_cache(1 << 16)
def inline(text: str) -> Markup:
    """Return a short text's Markdown as safe inline HTML; several paragraphs are parted by line breaks."""
    text = text.strip()
    if _PLAIN.fullmatch(text):
        return Markup(escape(text))
    # A short text that begins like a list, a heading or a quote is still one line of words.
    html = _convert(re.sub(r"^(?=[#>+\-=~]|\d+[.)])", r"\\", text) if "\n" not in text else text).strip()
    return (
        Markup(re.sub(r"</p>\s*<p>", "<br>", html).removeprefix("<p>").removesuffix("</p>"))
        if _is_flat(html)
        else Markup(
            re.sub(
                r"<(/?)(p|h\d|ul|ol|li|blockquote|pre|table|thead|tbody|tr|td|th|dl|dt|dd|hr)\b[^>]*>", " ", html
            )
        )
    )


def _is_flat(html: str) -> bool:
    return not re.search(r"<(h\d|ul|ol|blockquote|pre|table|dl|hr)\b", html)


@lru_cache(1 << 16)
def block(text: str) -> Markup:
    """Return a text's Markdown as safe block HTML; its headings start at level 2."""
    text = text.strip()
    if not text:
        return Markup("")
    if _PLAIN.fullmatch(text) and not _BLOCKY.match(text):
        return Markup(f"<p>{escape(text)}</p>")
    return Markup(_convert(re.sub(r"(?m)^# (?=\S)", "## ", text)).strip())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@lru_cache(1 << 14)
def plain(text: str) -> str:
    """Return a text's words alone, for titles and names that cannot hold markup."""
    if _PLAIN.fullmatch(text):
        return text.strip()
    reader = _Words()
    reader.feed(inline(text))
    reader.close()
    return " ".join("".join(reader.words).split())
