"""What the rules find: in each journey, in what journeys share, and what authors let stand."""

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from cjsite.analysis.journey_facts import JourneyFacts
from cjsite.analysis.rules import JOURNEY_RULES, SITE_RULES
from cjsite.analysis.rules.rule import Insert, Params, Value
from cjsite.analysis.rules.site_facts import SiteFacts
from cjsite.base.frozen import frozen, replace
from cjsite.base.problem import Place
from cjsite.base.span import Span
from cjsite.model.waiver import SiteWaiver, StepWaiver, Waiver
from cjsite.text.direction import BORROWED, is_borrowed, is_isolate
from cjsite.text.wording import Wording

UNUSED_WAIVER = "S111"


@frozen
class RuleFinding:
    """What a rule found. at, params, place: as in `RuleHit`. waived: why it may stand, '' where it may not."""

    code: str
    at: str
    params: Params
    waived: str = ""
    place: Place | None = None

    def message(self, wording: Wording) -> str:
        """Return what was found, in the theme's words."""
        said = {name: self._said(value, wording) for name, value in self.params}
        return wording(f"rule.{self.code}.message", **said)

    def sentence(self, wording: Wording) -> str:
        """Return the message with a capital letter, as pages show it."""
        message = self.message(wording)
        first = len(BORROWED) if is_borrowed(message) else 1 if is_isolate(message) else 0
        return message[:first] + message[first : first + 1].upper() + message[first + 1 :]

    def _said(self, value: Value, wording: Wording) -> Any:
        if isinstance(value, tuple):
            return wording(f"rule.{self.code}.join").join(self._said(item, wording) for item in value)
        return _inserted(value, wording) if isinstance(value, Insert) else value


def _inserted(insert: Insert, wording: Wording) -> Any:
    if insert.kind == "day":
        return datetime.date.fromisoformat(insert.text)
    if insert.kind == "time":
        return wording.duration(Span(*map(float, insert.text.split())))
    if insert.kind == "near":
        return wording("near", name=insert.text) if insert.text else ""
    return wording(f"term.{insert.text}")


def journey_findings(facts: JourneyFacts) -> tuple[RuleFinding, ...]:
    """Return what the rules find in a journey: by rule, in reading order, each once."""
    order = {name: c.number for c in reversed(facts.columns) for name in (c.step.id, c.id)}
    findings = []
    for rule in JOURNEY_RULES:
        hits = dict.fromkeys(rule.check(facts))
        findings += [RuleFinding(rule.code, h.at, h.params) for h in sorted(hits, key=lambda h: order.get(h.at, 0))]
    steps = {c.id: c.step.id for c in facts.columns}
    return _settle(findings, facts.journey.waive, steps, may_idle=facts.inputs.is_partial)


def site_findings(facts: SiteFacts) -> tuple[RuleFinding, ...]:
    """Return what the rules find in what journeys share."""
    findings = [
        RuleFinding(rule.code, hit.at, hit.params, place=hit.place)
        for rule in SITE_RULES
        for hit in dict.fromkeys(rule.check(facts))
    ]
    return _settle(
        findings, facts.content.settings.waive, {}, may_idle=bool(facts.content.partial or facts.content.elsewhere)
    )


def _settle(
    findings: Sequence[RuleFinding], waivers: Sequence[Waiver], steps: Mapping[str, str], *, may_idle: bool
) -> tuple[RuleFinding, ...]:
    """Mark what is waived; add a finding for each waiver that waives nothing.

    may_idle: whether what a waiver is about may be what readers do not see.
    """
    used: set[int] = set()
    settled = []
    for finding in findings:
        waiver = next((w for w in waivers if _covers(w, finding, steps)), None)
        if waiver is not None:
            used.add(id(waiver))
        settled.append(replace(finding, waived=waiver.because.strip()) if waiver else finding)
    idle = [w for w in waivers if id(w) not in used and not may_idle]
    settled += [RuleFinding(UNUSED_WAIVER, _about(w), (("code", w.code),)) for w in idle]
    return tuple(settled)


def _covers(waiver: Waiver, finding: RuleFinding, steps: Mapping[str, str]) -> bool:
    about = _about(waiver)
    return waiver.code == finding.code and about in ("", finding.at, steps.get(finding.at, finding.at))


def _about(waiver: Waiver) -> str:
    if isinstance(waiver, StepWaiver):
        return waiver.step.rpartition("#")[2]
    return waiver.about if isinstance(waiver, SiteWaiver) else ""
