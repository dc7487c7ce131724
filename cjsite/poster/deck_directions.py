"""Which way a paragraph of a deck runs, and the signs in it that say so.

LibreOffice orders a paragraph wrongly that stands in one isolate (7.4): it runs as a whole as the isolate would.
"""

import re

from cjsite.base.frozen import replace
from cjsite.poster.deck_text import Paragraph
from cjsite.text.direction import LRI, PDI, Direction, is_isolate

_SIGNS = re.compile("[\u2060\u2066-\u2069]")
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")


def without_signs(text: str) -> str:
    """Return a text without the signs that set its parts apart, for where it stands alone."""
    return _SIGNS.sub("", text)


def settled(own: Paragraph, around: Direction) -> tuple[Paragraph, Direction]:
    """Return a paragraph as it stands in a deck of a direction, and its own direction.

    Where all runs the same way no sign is left: whoever edits it would stumble over what is not seen.
    """
    text = own.text
    if not _SIGNS.search(text):
        return own, around
    if around == "ltr" and not _FROM_RIGHT.search(text):
        return _bare(own), around
    if text.startswith(LRI) and is_isolate(text):
        first, last = own.runs[0], own.runs[-1]
        if first is last:
            return replace(own, runs=(replace(first, text=first.text[1:-1]),)), "ltr"
        ends = (replace(first, text=first.text[1:]), replace(last, text=last.text.removesuffix(PDI)))
        return replace(own, runs=(ends[0], *own.runs[1:-1], ends[1])), "ltr"
    return own, around


def _bare(own: Paragraph) -> Paragraph:
    return replace(own, runs=tuple(replace(run, text=without_signs(run.text)) for run in own.runs))
