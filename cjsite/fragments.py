"""The parts of a page that stay as they are while the values that they show do."""

import threading
from collections.abc import Iterable

from cjsite.frozen import frozen


@frozen
class Fragment:
    """A part of a page as it stands in the file; symbols: the names of the drawings that it refers to."""

    html: bytes
    symbols: frozenset[str]


Slot = tuple[str, str]
"""A template and what tells the parts of one page made with it apart."""
Part = tuple[object, Fragment]
"""A fragment with the value that it shows."""


@frozen
class Run:
    """Some rows of a list that stand one after another: their values, fragments, and the symbols of these.

    Two rows of one key are two fragments; the later one is found again by its key.
    """

    values: tuple[object, ...]
    parts: tuple[tuple[Slot, Part], ...]
    symbols: frozenset[str]

    @classmethod
    def of(cls, values: tuple[object, ...], parts: Iterable[tuple[Slot, Part]]) -> "Run":
        """Return the run of rows with these fragments."""
        every = tuple(parts)
        return cls(values, every, frozenset[str]().union(*(part.symbols for _, (_, part) in every)))


def listed(runs: Iterable[Run]) -> Fragment:
    """Return the rows of runs as one fragment, each on lines of its own."""
    every = list(runs)
    html = b"\n".join([part.html for run in every for _, (_, part) in run.parts])
    return Fragment(html, frozenset[str]().union(*(run.symbols for run in every)))


class Shown:
    """What a page is put together from: fragments, and the runs of its lists by template, list and first row."""

    def __init__(self) -> None:
        self.parts: dict[Slot, Part] = {}
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
