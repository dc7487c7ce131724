"""The interpolation: between two values the line stays between them and does not turn."""

from __future__ import annotations

from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.drawing.monotone import Cubic, Point, Spline, split, tangents

steps = st.floats(0.01, 3)
points = st.lists(st.tuples(steps, st.floats(-2, 2)), min_size=2, max_size=30)
TINY = 1e-9


def spline(pairs: list[tuple[float, float]]) -> Spline:
    return Spline.through(list(accumulate(step for step, _ in pairs)), [y for _, y in pairs])


def at(cubic: Cubic, t: float) -> Point:
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = cubic
    a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
    return a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


@given(points)
def test_never_leaves_the_interval_and_never_turns_inside_it(pairs: list[tuple[float, float]]) -> None:
    line = spline(pairs)
    for (x0, y0), (x1, y1) in pairwise(zip(line.xs, line.ys, strict=True)):
        values = [line.value_at(min(x1, x0 + (x1 - x0) * k / 40)) or 0.0 for k in range(41)]
        assert min(y0, y1) - TINY <= min(values) <= max(values) <= max(y0, y1) + TINY
        direction = 1 if y1 >= y0 else -1
        assert all(direction * (b - a) >= -TINY for a, b in pairwise(values))


@given(points)
def test_beziers_are_the_same_line_and_their_handles_stay_inside(pairs: list[tuple[float, float]]) -> None:
    line = spline(pairs)
    for cubic in line.cubics():
        (_, y0), (_, y1), (_, y2), (_, y3) = cubic
        assert min(y0, y3) - TINY <= min(y1, y2) <= max(y1, y2) <= max(y0, y3) + TINY
        for t in (0.1, 0.5, 0.8):
            x, y = at(cubic, t)
            assert line.value_at(x) == pytest.approx(y, abs=1e-6)


@given(points, st.integers(1, 16))
def test_sampling_agrees_with_single_values(pairs: list[tuple[float, float]], per: int) -> None:
    line = spline(pairs)
    for k, y in line.sampled(per):
        assert line.value_at(k / per) == pytest.approx(y, abs=1e-9)


@given(points, st.floats(0.05, 0.95))
def test_split_parts_lie_on_the_curve(pairs: list[tuple[float, float]], t: float) -> None:
    for cubic in spline(pairs).cubics():
        first, second = split(cubic, t)
        assert first[3] == second[0] == pytest.approx(at(cubic, t))
        assert at(first, 0.5) == pytest.approx(at(cubic, t / 2))
        assert at(second, 0.5) == pytest.approx(at(cubic, t + (1 - t) / 2))


def test_slopes_as_published() -> None:
    assert tangents([0, 1, 2], [0, 1, 0]) == (0.6, 0, -0.6)
    assert tangents([0, 1, 2, 3], [0, 1, 1, 2])[1:3] == (0, 0)
    assert tangents([0, 2, 3], [0, 2, 4]) == (0.6, 1.5, 1.2)
    first, second, _ = tangents([0, 1, 2], [0, 0.1, 2])
    assert (first / 0.1) ** 2 + (second / 0.1) ** 2 == pytest.approx(9)


def test_one_point_is_a_line_without_length() -> None:
    line = Spline.through([0.5], [1.0])
    assert line.value_at(0.5) == 1
    assert line.value_at(0.6) is None
    assert not list(line.cubics())
    assert not list(line.sampled(16))


@pytest.mark.parametrize(
    ("xs", "ys"),
    [
        ([], []),
        ([1], [1, 2]),
        ([1, 1], [1, 2]),
        ([2, 1], [1, 2]),
        ([0, 1], [0, float("nan")]),
        ([0, float("inf")], [0, 1]),
        ([0, 5e-324], [0, 1]),
    ],
)
def test_what_is_no_line_is_refused(xs: list[float], ys: list[float]) -> None:
    with pytest.raises(ValueError):
        tangents(xs, ys)
