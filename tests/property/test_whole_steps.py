"""What holds of a step that speaks for several touchpoints, whatever these say themselves."""

from math import isclose
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cjsite.analysis.columns import Column, columns
from cjsite.analysis.effort import effort
from cjsite.analysis.feeling import Feeling, aside, felt_at, figures, line
from cjsite.analysis.peak_end import so_far
from cjsite.base.span import Span
from cjsite.model.emotion import Scale
from cjsite.model.journey import Journey
from cjsite.pages.journey.spans import in_cells, in_full, step_spans

SCORE = st.one_of(st.none(), st.integers(-20, 20).map(lambda n: n / 10))
MINUTES = st.one_of(st.none(), st.integers(1, 90))


@st.composite
def spoken(draw: st.DrawFn) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return what a step says, and what its touchpoints say."""
    return draw(_said()), [draw(_said()) for _ in range(draw(st.integers(2, 5)))]


@st.composite
def _said(draw: st.DrawFn) -> dict[str, Any]:
    score, minutes = draw(SCORE), draw(MINUTES)
    said: dict[str, Any] = {"emotion": score, "duration": None if minutes is None else f"{minutes}m"}
    if draw(st.booleans()):
        said["backstage"] = {
            "department": draw(st.sampled_from(["a", "b", ""])),
            "does": draw(st.sampled_from("xyz")),
        }
    return {name: value for name, value in said.items() if value is not None}


Spoken = tuple[dict[str, Any], list[dict[str, Any]]]


def _points(spoken: Spoken) -> tuple[Column, ...]:
    step, touchpoints = spoken
    named = [{"title": f"T{n}", **touchpoint} for n, touchpoint in enumerate(touchpoints)]
    steps = [{"title": "First", "emotion": 1}, {"title": "Whole", **step, "touchpoints": named}]
    return columns(Journey.model_validate({"title": "J", "stages": [{"title": "S", "steps": steps}]}))


def _line(points: tuple[Column, ...]) -> tuple[Feeling, ...]:
    return line(points, "", Scale(), {})


@given(spoken())
def test_a_steps_feeling_weighs_once_however_many_touchpoints_it_stands_for(said: Spoken) -> None:
    step, touchpoints = said
    own = [1.0, *(one["emotion"] for one in touchpoints if "emotion" in one)]
    stands = "emotion" in step and any("emotion" not in one for one in touchpoints)
    values = [*own, step["emotion"]] if stands else own
    points = _points(said)
    found = _line(points)
    mean = figures(found).mean
    assert mean is not None and isclose(mean, sum(values) / len(values), abs_tol=1e-9)
    assert isclose(so_far(found)[-1] or 0.0, mean, abs_tol=1e-9)
    assert bool(aside(points[1:], "", Scale(), {})) == ("emotion" in step and not stands)


@given(spoken())
def test_every_touchpoint_has_one_feeling_over_it(said: Spoken) -> None:
    points = _points(said)
    found = _line(points)
    over = [column.number for feeling in found for column in feeling.over]
    assert over == [column.number for column in points]
    for column, feeling in zip(points, felt_at(points, found), strict=True):
        assert feeling is not None and feeling.stands_for(column)
        assert feeling.whole_step != (
            column.number == 1 or bool(column.written.emotion) or "emotion" not in said[0]
        )
    assert figures(found).total == len(points)


@given(spoken())
def test_what_a_step_takes_is_added_up_once(said: Spoken) -> None:
    step, touchpoints = said
    own = [int(one["duration"][:-1]) for one in touchpoints if "duration" in one]
    whole = [int(step["duration"][:-1])] if "duration" in step and len(own) < len(touchpoints) else []
    assert effort(_points(said)).minutes == (Span.exactly(sum([*own, *whole])) if own or whole else None)


@given(spoken())
def test_what_a_step_says_stands_over_each_touchpoint_once_or_is_set_aside(said: Spoken) -> None:
    points = _points(said)[1:]
    spans = step_spans(points, ())
    for name in ("duration", "backstage"):
        holds = [getattr(in_full(column).touchpoint, name) for column in points]
        written = [getattr(column.written, name) for column in points]
        own = name in said[0]
        assert holds == [
            mine or (getattr(column.step, name) if own else mine)
            for mine, column in zip(written, points, strict=True)
        ]
        assert (name in spans.aside) == (own and all(written))
    over: dict[tuple[str, str], list[int]] = {}
    for span in spans.over:
        for slot in span.slots:
            over.setdefault(slot, []).extend(range(span.column.index, span.column.index + span.width))
    assert all(len(numbers) == len(set(numbers)) for numbers in over.values())
    shown = [work for column in points for work in in_cells(column, spans).touchpoint.backstage]
    for work in points[0].step.backstage if "backstage" not in spans.aside else ():
        assert work in shown or ("back", work.department) in over
