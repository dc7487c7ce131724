"""HTML inside of cells as Markdown: bold, links, code, lists, line breaks; other elements leave their text."""

import re
from collections.abc import Iterable

from cjsite.exchange.html_tokens import HtmlToken, html_tokens

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--|<!\[CDATA\[|&[#\w]+;")
_BREAK = re.compile(r"<br\s*/?\s*>|</br>", re.IGNORECASE)
_BLOCKS = {
    "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "table", "dd",
    "dt", "section", "article", "figure", "figcaption", "ac:task", "ac:task-list", "ac:rich-text-body",
    "ac:layout-cell",
}  # fmt: skip
_MARKS = {
    "strong": "**",
    "b": "**",
    "em": "*",
    "i": "*",
    "code": "`",
    "tt": "`",
    "del": "~~",
    "s": "~~",
    "strike": "~~",
}
_SILENT = {
    "ac:task-id",
    "ac:task-status",
    "script",
    "style",
    "title",
    "head",
    "template",
    "noscript",
    "ac:task-uuid",
}
_SPACE = re.compile(r"[ \t\n\r\f\u200b\ufeff]+")
_LINK = re.compile(r"(?P<picture>!?)\[(?P<text>[^\[\]]*)\]\(\s*(?P<target>[^\s()]*)[^()]*\)")
_LINK_SAFE = re.compile(r"(?:https?://|mailto:|#)[^\s<>()]+", re.IGNORECASE)
_SPOKEN = {"title", "label", "subtitle", "date", ""}
"""Parameters of a macro that a reader sees."""


_MOST = 40_000
_DEEPEST = 8


def cell_markdown(text: str) -> str:
    """Return the text of a Markdown cell, what of it is HTML as Markdown; links only where they still lead."""
    if "](" in text:
        text = _LINK.sub(lambda link: link[0] if _leads(link) else link["text"], text)
    if "<" not in text and "&" not in text:
        return text
    broken = _BREAK.sub("\n", text)
    if not _TAG.search(broken):
        return broken
    writer = CellWriter(keep_lines=True)
    for token in html_tokens(broken):
        # What looks like a tag and is none that HTML knows is a placeholder, or a sign between words.
        if token.kind == "text" or token.value in _KNOWN:
            writer.put(token)
        else:
            writer.write(_as_written(broken, token))
    return writer.text()


def _leads(link: re.Match[str]) -> bool:
    return not link["picture"] and bool(_LINK_SAFE.fullmatch(link["target"]))


def _as_written(text: str, token: HtmlToken) -> str:
    end = text.find(">", token.at)
    return text[token.at : end + 1] if end > 0 else text[token.at :]


class CellWriter:
    """Writes the tokens of a cell as Markdown."""

    def __init__(self, *, keep_lines: bool = False) -> None:
        self._parts: list[str] = []
        self._lists: list[int] = []
        self._links: list[tuple[int, str]] = []
        self._marks: list[tuple[str, int]] = []
        self._silent = 0
        self._parameter: list[bool] = []
        self._keep_lines = keep_lines
        self._written = 0

    def put(self, token: HtmlToken) -> None:
        """Take in a token; what is far too long for a cell is not read to its end."""
        if self._written > _MOST:
            return
        if token.value in _SILENT and token.kind != "text":
            self._silent = max(0, self._silent + {"open": 1, "close": -1}.get(token.kind, 0))
        elif token.value == "ac:parameter" and token.kind != "text":
            self._parameter = [*self._parameter, token.attribute("ac:name").lower() in _SPOKEN] if (
                token.kind == "open") else self._parameter[:-1]  # fmt: skip
        elif self._silent or not all(self._parameter):
            return
        elif token.kind == "text":
            self.write(token.value)
        elif token.kind == "close":
            self._close(token.value)
        else:
            self._open(token)

    def write(self, text: str) -> None:
        """Write a text; line breaks of the source are blanks, except where a cell is a line of Markdown."""
        if self._silent:
            return
        self._written += len(text) + 1
        self._parts.append(text if self._keep_lines else _SPACE.sub(" ", text))

    def _open(self, token: HtmlToken) -> None:
        name = token.value
        if name == "br":
            self._parts.append("\n")
        elif name in ("ul", "ol"):
            self._lists.append(0 if name == "ul" else 1)
            self._parts.append("\n")
        elif name in ("li", "ac:task"):
            self._parts.append("\n" + self._bullet())
        elif name in ("a", "ac:link") and token.kind == "open" and len(self._links) < _DEEPEST:
            self._links.append((len(self._parts), token.attribute("href")))
        elif name.startswith("ri:") and self._links:
            # What a link leads to is its text only where it has none of its own.
            self._links[-1] = (self._links[-1][0], _spoken(token))
        elif name in _MARKS and token.kind == "open" and len(self._marks) < _DEEPEST:
            self._marks.append((name, len(self._parts)))
        elif (name in ("td", "th") and self._parts) or name in _BLOCKS:
            self._parts.append("\n")
        else:
            self._parts.append(_spoken(token))

    def _bullet(self) -> str:
        if not self._lists or not self._lists[-1]:
            return "- "
        self._lists[-1] += 1
        return f"{self._lists[-1] - 1}. "

    def _close(self, name: str) -> None:
        if name in ("ul", "ol"):
            self._lists[-1:] = []
            self._parts.append("\n")
        elif name in ("a", "ac:link") and self._links:
            begin, href = self._links.pop()
            inner = "".join(self._parts[begin:])
            if name == "ac:link":
                self._parts[begin:] = [inner if inner.strip() else href]
            elif inner.strip() and "\n" not in inner and _LINK_SAFE.fullmatch(href) and "[" not in inner:
                self._parts[begin:] = [f"[{inner.strip()}]({href})"]
        elif name in _MARKS:
            self._mark(name)
        elif name in _BLOCKS:
            self._parts.append("\n")

    def _mark(self, name: str) -> None:
        if not self._marks or self._marks[-1][0] != name:
            return
        _, begin = self._marks.pop()
        inner = "".join(self._parts[begin:])
        core, mark = inner.strip(), _MARKS[name]
        if core and "\n" not in core and mark[0] not in core:
            before = inner[: len(inner) - len(inner.lstrip())]
            after = inner[len(inner.rstrip()) :]
            self._parts[begin:] = [f"{before}{mark}{core}{mark}{after}"]

    def text(self) -> str:
        """Return what was written, without empty lines."""
        lines = "".join(self._parts).replace("\u00a0", " ").split("\n")
        kept = [line.strip() for line in lines]
        return "\n".join(line for line in _with_bullets(kept) if line)


def _with_bullets(lines: Iterable[str]) -> list[str]:
    """Return lines with a bullet that stands alone put before the text that follows."""
    joined: list[str] = []
    for line in lines:
        if joined and line and joined[-1] and re.fullmatch(r"-|\d{1,3}\.", joined[-1]):
            joined[-1] += f" {line}"
        elif line:
            joined.append(line)
    return [line for line in joined if not re.fullmatch(r"-|\d{1,3}\.", line)]


def _spoken(token: HtmlToken) -> str:
    """Return what an element without text says: an emoticon, a day, a page that is linked to, a picture."""
    if token.value == "ac:emoticon":
        fallback = token.attribute("ac:emoji-fallback")
        return (
            fallback
            if fallback and not fallback.startswith(":")
            else _EMOTICONS.get(token.attribute("ac:name"), "")
        )
    if token.value == "time":
        return token.attribute("datetime")
    if token.value in ("ri:page", "ri:blog-post"):
        return token.attribute("ri:content-title")
    if token.value == "ri:attachment":
        return token.attribute("ri:filename")
    if token.value == "img":
        alt = token.attribute("alt")
        return _EMOTICONS.get(alt.strip("()"), alt) if "emoticon" in token.attribute("class") else alt
    return ""


_EMOTICONS = {
    "smile": "🙂", "sad": "🙁", "cheeky": "😛", "laugh": "😀", "wink": "😉", "thumbs-up": "👍", "thumbs-down": "👎",
    "tick": "✅", "cross": "❌", "warning": "⚠️", "heart": "❤️", "broken-heart": "💔", "yellow-star": "⭐",
    "question": "❓", "light-on": "💡", "information": "ℹ️", "plus": "➕", "minus": "➖",
}  # fmt: skip
"""Confluence's names for its oldest emoticons, which carry no sign of their own."""
_KNOWN = {
    *_BLOCKS, *_MARKS, "a", "br", "span", "font", "sub", "sup", "small", "big", "u", "mark", "kbd", "img", "td",
    "th", "center", "abbr", "details", "summary", "hr", "wbr", "input", "label", "q", "cite", "ins", "var", "samp",
    "time", "del", "s", "strike",
}  # fmt: skip
