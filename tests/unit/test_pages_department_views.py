"""The views of a department's page: its own findings, and what its interest asks for."""

import pytest

from cjsite.analysis.rules import RULES
from cjsite.base.problem import Broken
from cjsite.base.span import Span
from cjsite.model.content import Content
from cjsite.model.registry import Department
from cjsite.pages.department import DepartmentData
from cjsite.pages.department_views import DepartmentViews
from cjsite.pages.insights.focus import FocusData
from cjsite.reading.read import read
from cjsite.summaries.toplist import SHOWN
from tests.support.content import content, map_of
from tests.support.files import parse
from tests.support.page import document, page

SITE = """
-- departments.yml --
service: {title: Service, interest: {asks: What hurts, views: [waits, failure-demand, waits, summary]}}
shop: {title: Shop, interest: What people ask before they buy}
store: {title: Store}
board: {title: Board}
scout: {title: Scout}
idle: {title: Idle, interest: {views: needs}}
-- channels.yml --
phone: {title: Phone}
-- personas/mo.md --
---
title: Mo
goals: [Ride today]
---
-- opportunities.yml --
poster: {title: Honest poster, value: 5, owner: scout, status: planned, action: campaign, steps: [a#reads]}
tester: {title: Test ride, value: 4, owner: shop, status: planned, action: budget, steps: [a#reads]}
-- journeys/a.yml --
title: Buying
persona: mo
owner: board
stages:
  - title: Look
    phase: before
    goal: Choose well
    steps:
      - title: Reads
        emotion: -1
        moment_of_truth: {asks: Do I *believe* <i>it</i>?, bails_out: Goes away, bail_rate: 30%}
      - {title: Tries, channel: phone, department: shop, emotion: 1, functional: -1, expectation: It fits}
      - {title: Waits in line, department: shop, moment_of_truth: {kind: second, asks: Stay?}}
  - title: Use
    phase: during
    steps:
      - title: Orders
        channel: phone
        department: service
        functional: 1.5
        emotion: -1
        expectation: One call
        wait: 10m
        handoff: {to: store, wait: 2d, carries: The order, quality: poor}
      - {title: Asks again, department: shop, caused_by: orders, contacts: 1, duration: 5m, emotion: -2}
      - {title: Thinks, moment_of_truth: {kind: first, asks: Buy more?}}
-- journeys/b.yml --
title: Riding
persona: mo
status: archived
stages: [{title: All, steps: [{title: Rides, department: idle, wait: 3d}]}]
-- journeys/c.yml --
title: Riding soon
persona: mo
state: to-be
derived_from: b
stages: [{title: All, goal: Ride, steps: [{title: Rides well, department: idle, wait: 1d}]}]
"""


def _view(name: str, one: Content | None = None) -> DepartmentData:
    shown = page(one or content(SITE), f"departments/{name}.html").data
    assert isinstance(shown, DepartmentData)
    return shown


def _views(name: str, one: Content | None = None) -> DepartmentViews:
    return _view(name, one).views


def _departments(text: str) -> Department:
    return content(f"-- departments.yml --\n{text}").departments["shop"]


def test_an_interest_is_a_text_or_fields() -> None:
    assert _departments("shop: {interest: What hurts}").interest.asks == "What hurts"
    full = _departments("shop: {interest: {asks: What hurts, views: [waits, needs]}}").interest
    assert (full.asks, full.views) == ("What hurts", ("waits", "needs"))
    assert _departments("shop: {interest: {views: needs}}").interest.views == ("needs",)
    assert _departments("shop: {title: Shop}").interest.asks == ""


def test_a_view_that_there_is_not_is_a_problem() -> None:
    with pytest.raises(Broken) as broken:
        _departments("shop: {interest: {views: [wait]}}")
    (problem,) = broken.value.problems
    assert "'wait'" in str(problem) and "waits" in str(problem)


