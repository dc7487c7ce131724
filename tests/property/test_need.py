"""The order of need: what hurts a customer on one walk, and never how long its map is."""

from collections.abc import Mapping, Sequence
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cjsite.analysis.journey_facts import journey_facts
from cjsite.summaries.journey_inputs import journey_inputs
from tests.support.content import content
from tests.support.page import TODAY

PAINS = st.lists(st.integers(1, 5), max_size=2).map(
    lambda severities: [{"text": f"P{n}", "severity": rank} for n, rank in enumerate(severities)]
)
MOMENTS = st.integers(0, 100).map(lambda rate: {"asks": "Stay?", "bail_rate": f"{rate}%"})
STEPS = st.fixed_dictionaries(
    {"importance": st.integers(1, 5)},
    optional={
        "emotion": st.integers(-20, 20).map(lambda n: n / 10), "pain_points": PAINS, "moment_of_truth": MOMENTS,
        "path": st.sampled_from(["main", "p"]),
    },
)  # fmt: skip
STAGES = st.lists(
    st.fixed_dictionaries(
        {"steps": st.lists(STEPS, min_size=1, max_size=4)},
        optional={"phase": st.sampled_from(["before", "during", "after"])},
    ),
    min_size=1,
    max_size=4,
)


def _need(stages: Sequence[Mapping[str, Any]], **fields: object) -> float:
    titled = [
        {**stage, "title": f"Stage {s}", "steps": [{**step, "title": f"S {s} {n}"} for n, step in steps]}
        for s, stage in enumerate(stages)
        if (steps := [*enumerate(stage["steps"])])
    ]
    one = content(
        f"-- journeys/a.yml --\n{ {'title': 'A', 'stages': titled, 'paths': {'p': {'title': 'P'}}, **fields} }\n"
    )
    return journey_facts(journey_inputs(one, TODAY)["a"]).need


@given(STAGES)
def test_a_journey_walked_twice_needs_no_more(stages: Sequence[Mapping[str, Any]]) -> None:
    assert _need([*stages, *stages]) == _need(stages)
    in_stages = [{**stage, "steps": stage["steps"] * 2} for stage in stages]
    assert _need(in_stages) == _need(stages)


@given(STAGES, st.data())
def test_a_step_told_as_two_needs_no_more(stages: Sequence[Mapping[str, Any]], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(stages) - 1))
    steps = stages[place]["steps"]
    at = data.draw(st.integers(0, len(steps) - 1))
    twice = {**stages[place], "steps": [*steps[: at + 1], *steps[at:]]}
    assert _need([*stages[:place], twice, *stages[place + 1 :]]) == _need(stages)


@given(STAGES)
def test_need_stays_on_its_scale(stages: Sequence[Mapping[str, Any]]) -> None:
    assert 0 <= _need(stages) <= 9


def test_a_short_bad_journey_comes_before_a_long_bearable_one() -> None:
    bad = {"emotion": -2, "importance": 5, "moment_of_truth": {"asks": "Stay?", "bail_rate": "40%"}}
    mild = {"emotion": -0.5, "importance": 3, "moment_of_truth": {"asks": "Stay?", "bail_rate": "12%"}}
    assert _need([{"steps": [bad], "phase": "during"}]) == 2 * 2 + 3
    assert _need([{"steps": [mild] * 30, "phase": "during"}]) == 2 * 0.5 + 1


def test_half_the_worst_and_half_the_mean_of_before_during_and_after() -> None:
    stages = [
        {"phase": "before", "steps": [{"emotion": 1}]},
        {"phase": "during", "steps": [{"emotion": -1, "pain_points": [{"text": "P", "severity": 4}]}]},
    ]
    assert _need(stages) == ((2 + 2) + (0 + (2 + 2)) / 2) / 2


def test_routes_count_by_their_shares_and_the_worst_where_nobody_knows_them() -> None:
    stages = [{"steps": [{"emotion": -2, "path": "p"}, {"emotion": -1, "path": "main"}]}]
    assert _need(stages) == 4
    assert _need(stages, paths={"p": {"title": "P", "share": "25%"}}) == 0.25 * 4 + 0.75 * 2


def test_whoever_fares_worst_is_who_a_walk_is_judged_by() -> None:
    one = content("""\
-- personas/ana.md --
-- personas/bo.md --
-- journeys/a.yml --
personas: [ana, bo]
stages: [{title: S, steps: [{title: T, emotions: {ana: 1, bo: -1.5}}]}]
""")
    assert journey_facts(journey_inputs(one, TODAY)["a"]).need == 3
