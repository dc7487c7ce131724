"""Lines from right to left as programs draw them alike that take every line for one from left to right.

Some leave out what says how a line runs: Inkscape the signs for it, LibreOffice the attribute. So the parts of a
line stand in the order in which they are seen: words from the right keep theirs, and programs turn these round.
"""

from __future__ import annotations

import re

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff"
_HAS_RTL = re.compile(f"[{_RTL}]").search
_PART = re.compile(
    rf"[{_RTL}](?:[^A-Za-z\u00c0-\u024f]*[{_RTL}0-9]%?)?"  # words from the right, and the numbers among them
    rf"|[A-Za-z0-9\u00c0-\u024f](?:[^{_RTL}]*[A-Za-z0-9\u00c0-\u024f])?"
    r"|."
)
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
_RLM = "\u200f"


def in_visual_order(text: str) -> str:
    """Return a line that is read from the right as one that looks so where lines run from the left.

    >>> in_visual_order("אב WhatsApp!") == "!WhatsApp אב"
    True
    """
    if not _HAS_RTL(text):
        return text
    parts = [part if len(part) > 1 else part.translate(_MIRRORED) for part in _PART.findall(text)]
    if parts[0].isdecimal() and len(parts) > 1:
        # A number in front goes with the words that follow it.
        return _RLM + text
    return "".join(reversed(parts))
