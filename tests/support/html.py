"""What a built page says and where it leads, read with the standard library's parser."""

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
READABLE = ("alt", "title", "aria-label", "content", "placeholder", "label")
"""Attributes whose text people see or hear."""

Attributes = dict[str, str]


@dataclass
class Element:
    """An element as it was opened, with the words inside it."""

    tag: str
    attributes: Attributes
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words inside, with single spaces."""
        return squeeze(" ".join(self.words))


class Document(HTMLParser):
    """A parsed page: its elements in order, and its text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.source = source
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that closes itself, as SVG's may."""
        self.elements.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Close an element and any that were left open inside it."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                return

    def handle_data(self, data: str) -> None:
        """Give the words to every element around them."""
        for element in self._open:
            element.words.append(data)

    @cached_property
    def ids(self) -> list[str]:
        """Every id, in order, doubles included."""
        return [e.attributes["id"] for e in self.elements if "id" in e.attributes]

    @cached_property
    def text(self) -> str:
        """All that people can read or hear on the page: text and readable attributes."""
        attributes = [e.attributes[name] for e in self.elements for name in READABLE if name in e.attributes]
        return squeeze(" ".join([*self._words, *attributes]))

    @cached_property
    def _words(self) -> list[str]:
        root = next(e for e in self.elements if e.tag == "html")
        return root.words

    @cached_property
    def links(self) -> list[str]:
        """Every address that the page names, in order."""
        names = ("href", "src", "srcset", "action", "poster", "data", "xlink:href")
        return [e.attributes[name] for e in self.elements for name in names if name in e.attributes]


@dataclass
class Site:
    """A built site: every page parsed."""

    folder: Path

    @cached_property
    def pages(self) -> dict[str, Document]:
        """The pages by their address in the site."""
        return {
            path.relative_to(self.folder).as_posix(): Document(path.read_text("utf-8"))
            for path in sorted(self.folder.rglob("*.html"))
        }

    def target(self, page: str, link: str) -> tuple[str, str] | None:
        """Return the file in the site and the fragment that a page's link leads to; None if it leads outside."""
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            return None
        if not parts.path:
            return page, unquote(parts.fragment)
        # Asked of a hundred thousand links: to resolve a path asks the file system about each of its folders.
        inside = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
        if inside == ".." or inside.startswith(("../", "/")):
            raise ValueError(f"{page}: {link} leads out of the site")
        return ("index.html" if inside == "." else inside), unquote(parts.fragment)


def squeeze(text: str) -> str:
    """Return the text with single spaces, without soft hyphens and zero-width spaces."""
    return " ".join(text.replace("\u00ad", "").replace("\u200b", "").split())
