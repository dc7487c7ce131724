"""The summary for executives: where to focus next, in one screen."""

from collections.abc import Mapping

from cjsite.analysis.findings import RuleFinding
from cjsite.analysis.health import Health
from cjsite.analysis.rules import RULES
from cjsite.base.frozen import frozen, replace
from cjsite.base.memo import memo
from cjsite.pages.insights.effort import owing
from cjsite.pages.page import Page, SiteFrame, site_page
from cjsite.summaries.current_opportunities import CurrentOpportunities, current_opportunities
from cjsite.summaries.focus_summary import (
    TOP,
    JourneyFocus,
)
from cjsite.summaries.journey_card import JourneyCard
from cjsite.summaries.links import Link
from cjsite.summaries.moment_of_truth import MomentEntry
from cjsite.summaries.opportunity import OpportunityCard
from cjsite.summaries.review_due import ReviewDue
from cjsite.summaries.site_summary import SiteSummary
from cjsite.text.wording import Wording


@frozen
class OwedByDepartment:
    """How many steps one department could spare customers, on how many journeys; who: '' where nobody is named."""

    who: Link
    steps: int
    journeys: int


@frozen
class FocusLists:
    """Where to focus next: the first of each list, over as-is journeys that are not archived."""

    journeys: int
    cards: tuple[JourneyCard, ...]
    moments: tuple[MomentEntry, ...]
    owed: tuple[OwedByDepartment, ...]
    opportunities: tuple[OpportunityCard, ...]
    doing: int
    reviews: tuple[ReviewDue, ...]


@frozen
class FocusData:
    """What the page shows: the lists, and figures over the same journeys. health: counts
    alone, without feelings. warnings: findings that ask for something."""

    lists: FocusLists
    health: Health
    spared: int
    overdue: int
    warnings: int


@site_page("insights/index.html")
def focus(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Page:
    """Declare the summary for executives."""
    return focus_page(site_focus(site), frame, wording)


def site_focus(site: SiteSummary) -> FocusData:
    """Return what executives see first, of the whole site."""
    return focus_data(site.focus, current_opportunities(site), site.shared_findings, site.department_links)


@memo
def focus_page(data: FocusData, frame: SiteFrame, wording: Wording) -> Page:
    """Return the page of the summary."""
    title, description = wording("insight.focus"), wording("insight.focus.lead")
    return Page("insights/index.html", "insights/focus.html", title, frame, data, description, "insights")


@memo
def focus_data(
    all_maps: JourneyFocus,
    opportunities: CurrentOpportunities,
    shared: tuple[RuleFinding, ...],
    departments: Mapping[str, Link],
) -> FocusData:
    """Return the summary: journeys by need, moments at risk, avoidable effort, opportunities, reviews.

    shared: what is found in what journeys share.
    """
    owed = [
        OwedByDepartment(departments.get(who, Link("")), spare.steps, spare.journeys)
        for who, spare in all_maps.owed
    ]
    owed.sort(key=lambda debt: owing(debt.who, debt.steps))
    return FocusData(
        lists=FocusLists(
            journeys=all_maps.journeys,
            cards=tuple(replace(row, health=Health()) for row in all_maps.cards.first),
            moments=all_maps.moments.first,
            owed=tuple(owed[:TOP]),
            opportunities=opportunities.first[:TOP],
            doing=opportunities.doing,
            reviews=all_maps.reviews.first,
        ),
        # Neither the mean feeling nor a row's counts are shown here: what is not must not render the page again.
        health=replace(all_maps.health, known=0, felt=0.0, mood=0.0),
        spared=sum(debt.steps for debt in owed),
        overdue=all_maps.overdue,
        warnings=all_maps.warnings + sum(map(_is_warning, shared)),
    )


def _is_warning(finding: RuleFinding) -> bool:
    return RULES[finding.code].severity == "warning" and not finding.waived
