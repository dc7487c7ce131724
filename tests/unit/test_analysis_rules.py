"""Every rule fires on its example and is silent on the same put right."""

import datetime
import re
from typing import Any

import pytest
import yaml

from cjsite.analysis.rules import CODES, RULES
from cjsite.base.problem import Broken, Finding
from cjsite.model.content import Content
from cjsite.reading.read import read
from tests.support.summary import findings

TODAY = datetime.date(2026, 11, 21)
STEP = "orders"
REGISTRIES: dict[str, Any] = yaml.safe_load("""
departments: {shop: {title: Shop}, store: {title: Store}, nightshift: {title: Night shift}}
channels:
  counter: {title: Counter, kind: physical, hours: "07:00-19:00"}
  desk: {title: Night desk, kind: human, hours: "19:00-20:00"}
  phone: {title: Phone, kind: human}
  friends: {title: Friends, kind: human, control: none}
evidence:
  talks: {title: Talks, source: customer, date: "2026-05-01", n: 20}
  interviews: {title: Interviews, source: customer, date: "2026-06-01", n: 12}
  advisers: {title: Advisers' view, source: employee, date: "2026-06-01", n: 9}
  old-interviews: {title: Old interviews, source: customer, date: "2023-06-01", n: 12}
  three-people: {title: Three people, source: customer, date: "2026-06-01", n: 3}
personas:
  ana:
    title: Ana
    evidence: [interviews]
    channels:
      - {channel: counter, preference: 5, hours: "07:30-08:00"}
      - {channel: desk, preference: 3, hours: "08:00-09:00"}
      - {channel: phone, preference: 1}
opportunities:
  shorter-queue:
    {title: A shorter queue, value: 4, effort: 2, owner: shop, status: planned, due: "2027-03-01",
     evidence: [interviews], steps: [rest#waits]}
""")
JOURNEY: dict[str, Any] = yaml.safe_load("""
title: A coffee on the way
persona: ana
goal: Be awake at nine
business_goal: People come back
owner: shop
status: published
version: "1"
reviewed_on: "2026-09-01"
stages:
  - title: Hear
    phase: before
    steps:
      - {title: Hears of it, channel: friends, emotion: 0, actions: Asks, evidence: [interviews, talks]}
  - title: Buy
    phase: during
    steps:
      - title: Orders
        id: orders
        channel: counter
        department: shop
        emotion: 0
        actions: Says what
        importance: 3
        duration: 1m
        evidence: [interviews]
  - title: Drink
    phase: after
    steps:
      - title: Drinks
        id: drinks
        channel: counter
        department: shop
        backstage: {department: store, does: Fills up}
        emotion: 1.5
        actions: Sits down
        evidence: [interviews]
""")
# What else there is, so that nothing in the registries is without a use.
REST: dict[str, Any] = yaml.safe_load("""
title: The rest
status: archived
stages:
  - title: Rest
    steps:
      - {title: Waits, id: waits, channel: desk, department: nightshift, evidence: [advisers, old-interviews]}
      - {title: Calls, id: calls, channel: phone, department: shop, evidence: [three-people, talks]}
""")
BASIS: dict[str, Any] = {**JOURNEY, "title": "The basis", "stages": [
    {"title": "Buy", "steps": [{"title": "Pays", "contacts": 2}]},
]}  # fmt: skip


def _files(level: str, fragment: Any) -> dict[str, bytes]:
    """Return content that is complete but for the fragment."""
    registries = yaml.safe_load(yaml.safe_dump(REGISTRIES))
    journey = yaml.safe_load(yaml.safe_dump(JOURNEY))
    extra: list[str] = []
    if level == "journey":
        journey.update(fragment)
    elif level == "step":
        # The fragment takes the place of the ordering step's fields, all others stay.
        step = journey["stages"][1]["steps"][0]
        step.update({"id": STEP, **fragment})
    else:
        extra = fragment.pop("files", [])
        for registry, entries in fragment.items():
            for name, fields in entries.items():
                registries[registry][name] = {**registries[registry].get(name, {}), **fields}
    journeys = {"coffee": journey, "rest": REST, "basis": BASIS}
    files = {f"{name}.yml": _dump(entries) for name, entries in registries.items()}
    files |= {f"journeys/{name}.yml": _dump(fields) for name, fields in journeys.items()}
    files["journeys/cup.svg"] = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    return files | dict.fromkeys(extra, b"?")


