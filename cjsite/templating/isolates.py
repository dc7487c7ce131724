"""Isolates in the text of a page as elements: `<bdi>`, with its language where it is not that of the article.

Words and numbers carry isolates as signs of their own (`text/direction.py`), for nobody who writes a sentence knows
whether it will stand in the text of a page or in an attribute. In text an element is better: it names a language.
"""

import re
from collections.abc import Mapping

from cjsite.text.direction import BORROWED, FSI, LRI, PDI, RLI

_CLOSING = PDI.encode()
_VERBATIM = re.compile(r"(<(title|svg|option|textarea|script|style)\b.*?</\2>|<[^>]*>)", re.DOTALL | re.IGNORECASE)
"""Where no element may stand: in tags, and in elements that hold nothing but text, or drawings."""
_INNERMOST = re.compile(f"({BORROWED}|[{LRI}{RLI}{FSI}])([^{LRI}{RLI}{FSI}{PDI}]*){PDI}")
_ARTICLE = re.compile("(<main.*</main>)", re.DOTALL)


def as_elements(html: bytes, language: str) -> bytes:
    """Return a page with elements for its isolates; language: of our words, where the article is in another."""
    if _CLOSING not in html:
        return html
    opening = f'<bdi lang="{language}">' if language else "<bdi>"
    around, *rest = _ARTICLE.split(html.decode())
    if not rest or not language:
        return _converted(html.decode(), opening).encode()
    article, below = rest
    # What stands around the article is of the page's own language.
    return (_converted(around, "") + _converted(article, opening) + _converted(below, "")).encode()


def _converted(html: str, opening: str) -> str:
    """Return a part of a page with elements; opening: of words of ours, '' where they need none."""
    tags = {
        FSI: ("<bdi>", "</bdi>"),
        BORROWED: ('<bdi lang="en" dir="ltr">', "</bdi>"),
        **dict.fromkeys((LRI, RLI), (opening, "</bdi>" if opening else "")),
    }
    # The pattern has two groups: text, what is verbatim, the name of its element, and so on.
    pieces = _VERBATIM.split(html)
    del pieces[2::3]
    pieces[::2] = [_with_elements(piece, tags) if PDI in piece else piece for piece in pieces[::2]]
    # Where no element may stand, nothing can say that it is English.
    pieces[1::2] = [piece.replace(BORROWED, LRI) if BORROWED in piece else piece for piece in pieces[1::2]]
    return "".join(pieces)


def _with_elements(text: str, tags: Mapping[str, tuple[str, str]]) -> str:
    count = 1
    while count:
        text, count = _INNERMOST.subn(lambda pair: pair[2].join(tags[pair[1]]), text)
    return text
