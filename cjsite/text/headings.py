"""Names for the headings of an author's own page, as a code-hosting site gives them, so that links to them work."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from unicodedata import normalize

from markupsafe import Markup

from cjsite.text.prose import block

_HEADING = re.compile(r"<h(?P<level>[2-6])>(?P<words>.*?)</h(?P=level)>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_BESIDE = re.compile(r'(href="(?:\./)?[^/":]+\.html(?:\?[^"#]*)?#)at-')
"""Leads to a place on what lies beside the text: beside an author's own page, that is a heading."""
_DROPPED = re.compile(r"[^\w\- \u0300-\u036f\u0900-\u0dff\u0e00-\u0eff]")
"""Signs that are no part of a name; vowels and marks of other scripts are, which no pattern calls letters."""
_OF_PAGES = frozenset(
    {"main", "find", "i-search", "i-theme", "life", "journeys", "channels", "evidence", "goals", "frustrations"}
)
"""Names of the places that such a page has anyway."""


@lru_cache(1 << 10)
def titled(text: str) -> Markup:
    """Return a text's Markdown as safe block HTML, in which each heading has a name to link to.

    >>> titled("## Our hours")
    Markup('<h2 id="our-hours">Our hours</h2>')
    """
    names = iter(heading_names(text))

    def _named(heading: re.Match[str]) -> str:
        name = next(names)
        level, words = heading["level"], heading["words"]
        return f'<h{level} id="{name}">{words}</h{level}>' if name else heading[0]

    html = str(block(text))
    if "#at-" in html:
        html = _BESIDE.sub(r"\1", html)
    return Markup(_HEADING.sub(_named, html))


@lru_cache(1 << 10)
def heading_names(text: str) -> tuple[str, ...]:
    """Return the names of a text's headings in order, each another; '' for one without a letter.

    >>> heading_names("# What's new?\\n\\n# A\\n\\n# A")
    ('whats-new', 'a', 'a-1')
    """
    return tuple(_names(block(text)))


def _names(html: str) -> Iterator[str]:
    taken = set(_OF_PAGES)
    for heading in _HEADING.finditer(html):
        words = normalize("NFC", unescape(_TAG.sub("", heading["words"]))).strip().lower()
        base = _DROPPED.sub("", words).replace(" ", "-")
        name, number = base, 0
        while name in taken:
            number += 1
            name = f"{base}-{number}"
        if name:
            taken.add(name)
        yield name