def test_what_is_asked_for_comes_first_in_the_authors_order() -> None:
    view = _views("service")
    assert view.first == ("waits", "failure-demand", "summary")
    assert view.then == ("tipping-points", "needs", "handoffs")
    ids = document(content(SITE), "departments/service.html").ids
    wanted = [
        "meetings", "waits", "failure-demand", "summary", "pains", "tipping-points", "needs", "handoffs",
    ]  # fmt: skip
    assert [one for one in ids if one in wanted] == wanted


def test_a_view_without_matter_is_not_there() -> None:
    view = _views("idle")
    assert (view.first, view.then, view.focus) == ((), (), None), "neither the archive nor a plan counts"
    assert "What customers need of us" not in document(content(SITE), "departments/idle.html").text


def test_tipping_points_come_before_the_purchase_where_the_department_works() -> None:
    moment, other = _views("shop").before_purchase.first
    assert (moment.asks, moment.bail_rate, moment.at_risk, moment.felt.value) == (
        "Do I *believe* <i>it</i>?",
        30.0,
        True,
        -1.0,
    )
    assert (other.asks, other.felt.value, other.opportunities) == ("Buy more?", None, ()), "a second moment is none"
    assert [link.title for link in moment.opportunities] == ["Honest poster", "Test ride"]
    assert [link.title for link in moment.campaigns] == ["Honest poster"]
    assert _views("board").before_purchase.count == 2, "it answers for the map"
    assert _views("store").before_purchase.count == 0
    assert [moment.asks for moment in _views("service").before_purchase.first] == ["Buy more?"], (
        "a kind outweighs a phase"
    )
    shown = document(content(SITE), "departments/shop.html")
    assert "Do I believe <i>it</i>?" in shown.text and "Goes away" in shown.text and "Campaign" in shown.text
    assert "../journeys/a.html#at-reads" in shown.links


def test_needs_are_goals_expectations_and_what_a_touchpoint_is_worth() -> None:
    needs = _views("shop").needs
    assert [(aim.goal, aim.at.title) for aim in needs.aims.first] == [("Choose well", "Tries")]
    assert [(wish.who.title, wish.goals) for wish in needs.wishes] == [("Mo", ("Ride today",))]
    assert [(one.expects, one.outcome) for one in needs.expected.first] == [("It fits", "broken")]
    assert [(one.functional, one.gap) for one in needs.worths.first] == [(-1.0, -2.0)]
    assert needs.broken == 1
    assert "works −1.0" in document(content(SITE), "departments/shop.html").text


def test_unknown_stays_unknown() -> None:
    site = SITE.replace("functional: 1.5\n        emotion: -1", "functional: 1.5")
    needs = _views("service", content(site)).needs
    assert [(one.outcome, one.felt.value) for one in needs.expected.first] == [("kept", None)]
    assert [one.gap for one in needs.worths.first] == [None]
    text = document(content(site), "departments/service.html").text
    assert "kept" in text and "feels not known" in text
    silent = content(site.replace("functional: 1.5", ""))
    assert [one.outcome for one in _views("service", silent).needs.expected.first] == [None]
    assert "nobody says" in document(silent, "departments/service.html").text


def test_what_is_broken_and_what_differs_most_comes_first() -> None:
    steps = """
- {title: Kept, department: shop, emotion: 1, functional: 1, expectation: Kept}
- {title: Nobody says, department: shop, emotion: -2, expectation: Open}
- {title: More, department: shop, functional: 2, expectation: Exceeded, promise: exceeded}
- {title: Broken, department: shop, emotion: -2, functional: -1, expectation: Broken, caused_by: kept}
"""
    views = _views("shop", map_of(steps, "-- departments.yml --\nshop: {title: Shop}\n"))
    assert [one.expects for one in views.needs.expected.first] == ["Broken", "Open", "Kept", "Exceeded"]
    assert [one.gap for one in views.needs.worths.first] == [1.0, 0.0, None]
    assert (views.failures.caused.count, views.failures.landed.count) == (1, 0), "its own failure lands with itself"


