"""Values that are worked out when somebody asks for them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Generic, ParamSpec, TypeVar

from cjsite.base.reads import ReadOnce

P = ParamSpec("P")
T = TypeVar("T")


class Lazy(Generic[T]):
    """What a function returns for some arguments; called once, by the first who asks."""

    def __init__(self, function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> None:
        self._work = partial(function, *args, **kwargs)
        self._done: tuple[T] | None = None

    def __call__(self) -> T:
        """Return the value."""
        if self._done is None:
            self._done = (self._work(),)
        return self._done[0]

    def once(self) -> T:
        """Return the value for someone who asks for it once: it is not held, if nobody asked before."""
        return self._done[0] if self._done else self._work()

    @property
    def work(self) -> "partial[T]":
        """Return the function, with its arguments."""
        return self._work

    @property
    def is_done(self) -> bool:
        """Tell whether somebody has asked already."""
        return self._done is not None


class LastAsked(Mapping[str, T]):
    """Values by name, of which the one that was asked for last is held: for large ones, asked for in turn."""

    def __init__(self, names: Iterable[str], make: Callable[[str], T]) -> None:
        self._names = tuple(names)
        self._make = make
        self._last: tuple[str, ReadOnce[T]] | None = None

    def __getitem__(self, name: str) -> T:
        """Return the value of a name."""
        if name not in self._names:
            raise KeyError(name)
        if self._last is None or self._last[0] != name:
            self._last = None  # it goes before the next is made
            self._last = name, ReadOnce(partial(self._make, name))
        return self._last[1]()

    def __iter__(self) -> Iterator[str]:
        """Yield the names."""
        return iter(self._names)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._names)
