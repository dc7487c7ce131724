"""A step that speaks for several touchpoints, and a stage that is a step: on every page, once, and never lost."""

from typing import Any

import pytest

from cjsite.analysis.columns import columns
from cjsite.analysis.effort import effort
from cjsite.analysis.evidence import standing
from cjsite.analysis.feeling import line
from cjsite.analysis.findings import journey_findings
from cjsite.analysis.journey_facts import journey_facts
from cjsite.analysis.moments import moments
from cjsite.analysis.tolerance import negatives
from cjsite.base.problem import Broken
from cjsite.base.span import Span
from cjsite.drawing.dimensions import shared_css
from cjsite.model.content import Content
from cjsite.model.emotion import Scale
from cjsite.reading.read import read
from cjsite.summaries.journey_inputs import journey_inputs
from tests.support.content import columns_of, content, map_of
from tests.support.files import parse
from tests.support.page import TODAY, data, document, html, page

HOUSE = """
-- departments.yml --
shop: Shop
store: Store
-- channels.yml --
web: {title: The web, control: owned}
desk: {title: The desk, control: owned}
-- evidence.yml --
talks: {title: Talks, source: customer}
log: {title: The log, source: analytics}
-- metrics.yml --
told: {title: Told, unit: "%", target: 90}
"""
ASKS = """
- title: Asks
  id: asks
  emotion: -1.7
  frontstage: {department: shop, does: Answers}
  backstage: {department: store, does: Looks it up, system: Stock list}
  props: A form
  evidence: [talks, log]
  metrics: {told: 40}
  duration: 2h
  wait: 1h
  moment_of_truth: {asks: Stay?}
  touchpoints:
    - {title: A, channel: web}
    - {title: B, channel: web, emotion: 0.4, duration: 10m}
    - {title: C, channel: desk}
"""
PAYS = "- {title: Pays, emotion: 1, channel: web, evidence: talks}"


def _codes(one: Content) -> list[tuple[str, str]]:
    inputs = journey_inputs(one, TODAY)["a"]
    return [(found.code, found.at) for found in journey_findings(journey_facts(inputs))]


def _figures(url: str, one: Content) -> Any:
    return page(one, url).data


def test_a_feeling_stands_for_the_touchpoints_that_have_none() -> None:
    one = map_of(ASKS + PAYS, HOUSE)
    points = line(columns_of(one), "", Scale(), one.evidence)
    assert [(p.value, [c.id for c in p.over], p.whole_step, p.weight) for p in points] == [
        (-1.7, ["a"], True, 1), (0.4, ["b"], False, 1), (-1.7, ["c"], True, 0), (1.0, ["pays"], False, 1),
    ]  # fmt: skip
    shown = document(one).text
    assert shown.count("Stay?") >= 1
    card = _figures("insights/feelings.html", one).journeys[0]
    # (−1.7 + 0.4 + 1) / 3, and the mean of the strongest and the last.
    assert (round(card.mean, 4), card.peak_end) == (-0.1, pytest.approx(-0.35))
    assert [round(point.so_far, 2) for point in card.points] == [-1.7, -0.65, -0.65, -0.1]
    assert (card.known, card.total) == (4, 4)
    assert [negative.feeling.value for negative in negatives(points, moments(points))] == [-1.7]


def test_a_feeling_of_the_whole_leaves_every_touchpoint_where_it_is() -> None:
    one = map_of(ASKS + PAYS, HOUSE)
    touched = _figures("insights/touchpoints.html", one)
    assert touched.count == 4
    web = next(row for row in touched.channels if row.id == "web")
    # A has the feeling of the step only: it is met, and changes no mean.
    assert (web.touchpoints.count, web.known, web.mean) == (3, 2, pytest.approx(0.7))
    assert [entry.felt.whole for entry in web.touchpoints.first] == [True, False, False]
    known = _figures("insights/evidence.html", one).all
    assert (known.heard, known.total) == (4, 4)
    shop = _figures("departments/shop.html", one)
    (part,) = shop.parts
    assert [(touchpoint.value, touchpoint.whole, touchpoint.role) for touchpoint in part.touchpoints] == [
        (-1.7, True, "front"), (0.4, False, "front"), (-1.7, True, "front"),
    ]  # fmt: skip
    assert (shop.health.touchpoints, shop.health.mean) == (3, 0.4)
    assert [touchpoint.work for touchpoint in part.touchpoints] == [("Answers",), (), ()], "said once"
    shown = document(one, "departments/shop.html").text
    assert "over the whole step" in shown and "Answers" in shown


