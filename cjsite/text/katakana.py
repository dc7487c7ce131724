"""Where words in katakana may end a line: beside them, and in long ones between the words they are made of.

Japanese lines end between phrases (`word-break: auto-phrase`), and a phrase may be wider than a narrow cell: then
browsers part it wherever the line is full, and its last letter stands alone on the next.
"""

import re

_LONG = 8
_FIRST, _LAST = 3, 2
"""The fewest letters before a break in a long word, and after one."""
_NEVER_FIRST = "ァィゥェォッャュョヮヵヶンー"
_ENDS_A_WORD = "トドルズスムグクプブジチ"
"""Letters that a long vowel leads to rather than ends before: `カード`, `コール`."""
_KANJI = r"\u3005\u4e00-\u9fff"
_WORD = re.compile(rf"(?P<before>[\u3041-\u309f{_KANJI}])?(?P<word>[ァ-ヺー]{{4,}})(?P<after>[{_KANJI}])?")
"""Of so many letters that it may stand on a line of its own, and what it stands between."""


def with_breaks(text: str, sign: str) -> str:
    """Return a text with a sign where a word in katakana may end a line.

    >>> with_breaks("お客様ポータルのショートメッセージ", "|")
    'お客様|ポータルの|ショート|メッセージ'
    """
    return _WORD.sub(lambda match: _parted(match["before"] or "", match["word"], match["after"] or "", sign), text)


def _parted(before: str, word: str, after: str, sign: str) -> str:
    places = [place for place in range(_FIRST, len(word) - _LAST + 1) if _may_part(word, place)]
    if len(word) >= _LONG and places:
        place = min(places, key=lambda place: abs(2 * place - len(word)) - (word[place - 1] == "ー"))
        word = word[:place] + sign + word[place:]
    return f"{before}{sign * bool(before)}{word}{sign * bool(after)}{after}"


def _may_part(word: str, place: int) -> bool:
    last, first = word[place - 1], word[place]
    closes = last == "ー" and first in _ENDS_A_WORD and word[place + 1 : place + 2] != "ー"
    return first not in _NEVER_FIRST and last != "ッ" and not closes
