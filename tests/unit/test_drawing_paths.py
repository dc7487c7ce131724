"""Curve, sparkline and bundle, read back from their path strings."""

from __future__ import annotations

import re
from itertools import accumulate, groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.drawing.bundle import bundle
from cjsite.drawing.curve import CurvePoint, curve
from cjsite.drawing.geometry import y_percent
from cjsite.drawing.monotone import Cubic
from cjsite.drawing.paths import number
from cjsite.drawing.sparkline import beside, sparkline, trend

ROUNDED = 0.06


@st.composite
def journeys(draw: st.DrawFn) -> tuple[list[CurvePoint], int]:
    """Draw 1 to 40 columns of 0 to 3 samples, some unknown, some not firm."""
    samples: list[CurvePoint] = []
    columns = draw(st.integers(1, 40))
    score = st.none() | st.floats(-2, 2)
    for column in range(columns):
        places = draw(st.lists(st.sampled_from([0.0, 0.17, 0.25, 0.5, 0.83]), unique=True, max_size=3))
        samples += [CurvePoint(column + x, draw(score), draw(st.booleans())) for x in sorted(places)]
    return samples, columns


def cubics(path: str) -> list[Cubic]:
    """Read a path of M and c, with or without the closing of an area."""
    found: list[Cubic] = []
    pen = (0.0, 0.0)
    for command, text in re.findall(r"([MclVHZ])([^MclVHZ]*)", path):
        numbers = [float(n) for n in re.findall(r"-?[\d.]+", text)]
        points = list(zip(numbers[::2], numbers[1::2], strict=False))
        if command == "c":
            first, second, end = ((round(pen[0] + x, 1), round(pen[1] + y, 1)) for x, y in points)
            found.append((pen, first, second, end))
            pen = end
        pen = points[-1] if command == "M" else pen
    return found


def polyline(run: str) -> list[tuple[float, float]]:
    """Read the ends of straight lines that begin at a point, each told from the one before."""
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", run)]
    ways = (accumulate(numbers[axis::2]) for axis in (0, 1))
    return list(zip(*ways, strict=True))