def test_where_every_touchpoint_has_its_own_the_steps_counts_nowhere_and_is_told() -> None:
    steps = "- {title: Asks, id: asks, emotion: -2, duration: 3h, evidence: talks, touchpoints: ["
    own = ("emotion: 1, duration: 1m, evidence: log", "emotion: 0.5, duration: 2m, evidence: log")
    one = map_of(steps + ", ".join(f"{{title: T{n}, {said}}}" for n, said in enumerate(own)) + "]}", HOUSE)
    points = columns_of(one)
    assert [p.value for p in line(points, "", Scale(), one.evidence)] == [1.0, 0.5]
    assert effort(points).minutes == Span.exactly(3)
    (mark,) = data(one).stages[0].steps[0].cells.feelings
    assert (mark.band, mark.score) == ("very-bad", "−2.0")
    shown = document(one).text
    assert "−2.0 over the whole step" in shown and "3 h" in shown and "Talks" in shown
    codes = _codes(one)
    assert ("F115", "asks") in codes and codes.count(("S117", "asks")) == 2
    assert not {"F115", "S117"}.intersection(code for code, _ in _codes(map_of(ASKS + PAYS, HOUSE)))


def test_what_a_step_says_is_counted_once_and_holds_everywhere() -> None:
    one = map_of(ASKS + PAYS, HOUSE)
    points = columns_of(one)
    spent = effort(points)
    assert (spent.minutes, spent.waiting, spent.steps) == (Span.exactly(130), Span.exactly(60), 2)
    assert [standing(c.touchpoint, one.evidence) for c in points] == ["strong", "strong", "strong", "some"]
    assert [c.departments for c in points] == [("shop", "store")] * 3 + [()]
    found = moments(line(points, "", Scale(), one.evidence))
    assert [(m.column.id, m.at_risk) for m in found] == [("a", True)], "one moment, as bad as the worst of the step"
    told = [m for step in data(one).stages[0].steps for t in step.touchpoints for m in t.cells.measures]
    assert told == []


def test_a_steps_moment_is_as_bad_as_the_worst_of_its_touchpoints() -> None:
    touchpoints = "[{title: A, emotion: 1}, {title: B, emotion: -1}]"
    one = map_of(f"- {{title: Asks, id: asks, moment_of_truth: Stay?, touchpoints: {touchpoints}}}", HOUSE)
    (moment,) = moments(line(columns_of(one), "", Scale(), {}))
    assert (moment.at, moment.title, moment.at_risk) == ("asks", "Asks", True)
    assert ("F107", "asks") in _codes(one)


def test_of_a_moment_no_more_may_be_said_than_that_it_is_one() -> None:
    steps = "- {title: Asks, emotion: -2, moment_of_truth: true}\n- {title: Pays, moment_of_truth: false}"
    one = map_of(steps, HOUSE)
    (moment,) = moments(line(columns_of(one), "", Scale(), {}))
    assert (moment.at, moment.at_risk) == ("asks", True)
    shown = [touchpoint.cells.moment for step in data(one).stages[0].steps for touchpoint in step.touchpoints]
    assert [cell and cell.asks for cell in shown] == ["", None]


def test_what_a_step_says_stands_over_its_columns() -> None:
    found = data(map_of(ASKS + PAYS, HOUSE)).stages[0].steps[0].touchpoints
    spans = [(index, span) for index, touchpoint in enumerate(found) for span in touchpoint.spans]
    (whole,) = [span for _, span in spans if "n3" in span.classes.split()]
    assert whole.moment and whole.evidence and whole.measures and whole.props
    assert [cell.texts for cell in whole.blueprint.cells] == [("Looks it up",), ("Answers",)]
    assert whole.blueprint.systems == ("Stock list",)
    # B takes a time of its own, so the step's stands before and behind it.
    assert [(index, [words for _, words in span.effort]) for index, span in spans if span.effort] == [
        (0, ["2 h", "1 h waiting"]), (2, ["2 h", "1 h waiting"]),
    ]  # fmt: skip
    assert [t.cells.effort for t in found] == [(), (("time", "10 min"),), ()]
    assert [t.is_heard for t in found] == [False, False, False]


