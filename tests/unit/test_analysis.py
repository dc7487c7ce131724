"""Figures of maps: each from one function, and each worth a test."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.analysis.columns import columns, is_unowned
from cjsite.analysis.evidence import standing, support
from cjsite.analysis.feeling import band, figures, line
from cjsite.analysis.handoffs import placed_handoffs
from cjsite.analysis.health import Health, total
from cjsite.analysis.journey_facts import journey_facts
from cjsite.analysis.measures import measures
from cjsite.analysis.moments import moments
from cjsite.analysis.opportunities import at_step
from cjsite.analysis.pains import level, pains
from cjsite.analysis.priorities import by_priority, priority
from cjsite.analysis.review import review
from cjsite.analysis.stakes import Stakes
from cjsite.model.emotion import Scale
from cjsite.model.opportunity import Opportunity
from cjsite.model.quantities import Cycle, parse_cycle
from cjsite.summaries.journey_inputs import journey_inputs
from tests.support.content import columns_of, content, map_of
from tests.support.page import document
from tests.support.summary import findings, summary

SOURCES = """\
-- evidence.yml --
talks: {title: Interviews, source: customer}
clicks: {title: Clicks, source: analytics}
staff: {title: Workshop, source: employee}
unsaid: {title: A paper}
"""


def test_columns_count_through_the_map() -> None:
    one = map_of("- Waits\n- {title: Enters, touchpoints: [{title: Door}, {title: Bell}]}\n- Sits")
    assert [(c.number, c.id, c.first_of_step) for c in columns_of(one)] == [
        (1, "waits", True), (2, "door", True), (3, "bell", False), (4, "sits", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("score", "name"),
    [(2, "very-good"), (1.5, "very-good"), (1.49, "good"), (0.35, "good"), (0.34, "neutral"), (0, "neutral"),
     (-0.35, "bad"), (-1.49, "bad"), (-1.5, "very-bad"), (-2, "very-bad"), (None, "unknown")],
)  # fmt: skip
def test_bands(score: float | None, name: str) -> None:
    assert band(score) == name


def test_unknown_is_a_gap_and_no_zero() -> None:
    one = map_of("- {title: A, emotion: -2}\n- B\n- {title: C, emotion: 1}\n- D")
    points = line(columns(one.journeys["a"]), "", Scale(), one.evidence)
    assert [p.score for p in points] == [-2.0, None, 1.0, None]
    found = figures(points)
    assert (found.known, found.total, found.mean) == (2, 4, -0.5)
    assert found.lowest is points[0]
    assert found.highest is points[2]
    assert found.ending is None, "how it ends is not known"


def test_several_samples_are_spread_in_their_column_and_weigh_as_one() -> None:
    one = map_of("- {title: A, emotion: [1, -2, 0]}\n- {title: B, emotion: 1}")
    points = line(columns(one.journeys["a"]), "", Scale(), one.evidence)
    assert [p.x for p in points] == pytest.approx([1 / 6, 1 / 2, 5 / 6, 1.5])
    assert [p.main for p in points] == [False, True, False, True], "the strongest speaks for the column"
    assert figures(points).mean == pytest.approx((-1 / 3 + 1) / 2)


def test_an_author_may_choose_the_main_sample() -> None:
    one = map_of("- {title: A, emotion: [{value: 0, main: true}, -2]}")
    assert [p.main for p in line(columns(one.journeys["a"]), "", Scale(), one.evidence)] == [True, False]


def test_a_feeling_of_the_whole_step_stands_over_its_middle() -> None:
    one = map_of("- {title: A, emotion: -1, touchpoints: [{title: B}, {title: C}]}")
    (point,) = line(columns(one.journeys["a"]), "", Scale(), one.evidence)
    assert (point.x, point.score, point.whole_step) == (1.0, -1.0, True)
    own = map_of("- {title: A, emotion: -1, touchpoints: [{title: B, emotion: 2}, {title: C}]}")
    assert [p.score for p in line(columns(own.journeys["a"]), "", Scale(), own.evidence)] == [2.0, -1.0]


def test_each_persona_has_a_line() -> None:
    one = content("""\
