"""Tasks spread over processes: in batches, with few under way at a time, and none lost to a process that dies."""

import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    ProcessPoolExecutor,
    wait,
)
from contextlib import suppress
from types import TracebackType
from typing import Generic, Self, TypeVar

from cjsite.base.problem import Broken, Refusal

T = TypeVar("T")
R = TypeVar("R")
Work = Callable[[Sequence[T]], Sequence[R]]

_BATCH = 20
"""Maps that are sent together: sending costs little beside them, and what is under way stays small."""
_ROUNDS = 3
"""Batches for each process at least, so that all of them are busy to the end."""
_AHEAD = 2
"""Batches for each process that are under way."""
_WORTH = {"fork": 6, "spawn": 60, "forkserver": 60}
"""Maps from which other processes pay, by how they are started: by a fork in 11 ms, else in 250 and more."""
_HOPELESS = 3
"""Tasks that fail at somebody's executor, with nothing done yet, until it is given up."""


class Died(Exception):
    """Raised for a task whose process ended before it was done; with what an executor of others said of it."""


class Workers:
    """The processes that do a build's tasks; with one, or for few tasks, this process does them itself.

    count: how many, None for one on each processor. executor: somebody's own, in place of processes of ours; what
    it raises for a task is taken as the loss of whoever worked on it.
    """

    def __init__(self, count: int | None = None, executor: Executor | None = None) -> None:
        self.count = count or processors()
        self._given = executor
        self._own: Executor | None = None
        self._method = _method()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def each(
        self,
        work: Work[T, R],
        tasks: Sequence[T],
        most: int = _BATCH,
        amount: int | None = None,
        *,
        is_forked: bool = False,
    ) -> Iterator[tuple[int, R | Died]]:
        """Yield the number and the result of every task, in the order in which they are done.

        work: takes a batch of tasks, `most` at most, and returns a result for each. amount: of maps in all tasks,
        None for one each. is_forked: the work needs what this process holds, which only a fork of it has as well.
        A task that ends its process comes as `Died`.
        """
        is_little = (len(tasks) if amount is None else amount) < _WORTH[self._method]
        is_alone = self._given is None and (self.count == 1 or is_little)
        if is_alone or (is_forked and (self._given is not None or self._method != "fork")):
            for number, task in enumerate(tasks):
                yield number, work([task])[0]
            return
        size = max(1, min(most, len(tasks) // (self.count * _ROUNDS)))
        numbers = range(len(tasks))
        waiting = deque(numbers[begin : begin + size] for begin in range(0, len(tasks), size))
        yield from _Run(self, work, tasks, waiting).results()

    def submit(self, work: Work[T, R], tasks: Sequence[T]) -> "Future[Sequence[R]]":
        """Return the coming results of a batch. Raises BrokenExecutor where the processes have ended."""
        return self._executor().submit(work, tasks)

    def rest(self) -> None:
        """End the processes, and with them what they hold; others start when there is work again."""
        if self._given is None:
            self._stop()

    def is_loss(self, error: Exception) -> bool:
        """Tell whether an error says that a task was not done, and not what is wrong with its content."""
        if isinstance(error, BrokenExecutor | CancelledError):
            return True
        # A cluster has its own errors for a worker that is gone: Dask's `KilledWorker` is like no other.
        return self._given is not None and not isinstance(error, Broken | Refusal)

    def parts(self, batch: range) -> "tuple[range, ...]":
        """Return what a batch that was lost is cut into, to learn which task of it is to blame."""
        if self._given is not None:
            # Workers of others are dear, and each part that holds the task costs one of them.
            return tuple(batch[at : at + 1] for at in range(len(batch)))
        half = len(batch) // 2
        return batch[:half], batch[half:]

    def _executor(self) -> Executor:
        if self._given is not None:
            return self._given
        if self._own is None:
            context = multiprocessing.get_context(self._method)
            self._own = ProcessPoolExecutor(self.count, context, _begin)
        return self._own

    def _stop(self) -> None:
        if self._own is not None:
            self._own.shutdown(wait=True, cancel_futures=True)
            self._own = None


class _Run(Generic[T, R]):
    """The tasks of one call on their way through the processes."""

    def __init__(self, workers: Workers, work: Work[T, R], tasks: Sequence[T], waiting: "deque[range]") -> None:
        self._workers, self._work, self._tasks, self._waiting = workers, work, tasks, waiting
        self._suspects: deque[range] = deque()
        self._running: dict[Future[Sequence[R]], range] = {}
        self._deaths, self._is_of_use = 0, False

    def results(self) -> Iterator[tuple[int, R | Died]]:
        while self._waiting or self._running or self._suspects:
            if self._suspects and not self._running:
                yield from self._alone(self._suspects.popleft())
                continue
            while self._waiting and not self._suspects and len(self._running) < self._workers.count * _AHEAD:
                self._submit(self._waiting.popleft())
            if self._running:
                yield from self._gathered(wait(self._running, return_when=FIRST_COMPLETED).done)

    def _submit(self, batch: range) -> None:
        try:
            self._running[self._future(batch)] = batch
        except BrokenExecutor:
            self._workers.rest()
            self._suspects.append(batch)

    def _future(self, batch: range) -> "Future[Sequence[R]]":
        return self._workers.submit(self._work, [self._tasks[number] for number in batch])

    def _gathered(self, done: "set[Future[Sequence[R]]]") -> Iterator[tuple[int, R | Died]]:
        for future in done:
            batch = self._running.pop(future)
            try:
                results = future.result()
            except Exception as error:
                if not self._workers.is_loss(error):
                    raise
                # One dead process fails all that waits with it: each of these batches may be the one.
                self._suspects.append(batch)
            else:
                self._is_of_use = True
                yield from zip(batch, results, strict=True)
        if self._suspects and not self._running:
            self._workers.rest()

    def _alone(self, batch: range) -> Iterator[tuple[int, R | Died]]:
        """Do a batch with nothing beside it; cut one that ends its process, until the task is known."""
        try:
            results = self._future(batch).result()
        except Exception as error:
            if not self._workers.is_loss(error):
                raise
            self._workers.rest()
            if len(batch) == 1:
                yield batch[0], self._lost(error)
            else:
                self._suspects.extendleft(reversed(self._workers.parts(batch)))
        else:
            self._is_of_use = True
            yield from zip(batch, results, strict=True)

    def _lost(self, error: Exception) -> Died:
        self._deaths += 1
        if isinstance(error, BrokenExecutor):
            return Died()
        said = f"{type(error).__name__}: {error}"
        if not self._is_of_use and self._deaths >= _HOPELESS:
            raise Refusal(f"the executor does none of the work: {said}")
        return Died(said)


def _begin() -> None:
    """Let this process end when the one that it works for does: killed, that cannot tell anybody."""
    parent = multiprocessing.parent_process()
    # Ctrl+C reaches all of them, and one says so.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

    def watch() -> None:
        if parent:
            parent.join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def processors() -> int:
    """Return how many processors this process may use."""
    with suppress(AttributeError):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _method() -> str:
    """Return how processes are started: by a fork where that is safe, as it is quickest by far."""
    chosen = os.environ.get("CJSITE_START", "")
    if chosen in multiprocessing.get_all_start_methods():
        return chosen
    # A fork copies no thread but its own: what others hold would stay held for ever.
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    return "fork" if is_safe else "spawn"