def test_what_has_no_room_over_columns_stands_in_the_first_cell() -> None:
    steps = """
- title: Asks
  wait: 1h
  backstage: [{department: shop, does: Files it}, {department: store, does: Packs it}]
  touchpoints:
    - {title: A, department: shop, contacts: 1}
    - {title: B, department: shop, duration: 5m}
"""
    first, second = data(map_of(steps, HOUSE)).stages[0].steps[0].touchpoints
    assert [words for _, words in first.cells.effort] == ["1 h waiting", "1 contact"]
    assert [words for _, words in second.cells.effort] == ["5 min"]
    (span,) = first.spans
    assert [cell.texts for cell in span.blueprint.cells] == [("Packs it",)]
    assert ("Files it",) in [cell.texts for cell in first.blueprint.cells]


def test_a_step_shows_its_actors_and_links_personas() -> None:
    more = "-- personas/ann.yml --\ntitle: Ann Berg\n"
    one = map_of("- {title: Asks, actors: [ann, A clerk, anna-x]}", more)
    shown = html(one)
    assert '<a href="../personas/ann.html">Ann Berg</a>' in shown
    assert "A clerk" in shown and "anna-x" in shown


STAGE = """
-- journeys/a.yml --
title: A
stages:
  - title: Looks around
    emotion: 1
    channel: web
    thoughts: Hm
  - title: Asks
    touchpoints: [{title: Desk, channel: desk}, {title: Web, channel: web}]
    emotion: -1
  - {title: Later}
"""


def test_a_stage_is_its_only_step() -> None:
    one = content(STAGE + HOUSE)
    journey = one.journeys["a"]
    assert [(step.id, step.title) for step in journey.steps()] == [
        ("looks-around", "Looks around"),
        ("asks", "Asks"),
    ]
    assert [(c.id, c.step.thoughts) for c in columns(journey)] == [
        ("looks-around", ("Hm",)), ("desk", ()), ("web", ()),
    ]  # fmt: skip
    found = data(one)
    assert [stage.title for stage in found.empty_stages] == ["Later"]
    assert ("C108", "") in _codes(one)


def test_a_stage_that_is_a_step_says_its_name_once() -> None:
    shown = document(content(STAGE + HOUSE))
    within = [e for e in shown.elements if "map" in e.attributes.get("class", "").split()]
    assert within
    text = html(content(STAGE + HOUSE))
    stages = text[text.index('<div class="stages">') : text.index("</div>\n</section>", text.index("stages"))]
    assert stages.count("Looks around") == 1
    assert stages.count("Asks") == 1


@pytest.mark.parametrize(
    ("stages", "ids"),
    [
        ("[{title: Pays, emotion: 1}, {title: Pays, emotion: 2}]", ["pays", "pays-2"]),
        ("[{title: S, steps: [Pays]}, {title: Pays, emotion: 1}]", ["pays", "pays-2"]),
        ("[{title: Pays, steps: [Asks]}, {title: Pays, emotion: 1}]", ["asks", "pays-2"]),
        ("[{title: Pays, emotion: 1}, {title: S, steps: [{title: X, id: pays}]}]", ["pays-2", "pays"]),
        ("[{title: Pays, id: till, emotion: 1}]", ["till"]),
        ("[{emotion: 1}]", ["stage-1"]),
    ],
)
def test_a_stages_id_is_its_steps_and_no_others(stages: str, ids: list[str]) -> None:
    journey = content(f"-- journeys/a.yml --\ntitle: A\nstages: {stages}\n").journeys["a"]
    assert [step.id for step in journey.steps()] == ids
    assert [stage.id for stage in journey.stages if stage.is_step] == [
        step.id for stage in journey.stages if stage.is_step for step in stage.course
    ]
    assert len({stage.id for stage in journey.stages}) == len(journey.stages)


