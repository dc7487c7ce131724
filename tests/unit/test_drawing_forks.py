"""Lines that fork: each stretch is drawn once, and a branch meets the main line at both of its ends."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.drawing.curve import CurvePoint, curve, segments
from cjsite.drawing.forks import forked, forked_rails
from cjsite.drawing.rail import RailPlace, rail

COLUMNS = 8
PLACES = [RailPlace(step, 2, False) for step in range(COLUMNS)]
scores = st.one_of(st.none(), st.floats(-2, 2))
lines = st.lists(scores, min_size=COLUMNS, max_size=COLUMNS).map(
    lambda values: [CurvePoint(k + 0.5, value) for k, value in enumerate(values)]
)
walked = st.lists(st.sets(st.integers(0, COLUMNS - 1)), min_size=1, max_size=4)


def _on(points: list[CurvePoint], places: set[int]) -> list[CurvePoint]:
    return [point for place, point in enumerate(points) if place in places]


@given(lines, walked)
def test_each_segment_of_any_route_is_drawn_by_one_line_and_no_other(
    points: list[CurvePoint], ways: list[set[int]]
) -> None:
    routes = [_on(points, way) for way in ways]
    drawn = [pair for line in forked(routes, COLUMNS) for run in line.runs for pair in pairwise(run.spline.xs)]
    assert sorted(drawn) == sorted({pair for route in routes for pair in segments(route)})


@given(lines, walked)
def test_the_first_route_is_drawn_as_if_there_were_no_other(points: list[CurvePoint], ways: list[set[int]]) -> None:
    routes = [_on(points, way) for way in ways]
    assert forked(routes, COLUMNS)[0] == curve(routes[0], COLUMNS)
    assert forked_rails(routes, PLACES)[0] == rail(routes[0], PLACES)


@given(lines, walked)
def test_a_branch_passes_through_its_points(points: list[CurvePoint], ways: list[set[int]]) -> None:
    routes = [_on(points, way) for way in ways]
    for route, line in zip(routes, forked(routes, COLUMNS), strict=True):
        at = {point.x: point.s for point in route}
        for run in line.runs:
            for x in run.spline.xs:
                assert run.spline.value_at(x) == pytest.approx(at[x])


def test_a_branch_skips_the_columns_of_the_main_route_and_joins_it_again() -> None:
    points = [CurvePoint(k + 0.5, s) for k, s in enumerate((0.0, -1.0, 1.0, 0.5))]
    main, callback = forked([_on(points, {0, 1, 3}), _on(points, {0, 2, 3})], 4)
    assert [run.spline.xs for run in main.runs] == [(0.5, 1.5, 3.5)]
    assert [run.spline.xs for run in callback.runs] == [(0.5, 2.5, 3.5)]
    assert callback.score_at(1.5) != -1.0


def test_a_branch_that_nothing_is_known_of_has_no_line() -> None:
    points = [CurvePoint(k + 0.5, s) for k, s in enumerate((0.0, None, 1.0))]
    main, detour = forked([_on(points, {0, 2}), points], 3)
    assert main.firm
    assert not detour.runs


def test_on_the_phone_a_branch_goes_through_every_step_between_fork_and_join() -> None:
    points = [CurvePoint(k + 0.5, s) for k, s in enumerate((0.0, -1.0, 1.0, 0.5))]
    _, callback = forked_rails([_on(points, {0, 1, 3}), _on(points, {0, 2, 3})], PLACES[:4])
    assert [(piece.step, piece.start, piece.end) for piece in callback] == [
        (0, 2, 0),
        (1, 0, 0),
        (2, 0, 2),
        (2, 2, 0),
        (3, 0, 2),
    ]
