"""Texts of a deck: paragraphs of runs, where their words may break, and how high they stand."""

import html
import re
from collections.abc import Iterable, Sequence

from cjsite.base.controls import CONTROL
from cjsite.base.frozen import frozen, replace
from cjsite.drawing.measure import wrap
from cjsite.text.hyphenation import BREAK, in_text

LEADING = 1.25
"""The height of a line, in sizes of its letters; exact, so that no reader's font can change it."""
_WIDER, _BOLD_WIDER, _CAPITALS_WIDER = 1.05, 1.13, 0.18
"""How much wider than measured a text may run: the deck's letters are others than those that were measured.

In Arial, texts of the example take up to 1.035 times as much, in bold 1.113 times, and capitals alone 1.24 times.
"""
META_SIZE = 11.0
"""Of the letters below a title."""
GAP = 2.0
"""Points between two paragraphs."""
_ZERO_WIDTH_SPACE = "\u200b"
_LONG = re.compile(r"\S{9,}")
_MOST_OF_LINE, _LETTER = 0.75, 0.55
"""How much of a line a word must take to be parted, and how wide its letters are, in sizes of these."""


@frozen
class TextRun:
    """A stretch of a paragraph in one look; link: an address of the web, '' for none.

    small: whether it stands small behind a title. ours: whether it is in the language of our words.
    """

    text: str
    bold: bool = False
    italic: bool = False
    struck: bool = False
    faint: bool = False
    small: bool = False
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


def words(
    text: str, *, bold: bool = False, italic: bool = False, faint: bool = False, ours: bool = False
) -> Paragraph:
    """Return a text without any markup as a paragraph."""
    return Paragraph((TextRun(text, bold=bold, italic=italic, faint=faint, ours=ours),))


def hyphenated(texts: Iterable[Paragraph], language: str, width: float, size: float) -> tuple[Paragraph, ...]:
    """Return paragraphs whose words may break where they take most of a line, by signs that are not seen."""
    least = width * _MOST_OF_LINE / (size * _LETTER)

    def parted(run: TextRun) -> TextRun:
        text = CONTROL.sub(" ", run.text).replace("\n", " ")
        return replace(run, text=_LONG.sub(lambda word: _parted(word[0], language, least), text))

    return tuple(replace(own, runs=tuple(map(parted, own.runs))) for own in texts)


def _parted(word: str, language: str, least: float) -> str:
    if len(word) < least:
        return word
    return html.unescape(in_text(html.escape(word, quote=False), language).replace(BREAK, _ZERO_WIDTH_SPACE))


def _lines(text: str, width: float, size: float) -> int:
    return wrap(text, max(width, 2 * size), size, 1_000_000).lines


def height(texts: Sequence[Paragraph], width: float, size: float) -> float:
    """Return how high paragraphs stand in a width, in points: rather one line too many than one too few."""
    rows = sum(_lines(own.text, _room(own, width, size), size) for own in texts)
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


def shortened(texts: Sequence[Paragraph], width: float, size: float, most: int) -> tuple[Paragraph, ...]:
    """Return paragraphs, cut after some lines where they take more."""
    room = most * size * LEADING
    if height(texts, width, size) <= room:
        return tuple(texts)
    first = split(texts, width - size, size, room)[0]
    return tuple(replace(own, runs=(*own.runs, replace(own.runs[-1], text="…"))) for own in first)


def _room(own: Paragraph, width: float, size: float) -> float:
    """Return the width that a paragraph has, as its letters are measured."""
    text = own.text
    wider = _BOLD_WIDER if any(run.bold for run in own.runs) else _WIDER
    wider += _CAPITALS_WIDER * sum(map(str.isupper, text)) / max(len(text), 1)
    return (width - indent(size) if own.bullet else width) / wider


def indent(size: float) -> float:
    """Return how far the words of a paragraph with a dot are moved in."""
    return size


def _cut(own: Paragraph, width: float, size: float, most: int) -> int:
    """Return after how many characters a paragraph fills so many lines, 0 where it should not be cut there."""
    text, low, high = own.text, 0, len(own.text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if most and _lines(text[:middle], width, size) <= most else (low, middle - 1)
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
