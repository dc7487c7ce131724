"""What holds for numbers that are told on another scale, whatever the two are."""

from hypothesis import given
from hypothesis import strategies as st

from cjsite.model.emotion import SCORES, Scale
from cjsite.model.journey import Journey
from cjsite.model.rescaling import rescaled

SCALES = st.tuples(st.integers(-100, 100), st.integers(1, 200)).map(lambda s: Scale(min=s[0], max=s[0] + s[1]))
SHARES = st.integers(0, 100).map(lambda share: share / 100)


def _at(scale: Scale, share: float) -> float:
    return scale.min + share * (scale.max - scale.min)


@given(SCALES, SCALES)
def test_ends_stay_ends_and_the_middle_neutral(old: Scale, new: Scale) -> None:
    assert [old.moved(_at(old, share), new) for share in (0, 0.5, 1)] == [_at(new, share) for share in (0, 0.5, 1)]
    assert [old.moved(_at(old, share), SCORES) for share in (0, 0.5, 1)] == [-2, 0, 2]


@given(SCALES, SCALES, SHARES, SHARES)
def test_what_feels_better_does_so_on_every_scale(old: Scale, new: Scale, one: float, other: float) -> None:
    a, b = _at(old, one), _at(old, other)
    assert (old.moved(a, new) < old.moved(b, new)) == (a < b)
    assert abs(new.moved(old.moved(a, new), old) - a) < 1e-9
    assert abs(new.normal(old.moved(a, new)) - old.normal(a)) < 1e-9


@given(SCALES, SCALES, SHARES)
def test_only_what_is_felt_is_told_in_other_numbers(old: Scale, new: Scale, share: float) -> None:
    """There and back again, a journey is what it was, in every other field and in all that follows from it."""
    value = _at(old, share)
    meeting = {"importance": 3, "metrics": {"csat": 4}, "satisfaction": 4, "functional": value}
    felt = {"emotion": [{"value": value, "spread": [value, value], "words": "Hm"}], "emotions": {"ann": value}}
    steps = [
        {"title": "A", **meeting, **felt, "touchpoints": [{"title": "B"}]},
        {"title": "C", "opportunities": "o"},
    ]
    stages = [{"title": "S", "steps": steps}, {"title": "T", "steps": ["D"]}]
    journey = Journey.model_validate({"title": "J", "personas": ["ann"], "stages": stages})
    assert next(journey.steps()).meetings[0].functional == value
    told = rescaled(journey, old, new)
    first = next(told.steps())
    assert first.meetings[0].functional == first.functional == old.moved(value, new)
    assert told.stages[1] is journey.stages[1]
    back = rescaled(told, new, old)
    assert _without_noise(back.model_dump()) == _without_noise(journey.model_dump())


def _without_noise(value: object) -> object:
    if isinstance(value, dict):
        return {key: _without_noise(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_without_noise(inner) for inner in value]
    return round(value, 9) if isinstance(value, float) else value
