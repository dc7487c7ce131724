"""What a piece of work has read of a whole: names of parts, each of which somebody can tell the digest of."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Generic, TypeVar, overload

S = TypeVar("S")
T = TypeVar("T")
_noted: ContextVar[set[str] | None] = ContextVar("reads", default=None)


def note(part: str) -> None:
    """Note that the work that is under way reads a part, where somebody wants to know."""
    noted = _noted.get()
    if noted is not None:
        noted.add(part)


@contextmanager
def noting() -> Iterator[set[str]]:
    """Collect what is read within; whoever collects around it has read the same."""
    around, own = _noted.get(), set[str]()
    token = _noted.set(own)
    try:
        yield own
    finally:
        _noted.reset(token)
        if around is not None:
            around |= own


@contextmanager
def unnoted() -> Iterator[None]:
    """Let nothing be noted: what is worked out within is a part by itself."""
    token = _noted.set(None)
    try:
        yield
    finally:
        _noted.reset(token)


class ReadOnce(Generic[T]):
    """A value that is worked out once: whoever asks for it later has read what the first has."""

    def __init__(self, work: Callable[[], T]) -> None:
        with noting() as self._reads:
            self._value = work()

    def __call__(self) -> T:
        """Return the value."""
        noted = _noted.get()
        if noted is not None:
            noted |= self._reads
        return self._value


_READ = "_read "
"""Stands before the names under which an object holds what it has worked out once; no attribute begins so."""


def forget_reads(owner: object) -> None:
    """Let go all that properties of an object have worked out once."""
    own = vars(owner)
    for name in [name for name in own if name.startswith(_READ)]:
        del own[name]


class read_once(Generic[S, T]):  # noqa: N801
    """Make a method a property that is worked out once, as `cached_property` does; what it reads is noted."""

    def __init__(self, work: Callable[[S], T]) -> None:
        self._work = work
        self._name = f"{_READ}{work.__name__}"
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, owner: None, kind: type[S]) -> "read_once[S, T]": ...
    @overload
    def __get__(self, owner: S, kind: type[S]) -> T: ...
    def __get__(self, owner: S | None, kind: type[S]) -> "read_once[S, T] | T":
        """Return the value for an object."""
        if owner is None:
            return self
        own: dict[str, Any] = owner.__dict__
        if self._name not in own:
            own[self._name] = ReadOnce(lambda: self._work(owner))
        value: ReadOnce[T] = own[self._name]
        return value()
