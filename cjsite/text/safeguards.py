"""Addresses in texts: which lead to other hosts, and how those of this site are written."""

import re
from unicodedata import normalize
from urllib.parse import quote, unquote

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
_IGNORED = re.compile(r"^[\0-\x20]+|[\t\n\r]")
"""What browsers take out of an address before they read it (URL Standard, basic URL parser)."""
_UNENCODED = re.compile(r"[ \"<>^`{|}\x7f-\ud7ff\uf900-\U0010ffff]|%(?![0-9A-Fa-f]{2})")
"""Characters of private use are left: they stand for what a page puts in."""
_ENCODED = re.compile(r"(?:%[89A-F][0-9A-F])+", re.IGNORECASE)
"""Letters beyond ASCII, percent-encoded."""
MARK = "data-remote"
"""The attribute in which what was a picture keeps its address, until the HTML is cleaned."""


def is_remote(address: str) -> bool:
    """Tell whether a browser would look for an address elsewhere than beside the page.

    >>> is_remote("//example.org/a.png"), is_remote("img/a.png")
    (True, False)
    """
    return bool(_SCHEME.match(_IGNORED.sub("", address)))


def encoded(address: str) -> str:
    """Return a local address with what may not stand in one percent-encoded; what is encoded stays.

    >>> encoded("img/größe 50%.png?v=1#a%20b")
    'img/gr%C3%B6%C3%9Fe%2050%25.png?v=1#a%20b'
    """
    return address if is_remote(address) else _UNENCODED.sub(lambda sign: quote(sign[0]), spelt(address))


def spelt(address: str) -> str:
    """Return a local address with its letters as they are, in the one form in which files are named.

    >>> spelt("gro%CC%88%C3%9Fe%20a.png") == "größe%20a.png"
    True
    """
    if address.isascii() and "%" not in address:
        return address
    return normalize("NFC", _ENCODED.sub(_letters, address))


def _letters(encoded_letters: re.Match[str]) -> str:
    try:
        return unquote(encoded_letters[0], errors="strict")
    except UnicodeDecodeError:
        return encoded_letters[0]
