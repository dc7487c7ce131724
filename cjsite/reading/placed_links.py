"""Where the links and pictures in the texts of a file stand."""

from collections.abc import Iterator
from typing import Any

from cjsite.base.problem import Place
from cjsite.model.placed_link import PlacedLink
from cjsite.model.types import Record
from cjsite.model.written_texts import written_texts
from cjsite.reading.source import Source
from cjsite.reading.tree import Loc, Mark, mark_of
from cjsite.text.prose import may_link, text_links

_FAR = 2000
"""Lines from one link of a text to the next in which its address is looked for."""


def placed_links(value: Record, tree: Any, source: Source, at: Loc = ()) -> Iterator[PlacedLink]:
    """Yield the links and pictures of an object that was decoded from what stands `at` a place of a tree."""
    if not may_link(source.text):
        return
    for way, text in written_texts(value, may_link):
        mark = mark_of(tree, (*at, *way))
        for link in text_links(text):
            # Of two links with one address in a text, each is looked for behind the one before.
            here = _behind(source, mark, link.written)
            mark = (here[0], here[1] + 1) if here else mark
            yield PlacedLink(Place(source.path, *(here or mark)), link.written, link.address, link.is_picture)


def _behind(source: Source, mark: Mark, address: str) -> Mark | None:
    """Return where an address stands for the first time from a mark on, None if it is written in another way."""
    last = min(mark[0] + _FAR, len(source.lines))
    for number in range(mark[0], last + 1) if address else ():
        line = source.lines[number - 1]
        start = line.find("](", mark[1] - 1 if number == mark[0] else 0)
        while start >= 0:
            if line[start + 2 :].lstrip(" <").startswith(address):
                return number, line.index(address, start + 2) + 1
            start = line.find("](", start + 2)
    return None
