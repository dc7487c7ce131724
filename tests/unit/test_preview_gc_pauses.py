"""Garbage is collected when nobody is waiting, and in the end even if somebody always is."""

import asyncio
import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from cjsite.preview import gc_pauses


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """Leave the collector as it was found."""
    yield
    gc.unfreeze()
    assert gc.isenabled()


def _collections(monkeypatch: pytest.MonkeyPatch, builds: int) -> list[int]:
    """Return the generations collected while builds follow each other without a pause."""
    found: list[int] = []
    monkeypatch.setattr("gc.collect", lambda generation=2: found.append(generation))

    async def stream() -> None:
        with gc_pauses.collected_in_pauses(asyncio.get_running_loop()) as pause:
            assert not gc.isenabled()
            for _ in range(builds):
                pause()
                await asyncio.sleep(0)
                await asyncio.sleep(0)

    # On a thread of its own: this one may hold the loop of a browser that other tests drive.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(stream())).result()
    return found


def test_no_build_waits_for_a_collection(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _collections(monkeypatch, gc_pauses._MOST) == []


def test_builds_without_end_are_collected_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    found = _collections(monkeypatch, 5 * (gc_pauses._MOST + 1))
    assert found == [2, 1, 1, 1, 1], "all of the first, then what is young"


def test_a_pause_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gc_pauses, "PAUSE", 0)
    assert _collections(monkeypatch, 3) == [2, 1, 1]
