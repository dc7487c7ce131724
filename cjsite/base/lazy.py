"""A value that is worked out when somebody first asks for it."""

from collections.abc import Callable
from functools import partial
from typing import Generic, ParamSpec, TypeVar

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

    @property
    def is_done(self) -> bool:
        """Tell whether somebody has asked already."""
        return self._done is not None
