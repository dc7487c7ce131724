"""Findings: of each map, of the site, and the catalogue of everything that is looked for."""

from collections.abc import Mapping

from cjsite.analysis.findings import RuleFinding
from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.rules import RULES, AnyRule
from cjsite.analysis.rules.rule import in_words
from cjsite.base.frozen import frozen, replace
from cjsite.base.memo import memo
from cjsite.base.problem import use_order
from cjsite.pages.page import Page, SiteFrame, list_page, site_page
from cjsite.pages.paging import Paging
from cjsite.summaries.finding_entry import FindingEntry
from cjsite.summaries.findings_summary import SHOWN, FindingsSummary, listed_findings, roll_up_findings
from cjsite.summaries.journey_summary import journey_summary
from cjsite.summaries.links import Link
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.toplist import TopList
from cjsite.summaries.urls import findings_url
from cjsite.text.wording import Wording

GROUPS = ("E", "F", "C", "W", "R", "S")


@frozen
class RuleEntry:
    """A rule in the catalogue, with an example; count: how often it finds something that may not stand."""

    code: str
    severity: str
    example: str
    mended: str
    count: int


@frozen
class FindingGroup:
    """The first findings of one rule; the rest stand on the pages of their maps."""

    code: str
    severity: str
    entries: TopList[FindingEntry]


@frozen
class FindingsData:
    """What the page shows. journey: the map it is about (no address: the site). maps: the count of each map.

    standing: how many may stand, on all pages of the list.
    """

    journey: Link
    groups: tuple[FindingGroup, ...]
    waived: tuple[tuple[str, FindingEntry], ...]
    standing: int
    warnings: int
    notes: int
    maps: tuple[tuple[Link, Link, int, int], ...]


@frozen
class CatalogueData:
    """Every rule by the letter of its group."""

    groups: tuple[tuple[str, tuple[RuleEntry, ...]], ...]
    total: int


def _whole(site: SiteSummary) -> FindingsData:
    return all_findings(site.map_findings, site.shared_findings)


@list_page("insights/findings.html", lambda site: site.lengths.maps)
def findings(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the findings of all maps."""
    return findings_page(site.once(_whole), paging, frame, wording)


@site_page("insights/catalogue.html")
def catalogue(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Page:
    """Declare the catalogue of rules."""
    return catalogue_page(site.map_findings, site.shared_findings, frame, wording)


@memo(by="paging")
def findings_page(data: FindingsData, paging: Paging, frame: SiteFrame, wording: Wording) -> Page:
    """Return the findings of all maps and of what they share, or a page on which the list of maps goes on."""
    own = paging.part(data, "maps", "waived")
    if paging.continues:
        own = replace(own, groups=())
    title, description = wording("insight.findings"), wording("insight.findings.lead")
    url = paging.address(paging.number)
    return Page(url, "insights/findings.html", title, frame, own, description, "insights", paging=paging)


@memo
def all_findings(finds: FindingsSummary, shared: tuple[RuleFinding, ...]) -> FindingsData:
    """Return the findings of all maps, `finds`, and of what they share."""
    return _data(Link(""), roll_up_findings((finds, _shared(shared))))


def journey_findings_page(inputs: JourneyInput, frame: SiteFrame, wording: Wording) -> Page:
    """Return the findings of one map, all of them."""
    insights = journey_summary(inputs).insights
    own = listed_findings(insights.finding_entries, len(insights.finding_entries))
    data = _data(insights.journey, own)
    title = wording("insight.findings.of", title=insights.journey.title)
    return Page(findings_url(insights.card.id), "insights/findings.html", title, frame, data, "", "insights")


@memo
def catalogue_page(
    finds: FindingsSummary, shared: tuple[RuleFinding, ...], frame: SiteFrame, wording: Wording
) -> Page:
    """Return the catalogue of rules, each with an example."""
    counts = {code: entries.count for code, entries in roll_up_findings((finds, _shared(shared))).standing}
    groups = ((letter, [rule for code, rule in RULES.items() if code.startswith(letter)]) for letter in GROUPS)
    data = CatalogueData(
        tuple((letter, tuple(_rule(rule, counts, wording) for rule in rules)) for letter, rules in groups),
        len(RULES),
    )
    title, description = wording("insight.catalogue"), wording("insight.catalogue.lead")
    return Page("insights/catalogue.html", "insights/catalogue.html", title, frame, data, description, "insights")


def _shared(findings: tuple[RuleFinding, ...]) -> FindingsSummary:
    every = (FindingEntry(finding, Link(""), Link(str(finding.place or ""))) for finding in findings)
    return listed_findings(every, SHOWN)


def _rule(rule: AnyRule, counts: Mapping[str, int], wording: Wording) -> RuleEntry:
    example, mended = in_words(rule.example, wording), in_words(rule.mended, wording)
    return RuleEntry(rule.code, rule.severity, example, mended, counts.get(rule.code, 0))


def _data(journey: Link, finds: FindingsSummary) -> FindingsData:
    groups = [FindingGroup(code, RULES[code].severity, entries) for code, entries in finds.standing]
    groups.sort(key=lambda group: use_order(group.severity, group.entries.count, group.code))
    counts = {s: sum(g.entries.count for g in groups if g.severity == s) for s in ("warning", "note")}
    waived = finds.waived
    return FindingsData(journey, tuple(groups), waived, len(waived), counts["warning"], counts["note"], finds.maps)
