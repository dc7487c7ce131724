"""Every moment of truth of every map in one list: where customers decide whether to go on."""

from itertools import chain
from operator import attrgetter

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.pages.page import Page, SiteFrame, list_page
from cjsite.pages.paging import Paging
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


def _whole(site: SiteSummary) -> MomentsData:
    return all_moments(tuple([journey.insights.moments for journey in site.current]))


@list_page("insights/moments.html", lambda site: site.lengths.moments)
def moments(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the index of moments of truth."""
    data = site.once(_whole)
    return moments_page(data, paging, frame, wording)


@memo(by="paging")
def moments_page(data: MomentsData, paging: Paging, frame: SiteFrame, wording: Wording) -> Page:
    """Return the index of moments of truth, or a page on which it goes on."""
    title, description = wording("insight.moments"), wording("insight.moments.lead")
    url, own = paging.address(paging.number), paging.part(data, "entries")
    return Page(url, "insights/moments.html", title, frame, own, description, "insights", paging=paging)


@memo
def all_moments(by_journey: tuple[tuple[MomentEntry, ...], ...]) -> MomentsData:
    """Return the moments of truth by their ranks; by_journey: of each journey that counts."""
    ranked = sorted(chain.from_iterable(by_journey), key=attrgetter("rank"))
    return MomentsData(
        entries=tuple(ranked),
        moments=len(ranked),
        high=sum(moment.risk == "high" for moment in ranked),
        some_risk=sum(moment.risk == "some" for moment in ranked),
        unplanned=sum(moment.at_risk and not moment.opportunities for moment in ranked),
        planned=sum(bool(moment.opportunities) for moment in ranked),
    )