def test_the_longest_waits_are_those_of_customers_and_of_cases() -> None:
    told = [(wait.at.title, wait.minutes, wait.way, wait.planned) for wait in _views("service").waits.first]
    assert told == [("Orders", Span.exactly(2880), "to", None), ("Orders", Span.exactly(10), "customer", False)]
    (wait,) = _views("store").waits.first
    assert (wait.way, wait.other and wait.other.title) == ("from", "Service")
    assert "the case lies, from Service to us" in document(content(SITE), "departments/store.html").text


def test_failure_demand_stands_with_who_caused_it_and_where_it_lands() -> None:
    caused, landed = _views("service").failures, _views("shop").failures
    assert [(one.at.title, one.cause) for one in caused.caused.first] == [("Asks again", "Orders")]
    assert (caused.journeys, caused.caused.first[0].minutes, caused.landed.count) == (1, Span.exactly(5), 0)
    assert [(one.at.title, one.who.title) for one in landed.landed.first] == [("Asks again", "Service")]
    assert (landed.caused.count, landed.journeys) == (0, 0)


def test_the_summary_is_for_those_who_ask_and_those_who_only_lead() -> None:
    focus = page(content(SITE), "insights/index.html").data
    assert isinstance(focus, FocusData)
    assert [name for name in ("service", "shop", "store", "board", "scout", "idle") if _views(name).focus] == [
        "service", "board", "scout",
    ]  # fmt: skip
    assert _views("board").focus == focus.lists
    assert _views("board").first == ("summary",)
    shown = document(content(SITE), "departments/scout.html")
    assert "Where to focus next" in shown.text and "Honest poster" in shown.text
    assert "does not appear on any map" not in shown.text


def test_findings_are_those_where_it_works_warnings_first() -> None:
    findings = _views("service").findings
    places = {finding.entry.at.url for finding in findings.listed.first}
    assert places == {"journeys/a.html#at-orders"}
    warns = [finding.warns for finding in findings.listed.first]
    assert warns == sorted(warns, reverse=True) and len(set(warns)) == 2
    assert findings.warnings == sum(warns)
    (own,) = findings.maps.first
    assert (own.findings.url, own.count) == ("findings/a.html", findings.listed.count)
    assert "../findings/a.html" in document(content(SITE), "departments/service.html").links


def test_findings_of_a_whole_map_are_its_owners() -> None:
    findings = _views("board").findings.listed.first
    assert {finding.entry.at.url for finding in findings} == {"journeys/a.html"}
    assert "S101" in {finding.code for finding in findings}, "this map names no goal of the customer"


def test_a_finding_that_may_stand_is_left_out() -> None:
    before = _views("service").findings.listed.first
    code = before[0].code
    waiver = f"owner: board\nwaive: [{{code: {code}, because: We know}}]\n"
    waived = read(parse(SITE.replace("owner: board\n", waiver)), RULES)
    after = _views("service", waived).findings.listed.first
    assert after == tuple(finding for finding in before if finding.code != code)


def test_findings_of_plans_count_and_those_of_the_archive_do_not() -> None:
    assert {one.findings.title for one in _views("idle").findings.maps.first} == {"Riding soon"}


def test_a_long_list_says_how_much_more_there_is() -> None:
    steps = "".join(f"      - {{title: Step {n}, channel: phone, department: shop}}\n" for n in range(40))
    site = f"""
-- departments.yml --
shop: {{title: Shop}}
-- channels.yml --
phone: {{title: Phone}}
-- journeys/a.yml --
title: A
stages:
  - title: S
    steps:
{steps}"""
    listed = _views("shop", content(site)).findings.listed
    assert (len(listed.first), listed.count > SHOWN) == (SHOWN, True)
    more = f"{listed.count - SHOWN} more stand on the pages of the maps."
    assert more in document(content(site), "departments/shop.html").text
