"""Figures whose meaning needs more than one example."""

import datetime
from collections.abc import Mapping

import pytest

from cjsite.analysis.avoidable import answers_for, avoidable, shortest
from cjsite.analysis.backstage import systems, unseen
from cjsite.analysis.channels import mismatches
from cjsite.analysis.columns import columns
from cjsite.analysis.compare import ComparedLine, compare
from cjsite.analysis.coverage import heat, heats_together, missing
from cjsite.analysis.effort import effort
from cjsite.analysis.feeling import line
from cjsite.analysis.moments import moments
from cjsite.analysis.peak_end import biggest_drop, biggest_rise, peak_end
from cjsite.analysis.routes import main_route
from cjsite.analysis.sources import age, is_old, is_to_find_out, used
from cjsite.analysis.tally import tally
from cjsite.analysis.tolerance import negatives
from cjsite.analysis.value import NO_METRICS, promises
from cjsite.base.span import Span
from cjsite.model.emotion import Scale
from cjsite.model.journey import Journey
from cjsite.model.persona import Persona, Preference
from cjsite.model.registry import Channel, Evidence, Metric
from cjsite.model.step import Step
from tests.support.journeys import journey

TODAY = datetime.date(2026, 11, 21)


def _line(found: Journey, scale: Scale | None = None) -> ComparedLine:
    points = line(columns(found), "", scale or Scale(), {})
    return ComparedLine(columns(found), points, moments(points))


def test_of_two_equal_peaks_the_bad_one_counts() -> None:
    assert peak_end(_line(journey({"emotion": 2}, {"emotion": -2}, {"emotion": 0})).feelings) == -1


def test_the_peak_is_measured_from_the_middle_of_the_scale() -> None:
    found = journey({"emotion": 1}, {"emotion": 4}, {"emotion": 3})
    assert peak_end(_line(found, Scale(min=1, max=5)).feelings) == 2


def test_no_peak_end_without_an_end() -> None:
    assert peak_end(_line(journey({"emotion": 2}, {})).feelings) is None


def test_biggest_drop_and_rise() -> None:
    points = _line(journey({"emotion": 1}, {"emotion": -1}, {"emotion": -2}, {"emotion": 2})).feelings
    drop, rise = biggest_drop(points), biggest_rise(points)
    assert drop and rise
    assert (drop.size, drop.after.column.id, rise.size) == (-2, "s2", 4)
    assert biggest_drop(_line(journey({"emotion": 1})).feelings) is None


def test_a_low_that_runs_into_a_moment_at_risk_costs_customers() -> None:
    risk = {"asks": "Stay?", "bail_rate": "20%"}
    accepted = {"value": -1, "response": "accept", "because": "It is fair"}
    told = _line(journey({"emotion": accepted}, {"emotion": -1, "moment_of_truth": risk}, {"emotion": accepted}))
    found = negatives(told.feelings, told.moments)
    assert [n.fate for n in found] == ["accepted", "leaves", "accepted"]
    assert [n.moment and (n.moment.at, n.moment.risk) for n in found] == [("s2", "some"), ("s2", "some"), None]


FAIR = {"value": -1.5, "response": "accept", "because": "It is fair"}
HOLD = {"asks": "Wait on?", "bail_rate": "27%"}


@pytest.mark.parametrize(
    ("feels", "adviser", "expected"),
    [
        ({"value": -2, "compensated_by": "adviser"}, 0.9, ("compensated", True)),
        ({**FAIR, "compensated_by": "adviser"}, 1, ("compensated", True)),
        ({"value": -2, "compensated_by": "adviser"}, 0, ("leaves", False)),
        (-2, 1.5, ("compensated", False)), (-2, 1.4, ("leaves", False)),
        (-1, 1, ("compensated", False)), (-1, 0.9, ("leaves", False)),
        (FAIR, 2, ("accepted", False)),
    ],
)  # fmt: skip
def test_a_bad_wait_on_the_phone_is_made_up_for_by_the_adviser(
    feels: object, adviser: float, expected: tuple[str, bool]
) -> None:
    wait = {"id": "hold", "emotion": feels, "importance": 5, "moment_of_truth": HOLD}
    told = _line(journey(wait, {"id": "adviser", "emotion": adviser}))
    (low,) = negatives(told.feelings, told.moments)
    assert (low.fate, low.named) == expected
    assert (low.by and low.by.at) == ("adviser" if low.fate == "compensated" else None)
    assert low.moment and (low.moment.at, low.moment.risk) == ("hold", "high"), (
        "the risk stands beside it all the same"
    )


