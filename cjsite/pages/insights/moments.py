"""Every moment of truth of every map in one list: where customers decide whether to go on."""

from itertools import chain
from operator import attrgetter

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.pages.page import Page, SiteFrame, site_page
from cjsite.summaries.moment_of_truth import MomentEntry
from cjsite.summaries.site_summary import SiteSummary
from cjsite.text.wording import Wording


@frozen
class MomentsData:
    """What the page shows: as-is journeys that are not archived; high, some_risk: by their risk.

    unplanned: at risk, and nothing is planned.
    """

    entries: tuple[MomentEntry, ...]
    moments: int
    high: int
    some_risk: int
    unplanned: int
    planned: int


@site_page("insights/moments.html")
def moments(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Page:
    """Declare the index of moments of truth."""
    return moments_page(tuple([journey.insights.moments for journey in site.current]), frame, wording)


@memo
def moments_page(by_journey: tuple[tuple[MomentEntry, ...], ...], frame: SiteFrame, wording: Wording) -> Page:
    """Return the index of moments of truth, by their ranks; by_journey: of each journey that counts."""
    ranked = sorted(chain.from_iterable(by_journey), key=attrgetter("rank"))
    data = MomentsData(
        entries=tuple(ranked),
        moments=len(ranked),
        high=sum(moment.risk == "high" for moment in ranked),
        some_risk=sum(moment.risk == "some" for moment in ranked),
        unplanned=sum(moment.at_risk and not moment.opportunities for moment in ranked),
        planned=sum(bool(moment.opportunities) for moment in ranked),
    )
    title, description = wording("insight.moments"), wording("insight.moments.lead")
    return Page("insights/moments.html", "insights/moments.html", title, frame, data, description, "insights")
