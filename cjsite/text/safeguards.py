"""What Markdown could make of a text and no page may hold: pictures of other hosts, and control characters."""

import re
from html import unescape
from unicodedata import normalize
from urllib.parse import quote, unquote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
_IGNORED = re.compile(r"^[\0-\x20]+|[\t\n\r]")
"""What browsers take out of an address before they read it (URL Standard, basic URL parser)."""
_UNENCODED = re.compile(r"[ \"<>^`{|}\x7f-\ud7ff\uf900-\U0010ffff]|%(?![0-9A-Fa-f]{2})")
"""Characters of private use are left: they stand for what a page puts in."""
_ENCODED = re.compile(r"(?:%[89A-F][0-9A-F])+", re.IGNORECASE)
"""Letters beyond ASCII, percent-encoded."""
_REFERENCE = re.compile(r"&#(?:x0*+([0-9a-f]{1,2})(?![0-9a-f])|0*+(\d{1,3})(?!\d));", re.IGNORECASE)
_CONTROLS = frozenset({*range(0x20), 0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D} - {0x09, 0x0A})
"""Numbers whose references are control characters; others from 128 on are those of Windows' characters (HTML)."""
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


class RemotePictures(Treeprocessor):
    """Puts a link in place of a picture of another host: browsers would load it, and tell who reads the page."""

    def run(self, root: Element) -> None:
        """Do so in a text."""
        linked = {picture for link in root.iter("a") for picture in link.iter("img")}
        for picture in list(root.iter("img")):
            if is_remote(unescape(picture.get("src", ""))):
                _make_text(picture, is_linked=picture in linked)


def _make_text(picture: Element, *, is_linked: bool) -> None:
    address, words, title = picture.get("src", ""), picture.get("alt", ""), picture.get("title")
    is_data = address.lower().startswith("data:")
    picture.attrib.clear()
    # Cleaning takes this off again.
    picture.set(MARK, address)
    if is_linked or is_data:
        picture.tag = "span"
        picture.text = words if is_data else f"{words} ({address})" if words else address
        return
    picture.tag = "a"
    picture.set("href", address)
    if title:
        picture.set("title", title)
    picture.text = words or address


class ControlReferences(Postprocessor):
    """Puts a replacement character in place of a reference to a control character."""

    def run(self, text: str) -> str:
        """Return the HTML of a text without them."""
        return _REFERENCE.sub(_harmless, text) if "&#" in text else text


def _harmless(reference: re.Match[str]) -> str:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return "\ufffd" if code in _CONTROLS else reference[0]


def register(md: Markdown) -> None:
    """Let a converter keep to this."""
    # After everything that makes pictures, and after the escapes in addresses are resolved.
    md.treeprocessors.register(RemotePictures(md), "remote_pictures", -1)
    md.postprocessors.register(ControlReferences(md), "control_references", 1)
