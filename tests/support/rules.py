"""Content that no rule finds anything in, and what is found when a part of it is another one."""

import copy
import datetime
import re
from functools import cache
from typing import Any

import yaml

from cjsite.analysis.findings import RuleFinding
from cjsite.analysis.rules import CODES, RULES
from cjsite.analysis.rules.rule import in_words
from cjsite.base.frozen import replace
from cjsite.base.problem import Finding
from cjsite.model.content import Content
from cjsite.model.file_history import FileHistory
from cjsite.reading.read import read
from tests.support.page import wording as words
from tests.support.summary import summary

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
metrics: {till-time: {title: Minutes at the till, unit: min, target: 3, better: lower}}
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
      - title: Hears of it
        id: hears-of-it
        channel: friends
        emotion: 0
        actions: Asks
        evidence: [interviews, talks]
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
    {"title": "Buy", "steps": [{"title": "Pays", "contacts": 2, "pain_points": {"text": "10 min", "severity": 5}}]},
]}  # fmt: skip
MEASURED = b"step,metric,date,value\norders,csat,2026-09-10,3\n"


def _files(level: str, fragment: Any, language: str) -> dict[str, bytes]:
    """Return content that is complete but for the fragment."""
    registries = copy.deepcopy(REGISTRIES)
    journey = copy.deepcopy(JOURNEY)
    extra: dict[str, str] = {}
    changed: dict[str, dict[str, Any]] = {}
    site: dict[str, Any] = {"title": "Coffee", "language": language}
    if level == "journey":
        journey.update(fragment)
    elif level == "step":
        # The fragment takes the place of the ordering step's fields, all others stay.
        step = journey["stages"][1]["steps"][0]
        step.update({"id": STEP, **fragment})
    else:
        named = fragment.pop("files", {})
        extra = named if isinstance(named, dict) else dict.fromkeys(named, "?")
        changed = fragment.pop("journeys", {})
        site["redirects"] = fragment.pop("redirects", {})
        fragment.pop("renamed", {})
        for registry, entries in fragment.items():
            for name, fields in entries.items():
                registries[registry][name] = {**registries[registry].get(name, {}), **fields}
    journeys = {"coffee": journey, "rest": REST, "basis": BASIS}
    journeys |= {name: journeys[name] | fields for name, fields in changed.items()}
    files = {f"{name}.yml": _dump(entries) for name, entries in registries.items()}
    files["site.yml"] = _dump(site)
    files |= {f"journeys/{name}.yml": _dump(fields) for name, fields in journeys.items()}
    if f"id: {STEP}\n".encode() in files["journeys/coffee.yml"]:
        files["journeys/coffee.csv"] = MEASURED
    files["journeys/cup.svg"] = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'
    return files | {name: text.encode() for name, text in extra.items()}


def _dump(value: object) -> bytes:
    dumped = yaml.dump(value, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return bytes(dumped, "utf-8")


def content(level: str, text: str, language: str = "en") -> Content:
    """Return content that is complete but for the fields in `text`, which stand at a rule's level."""
    read_date = re.sub(r"(\d{4}-\d\d-\d\d)", r"'\1'", text)
    fragment = yaml.safe_load(read_date)
    if isinstance(fragment, dict):
        # What the history would have to tell of it is what the fragment says has another name.
        named = {**fragment.get("renamed", {}), **fragment.get("redirects", {})}
        renamed = {f"journeys/{old}.yml": f"journeys/{new}.yml" for old, new in named.items()}
        return replace(read(_files(level, fragment, language), CODES), history=FileHistory({}, renamed))
    raise AssertionError(f"not fields: {text}")


def found(level: str, text: str, language: str = "en") -> list[Finding]:
    """Return what is found in such content, in the words of its language."""
    every = summary(content(level, text, language), TODAY).findings(words(language))
    # Only the map that the fragment stands in counts, and what the site shares.
    return [f for f in every if not f.place.path.startswith(("journeys/rest", "journeys/basis"))]


@cache
def hits(code: str) -> tuple[RuleFinding, ...]:
    """Return what a rule finds in its example, as code and parameters."""
    rule = RULES[code]
    one = content(rule.level, in_words(rule.example, words()))
    site = summary(one, TODAY)
    every = [hit for insights in site.insights for hit in insights.findings]
    return tuple(hit for hit in (*every, *site.shared_findings) if hit.code == code)
