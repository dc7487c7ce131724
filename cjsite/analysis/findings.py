"""What the rules find: in each journey, in what journeys share, and what authors let stand."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cjsite.analysis.case import Case, Facts, cases, facts
from cjsite.analysis.rules import JOURNEY_RULES, RULES, SITE_RULES
from cjsite.analysis.rules.library import Library, library, names
from cjsite.memory import Memory
from cjsite.model.content import Content
from cjsite.model.waiver import SiteWaiver, StepWaiver, Waiver
from cjsite.problem import Finding, Place

UNUSED_WAIVER = "S111"


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """What a rule found. at: as in `Hit`. waived: why it may stand, '' where it may not."""

    code: str
    message: str
    at: str = ""
    waived: str = ""


def journey_findings(known: Facts) -> tuple[Found, ...]:
    """Return what the rules find in a journey: by rule, in reading order, each once."""
    order = {name: c.number for c in reversed(known.columns) for name in (c.step.id, c.id)}
    found = []
    for rule in JOURNEY_RULES:
        hits = dict.fromkeys(rule.check(known))
        found += [Found(rule.code, h.message, h.at) for h in sorted(hits, key=lambda h: order.get(h.at, 0))]
    return _settle(found, known.journey.waive, {c.id: c.step.id for c in known.columns})


def _found(case: Case) -> tuple[Found, ...]:
    return journey_findings(facts(case))


def site_findings(known: Library) -> tuple[Found, ...]:
    """Return what the rules find in what journeys share."""
    found = [Found(rule.code, h.message, h.at) for rule in SITE_RULES for h in dict.fromkeys(rule.check(known))]
    return _settle(found, known.content.settings.waive, {})


def findings(content: Content, today: datetime.date, memory: Memory | None = None) -> tuple[Finding, ...]:
    """Return every finding of the content with its place, sorted by place; waived ones say why.

    memory: keeps each journey's findings for as long as what they depend on stays the same.
    """
    remember = memory or Memory()
    found: list[Finding] = []
    for name, case in cases(content, today).items():
        places = content.places[f"journey/{name}"]
        found += [_placed(one, places.get(one.at, places[""])) for one in remember(_found, name, case)]
    known = {name: remember(names, name, journey) for name, journey in content.journeys.items()}
    found += [_placed(one, _place(one.at, content)) for one in site_findings(library(content, known, today))]
    return tuple(sorted(found))


def _settle(found: Sequence[Found], waivers: Sequence[Waiver], steps: Mapping[str, str]) -> tuple[Found, ...]:
    """Mark what is waived; add a finding for each waiver that waives nothing."""
    used: set[int] = set()
    settled = []
    for one in found:
        waiver = next((w for w in waivers if _covers(w, one, steps)), None)
        if waiver is not None:
            used.add(id(waiver))
        settled.append(Found(one.code, one.message, one.at, waiver.because.strip()) if waiver else one)
    idle = [w for w in waivers if id(w) not in used]
    settled += [Found(UNUSED_WAIVER, f"the waiver of {w.code} waives nothing", _about(w)) for w in idle]
    return tuple(settled)


def _covers(waiver: Waiver, found: Found, steps: Mapping[str, str]) -> bool:
    about = _about(waiver)
    return waiver.code == found.code and about in ("", found.at, steps.get(found.at, found.at))


def _about(waiver: Waiver) -> str:
    if isinstance(waiver, StepWaiver):
        return waiver.step.rpartition("#")[2]
    return waiver.about if isinstance(waiver, SiteWaiver) else ""


def _place(at: str, content: Content) -> Place:
    return content.places[at][""] if at in content.places else Place(at or "site.yml")


def _placed(found: Found, place: Place) -> Finding:
    rule = RULES[found.code]
    return Finding(place, found.code, rule.severity, found.message, rule.advice, rule.title, rule.why, found.waived)
