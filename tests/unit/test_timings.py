"""Each moment counts for the innermost stage, and the slowest are named in their order."""

import time

import pytest

from cjsite.base import stopwatch
from cjsite.base.stopwatch import Stopwatch, stage, staged, took
from cjsite.reporting.timings import as_timings


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that goes on by what is written into it."""
    now = [0.0]
    monkeypatch.setattr(time, "perf_counter", lambda: now[0])
    return now


def test_a_stage_rests_while_one_within_it_goes_on(clock: list[float]) -> None:
    watch = Stopwatch()

    def items() -> "list[int]":
        clock[0] += 10
        return [1, 2]

    with watch.running(), stage("outer"):
        clock[0] += 1
        with stage("inner"):
            clock[0] += 2
        clock[0] += 3
        for _ in staged("coming", (item for item in items())):
            with stage("inner"):
                clock[0] += 5
    assert watch.stages == {"outer": 4.0 + 10.0, "inner": 12.0, "coming": 0.0}


def test_what_fails_ends_its_stage(clock: list[float]) -> None:
    watch = Stopwatch()
    with watch.running(), stage("outer"):
        with pytest.raises(ValueError), stage("inner"):
            clock[0] += 1
            raise ValueError
        clock[0] += 2
    assert watch.stages == {"outer": 2.0, "inner": 1.0}


def test_nothing_is_noted_where_nobody_asks() -> None:
    with stage("x"):
        took("y", 1.0)
    assert [*staged("x", [1, 2])] == [1, 2]
    assert stopwatch._current.get() is None


def test_the_slowest_come_first_and_are_ten() -> None:
    seconds = {f"journeys/m{n}.yml": float(n) for n in range(12)}
    _, making, head, *slowest = as_timings({"making maps": 4.0}, seconds).splitlines()
    assert making.split() == ["4.000", "s", "100%", "making", "maps"]
    assert "12 maps and pages" in head
    assert [line.split()[-1] for line in slowest] == [f"journeys/m{n}.yml" for n in range(11, 1, -1)]
