"""Two lines over one row, and what is gained and lost between them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from cjsite.drawing.compared import compared
from cjsite.drawing.curve import CurvePoint, curve

scores = st.lists(st.none() | st.floats(-2, 2), min_size=1, max_size=12)


def points(values: list[float | None]) -> list[CurvePoint]:
    return [CurvePoint(k + 0.5, value) for k, value in enumerate(values)]


@given(scores, scores)
def test_both_lines_are_those_of_the_maps(before: list[float | None], after: list[float | None]) -> None:
    columns = max(len(before), len(after))
    drawn = compared(points(before), points(after), columns)
    assert drawn.before == curve(points(before), columns)
    assert drawn.after == curve(points(after), columns)


@given(scores)
def test_what_stays_gains_and_loses_nothing(values: list[float | None]) -> None:
    drawn = compared(points(values), points(values), len(values))
    assert (drawn.gain, drawn.loss) == ("", "")


@given(scores, scores)
def test_the_other_way_round_a_gain_is_a_loss(before: list[float | None], after: list[float | None]) -> None:
    columns = max(len(before), len(after))
    there = compared(points(before), points(after), columns)
    back = compared(points(after), points(before), columns)
    assert (there.gain, there.loss) == (back.loss, back.gain)


def test_a_gain_lies_only_where_both_are_known() -> None:
    drawn = compared(points([-1, -1, None, -1, -1]), points([1, 1, 1, 1, 1]), 5)
    starts = [float(x) for x in re.findall(r"M([\d.]+) ", drawn.gain)]
    assert starts == [50, 350]
    assert drawn.loss == ""
