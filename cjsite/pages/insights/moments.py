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

    pivots: tuple[MomentEntry, ...]
    moments: int
    high: int
    some_risk: int
    unplanned: int
    planned: int


@site_page("insights/moments.html")
def moments(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Page:
    """Declare the index of moments of truth."""
    return moments_page(tuple([journey.insights.pivots for journey in site.current]), frame, wording)


@memo
def moments_page(pivots: tuple[tuple[MomentEntry, ...], ...], frame: SiteFrame, wording: Wording) -> Page:
    """Return the index of moments of truth, by their ranks; pivots: of each journey that counts."""
    ranked = sorted(chain.from_iterable(pivots), key=attrgetter("rank"))
    data = MomentsData(
        pivots=tuple(ranked),
        moments=len(ranked),
        high=sum(pivot.risk == "high" for pivot in ranked),
        some_risk=sum(pivot.risk == "some" for pivot in ranked),
        unplanned=sum(pivot.at_risk and not pivot.opportunities for pivot in ranked),
        planned=sum(bool(pivot.opportunities) for pivot in ranked),
    )
    title, description = wording("insight.moments"), wording("insight.moments.lead")
    return Page("insights/moments.html", "insights/moments.html", title, frame, data, description, "insights")