def test_what_came_before_a_low_makes_up_for_nothing() -> None:
    named = {"id": "hold", "emotion": {"value": -1, "compensated_by": "adviser"}}
    told = _line(journey({"id": "adviser", "emotion": 2}, named))
    assert [n.fate for n in negatives(told.feelings, told.moments)] == ["open"]


def test_neither_amends_nor_risks_lie_on_another_route() -> None:
    low, ahead = {"emotion": -1, "path": "main"}, {"path": "p"}
    asks = {**ahead, "emotion": -1, "moment_of_truth": HOLD}
    told = _line(journey(low, asks, {**ahead, "emotion": 2}, paths={"p": {"title": "P"}}))
    low_on_main, low_on_path = negatives(told.feelings, told.moments)
    assert (low_on_main.fate, low_on_main.moment) == ("open", None)
    assert (low_on_path.fate, low_on_path.moment and low_on_path.moment.at) == ("compensated", "s2")


def test_what_nobody_names_makes_up_for_a_low_in_its_own_stage_only() -> None:
    stages = [
        {"title": "Ask", "steps": [{"title": "Hold", "emotion": -1}]},
        {"title": "Use", "steps": [{"title": "Ride", "emotion": 2}]},
    ]
    told = _line(Journey.model_validate({"title": "Help", "stages": stages}))
    assert [n.fate for n in negatives(told.feelings, told.moments)] == ["open"]


def test_an_amends_that_feels_bad_makes_up_for_nothing() -> None:
    told = _line(journey({"emotion": {"value": -1, "compensated_by": "s2"}}, {"emotion": 0}))
    assert [n.fate for n in negatives(told.feelings, told.moments)] == ["open"]


def test_promises() -> None:
    expects = {"expectation": "At once"}
    useless = {**expects, "emotion": 1, "functional": -1}
    found = journey({**expects, "emotion": 1}, {**expects, "emotion": -1}, expects, useless)
    assert _outcomes(found) == [None, None, None, "broken"], "a feeling may have another reason"
    told = [{**expects, "emotion": 1.5, "functional": value} for value in (-0.1, 0, 1.4, 1.5)]
    assert _outcomes(journey(*told)) == ["broken", "kept", "kept", "exceeded"]
    assert _outcomes(journey({**told[3], "emotion": 1.4}, {**expects, "functional": 2})) == ["kept", "kept"]
    said = [{**useless, "promise": outcome} for outcome in ("broken", "kept", "exceeded")]
    assert _outcomes(journey(*said)) == ["broken", "kept", "exceeded"], "the author knows best"


def test_a_figure_that_misses_its_target_breaks_a_promise() -> None:
    metrics = {"wait": Metric(id="wait", target=5, better="lower"), "free": Metric(id="free")}
    told = [
        {"expectation": "Soon", "metrics": {name: value}} for name, value in (("wait", 9), ("wait", 5), ("free", 9))
    ]
    useful = {**told[0], "functional": 2}
    assert _outcomes(journey(*told, useful), metrics) == ["broken", "kept", None, "broken"]


def _outcomes(found: Journey, metrics: Mapping[str, Metric] = NO_METRICS) -> list[str | None]:
    return [promise.outcome for promise in promises(_line(found).feelings, Scale(), metrics)]


def test_a_step_at_the_same_counter_is_avoidable_only_with_contacts_and_nothing_to_decide() -> None:
    at = {"channel": "phone", "department": "care", "contacts": 1}
    assert [a.reason for a in avoidable(columns(journey(at, at)))] == ["again"]
    assert avoidable(columns(journey(at, {**at, "moment_of_truth": "Stay?"}))) == ()
    assert avoidable(columns(journey(at, {**at, "contacts": 0}))) == ()
    assert avoidable(columns(journey(at, {"channel": "web"}, at))) == ()
    assert [a.reason for a in avoidable(columns(journey(at, {"caused_by": "s1"}, at)))] == ["failure", "again"]


def test_the_shortest_journey() -> None:
    at = {"channel": "phone", "department": "care", "contacts": 1, "duration": "10m"}
    found = journey(at, {**at, "channel": "web", "caused_by": "s1"}, at)
    least = shortest(columns(found), effort(columns(found)), avoidable(columns(found)))
    assert (least.steps, least.contacts, least.minutes, least.switches) == (1, 1, Span.exactly(20), 0)


