"""How texts are searched: the words of a text, with letters that readers take for the same written alike.

The theme's `search-words.js` does the same with what readers type, by the same table.
"""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import pairwise
from unicodedata import normalize

SEPARATOR = "|"
"""Stands between the entries of the table."""
_UNSPACED = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u309f\u30a1-\u30ff\u31f0-\u31ff"
    r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Signs of scripts that put no blanks between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
_RUN_OF_UNSPACED = re.compile(f"([{_UNSPACED}]+)")
_ASCII = re.compile(r"[a-z0-9]+|(?<![a-z0-9])-[0-9][a-z0-9]*")
_JOINED = re.compile(r"(?<!\w)(?:\w+-|\w\w+['’](?=\w\w))+\w+")
"""A word with hyphens or apostrophes, but for one beside a single letter: that is an article or an ending."""
_JOINT = re.compile(r"['’-](?<=\w.)(?=\w)")
_OTHER = re.compile(r"[^\0-\x7f]")
_MOSTLY = 1.15
"""Bytes a sign in texts of which so much is not ASCII that each sign is looked up."""
_UNMARKED = re.compile(r"\w+|(?<!\w)-[0-9]\w*")
_MAY_HOLD_MARKS = re.compile(
    r"[\u0700-\u1fff\u2cef-\u2cf1\u2d7f\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\U0010ffff]"
)
"""A sign of a script that has letters which Unicode calls marks; to look for those takes ten times as long."""
_ARTICLE = re.compile("^(?:[وفبك]?ال|لل)(?=..)")
"""The article of Arabic and what is written in one word with it: whoever looks for a thing leaves it out."""


def folded(text: str) -> str:
    """Return a text with letters that readers take for the same written alike.

    >>> folded("STRASSE"), folded("Straße"), folded("Ένας"), folded("−2 ＫＭ"), folded("Bat\\u00adterie")
    ('strasse', 'strasse', 'ενασ', '-2 km', 'batterie')
    """
    if text.isascii():
        return text.lower()
    whole = normalize("NFC", text)
    if len(text.encode("utf-8", "surrogatepass")) > _MOSTLY * len(text):
        return normalize("NFC", whole.translate(_by_number()))
    return normalize("NFC", _OTHER.sub(_folded_sign, whole.lower()))


def _folded_sign(sign: re.Match[str]) -> str:
    return table().get(sign[0], sign[0])


def terms(text: str) -> list[str]:
    """Return the words of a text as an index holds them, in their order.

    A number keeps the minus before it. What is written without blanks becomes pairs of signs that stand together,
    and its last sign. Words with hyphens or apostrophes come once more in one at the end, as some write them.

    >>> terms("Straße: −2 on Saturday's tour"), terms("電池を交換"), terms("البطارية")
    (['strasse', '-2', 'on', 'saturday', 's', 'tour'], ['電池', '池を', 'を交', '交換', '換'], ['بطاريه'])
    >>> terms("The log-in")
    ['the', 'log', 'in', 'login']
    """
    if text.isascii():
        text = text.lower()
        return [*_ASCII.findall(text), *_joined(text)]
    text = folded(text).replace("_", " ")
    word = _word() if _MAY_HOLD_MARKS.search(text) else _UNMARKED
    return [*_terms(word.findall(text)), *_joined(text)]


def _joined(text: str) -> Iterator[str]:
    """Yield words that are written with hyphens or apostrophes in one; dates and ranges of numbers are none."""
    text, end = text.replace("_", " ").replace("\n", " ") + " ", 0
    # There are few: to look at every word takes ten times as long.
    while joint := _JOINT.search(text, end):
        begin, end = text.rfind(" ", 0, joint.start()) + 1, text.index(" ", joint.end())
        for word in _JOINED.findall(text[begin:end]):
            whole = _JOINT.sub("", word)
            if not whole.isdecimal() and not _RUN_OF_UNSPACED.search(whole):
                yield whole


def unspaced(text: str) -> int:
    """Return how many signs of a text are of scripts that put no blanks between words."""
    return sum(map(len, _RUN_OF_UNSPACED.findall(text)))


def _terms(words: list[str]) -> Iterator[str]:
    for word in words:
        if word.isascii():
            yield word
            continue
        for part in _RUN_OF_UNSPACED.split(word):
            if _RUN_OF_UNSPACED.match(part):
                yield from map("".join, pairwise(part))
                yield part[-1]
            elif part:
                yield _ARTICLE.sub("", part)


@cache
def _word() -> "re.Pattern[str]":
    letter = rf"[\w{_written()[1]}]"
    return re.compile(rf"{letter}+|(?<!{letter})-[0-9]{letter}*")


@cache
def table() -> dict[str, str]:
    """Return what stands for each sign that others stand for."""
    return {entry[0]: entry[1:] for entry in _written()[0].split(SEPARATOR)}


@cache
def _by_number() -> dict[int, str]:
    return {ord(sign): alike for sign, alike in table().items()}


@cache
def _written() -> tuple[str, str]:
    """Return the table, and the marks that are parts of words."""
    table, marks = resources.files(__package__).joinpath("folding.txt").read_text("utf-8").splitlines()
    return table, marks
