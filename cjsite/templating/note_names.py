"""Footnotes of a text that a page shows more than once: their names stand on it once."""

import re

_NAME = re.compile(rb' id="((?:note|ref)-[0-9a-f]{8}-\d+)"')
"""As `text/dialect/footnotes.py` writes it; nothing that an author writes can look so."""


def named_once(html: bytes) -> bytes:
    """Return a page on which a text that is shown again leaves its names to the first, to which its links lead."""
    if b' id="note-' not in html:
        return html
    named: set[bytes] = set()

    def kept(name: re.Match[bytes]) -> bytes:
        if name[1] in named:
            return b""
        named.add(name[1])
        return name[0]

    return _NAME.sub(kept, html)
