"""The points a written summary names."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cjsite.drawing.curve import CurvePoint
from cjsite.drawing.turns import foremost, turns

scores = st.lists(st.none() | st.floats(-2, 2), max_size=40)


def samples(values: list[float | None]) -> list[CurvePoint]:
    return [CurvePoint(k + 0.5, value) for k, value in enumerate(values)]


def named(values: list[float | None]) -> list[tuple[int, tuple[str, ...]]]:
    return [(turn.index, turn.roles) for turn in turns(samples(values))]


def test_a_journey_in_words() -> None:
    assert named([-1, -0.4, -1.2, -2, 0.9, 1.1, -1.6, None, None, 0.8, -1.1, 2, 0.6]) == [
        (0, ("start",)),
        (3, ("lowest", "dip")),
        (5, ("peak",)),
        (6, ("dip",)),
        (7, ("unknown",)),
        (9, ("peak",)),
        (10, ("dip",)),
        (11, ("highest", "peak")),
        (12, ("end",)),
    ]


def test_unknown_stretches_are_one() -> None:
    found = turns(samples([None, None, 1, None]))
    assert [(turn.index, turn.last, turn.roles) for turn in found] == [
        (0, 1, ("unknown",)),
        (2, 2, ("start", "lowest", "highest", "end")),
        (3, 3, ("unknown",)),
    ]


def test_nothing_known() -> None:
    assert turns([]) == ()
    assert named([None]) == [(0, ("unknown",))]


def test_small_waves_are_no_turns() -> None:
    assert named([0, 0.9, 0, 0.9, 0.1]) == [(0, ("start", "lowest")), (1, ("highest",)), (4, ("end",))]


@given(scores)
def test_turns_swing_by_the_threshold_and_alternate(values: list[float | None]) -> None:
    found = turns(samples(values))
    assert [turn.index for turn in found] == sorted({turn.index for turn in found})
    pivots = [(turn.index, role) for turn in found for role in turn.roles if role in ("peak", "dip")]
    for (a, first), (b, second) in pairwise(pivots):
        assert first != second
        assert abs((values[a] or 0) - (values[b] or 0)) >= 1


def test_of_many_turns_those_with_the_longest_ways_are_named() -> None:
    waves = samples([0, 1, -0.5, 1.5, -2, 2, 0.5, 1.6, None, 0])
    every = turns(waves)
    assert [turn.index for turn in foremost(every, waves, 1)] == [0, 3, 4, 5, 8, 9]


@given(scores, st.integers(0, 5))
def test_no_end_no_extreme_and_no_gap_is_left_out(values: list[float | None], most: int) -> None:
    every = turns(samples(values))
    chosen = foremost(every, samples(values), most)
    assert [turn for turn in every if turn in chosen] == list(chosen)
    assert sum(set(turn.roles) <= {"peak", "dip"} for turn in chosen) <= most
    assert all(set(turn.roles) <= {"peak", "dip"} for turn in every if turn not in chosen)
