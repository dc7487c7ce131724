"""Python's cycle collector, kept out of the way between a save and the screen."""

import asyncio
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PAUSE = 0.25
"""Seconds after a build from which nobody is waiting for a page any more."""
_MOST = 20
"""Builds after which garbage is collected even if there was no pause: somebody saves without end."""
_WHOLE = 50
"""Each so many times the oldest generation is collected too."""


@contextmanager
def collected_in_pauses(loop: asyncio.AbstractEventLoop) -> Iterator[Callable[[], None]]:
    """Collect garbage only when told that a pause begins; what the first build made is there to stay."""
    due: asyncio.TimerHandle | None = None
    collections = waiting = 0

    def collect() -> None:
        nonlocal collections, waiting
        if collections == 0:
            gc.collect()
            gc.freeze()
        else:
            gc.collect(2 if collections % _WHOLE == 0 else 1)
        collections += 1
        waiting = 0

    def pause() -> None:
        nonlocal due, waiting
        if due:
            due.cancel()
        waiting += 1
        due = loop.call_later(0 if waiting > _MOST else PAUSE, collect)

    gc.disable()
    try:
        yield pause
    finally:
        if due:
            due.cancel()
        gc.enable()
