"""The upright line of the phone, read back from its pieces."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.drawing.curve import CurvePoint
from cjsite.drawing.geometry import rail_position
from cjsite.drawing.rail import Piece, RailPlace, rail


@st.composite
def timelines(draw: st.DrawFn) -> tuple[list[CurvePoint], list[RailPlace]]:
    """Draw steps of one to four touchpoints, under a text or none, and at most one sample a column."""
    samples: list[CurvePoint] = []
    places: list[RailPlace] = []
    for step, count in enumerate(draw(st.lists(st.integers(1, 4), min_size=1, max_size=8))):
        first = draw(st.integers(1, 2))
        for row in range(first, first + count):
            if draw(st.booleans()):
                score = draw(st.none() | st.floats(-2, 2))
                samples.append(CurvePoint(len(places) + 0.5, score, draw(st.booleans())))
            places.append(RailPlace(step, row, row == 1))
    return samples, places


def ends(piece: Piece) -> tuple[int, int]:
    """Return where a piece begins and ends across the rail, and see that it leaves and arrives straight down."""
    numbers = [int(number) for number in re.findall(r"\d+", piece.path)]
    if "V" in piece.path:
        assert re.fullmatch(r"M\d+ 0V100", piece.path)
        return numbers[0], numbers[0]
    x0, y0, x1, y1, x2, y2, x3, y3 = numbers
    assert (x0, x3) == (x1, x2)
    assert (y0, y1, y2, y3) == (0, 50, 50, 100)
    return x0, x3


@given(timelines())
def test_the_line_runs_from_face_to_face_without_a_break_or_a_kink(
    timeline: tuple[list[CurvePoint], list[RailPlace]],
) -> None:
    samples, places = timeline
    pieces = list(rail(samples, places))
    for is_known, stretch in groupby(samples, key=lambda sample: sample.s is not None):
        for a, b in pairwise(stretch) if is_known else ():
            way = [pieces.pop(0)]
            while not way[-1].end:
                way.append(pieces.pop(0))
            start, end = places[int(a.x)], places[int(b.x)]
            assert [piece.step for piece in way] == list(range(start.step, end.step + 1))
            assert (way[0].start, way[-1].end) == (start.row, end.row)
            assert {piece.is_weak for piece in way} == {not (a.firm and b.firm)}
            crossings = [x for piece in way for x in ends(piece)]
            assert crossings[0] == rail_position(a.s or 0.0)
            assert crossings[-1] == rail_position(b.s or 0.0)
            assert crossings in (sorted(crossings), sorted(crossings, reverse=True)), "no swing that nobody felt"
            for upper, lower in pairwise(way):
                assert ends(upper)[1] == ends(lower)[0] == lower.above
            assert way[0].above is None
            if end.is_top and len(way) > 1:
                assert "V" in way[-1].path, "where there is no room, it does not bend"
    assert pieces == [], "a gap is never bridged"


@pytest.mark.parametrize(
    "samples", [[CurvePoint(1, 0), CurvePoint(0.5, 1)], [CurvePoint(3.5, 0)], [CurvePoint(1, 3)]]
)
def test_samples_that_cannot_be_drawn_are_refused(samples: list[CurvePoint]) -> None:
    with pytest.raises(ValueError):
        rail(samples, [RailPlace(0, row, False) for row in (1, 2, 3)])
