"""Python's cycle collector, kept out of the way between a save and the screen."""

import asyncio
import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PAUSE = 0.25
"""Seconds after a build from which nobody is waiting for a page any more."""
_WHOLE = 50
"""Each so many pauses the oldest generation is collected too."""


@contextmanager
def collected_in_pauses(loop: asyncio.AbstractEventLoop) -> Iterator[Callable[[], None]]:
    """Collect garbage only when told that a pause begins; what the first build made is there to stay."""
    due: asyncio.TimerHandle | None = None
    pauses = 0

    def collect() -> None:
        nonlocal pauses
        if pauses == 0:
            gc.collect()
            gc.freeze()
        else:
            gc.collect(2 if pauses % _WHOLE == 0 else 1)
        pauses += 1

    def pause() -> None:
        nonlocal due
        if due:
            due.cancel()
        due = loop.call_later(PAUSE, collect)

    gc.disable()
    try:
        yield pause
    finally:
        if due:
            due.cancel()
        gc.enable()
