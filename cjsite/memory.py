"""Results of the last run, kept for as long as what they were made from stays the same value."""

import gc
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeVar, TypeVarTuple

A = TypeVarTuple("A")
T = TypeVar("T")


@dataclass(slots=True)
class _Kept:
    """A result, what it was made from, and the run that asked for it last."""

    args: tuple[Any, ...]
    result: Any
    run: int


class Memory:
    """Remember one result for each function and key; what a run does not ask for is forgotten after it.

    A function that is asked anew and has a `renewed` gets the arguments and the result of the last time as well.
    """

    def __init__(self) -> None:
        self._kept: dict[Hashable, _Kept] = {}
        self._run = 0
        self._asked = 0

    def turn(self) -> None:
        """Begin a new run: results that the one before did not ask for are gone, unless it asked for nothing."""
        if self._asked and self._asked < len(self._kept):
            self._kept = {slot: kept for slot, kept in list(self._kept.items()) if kept.run == self._run}
        self._run += 1
        self._asked = 0

    def keep(self) -> None:
        """End a run that failed halfway: what it did not get to ask for is remembered all the same."""
        for kept in list(self._kept.values()):
            kept.run = self._run

    def __call__(self, function: Callable[[*A], T], key: Hashable, *args: *A) -> T:
        """Return function(*args), computed only if an argument is another value than the last time."""
        slot = (function, key)
        kept = self._kept.get(slot)
        # Tuples ask first whether their parts are the same objects, and mostly they are.
        if kept is None or kept.args != args:
            renewed = getattr(function, "renewed", None)
            result: T = renewed(args, kept.args, kept.result) if kept and renewed else function(*args)
            self._kept[slot] = _Kept(args, result, self._run)
            self._asked += kept is None or kept.run != self._run
            return result
        # Keeping the older arguments keeps the older objects, which compare by identity next time.
        if kept.run != self._run:
            kept.run = self._run
            self._asked += 1
        found: T = kept.result
        return found


_MUCH = 20_000
"""Objects more than before from which a piece of work has made what is there to stay."""


@contextmanager
def undisturbed() -> Iterator[None]:
    """Keep Python's cycle collector from walking all that a build keeps, again and again: a quarter of its time.

    Much that is new afterwards is kept; frozen, later collections pass it over.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if gc.get_count()[0] > _MUCH:
                gc.freeze()
            gc.enable()