-- personas/ann.md --
-- personas/bob.md --
-- journeys/a.yml --
personas: [ann, bob]
stages: [{title: S, steps: [{title: T, emotion: 1}, {title: U, emotions: {ann: -1, bob: 2}}]}]
""")
    journey = one.journeys["a"]
    assert [p.score for p in line(columns(journey), "ann", Scale(), {})] == [1.0, -1.0]
    assert [p.score for p in line(columns(journey), "bob", Scale(), {})] == [1.0, 2.0]


@pytest.mark.parametrize(
    ("fields", "firm"),
    [("evidence: [talks]", True), ("evidence: [staff]", False), ("evidence: []", False),
     ("evidence: [talks], confidence: assumed", False), ("confidence: observed", True),
     ("evidence: [staff], confidence: observed", False), ("evidence: [staff, clicks]", True)],
)  # fmt: skip
def test_a_feeling_is_firm_only_if_customers_said_so(fields: str, firm: bool) -> None:
    one = map_of(f"- {{title: A, emotion: 1, {fields}}}", SOURCES)
    (point,) = line(columns(one.journeys["a"]), "", Scale(), one.evidence)
    assert point.firm is firm


@pytest.mark.parametrize(
    ("named", "expected"),
    [("talks, clicks", "strong"), ("talks", "some"), ("staff, talks", "some"), ("staff", "staff"), ("", "none"),
     ("unsaid", "none")],
)  # fmt: skip
def test_standing(named: str, expected: str) -> None:
    one = map_of(f"- {{title: A, evidence: [{named}]}}", SOURCES)
    (column,) = columns_of(one)
    assert standing(column.touchpoint, one.evidence) == expected


def test_support_adds_up() -> None:
    one = map_of("- {title: A, evidence: [talks]}\n- {title: B, evidence: [staff]}\n- C", SOURCES)
    found = support(standing(column.touchpoint, one.evidence) for column in columns_of(one))
    assert (found.heard, found.staff, found.none, found.total) == (1, 1, 1, 3)


@pytest.mark.parametrize(
    ("feels", "fields", "at_risk"),
    [("0.5", "bail_rate: 10%", True), ("0.5", "bail_rate: 9.9%", False), ("-0.1", "bail_rate: 0%", True),
     ("-0.1", "asks: Stay?", True), ("0", "asks: Stay?", False)],
)  # fmt: skip
def test_moments_at_risk(feels: str, fields: str, at_risk: bool) -> None:
    one = map_of(f"- {{title: A, emotion: {feels}, moment_of_truth: {{{fields}}}}}")
    (moment,) = moments(line(columns(one.journeys["a"]), "", Scale(), {}))
    assert moment.at_risk is at_risk


def test_a_moment_without_a_rate_or_a_feeling_is_not_called_at_risk() -> None:
    one = map_of("- {title: A, moment_of_truth: Stay?}")
    (moment,) = moments(line(columns(one.journeys["a"]), "", Scale(), {}))
    assert not moment.at_risk


def test_a_moment_stands_once_however_many_samples_there_are() -> None:
    one = map_of("- {title: A, emotion: [1, -1, 2], moment_of_truth: Stay?}")
    assert len(moments(line(columns(one.journeys["a"]), "", Scale(), {}))) == 1


OPPORTUNITIES = """\
-- opportunities.yml --
big: {title: Big, value: 5, steps: [a#wait]}
mid: {title: Mid, value: 3}
none: {title: None}
gone: {title: Gone, value: 5, status: dropped, steps: [a#sit]}
"""


def test_opportunities_of_a_step_from_both_sides_and_each_once() -> None:
    one = map_of("- {title: Wait, opportunities: [mid, Just ask, big]}\n- Sit", OPPORTUNITIES)
    wait, sit = one.journeys["a"].steps()
    found = at_step(one.journeys["a"], wait, one.opportunities)
    assert [o.title for o in by_priority(found, {})] == ["Big", "Mid", "Just ask"]
    assert [o.id for o in at_step(one.journeys["a"], sit, one.opportunities)] == ["gone"]


@pytest.mark.parametrize(
    ("value", "effort", "at_stake", "name"),
    [
        (5, 3, Stakes(4, "some"), "P1"), (5, 4, Stakes(4, "some"), "P2"), (5, 1, Stakes(), "P2"),
        (4, 1, Stakes(3, "high"), "P1"), (4, 2, Stakes(3, "high"), "P1"), (4, 3, Stakes(3, "high"), "P2"),
        (4, None, Stakes(3, "high"), "P2"), (4, 1, Stakes(2, "unknown"), "P3"), (3, 1, Stakes(5, "high"), "P1"),
        (1, 1, Stakes(5, "high"), "P3"), (None, 1, Stakes(5, "high"), None),
    ],
)  # fmt: skip
def test_priority(value: int | None, effort: int | None, at_stake: Stakes, name: str | None) -> None:
    assert priority(Opportunity(title="x", value=value, effort=effort), at_stake) == name


def test_what_is_at_stake_anywhere_counts_on_every_page() -> None:
    site = """\
-- opportunities.yml --
calm: {title: Calm, value: 4, effort: 1, steps: [b#sits]}
both: {title: Both, value: 4, effort: 2, steps: [a#waits, b#sits, then#waits]}
-- journeys/a.yml --
stages:
  - title: S
    steps:
      - title: Waits
        emotion: -2
        moment_of_truth: Stay?
        pain_points: [{text: Music, severity: 5}]
-- journeys/b.yml --
stages: [{title: S, steps: [{title: Sits, emotion: 1}]}]
-- journeys/then.yml --
state: to-be
derived_from: a
stages: [{title: S, steps: [{title: Waits, emotion: -2, moment_of_truth: Stay?}]}]
"""
    day = datetime.date(2026, 11, 21)
    inputs = journey_inputs(content(site), day)
    told = {name: journey_facts(found).stakes for name, found in inputs.items()}
    assert [told[name]["both"] for name in ("a", "b", "then")] == [Stakes(5, "high")] * 3
    assert told["b"]["calm"] == Stakes(), "nothing hurts where it would help"
    cards = summary(content(site), day).opportunities
    assert [(card.title, card.priority) for card in cards] == [("Both", "P1"), ("Calm", "P3")]
    for url in ("opportunities.html", "insights/opportunities.html", "journeys/b.html", "journeys/then.html"):
        assert "P1 Both" in document(content(site), url).text, url


def test_pains_weigh_severity_by_importance_and_know_whether_something_is_planned() -> None:
    one = map_of(
        "- {title: Wait, importance: 5, pain_points: [{text: Slow, severity: 4}, Cold]}\n"
        "- {title: Sit, pain_points: [{text: Hard, severity: 4}]}",
        OPPORTUNITIES,
    )
    points = columns_of(one)
    chances = {c.step.id: at_step(one.journeys["a"], c.step, one.opportunities) for c in points}
    found = pains(points, chances)
    assert [(p.pain.text, p.weight, p.planned) for p in found] == [
        ("Slow", 20, True), ("Cold", 0, True), ("Hard", 12, False),
    ]  # fmt: skip


@pytest.mark.parametrize(("severity", "expected"), [(5, 3), (4, 3), (3, 2), (2, 1), (1, 1), (None, None)])
def test_severity_in_three_levels(severity: int | None, expected: int | None) -> None:
    assert level(severity) == expected


HOUSE = """\
-- departments.yml --
desk: {title: Desk}
lab: {title: Lab}
-- channels.yml --
phone: {title: Phone}
friends: {title: Friends, control: none}
"""


def test_who_stands_behind_a_touchpoint() -> None:
    one = map_of(
        "- {title: A, channel: phone, department: desk, backstage: [{department: lab}, {department: desk}]}\n"
        "- {title: B, channel: phone}\n- {title: C, channel: friends}\n- D",
        HOUSE,
    )
    points = columns_of(one)
    assert points[0].departments == ("desk", "lab")
    assert [is_unowned(column, one.channels) for column in points] == [False, True, False, False]


def test_a_handoff_goes_from_who_holds_the_case() -> None:
    one = map_of("- {title: A, department: desk, handoff: lab}\n- {title: B, handoff: desk}", HOUSE)
    assert [(p.giver, p.taker) for p in placed_handoffs(columns_of(one))] == [("desk", "lab"), ("", "desk")]


def test_measures_take_the_newest_value_and_say_whether_it_meets_its_target() -> None:
    one = map_of(
        "- {title: Wait, metrics: {csat: 2, minutes: 9}}",
        """\
-- metrics.yml --
csat: {title: Satisfaction, target: 3}
minutes: {title: Minutes, target: 10, better: lower}
-- journeys/a.csv --
step,metric,date,value
wait,csat,2026-02-28,3.5
wait,csat,2026-01-31,2.5
""",
    )
    (column,) = columns_of(one)
    found = {m.metric.id: m for m in measures(column, one.metrics, one.measurements["a"])}
    assert (found["csat"].value, found["csat"].series, found["csat"].met) == (3.5, (2.5, 3.5), True)
    assert (found["minutes"].value, found["minutes"].series, found["minutes"].met) == (9.0, (), True)


@pytest.mark.parametrize(
    ("cycle", "reviewed", "due"),
    [("12 months", "2026-01-15", "2027-01-15"), ("1 month", "2026-01-31", "2026-02-28"),
     ("90 days", "2026-01-01", "2026-04-01"), ("2 years", "2024-02-29", "2026-02-28"),
     ("1 week", "2026-12-30", "2027-01-06")],
)  # fmt: skip
def test_when_a_review_is_due(cycle: str, reviewed: str, due: str) -> None:
    assert parse_cycle(cycle).after(datetime.date.fromisoformat(reviewed)) == datetime.date.fromisoformat(due)


@given(st.dates(max_value=datetime.date(9000, 1, 1)), st.integers(1, 1200))
def test_a_review_is_never_due_before_it_was_done(day: datetime.date, months: int) -> None:
    assert Cycle("", months=months).after(day) > day


def test_a_late_review() -> None:
    one = content("-- journeys/a.yml --\nreviewed_on: 2025-11-20\n")
    found = review(one.journeys["a"], one.settings.review_every, datetime.date(2026, 11, 21))
    assert found.days_late == 1
    assert review(one.journeys["a"], parse_cycle("2 years"), datetime.date(2026, 11, 21)).days_late == 0


def test_health_adds_up() -> None:
    bad = Health(touchpoints=4, heard=1, staff=1, known=2, felt=-3.0, mood=-3.0, at_risk=2, severe=2, unplanned=1)
    good = Health(touchpoints=2, heard=2, known=2, felt=3.0, mood=3.0)
    both = total([bad, good])
    assert (both.touchpoints, both.mean, both.silent, both.heard_share) == (6, 0.0, 2, 50.0)
    assert total([]) == Health()
    assert Health().mean is None
    assert Health().heard_share == 0.0


def test_each_word_that_stands_for_no_number_is_found_also_beside_others() -> None:
    one = map_of("- {title: A, emotion: [Wobbly, 'Happy, if dry']}\n- {title: B, emotion: 'Happy, 🙂'}")
    found = [f.message for f in findings(one, datetime.date(2026, 11, 21)) if f.code == "F102"]
    assert found == [
        "no number is known for the feeling “Wobbly”",
        "no number is known for the feeling “if dry”",
    ]


def test_findings_name_a_place_and_an_advice() -> None:
    one = map_of(
        "- {title: Wait, emotion: Wobbly, evidence: [staff]}\n- Sit",
        SOURCES + "-- channels.yml --\nfax: {title: Fax}\n-- journeys/notes.txt --\n",
    )
    found = {f.code: f for f in findings(one, datetime.date(2026, 11, 21))}
    assert found.keys() >= {"S101", "S103", "S105", "R101", "F101", "F102", "E101", "C101"}
    assert (found["F101"].place.line, found["F102"].place.line) == (6, 5)
    assert "Wobbly" in found["F102"].message
    assert found["S105"].place.path == "journeys/notes.txt"
    assert all(f.message and f.advice for f in found.values())
