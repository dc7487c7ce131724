"""Python's cycle collector, kept away from work that makes much and throws little away."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MUCH = 20_000
"""Objects more than before from which a piece of work has made what is there to stay."""


@contextmanager
def no_collection() -> Iterator[None]:
    """Keep the collector from walking all that a build keeps, again and again: a quarter of its time.

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


@contextmanager
def swept() -> Iterator[None]:
    """Do a piece of many: what was there before is passed over, and cycles that it leaves behind go at its end."""
    was_on = gc.isenabled()
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        sweep()
        if was_on:
            gc.enable()


def sweep() -> None:
    """Let go what lies about in cycles since the last time; all else is there to stay."""
    gc.collect()
    gc.freeze()
