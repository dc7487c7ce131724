"""The parts of a page that stay as they are while the values that they show do."""

import threading
from collections.abc import Iterable, Sequence

from cjsite.base.frozen import frozen


@frozen
class Fragment:
    """A part of a page as it stands in the file; symbols: the names of the drawings that it refers to."""

    html: bytes
    symbols: frozenset[str]


Slot = tuple[str, str]
"""A template, and what tells the parts, or the lists, of one page that are made with it apart."""
Part = tuple[object, Fragment]
"""A fragment with the value that it shows."""


@frozen
class Run:
    """Some rows of a list that stand one after another: their values, their parts by key, and these as one."""

    values: tuple[object, ...]
    parts: tuple[tuple[str, Part], ...]
    whole: Fragment

    @classmethod
    def of(cls, values: tuple[object, ...], parts: Iterable[tuple[str, Part]]) -> "Run":
        """Return the run of rows with these parts."""
        every = tuple(parts)
        return cls(values, every, joined([part for _, (_, part) in every]))


@frozen
class Rows:
    """A list: the values that it shows, its runs, and all of them as one fragment."""

    values: tuple[object, ...]
    runs: tuple[Run, ...]
    whole: Fragment

    @property
    def parts(self) -> dict[str, Part]:
        """Return the parts by key; of two rows of one key, the later one's."""
        return {key: part for run in self.runs for key, part in run.parts}


def joined(parts: Sequence[Fragment]) -> Fragment:
    """Return fragments as one, each on lines of its own."""
    html = b"\n".join([part.html for part in parts])
    return Fragment(html, frozenset[str]().union(*[part.symbols for part in parts]))


class Shown:
    """What a page is put together from: fragments that stand alone, and lists."""

    def __init__(self) -> None:
        self.parts: dict[Slot, Part] = {}
        self.lists: dict[Slot, Rows] = {}


class Places(threading.local):
    """What a thread knows of the page that it is rendering.

    fragments: in the order in which its templates asked for them. last, now: what the page was put together from
    when it was rendered before, and what has been asked for so far.
    """

    def __init__(self) -> None:
        self.fragments: list[Fragment] = []
        self.last = Shown()
        self.now = Shown()