def _dump(value: object) -> bytes:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, default_flow_style=False).encode()


def _content(level: str, text: str) -> Content:
    read_date = re.sub(r"(\d{4}-\d\d-\d\d)", r"'\1'", text)
    fragment = yaml.safe_load(read_date)
    if isinstance(fragment, dict):
        return read(_files(level, fragment), CODES)
    raise AssertionError(f"not fields: {text}")


def _found(level: str, text: str) -> list[Finding]:
    every = findings(_content(level, text), TODAY)
    # Only the map that the fragment stands in counts, and what the site shares.
    return [f for f in every if not f.place.path.startswith(("journeys/rest", "journeys/basis"))]


def test_a_complete_map_has_no_findings() -> None:
    assert [str(f.place) + f.code + f.message for f in _found("journey", "{}")] == []


@pytest.mark.parametrize("code", RULES)
def test_fires(code: str) -> None:
    rule = RULES[code]
    assert code in {f.code for f in _found(rule.level, rule.example)}


@pytest.mark.parametrize("code", RULES)
def test_silent(code: str) -> None:
    rule = RULES[code]
    assert code not in {f.code for f in _found(rule.level, rule.mended)}


@pytest.mark.parametrize("code", RULES)
def test_is_written_to_be_read(code: str) -> None:
    rule = RULES[code]
    assert re.fullmatch(r"[EFCWRS]\d{3}", code)
    assert rule.why.endswith(".") and rule.advice.endswith((".", "?"))
    assert len(rule.title) <= 60


def test_there_are_enough() -> None:
    assert len(RULES) >= 35


def test_a_waiver_lets_stand_and_says_why() -> None:
    found = _found("journey", "{goal: '', waive: {code: S101, because: The client decides in May}}")
    assert [(f.code, f.waived) for f in found] == [("S101", "The client decides in May")]


def test_a_waiver_may_be_for_one_step() -> None:
    (one,) = _found("step", "{channel: counter, department: ''}")
    waived = "{waive: {code: C107, because: It is being built, step: %s}, stages: %s}"
    stages = JOURNEY["stages"][1]["steps"][0] | {"department": ""}
    every = [*JOURNEY["stages"][:1], {"title": "Buy", "phase": "during", "steps": [stages]}, JOURNEY["stages"][2]]
    shown = yaml.safe_dump(every, default_flow_style=True, width=10_000).strip()
    right = _found("journey", waived % ("orders", shown))
    assert [(f.code, f.waived) for f in right] == [(one.code, "It is being built")]
    wrong = _found("journey", waived % ("drinks", shown))
    assert {(f.code, f.waived) for f in wrong} == {("C107", ""), ("S111", "")}


@pytest.mark.parametrize(
    ("waiver", "message"),
    [
        ("{code: S101}", "`because` is missing"),
        ("{code: S101, because: ' '}", "a waiver needs a reason"),
        ("{code: S999, because: Why not}", "there is no finding 'S999'"),
        ("{code: S101, because: No, step: nowhere}", "there is no step 'nowhere' in coffee"),
    ],
)
def test_a_bad_waiver_is_a_problem(waiver: str, message: str) -> None:
    with pytest.raises(Broken) as broken:
        _content("journey", f"waive: {waiver}")
    (problem,) = broken.value.problems
    assert problem.message == message
    assert problem.place.path == "journeys/coffee.yml"
    assert problem.place.line > 1