def test_failure_demand_in_another_journey_counts_for_who_caused_it() -> None:
    cause = Step.model_validate({"title": "Invoices", "department": "billing"})
    found = journey({"title": "Asks", "caused_by": "buying#invoices"})
    (one,) = avoidable(columns(found), {"buying#invoices": cause})
    assert (one.department, one.cause) == ("billing", "Invoices")


def test_who_answers_for_a_step() -> None:
    step = Step.model_validate({"title": "A", "department": "shop", "pain_points": [
        {"text": "x", "severity": 2, "department": "a"},
        {"text": "y", "severity": 5, "department": "b"},
    ]})  # fmt: skip
    assert answers_for(step) == "b"
    assert answers_for(step.but(pain_points=())) == "shop"


def test_other_paths_are_not_on_the_main_route() -> None:
    found = journey({}, {"path": "online"}, {}, paths={"online": {"title": "Online"}})
    assert [c.id for c in main_route(columns(found))] == ["s1", "s3"]


def test_who_is_never_met_and_what_they_work_with() -> None:
    work = [{"department": "store", "does": "Packs", "system": "List"}, {"department": "shop", "does": "Waves"}]
    found = columns(journey({"department": "shop", "backstage": work}))
    assert list(unseen(found)) == ["store"]
    assert [(use.system, use.department) for use in systems(found)] == [("List", "store")]


def test_depth_counts_what_is_said() -> None:
    told = {"actions": "Asks", "channel": "web", "emotion": {"value": 1, "trigger": "x"}}
    bare, rich = columns(journey({}, told))
    assert (len(missing(bare)), len(missing(rich))) == (10, 6)


def test_a_touchpoint_with_two_devices_stands_in_two_cells() -> None:
    cells = heat([("buy", "Phone", "a", 1.0), ("buy", "Laptop", "a", 1.0), ("buy", "Phone", "b", -1.0)])
    assert [(c.column, c.first, c.tally.count, c.tally.mean) for c in cells] == [
        ("Phone", "a", 2, 0),
        ("Laptop", "a", 1, 1),
    ]
    assert heats_together([cells, cells])[0].tally == tally([1.0, -1.0, 1.0, -1.0])


def test_preferences() -> None:
    likes = [("web", 5, ""), ("phone", 1, ""), ("shop", 4, "20:00-21:00"), ("post", 2, "")]
    persona = Persona(id="ana", title="Ana", channels=tuple(
        Preference(channel=c, preference=p, hours=h) for c, p, h in likes))  # fmt: skip
    registry = {name: Channel(id=name, hours="09:00-18:00") for name, _, _ in likes}
    found = mismatches(persona, columns(journey({"channel": "phone"}, {"channel": "shop"})), registry)
    assert [(one.kind, one.preference.channel) for one in found] == [
        ("missing", "web"), ("avoided", "phone"), ("closed", "shop"),
    ]  # fmt: skip


def test_evidence_ages() -> None:
    new, old = (Evidence(id="e", date=TODAY - datetime.timedelta(days)) for days in (730, 731))
    assert (age(new, TODAY), is_old(new, TODAY), is_old(old, TODAY)) == (730, False, True)
    assert age(Evidence(id="e"), TODAY) is None


def test_what_to_find_out() -> None:
    found = journey({"emotion": 1}, {}, {"emotion": 1, "confidence": "assumed"})
    felt = _line(found).feelings
    assert [point.column.number for point in felt if is_to_find_out(point, point.column)] == [2, 3]


def test_research_of_a_map() -> None:
    found = journey({"evidence": ["a"]}, {"evidence": ["a", "b"]}, evidence=["c"])
    assert {name: len(at) for name, at in used(found, columns(found)).items()} == {"c": 0, "a": 2, "b": 1}


def test_compare_says_what_changes() -> None:
    risk = {"asks": "Stay?", "bail_rate": "20%"}
    before = journey({"emotion": -1, "moment_of_truth": risk, "contacts": 2}, {"emotion": 1}, {"title": "Goes"})
    after = journey({"emotion": 1, "contacts": 1}, {"emotion": 1.1}, {"id": "new", "title": "New"})
    found = compare(_line(before), _line(after))
    assert [(c.kind, c.fields) for c in found.changes] == [
        ("changed", ("feeling", "contacts", "moment_of_truth")), ("kept", ()), ("added", ()), ("removed", ()),
    ]  # fmt: skip
    assert [m.column.id for m in found.resolved] == ["s1"]
    assert found.savings.contacts.saved == Span.exactly(1)