def dense(cubic: Cubic) -> list[float]:
    weights = [((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3) for t in (k / 30 for k in range(31))]
    return [sum(w * point[1] for w, point in zip(row, cubic, strict=True)) for row in weights]


def segments(samples: list[CurvePoint]) -> list[tuple[CurvePoint, CurvePoint]]:
    return [(a, b) for a, b in pairwise(samples) if a.s is not None and b.s is not None]


def spans(path: str) -> list[tuple[float, float]]:
    return [(cubic[0][0], cubic[3][0]) for cubic in cubics(path)]


@given(journeys())
def test_curve_stays_between_its_scores_and_does_not_turn(journey: tuple[list[CurvePoint], int]) -> None:
    samples, columns = journey
    drawn = curve(samples, columns)
    ends = {(round(100 * a.x, 2), round(100 * b.x, 2)): (a.s, b.s) for a, b in segments(samples)}
    for cubic in cubics(drawn.firm + drawn.weak):
        first, last = (y_percent(s or 0) for s in ends[cubic[0][0], cubic[3][0]])
        heights = dense(cubic)
        assert min(first, last) - ROUNDED <= min(heights) <= max(heights) <= max(first, last) + ROUNDED
        direction = 1 if last >= first else -1
        assert all(direction * (b - a) >= -ROUNDED for a, b in pairwise(heights))


@given(journeys())
def test_gaps_are_never_bridged_and_dots_are_exactly_where_it_is_weak(
    journey: tuple[list[CurvePoint], int],
) -> None:
    samples, columns = journey
    drawn = curve(samples, columns)
    expected = {True: list[tuple[float, float]](), False: list[tuple[float, float]]()}
    for a, b in segments(samples):
        expected[a.firm and b.firm].append((round(100 * a.x, 2), round(100 * b.x, 2)))
    assert spans(drawn.firm) == expected[True]
    assert spans(drawn.weak) == expected[False]
    assert sorted(spans(drawn.area)) == sorted(expected[True] + expected[False])


@given(journeys())
def test_paths_are_finite_short_and_repeatable(journey: tuple[list[CurvePoint], int]) -> None:
    samples, columns = journey
    drawn = curve(samples, columns)
    text = drawn.firm + drawn.weak + drawn.area
    assert not re.search(r"[^-McVHZ0-9. ]", text)
    assert not re.search(r"\.\d{2}|\.0|-0|\b0\.\d", text)
    assert curve(samples, columns) == drawn


@given(journeys())
def test_score_at_is_on_the_line_and_nowhere_else(journey: tuple[list[CurvePoint], int]) -> None:
    samples, columns = journey
    drawn = curve(samples, columns)
    for sample in samples:
        assert drawn.score_at(sample.x) == pytest.approx(sample.s)
    for a, b in pairwise(samples):
        value = drawn.score_at((a.x + b.x) / 2)
        assert (value is None) == (a.s is None or b.s is None)


def test_a_lone_point_has_no_line() -> None:
    drawn = curve([CurvePoint(0.5, None), CurvePoint(1.5, 1), CurvePoint(2.5, None)], 3)
    assert (drawn.firm, drawn.weak, drawn.area) == ("", "", "")
    assert drawn.score_at(1.5) == 1


def test_the_line_as_written() -> None:
    drawn = curve([CurvePoint(0.5, -1), CurvePoint(1.5, -0.4), CurvePoint(2.5, -1.2, firm=False)], 3)
    assert drawn.firm == "M50 67c33.3-1.9 66.7-9.6 100-9.6"
    assert drawn.weak == "M150 57.4c33.3 0 66.7 10.2 100 12.8"
    assert drawn.area == "M50 67c33.3-1.9 66.7-9.6 100-9.6c33.3 0 66.7 10.2 100 12.8V51H50Z"


@pytest.mark.parametrize(
    "samples",
    [
        [CurvePoint(1, 0), CurvePoint(1, 1)],
        [CurvePoint(1, 0), CurvePoint(0.5, 1)],
        [CurvePoint(1, None), CurvePoint(1, 1)],
        [CurvePoint(3.5, 0)],
        [CurvePoint(-0.5, 0)],
        [CurvePoint(1, 2.1)],
        [CurvePoint(1, float("nan"))],
        [CurvePoint(float("nan"), 1)],
    ],
)
def test_samples_that_cannot_be_drawn_are_refused(samples: list[CurvePoint]) -> None:
    for draw in (curve, sparkline, beside):
        with pytest.raises(ValueError):
            draw(samples, 3)


@given(journeys())
def test_sparkline_marks_its_extremes(journey: tuple[list[CurvePoint], int]) -> None:
    samples, columns = journey
    small = sparkline(samples, columns, [0, columns / 2], width=300, height=60)
    known = [sample.s for sample in samples if sample.s is not None]
    assert [point is None for point in small.points] == [sample.s is None for sample in samples]
    assert small.ticks == (0, 150)
    assert len(spans(small.firm + small.weak)) == len(segments(samples))
    for point in small.points:
        assert point is None or (0 <= point[0] <= 300 and 15 <= point[1] <= 45)
    if not known:
        assert (small.lowest, small.highest, small.end) == (None, None, None)
        return
    assert small.lowest is not None and samples[small.lowest].s == min(known)
    assert small.highest is not None and samples[small.highest].s == max(known)
    assert small.end is not None and samples[small.end].s == known[-1]


@given(journeys())
def test_a_line_beside_meets_the_same_points_and_no_gap(journey: tuple[list[CurvePoint], int]) -> None:
    samples, columns = journey
    path = beside(samples, columns, width=300, height=60)
    drawn = [polyline(run) for run in path.split("M")[1:]]
    small = sparkline(samples, columns, width=300, height=60)
    known = [[p for p in group if p] for is_known, group in groupby(small.points, key=bool) if is_known]
    runs = [run for run in known if len(run) > 1]
    assert [len(run) for run in drawn] == [len(run) for run in runs]
    for run, points in zip(drawn, runs, strict=True):
        assert all(end == pytest.approx(point, abs=ROUNDED) for end, point in zip(run, points, strict=True))


@given(st.lists(st.none() | st.floats(-1e6, 1e6), max_size=14), st.none() | st.floats(-1e6, 1e6))
def test_trend_stays_in_its_frame(values: list[float | None], target: float | None) -> None:
    drawn = trend(values, target)
    for point in (*drawn.points, drawn.last):
        assert point is None or (4 <= point[0] <= 116 and 4 <= point[1] <= 24)
    known = [len(list(group)) for is_known, group in groupby(v is not None for v in values) if is_known]
    assert drawn.path.count("M") == sum(length > 1 for length in known)
    assert (drawn.target is None) == (target is None)


def test_trend_as_written() -> None:
    assert trend([1, 2, None, 3, 1], 2, width=108, height=28).path == "M4 24l25-10M79 4l25 20"
    assert trend([5, 5]).path == "M4 14l112 0"


@given(st.lists(st.integers(1, 20), max_size=12), st.lists(st.integers(1, 20), max_size=12))
def test_bundle_links_keep_their_order(left: list[int], right: list[int]) -> None:
    drawn = bundle(left, right)
    for fan, counts, hub in ((drawn.left, left, 3), (drawn.right, right, 0)):
        assert len(fan.links) == len(counts)
        assert fan.height == 100 * len(counts)
        ends = [cubics(link.path)[0] for link in fan.links]
        assert [end[3 - hub][1] for end in ends] == [100 * row + 50 for row in range(len(counts))]
        assert [end[hub][1] for end in ends] == sorted(end[hub][1] for end in ends)
        assert all(1.8 <= link.width <= 6 for link in fan.links)


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (-0.001, "0"), (100.0, "100"), (1 / 3, "0.33"), (-2.5, "-2.5"), (0.999, "1")]
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text
