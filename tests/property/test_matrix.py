"""Marks of the value × effort matrix: inside their cells, none over another."""

from itertools import combinations
from math import hypot

from hypothesis import given
from hypothesis import strategies as st

from cjsite.drawing.matrix import matrix

RANKS = st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), max_size=40)


@given(RANKS)
def test_marks_stay_in_their_cells_and_apart(ranks: list[tuple[int, int]]) -> None:
    marks = matrix(ranks)
    for (effort, value), mark in zip(ranks, marks, strict=True):
        assert (effort - 1) * 100 <= mark.x - mark.radius and mark.x + mark.radius <= effort * 100
        assert (5 - value) * 100 <= mark.y - mark.radius and mark.y + mark.radius <= (6 - value) * 100
    for one, other in combinations(marks, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= one.radius + other.radius
