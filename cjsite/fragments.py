"""The parts of a page that stay as they are while the values that they show do."""

import threading
from collections.abc import Iterable

from cjsite.frozen import frozen


@frozen
class Fragment:
    """A part of a page as it stands in the file; symbols: the names of the drawings that it refers to."""

    html: bytes
    symbols: frozenset[str]


Parts = dict[tuple[str, str], tuple[object, Fragment]]
"""The fragments of a page with the values that they show, by template and key."""


@frozen
class Run:
    """Some rows of a list that stand one after another: their values, fragments, and these in one."""

    values: tuple[object, ...]
    parts: Parts
    whole: Fragment


class Shown:
    """What a page is put together from: fragments, and the runs of its lists by template, list and first row."""

    def __init__(self) -> None:
        self.parts: Parts = {}
        self.runs: dict[tuple[str, str, int], Run] = {}


class Places(threading.local):
    """What a thread knows of the page that it is rendering.

    fragments: in the order in which its templates asked for them. last, now: what the page was put together from
    when it was rendered before, and what has been asked for so far.
    """

    def __init__(self) -> None:
        self.fragments: list[Fragment] = []
        self.last = Shown()
        self.now = Shown()


def joined(parts: Iterable[Fragment]) -> Fragment:
    """Return fragments as one, each on lines of its own."""
    html, symbols = [], set[str]()
    for part in parts:
        html.append(part.html)
        symbols |= part.symbols
    return Fragment(b"\n".join(html), frozenset(symbols))
