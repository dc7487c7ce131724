"""Texts of two writing directions in one line: each is set apart, so that none moves the signs of the others.

Where a tag may not stand (in attributes, in titles of windows, on terminals) Unicode's isolates say what `<bdi>`
says; in the text of pages they become `<bdi>` (`templating/isolates.py`). Source: Unicode Standard Annex #9.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import accumulate
from typing import Literal

from babel import Locale, UnknownLocaleError

Direction = Literal["ltr", "rtl"]
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
"""What opens an isolate from left to right, from right to left, or as its first letter does; and what closes it."""
_OPENING = frozenset({LRI, RLI, FSI})
OPENERS: dict[Direction, str] = {"ltr": LRI, "rtl": RLI}
BORROWED = f"{LRI}\u2060"
"""What opens an isolate of English words, where others are wanted; its second sign is not seen."""
_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_MARKS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_DISTURBS_LTR = re.compile(f"[{_RTL}{_MARKS}]").search
_HAS_RTL = re.compile(f"[{_RTL}]").search
_FITS_RTL = re.compile(rf"[{_RTL}\s]*|\d*|\W*").fullmatch
_RLM = "\u200f"
_RTL_SCRIPTS = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})


@cache
def text_direction(language: str) -> Direction:
    """Return the direction that a language is written in, by its tag; that of an unknown one is left to right."""
    parts = language.split("-")
    if _RTL_SCRIPTS.intersection(parts):
        return "rtl"
    for tag in ("-".join(parts[:2]), parts[0]):
        try:
            return "rtl" if Locale.parse(tag, sep="-").text_direction == "rtl" else "ltr"
        except (UnknownLocaleError, ValueError):
            continue
    return "ltr"


def direction_of(text: str) -> Direction | None:
    """Return the direction of a text's first letter outside isolates, None where it has no letter."""
    depth = 0
    for sign in text:
        depth += (sign in _OPENING) - (sign == PDI and depth > 0)
        kind = unicodedata.bidirectional(sign) if not depth else ""
        if kind in ("L", "R", "AL"):
            return "ltr" if kind == "L" else "rtl"
    return None


def is_isolate(text: str) -> bool:
    """Tell whether all of a text stands in one isolate."""
    if not text.endswith(PDI) or text[0] not in _OPENING:
        return False
    depths = list(_depths(text))
    return depths[-1] == 0 and min(depths[:-1]) > 0


def is_borrowed(text: str) -> bool:
    """Tell whether all of a text is English, where words in another language are wanted."""
    return text.startswith(BORROWED) and is_isolate(text)


def _depths(text: str) -> Iterator[int]:
    """Yield how many isolates are open after each sign of a text; fewer than none: closed too often."""
    return accumulate((sign in _OPENING) - (sign == PDI) for sign in text)


def isolated(text: str, around: Direction) -> str:
    """Return a text as it may stand among others of a direction: in an isolate, unless it fits in as it is.

    Between words from left to right fits what has no sign of the other direction, and none that turns directions
    round; between words from right to left fit letters of these alone, digits alone, and signs alone: `+1.0` would
    become `1.0+`.
    """
    if around == "ltr":
        # Most texts are of letters that cannot disturb anything.
        return text if text.isascii() or not _DISTURBS_LTR(text) or is_isolate(text) else _apart(text)
    if _FITS_RTL(text) or is_isolate(text):
        return text
    # A name of another script in front does not turn a text round.
    return _apart(f"{_RLM if _HAS_RTL(text) else ''}{text}")


def _apart(text: str) -> str:
    """Return a text in an isolate, which the isolates that an author left open, or closed too often, cannot end."""
    depths = [0, *_depths(text)]
    missing = -min(depths)
    return FSI * (missing + 1) + text + PDI * (depths[-1] + missing + 1)
