"""Functions that remember what they last returned, for as long as what they are given stays the same value.

`@memo` marks a function; inside `Memory.active()` a call of it is answered from what is kept, elsewhere it is a
call like any other. So a call reads as a call, an editor finds its callers, and a type checker sees its arguments.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import wraps
from inspect import signature
from typing import Any, ParamSpec, TypeVar, overload

P = ParamSpec("P")
T = TypeVar("T")
_current: ContextVar["Memory | None"] = ContextVar("memory", default=None)


@dataclass(slots=True)
class _Kept:
    """A result, what it was made from, and the run that asked for it last."""

    args: tuple[Any, ...]
    result: Any
    run: int


class Memory:
    """One result for each function and key; what a run does not ask for is forgotten after it."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, _Kept] = {}
        self._run = 0
        self._asked = 0

    @contextmanager
    def active(self) -> Iterator[None]:
        """Let calls of remembered functions in this thread be answered from here."""
        token = _current.set(self)
        try:
            yield
        finally:
            _current.reset(token)

    def turn(self) -> None:
        """Begin a new run: results that the one before did not ask for are gone, unless it asked for nothing."""
        if self._asked and self._asked < len(self._kept):
            self._kept = {slot: kept for slot, kept in list(self._kept.items()) if kept.run == self._run}
        self._run += 1
        self._asked = 0

    def keep(self) -> None:
        """End a run that failed halfway: what it did not get to ask for is remembered all the same."""
        # Else the build after a typo would be as slow as the first, in front of people.
        for kept in list(self._kept.values()):
            kept.run = self._run

    def recall(self, function: Callable[..., T], key: Hashable, args: tuple[Any, ...]) -> T:
        """Return function(*args), computed only if an argument is another value than the last time.

        A function with a method `renewed` is then told the arguments and the result of the last time as well.
        """
        slot = (function, key)
        kept = self._kept.get(slot)
        # Tuples ask first whether their parts are the same objects, and mostly they are.
        if kept is None or kept.args != args:
            renewed = kept and getattr(function, "renewed", None)
            result = renewed(args, kept.args, kept.result) if kept and renewed else function(*args)
            if kept is not None and kept.result == result:
                result = kept.result  # so that what is made from it is not made anew
            self._kept[slot] = _Kept(args, result, self._run)
            self._asked += kept is None or kept.run != self._run
            return result
        # Keeping the older arguments keeps the older objects, which compare by identity next time.
        if kept.run != self._run:
            kept.run = self._run
            self._asked += 1
        last: T = kept.result
        return last


def remembered(function: Callable[..., T], key: Hashable, *args: Any) -> T:
    """Return function(*args), from the memory of this run if there is one; key: what tells calls apart."""
    memory = _current.get()
    return function(*args) if memory is None else memory.recall(function, key, args)


@overload
def memo(function: Callable[P, T]) -> Callable[P, T]: ...
@overload
def memo(*, by: str) -> Callable[[Callable[P, T]], Callable[P, T]]: ...
def memo(function: Callable[..., Any] | None = None, *, by: str = "") -> Callable[..., Any]:
    """Make a function remember its last result.

    by: the parameter that tells calls apart, by its `id` if it has one; the last result for each is remembered.
    """
    if function is None:
        return lambda marked: _remembering(marked, by)
    return _remembering(function, by)


def _remembering(function: Callable[P, T], by: str) -> Callable[P, T]:
    shape = signature(function)
    # Looked up once, here: a build of a thousand maps calls remembered functions some ten thousand times.
    place = [*shape.parameters].index(by) if by else -1

    @wraps(function)
    def remembering(*args: P.args, **kwargs: P.kwargs) -> T:
        memory = _current.get()
        if memory is None:
            return function(*args, **kwargs)
        values: tuple[Any, ...] = shape.bind(*args, **kwargs).args if kwargs else args
        key = getattr(values[place], "id", values[place]) if by else ""
        return memory.recall(function, key, values)

    return remembering
