"""What was found in one map, or in any number of maps put together."""

from collections.abc import Iterable
from functools import partial

from cjsite.analysis.findings import RuleFinding
from cjsite.base.frozen import frozen, replace
from cjsite.base.rollup import ByName, Rollup, concatenated
from cjsite.summaries.finding_entry import FindingEntry
from cjsite.summaries.journey_insights import JourneyInsights
from cjsite.summaries.links import Link
from cjsite.summaries.toplist import TopList
from cjsite.summaries.urls import findings_url

SHOWN = 40
"""How many findings of one rule the page of the whole site lists."""


@frozen
class FindingsSummary:
    """What was found in one map, or in many. standing: what may not stand, by the rule's code.

    waived: what may, with its code. maps: of each its findings, itself, and its numbers of warnings and notes.
    """

    standing: tuple[tuple[str, TopList[FindingEntry]], ...] = ()
    waived: tuple[tuple[str, FindingEntry], ...] = ()
    maps: tuple[tuple[Link, Link, int, int], ...] = ()


def findings_summary(insights: JourneyInsights) -> FindingsSummary:
    """Return what was found in one map."""
    own = Link(insights.journey.title, findings_url(insights.card.id))
    summary = listed_findings(zip(insights.findings, insights.finding_entries, strict=True), SHOWN)
    return replace(summary, maps=((own, insights.journey, insights.warnings, insights.notes),))


roll_up_findings = Rollup(
    FindingsSummary, standing=ByName(partial(TopList.merged, most=SHOWN)), waived=concatenated, maps=concatenated
)
"""Puts what was found in many maps together."""


def listed_findings(findings: Iterable[tuple[RuleFinding, FindingEntry]], most: int) -> FindingsSummary:
    """Return findings with their entries by rule, `most` of each; those that may stand apart."""
    by_code: dict[str, list[FindingEntry]] = {}
    waived = []
    for finding, entry in findings:
        if finding.waived:
            waived.append((finding.code, entry))
        else:
            by_code.setdefault(finding.code, []).append(entry)
    return FindingsSummary(
        tuple((code, TopList.of(entries, most)) for code, entries in by_code.items()), tuple(waived)
    )
