"""What a map says openly of itself is found only as long as nothing is done about it."""

import datetime

import pytest

from tests.support.content import content
from tests.support.summary import findings

TODAY = datetime.date(2026, 11, 21)
REST = """
-- departments.yml --
shop: {title: Shop}
store: {title: Store}
-- channels.yml --
counter: {title: Counter, kind: physical, hours: "08:00-18:00"}
phone: {title: Phone, kind: human}
friends: {title: Friends, kind: human, control: none}
dealer: {title: Dealer, kind: physical, control: partner}
-- personas.yml --
ana:
  title: Ana
  channels:
    - {channel: counter, preference: 5, hours: "20:00-21:00"}
    - {channel: phone, preference: 1}
    - {channel: friends, preference: 5}
bo: {title: Bo}
"""


def codes(stages: str, fields: str = "", more: str = "") -> set[str]:
    """Return the codes of what is found in a map of such stages."""
    one = content(f"-- journeys/a.yml --\ntitle: A\n{fields}\nstages: {stages}\n{REST}{more}")
    return {finding.code for finding in findings(one, TODAY)}


def codes_at(steps: str, fields: str = "", more: str = "") -> set[str]:
    """Return the codes of what is found in a map of such steps."""
    return codes(f"[{{title: Buy, phase: during, steps: [{steps}]}}]", fields, more)


PLANS = {
    "status: planned": True,
    "status: doing": True,
    "status: done": True,
    "{owner: shop, due: 2027-01-01}": True,
    "status: idea": False,
    "owner: shop": False,
    "status: dropped": False,
}
SAID = {
    "W101": "title: A, work: {done_by: customer, should_be_by: shop}",
    "W102": "title: A, caused_by: a",
    "W103": "title: A, department: shop, handoff: {to: store, quality: poor}",
    "W104": "title: A, department: shop, handoff: {to: store, quality: late}",
    "F108": "title: A, emotion: -1",
    "F114": "title: A, emotion: -1, functional: 1.5",
}


@pytest.mark.parametrize(("plan", "is_plan"), PLANS.items())
@pytest.mark.parametrize(("code", "step"), SAID.items())
def test_what_the_author_says_is_no_finding_once_something_is_planned(
    code: str, step: str, plan: str, is_plan: bool
) -> None:
    opportunity = f"{{title: Mend it, {plan.strip('{}')}}}"
    assert code in codes_at(f"{{{step}}}")
    assert (code not in codes_at(f"{{{step}, opportunities: {opportunity}}}")) is is_plan


def test_a_registered_opportunity_is_a_plan_too() -> None:
    mend = "-- opportunities.yml --\nmend: {title: Mend it, status: planned, steps: [a#asks]}"
    step = "{title: Asks, work: {done_by: customer, should_be_by: shop}}"
    assert "W101" in codes_at(step)
    assert "W101" not in codes_at(step, more=mend)


def test_failure_demand_is_answered_where_the_failure_is() -> None:
    answer = "opportunities: {title: Say it at once, status: doing}"
    first, second = "title: Orders, id: orders", "{title: Asks, caused_by: orders}"
    assert "W102" in codes_at(f"{{{first}}}, {second}")
    assert "W102" not in codes_at(f"{{{first}, {answer}}}, {second}")
    inside = f"{{title: Shop, {answer}, touchpoints: [{{{first}}}, Pays]}}"
    assert "W102" not in codes_at(f"{inside}, {second}")


def test_a_closed_channel_is_no_finding_once_something_is_planned() -> None:
    step = "title: Pays, channel: counter"
    assert "C105" in codes_at(f"{{{step}}}", "persona: ana")
    assert "C105" not in codes_at(f"{{{step}, opportunities: {{title: Open, status: planned}}}}", "persona: ana")


def test_a_word_without_a_number_is_told_of_beside_one_that_has_one() -> None:
    assert "F102" in codes_at("{title: Pays, emotion: {words: [calm, flabbergasted]}}")
    assert "F102" not in codes_at("{title: Pays, emotion: {words: [calm, happy]}}")
    assert "F102" not in codes_at("{title: Pays, emotion: {words: [calm, flabbergasted], value: 1}}")
