"""Paragraphs of a deck, read off the safe HTML of authors' texts."""

from collections.abc import Iterator
from html.parser import HTMLParser

from markupsafe import Markup

from cjsite.base.frozen import replace
from cjsite.poster.deck_text import Paragraph, TextRun, words

_WEB = ("https://", "http://", "mailto:")
_BLOCKS = {"p", "li", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote", "pre", "ul", "ol", "table", "br", "hr"}
_STYLES = {
    "b": "bold",
    "strong": "bold",
    "th": "bold",
    "i": "italic",
    "em": "italic",
    "del": "struck",
    "s": "struck",
}


def paragraphs(text: Markup | str) -> tuple[Paragraph, ...]:
    """Return a text as paragraphs: HTML as its tags part and mark it, words as they are."""
    if not isinstance(text, Markup):
        return tuple(words(line) for line in text.split("\n") if line.strip())
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.made()


class _Reader(HTMLParser):
    """Reads paragraphs off the safe HTML of an author's text."""

    def __init__(self) -> None:
        super().__init__()
        self._done: list[Paragraph] = []
        self._runs: list[TextRun] = []
        self._open: list[tuple[str, str]] = []
        self._bullet = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._end()
            self._bullet = tag == "li"
        elif tag == "td" and self._runs:
            self._add(" · ")
        elif tag in ("sup", "q"):
            self._add("[" if tag == "sup" else "“")
        elif tag == "img":
            self._add(dict(attrs).get("alt") or "")
        if tag not in ("br", "hr", "img"):
            self._open.append((tag, dict(attrs).get("href") or ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("sup", "q"):
            self._add("]" if tag == "sup" else "”")
        if tag in _BLOCKS:
            self._end()
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self._add(data if ("pre", "") in self._open else " ".join(data.split("\n")))

    def made(self) -> tuple[Paragraph, ...]:
        """Return all paragraphs that hold a word."""
        self._end()
        return tuple(self._done)

    def _add(self, text: str) -> None:
        styles = {_STYLES[tag] for tag, _ in self._open if tag in _STYLES}
        link = next((address for tag, address in self._open if tag == "a" and address.startswith(_WEB)), "")
        if text:
            bold, italic, struck = (name in styles for name in ("bold", "italic", "struck"))
            self._runs.append(TextRun(text, bold, italic, struck, link=link))

    def _end(self) -> None:
        own = tuple(self._trimmed())
        if own:
            self._done.append(Paragraph(own, self._bullet))
        self._runs, self._bullet = [], False

    def _trimmed(self) -> Iterator[TextRun]:
        if not "".join(run.text for run in self._runs).strip():
            return
        last = len(self._runs) - 1
        for index, run in enumerate(self._runs):
            text = run.text.lstrip() if index == 0 else run.text
            yield replace(run, text=text.rstrip() if index == last else text)
