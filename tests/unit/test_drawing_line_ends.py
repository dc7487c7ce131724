"""Where names stand at the ends of lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.drawing.geometry import y_percent
from cjsite.drawing.line_ends import BOTTOM, LEAST, TOP, line_ends, spread

percents = st.lists(st.floats(0, 100), min_size=1, max_size=12)


@given(percents)
def test_names_keep_apart_in_the_order_of_their_lines_and_inside_the_lane(heights: list[float]) -> None:
    places = spread(heights, LEAST, TOP, BOTTOM)
    least = min(LEAST, (BOTTOM - TOP) / max(len(heights) - 1, 1))
    ordered = [place for _, place in sorted(zip(heights, places, strict=True))]
    assert all(b - a >= least - 1e-6 for a, b in pairwise(sorted(places)))
    assert ordered == pytest.approx(sorted(places))
    assert TOP - 1e-6 <= min(places) <= max(places) <= BOTTOM + 1e-6


def test_names_with_room_stand_where_their_lines_end() -> None:
    assert spread([80, 20, 50], LEAST, TOP, BOTTOM) == (80, 20, 50)
    assert spread([50, 50], 12, 0, 100) == (44, 56), "of two that end as high, each gives way"


def test_a_name_is_led_to_from_the_last_known_point_of_its_line() -> None:
    early, late = line_ends([(0.5, 2.0), (3.5, -2.0)], 4, 6)
    assert early.height == pytest.approx(y_percent(2.0))
    assert early.leader.startswith("M50 19l350")
    assert late.leader.startswith("M350 83l50")


@given(st.lists(st.floats(-2, 2), min_size=7, max_size=12))
def test_a_further_name_keeps_clear_of_those_that_are_always_there(scores: list[float]) -> None:
    ends = line_ends([(0.5, score) for score in scores], 1, 6)
    for further in ends[6:]:
        assert all(abs(further.height - end.height) >= LEAST - 1e-6 for end in ends[:6])
