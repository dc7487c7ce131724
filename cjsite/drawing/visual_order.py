"""Lines from right to left as programs draw them alike that take every line for one from left to right.

Some leave out what says how a line runs: Inkscape the signs for it, LibreOffice the attribute. So the parts of a
line stand in the order in which they are seen: words from the right keep theirs, and programs turn these round.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_HAS_RTL = re.compile(f"[{_RTL}]").search
_HAS_ARABIC = re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufeff]").search
_WORD = f"(?![\u060a\u060c\u066a])[{_RTL}]"
"""What makes a line run from the right: a comma and the signs of per cent and per mille do not."""
_LTR = (
    "A-Za-z\u00c0-\u02b8\u0300-\u058f\u0900-\u1fff\u2c00-\u2dff\u3005-\u3007\u3021-\ud7ff\uf900-\ufb1c\uff10-\uffdc"
    "\U00010000-\U000107ff\U00011000-\U0001e7ff\U00020000-\U0003ffff"
)
"""What runs from the left whatever it stands in: letters of all other scripts, with the marks on them."""


def _parts(after_number: str) -> Callable[[str], list[str]]:
    return re.compile(
        # Words from the right, and the numbers in front of them and among them.
        rf"(?:[0-9][^{_LTR}{_RTL}]*)?{_WORD}(?:[^{_LTR}]*(?:{_WORD}|[0-9]{after_number}))?"
        rf"|[0-9{_LTR}](?:[^{_RTL}]*(?:[0-9]%|[0-9{_LTR}]))?"
        r"|."
    ).findall


_PARTS = _parts("%?")
_ARABIC_PARTS = _parts("")
"""After Arabic words `%` is none of its number's: it stands where the line goes on, at the left."""
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_RLM = "\u200f"


def in_visual_order(text: str) -> str:
    """Return a line that is read from the right as one that looks so where lines run from the left.

    >>> in_visual_order("אב WhatsApp!") == "!WhatsApp אב"
    True
    """
    if not _HAS_RTL(text):
        return text
    parts = _ARABIC_PARTS(text) if _HAS_ARABIC(text) else _PARTS(text)
    return "".join(map(_seen, reversed(parts)))


def _seen(part: str) -> str:
    if len(part) == 1:
        return part.translate(_MIRRORED)
    # A number in front goes with the words that follow it.
    return _RLM + part if part[0].isdecimal() and _HAS_RTL(part) else part
