"""How far long work is, for someone who waits at a terminal."""

import os
import sys
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

PATIENCE = 1.0
"""Seconds after which somebody who waits wants to know for how long."""
_BETWEEN = 0.1
"""Seconds between two pictures of the bar."""


def is_watched(environ: Mapping[str, str], stream: TextIO) -> bool:
    """Tell whether somebody sits at a terminal that can draw a bar, and no log is written."""
    return stream.isatty() and not environ.get("CI") and environ.get("TERM") != "dumb"


class ProgressBar:
    """A bar that says what is done, how much of it, and how long the rest will take; it goes when the work ends.

    It comes after a second, and only where somebody watches. No thread draws it: processes that are started by a
    fork while one does would wait for what it holds.
    """

    def __init__(self, *, is_wanted: bool = True, clock: Callable[[], float] = time.monotonic) -> None:
        self._is_wanted = is_wanted and is_watched(os.environ, sys.stderr)
        self._clock = clock
        self._began = self._drawn = clock()
        self._bar: RichProgress | None = None
        self._task: tuple[str, TaskID] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def __call__(self, what: str, done: int, of: int) -> None:
        """Learn what is being done, how much of it is done, and how much there is."""
        if not self._is_wanted:
            return
        now, is_other = self._clock(), self._task is None or self._task[0] != what
        if now - self._began < PATIENCE or (now - self._drawn < _BETWEEN and done < of and not is_other):
            return
        self._drawn = now
        bar = self._bar or self._started()
        if self._task and is_other:
            bar.remove_task(self._task[1])
            self._task = None
        if self._task is None:
            self._task = what, bar.add_task(what, total=of)
        bar.update(self._task[1], completed=done, total=of)
        bar.refresh()

    def _started(self) -> "RichProgress":
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
        self._bar.start()
        return self._bar
