"""Every moment of truth of every map in one list: where customers decide whether to go on."""

from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.base.rows import Rows
from cjsite.pages.page import Page, SiteFrame, list_page
from cjsite.pages.paging import Paging
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.moment_of_truth import MomentEntry
from cjsite.summaries.site_summary import SiteSummary
from cjsite.text.wording import Wording


@frozen
class MomentsData:
    """What the page shows: as-is journeys that are not archived; high, some_risk: by their risk.

    unplanned: at risk, and nothing is planned.
    """

    entries: Sequence[MomentEntry]
    moments: int
    high: int
    some_risk: int
    unplanned: int
    planned: int


def _whole(site: SiteSummary) -> MomentsData:
    return all_moments(site.current)


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
def all_moments(journeys: tuple[JourneySummary, ...]) -> MomentsData:
    """Return the moments of truth by their ranks; journeys: those that count."""
    risks: Counter[str] = Counter()
    unplanned = planned = 0
    ranked = []
    for journey in journeys:
        for number, moment in enumerate(journey.insights.moments):
            ranked.append((moment.rank, (journey, number)))
            risks[moment.risk] += 1
            planned += bool(moment.opportunities)
            unplanned += moment.at_risk and not moment.opportunities
    ranked.sort(key=itemgetter(0))
    return MomentsData(
        entries=Rows([place for _, place in ranked], _moment),
        moments=len(ranked),
        high=risks["high"],
        some_risk=risks["some"],
        unplanned=unplanned,
        planned=planned,
    )


def _moment(place: tuple[JourneySummary, int]) -> MomentEntry:
    journey, number = place
    return journey.insights.moments[number]
