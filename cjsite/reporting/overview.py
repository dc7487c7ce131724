"""Findings counted by their rules, the most useful first, for people who have many of them."""

from collections.abc import Iterable, Sequence

from cjsite.base.frozen import frozen
from cjsite.base.problem import Finding, Problem, Severity, count, use_order
from cjsite.reporting.one_line import one_line
from cjsite.reporting.report import as_text, shown

MOST = 5
"""How many rules are named to begin with."""


@frozen
class RuleCount:
    """How many findings of one rule may not stand, and the first of them by its place."""

    code: str
    severity: Severity
    places: int
    first: Finding


def by_rule(findings: Iterable[Finding]) -> tuple[RuleCount, ...]:
    """Return the rules that find what may not stand, in the order of `use_order`."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        if not finding.waived:
            groups.setdefault(finding.code, []).append(finding)
    counts = [RuleCount(code, own[0].severity, len(own), min(own)) for code, own in groups.items()]
    return tuple(sorted(counts, key=lambda rule: use_order(rule.severity, rule.places, rule.code)))


def as_summary(problems: Sequence[Problem], findings: Sequence[Finding], content: str) -> str:
    """Return every problem as `as_text` tells it, and one line a rule: how often it finds something, and what."""
    rules = by_rule(findings)
    width = max((len(str(one.places)) for one in rules), default=0)
    lines = [one_line(f"{one.places:>{width}} {one.severity:<7} {one.code} {one.first.title}") for one in rules]
    return "\n".join([*([as_text(problems, (), content)] if problems else []), *lines])


def most_useful(findings: Sequence[Finding], content: str, most: int | None = MOST, few: int = MOST) -> str:
    """Return what to begin with, one line a rule; '' where there are no more than a `few` findings.

    most: how many rules are named; None for all.
    """
    rules = by_rule(findings)
    if sum(one.places for one in rules) <= few:
        return ""
    lines = [
        f"  {one.severity} {one.code} in {count(one.places, 'place')}, first {shown(one.first.place, content)}: "
        f"{one_line(f'{one.first.title}. {one.first.advice}')}"
        for one in rules[:most]
    ]
    return "\n".join(["Most useful to begin with:", *lines])


def reasons(findings: Sequence[Finding]) -> str:
    """Return why each rule that finds something looks for it, one line a rule."""
    rules = by_rule(findings)
    return "\n".join(["Why they matter:", *(f"  {one.code} {one.first.why}" for one in rules)]) if rules else ""