def test_others_find_a_stage_that_is_a_step() -> None:
    more = "-- opportunities.yml --\nseats: {title: Seats, steps: a#looks-around}\n"
    more += "-- journeys/a.csv --\nstep,metric,date,value\nlooks-around,told,2026-01-01,50\n"
    one = content(STAGE + HOUSE + more)
    first = data(one).stages[0].steps[0]
    assert [opportunity.title for opportunity in first.cells.opportunities] == ["Seats"]
    assert [measure.value for measure in first.touchpoints[0].cells.measures] == ["50\N{NO-BREAK SPACE}%"]


def test_a_stage_without_anything_of_a_step_stays_empty() -> None:
    one = content("-- journeys/a.yml --\ntitle: A\nstages: [{title: S, goal: G, description: D, phase: before}]\n")
    assert list(one.journeys["a"].steps()) == []


def test_a_reference_of_a_stage_is_checked_where_it_stands() -> None:
    text = "-- journeys/a.yml --\ntitle: A\nstages:\n  - title: S\n    channel: nowhere\n"
    with pytest.raises(Broken) as broken:
        read(parse(text))
    assert [(problem.place.line, problem.place.column) for problem in broken.value.problems] == [(4, 14)]


def test_a_filter_keeps_what_the_step_says_as_long_as_it_keeps_one_of_its_columns() -> None:
    steps = ASKS.replace("emotion: 0.4, duration: 10m", "emotion: 0.4, wait: 10m") + PAYS
    shown = data(map_of(steps, HOUSE))
    kept = {choice.id: choice.kept for choice in shown.channels}
    spans = [span for t in shown.stages[0].steps[0].touchpoints for span in t.spans]
    over = [(span.classes, "moment" if span.moment else "effort") for span in spans if span.moment or span.effort]
    web, desk = ({name.split()[0] for name, _ in over if kept[of] in name.split()} for of in ("web", "desk"))
    assert (web, desk) == ({"n1", "n3"}, {"n1", "n3"}), "each stands over columns with one channel or with both"
    assert [kept["desk"] in name.split() for name, what in over if what == "effort"] == [False, True]
    assert ".whole" in shared_css().partition("--filtered-out")[2].partition(";")[0]


def test_a_link_to_a_step_with_several_touchpoints_names_the_step() -> None:
    steps = ASKS + "- {title: Asks again, caused_by: asks}\n- {title: Calls, caused_by: a}"
    cells = [step.cells.avoidable for step in data(map_of(steps, HOUSE)).stages[0].steps]
    assert [(cell.link.title, cell.link.url) for own in cells for cell in own if cell.link] == [
        ("Asks", "#at-a"),
        ("A", "#at-a"),
    ]


def test_the_walkthrough_says_once_what_a_step_says_for_all_of_its_touchpoints() -> None:
    one = map_of(ASKS + "- {title: Pays, wait: 5m, moment_of_truth: Pay?}", HOUSE)
    (stage,) = _figures("walk/a.html", one).stages
    asks, pays = stage.steps
    assert (asks.asks, asks.wait) == ("Stay?", Span.exactly(60))
    assert {(moment.asks, moment.wait) for moment in asks.moments} == {("", None)}
    assert (pays.asks, pays.wait) == ("", None)
    assert [(moment.asks, moment.wait) for moment in pays.moments] == [("Pay?", Span.exactly(5))]
    on_map = {moment.at: moment.risk for moment in moments(line(columns_of(one), "", Scale(), one.evidence))}
    assert (asks.risk, pays.moments[0].risk) == (on_map["asks"], on_map["pays"]), "as on the map"


def test_a_step_may_say_what_rests_on_what_where_touchpoints_say_only_how_it_is_known() -> None:
    touchpoints = "[{title: T, evidence: poll}, {title: U, confidence: assumed}]"
    steps = f"- {{title: A, evidence: talks, confidence: reported, touchpoints: {touchpoints}}}"
    shown = document(map_of(steps, "-- evidence.yml --\ntalks: Talks\npoll: Poll\n"))
    assert {"Talks", "Poll"} <= set(shown.text.split())
