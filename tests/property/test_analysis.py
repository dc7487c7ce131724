"""What holds for every journey, whatever is on it."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from cjsite.analysis.avoidable import avoidable, shortest
from cjsite.analysis.channels import overlap, ranking
from cjsite.analysis.columns import columns
from cjsite.analysis.compare import ComparedLine, compare
from cjsite.analysis.effort import effort
from cjsite.analysis.feeling import figures, line
from cjsite.analysis.moments import moments
from cjsite.analysis.peak_end import peak_end, so_far, swings
from cjsite.analysis.tally import tally
from cjsite.analysis.tolerance import negatives
from cjsite.model.emotion import Scale
from cjsite.model.journey import Journey
from tests.support.journeys import journey

SCORES = st.integers(-20, 20).map(lambda n: n / 10)
EMOTIONS = st.one_of(st.none(), SCORES, st.lists(SCORES, min_size=1, max_size=3))
NAMES = st.sampled_from(["", "a", "b", "c"])


@st.composite
def steps(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Return the fields of up to nine steps."""
    found: list[dict[str, Any]] = []
    for n in range(draw(st.integers(1, 9))):
        step: dict[str, Any] = {"channel": draw(NAMES), "department": draw(NAMES), "emotion": draw(EMOTIONS)}
        step["contacts"] = draw(st.one_of(st.none(), st.integers(0, 3)))
        step["duration"] = draw(st.one_of(st.none(), st.integers(0, 90).map(lambda m: f"{m}m")))
        step["wait"] = draw(st.one_of(st.none(), st.integers(0, 90).map(lambda m: f"{m}m")))
        if n and draw(st.booleans()):
            step["caused_by"] = "s1"
        if draw(st.booleans()):
            step["work"] = {"done_by": "customer", "should_be_by": draw(NAMES)}
        if draw(st.booleans()):
            step["moment_of_truth"] = {"asks": "Stay?", "bail_rate": f"{draw(st.integers(0, 100))}%"}
        found.append({name: value for name, value in step.items() if value is not None})
    return found


def _line(found: Journey) -> ComparedLine:
    points = line(columns(found), "", Scale(), {})
    return ComparedLine(columns(found), points, moments(points))


def _means(line: ComparedLine) -> dict[str, float]:
    mains = [feeling for feeling in line.feelings if feeling.main]
    names = {feeling.column.touchpoint.channel for feeling in mains} - {""}
    tallies = {name: tally(f.score for f in mains if f.column.touchpoint.channel == name) for name in names}
    ranked = [tallies[name].mean for name in ranking(tallies)]
    known = [mean for mean in ranked if mean is not None]
    assert ranked == sorted(known) + [None] * (len(ranked) - len(known))
    return {name: one.mean for name, one in tallies.items() if one.mean is not None}


@given(steps())
def test_peak_end_lies_within_the_feelings(found: list[dict[str, Any]]) -> None:
    points = _line(journey(*found)).feelings
    value = peak_end(points)
    known = [p.value for p in points if p.value is not None]
    assert (value is None) == (points[-1].value is None)
    if value is not None:
        assert min(known) <= value <= max(known)


@given(steps(), st.integers(0, 9), NAMES)
def test_an_unknown_step_changes_no_mean(found: list[dict[str, Any]], place: int, channel: str) -> None:
    before = _line(journey(*found))
    place = min(place, len(found))
    unknown = {"id": "unknown", "channel": channel}
    named = [{"id": f"s{n}", **step} for n, step in enumerate(found, 1)]
    after = _line(journey(*named[:place], unknown, *named[place:]))
    assert figures(before.feelings).mean == figures(after.feelings).mean
    assert _means(before).items() <= _means(after).items()
    assert [s for s in so_far(before.feelings) if s is not None][-1:] == [
        s for s in so_far(after.feelings) if s is not None
    ][-1:]


@given(steps())
def test_so_far_ends_at_the_mean_of_all_and_stays_within(found: list[dict[str, Any]]) -> None:
    points = _line(journey(*found)).feelings
    known = [p.value for p in points if p.value is not None]
    told = [value for value in so_far(points) if value is not None]
    assert all(min(known) - 1e-9 <= value <= max(known) + 1e-9 for value in told)
    if known:
        assert told[-1] == figures(points).mean


@given(steps())
def test_swings_never_bridge_a_gap(found: list[dict[str, Any]]) -> None:
    points = _line(journey(*found)).feelings
    places = {id(point): n for n, point in enumerate(points)}
    for swing in swings(points):
        assert places[id(swing.after)] == places[id(swing.before)] + 1
        assert swing.before.value is not None and swing.after.value is not None


@given(steps())
def test_the_shortest_journey_is_never_longer(found: list[dict[str, Any]]) -> None:
    points = columns(journey(*found))
    whole, least = effort(points), shortest(points, effort(points), avoidable(points))
    assert 0 <= least.steps <= whole.steps
    assert 0 <= least.switches <= whole.switches
    for before, after in ((whole.minutes, least.minutes), (whole.waiting, least.waiting)):
        assert (before is None) == (after is None)
        if before is not None and after is not None:
            assert 0 <= after.low <= before.low and 0 <= after.high <= before.high
    assert (whole.contacts is None) == (least.contacts is None)
    assert whole.contacts is None or 0 <= (least.contacts or 0) <= whole.contacts


@given(steps())
def test_every_bad_feeling_has_one_fate(found: list[dict[str, Any]]) -> None:
    told = _line(journey(*found))
    bad = [p for p in told.feelings if p.main and p.score is not None and p.score <= -0.35]
    assert [n.feeling for n in negatives(told.feelings, told.moments)] == bad


@given(steps())
def test_against_itself_nothing_changes(found: list[dict[str, Any]]) -> None:
    told = _line(journey(*found))
    same = compare(told, told)
    assert same.count("kept") == len(told.points) == len(same.changes)
    assert not same.resolved and not same.risen


@given(steps(), steps())
def test_the_other_way_round_added_is_removed(one: list[dict[str, Any]], two: list[dict[str, Any]]) -> None:
    a, b = _line(journey(*one)), _line(journey(*two))
    there, back = compare(a, b), compare(b, a)
    assert there.count("added") == back.count("removed")
    assert there.count("removed") == back.count("added")
    assert len(there.changes) == there.count("removed") + len(b.points)
    assert there.effort == back.effort[::-1]


@given(st.integers(0, 1439), st.integers(1, 1439), st.integers(0, 1439), st.integers(1, 1439))
def test_hours_overlap_both_ways(start: int, length: int, other: int, width: int) -> None:
    def span(begin: int, minutes: int) -> str:
        end = (begin + minutes) % 1440
        return f"{begin // 60:02}:{begin % 60:02}-{end // 60:02}:{end % 60:02}"

    one, two = span(start, length), span(other, width)
    shared = overlap(one, two)
    assert shared == overlap(two, one)
    assert shared is not None and max(0, length + width - 1440) <= shared <= min(length, width)
