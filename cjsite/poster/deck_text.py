"""Texts of a deck: paragraphs of runs, made of HTML or of words, and how high they stand."""

import html
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser

from markupsafe import Markup

from cjsite.base.controls import CONTROL
from cjsite.base.frozen import frozen, replace
from cjsite.drawing.measure import wrap
from cjsite.text.hyphenation import BREAK, in_text

LEADING = 1.25
"""The height of a line, in sizes of its letters; exact, so that no reader's font can change it."""
_WIDER = 1.1
"""How much wider than measured a text may run: the deck's letters are others than those that were measured."""
GAP = 2.0
"""Points between two paragraphs."""
_ZERO_WIDTH_SPACE = "\u200b"
_WEB = ("https://", "http://", "mailto:")
_BLOCKS = {"p", "li", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote", "pre", "ul", "ol", "table", "br", "hr"}
_STYLES = {"b": "bold", "strong": "bold", "th": "bold", "i": "italic", "em": "italic", "del": "struck", "s": "struck"}


@frozen
class TextRun:
    """A stretch of a paragraph in one look; ours: no author's words. link: an address of the web, '' for none."""

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    faint: bool = False
    ours: bool = False
    link: str = ""


@frozen
class Paragraph:
    """Runs on lines of their own; bullet: whether a dot stands before them."""

    runs: tuple[TextRun, ...]
    bullet: bool = False

    @property
    def text(self) -> str:
        """Return its words."""
        return "".join(run.text for run in self.runs)

    def styled(self, **looks: bool) -> "Paragraph":
        """Return it with all its runs in a look."""
        return replace(self, runs=tuple(replace(run, **looks) for run in self.runs))


def words(text: str, **looks: bool) -> Paragraph:
    """Return a text without any markup as a paragraph."""
    return Paragraph((TextRun(text, **looks),))


def paragraphs(text: Markup | str) -> tuple[Paragraph, ...]:
    """Return a text as paragraphs: HTML as its tags part and mark it, words as they are."""
    if not isinstance(text, Markup):
        return tuple(words(line) for line in text.split("\n") if line.strip())
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.made()


def parted(text: str, language: str) -> str:
    """Return words that may break inside of long ones, by signs that are not seen."""
    shown = CONTROL.sub(" ", text)
    return html.unescape(in_text(html.escape(shown, quote=False), language).replace(BREAK, _ZERO_WIDTH_SPACE))


def hyphenated(texts: Iterable[Paragraph], language: str) -> tuple[Paragraph, ...]:
    """Return paragraphs whose long words may break."""
    return tuple(
        replace(own, runs=tuple(replace(run, text=parted(run.text, language)) for run in own.runs)) for own in texts
    )


def lines(text: str, width: float, size: float) -> int:
    """Return on how many lines a text stands, rather one too many than one too few."""
    return wrap(text, max(width, 2 * size) / _WIDER, size, 1_000_000).lines


def height(texts: Sequence[Paragraph], width: float, size: float) -> float:
    """Return how high paragraphs stand in a width, in points."""
    rows = sum(lines(own.text, _room(own, width, size), size) for own in texts)
    return rows * size * LEADING + GAP * max(0, len(texts) - 1)


def split(
    texts: Sequence[Paragraph], width: float, size: float, room: float
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return what of the paragraphs fits into a height, and the rest; a long paragraph is cut between words."""
    count = len(texts)
    while count and height(texts[:count], width, size) > room:
        count -= 1
    head, rest = tuple(texts[:count]), tuple(texts[count:])
    if not rest:
        return head, rest
    left = room - (height(head, width, size) + GAP if head else 0)
    at = _cut(rest[0], _room(rest[0], width, size), size, int(left / (size * LEADING)))
    if not at:
        return head, rest
    before, after = _parts(rest[0], at)
    return (*head, before), (after, *rest[1:])


def _room(own: Paragraph, width: float, size: float) -> float:
    return width - indent(size) if own.bullet else width


def indent(size: float) -> float:
    """Return how far the words of a paragraph with a dot are moved in."""
    return size


def _cut(own: Paragraph, width: float, size: float, most: int) -> int:
    """Return after how many characters a paragraph fills so many lines, 0 where it should not be cut there."""
    text, low, high = own.text, 0, len(own.text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if most and lines(text[:middle], width, size) <= most else (low, middle - 1)
    space = text.rfind(" ", low // 2, low + 1)
    return space + 1 if space > 0 else low


def _parts(own: Paragraph, at: int) -> tuple[Paragraph, Paragraph]:
    before: list[TextRun] = []
    after: list[TextRun] = []
    for run in own.runs:
        before += [replace(run, text=run.text[:at])] if at > 0 else []
        after += [replace(run, text=run.text[max(at, 0) :])] if len(run.text) > at else []
        at -= len(run.text)
    return replace(own, runs=tuple(before)), Paragraph(tuple(after))


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
        styles = {_STYLES[tag]: True for tag, _ in self._open if tag in _STYLES}
        link = next((address for tag, address in self._open if tag == "a" and address.startswith(_WEB)), "")
        if text:
            self._runs.append(TextRun(text, link=link, **styles))

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
