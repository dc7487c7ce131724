"""Where the time of a piece of work goes: each moment counts for the innermost stage that is under way."""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")
_current: ContextVar["Stopwatch | None"] = ContextVar("stopwatch", default=None)


class Stopwatch:
    """The seconds of each stage, by their names as they came; and what took how long by itself."""

    def __init__(self) -> None:
        self.stages: dict[str, float] = {}
        self.seconds: dict[str, float] = {}
        self._open: list[str] = []
        self._since = time.perf_counter()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Let stages of this thread be timed."""
        token = _current.set(self)
        try:
            yield
        finally:
            _current.reset(token)

    def begin(self, name: str) -> None:
        """Begin a stage within the one that is under way, whose time does not go on meanwhile."""
        self._count()
        self.stages.setdefault(name, 0.0)
        self._open.append(name)

    def end(self) -> None:
        """End the innermost stage."""
        self._count()
        self._open.pop()

    def _count(self) -> None:
        now = time.perf_counter()
        if self._open:
            self.stages[self._open[-1]] += now - self._since
        self._since = now


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Count what is done for a stage, where somebody wants to know."""
    stopwatch = _current.get()
    if stopwatch is None:
        yield
        return
    stopwatch.begin(name)
    try:
        yield
    finally:
        stopwatch.end()


def staged(name: str, items: Iterable[T]) -> Iterator[T]:
    """Yield some items; the time that each takes to come counts for a stage."""
    coming = iter(items)
    while True:
        with stage(name):
            try:
                item = next(coming)
            except StopIteration:
                return
        yield item


def took(what: str, seconds: float) -> None:
    """Note how long something took by itself, where somebody wants to know."""
    stopwatch = _current.get()
    if stopwatch is not None:
        stopwatch.seconds[what] = stopwatch.seconds.get(what, 0.0) + seconds
