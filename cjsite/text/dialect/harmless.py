"""What Markdown could make of a text and no page may hold: pictures of other hosts, and control characters."""

import re
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from cjsite.text.safeguards import MARK, is_remote

_REFERENCE = re.compile(r"&#(?:x0*+([0-9a-f]{1,2})(?![0-9a-f])|0*+(\d{1,3})(?!\d));", re.IGNORECASE)
_CONTROLS = frozenset({*range(0x20), 0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D} - {0x09, 0x0A})
"""Numbers whose references are control characters; others from 128 on are those of Windows' characters (HTML)."""


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
