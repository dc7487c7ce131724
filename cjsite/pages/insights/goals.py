"""Goals: what each map is for, how journeys end and what brings customers back, and the key interactions."""

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.pages.page import Page, SiteFrame, list_page
from cjsite.pages.paging import Paging
from cjsite.summaries.journey_purpose import JourneyPurpose
from cjsite.summaries.site_summary import SiteSummary
from cjsite.text.wording import Wording


@frozen
class GoalsData:
    """What the page shows: as-is journeys that are not archived.

    maps: how many these are.

    aimed: those with a goal of the organisation; ending: those that say how they end or what brings customers back;
    key: those with key interactions.
    """

    purposes: tuple[JourneyPurpose, ...]
    maps: int
    aimed: int
    ending: tuple[JourneyPurpose, ...]
    returning: int
    leaving: int
    key: tuple[JourneyPurpose, ...]
    interactions: int


def _whole(site: SiteSummary) -> GoalsData:
    return all_goals(tuple([journey.purpose for journey in site.current]))


@list_page("insights/goals.html", lambda site: site.lengths.counted)
def goals(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the page of goals."""
    return goals_page(site.once(_whole), paging, frame, wording)


@memo(by="paging")
def goals_page(data: GoalsData, paging: Paging, frame: SiteFrame, wording: Wording) -> Page:
    """Return the page of goals, or one on which its lists go on."""
    own = paging.part(data, "purposes", "ending", "key")
    title, description = wording("insight.goals"), wording("insight.goals.lead")
    url = paging.address(paging.number)
    return Page(url, "insights/goals.html", title, frame, own, description, "insights", paging=paging)


@memo
def all_goals(purposes: tuple[JourneyPurpose, ...]) -> GoalsData:
    """Return what maps are for; purposes: of the journeys that figures count, in their order."""
    ending = tuple(purpose for purpose in purposes if purpose.ends or purpose.incentive)
    return GoalsData(
        purposes=purposes,
        maps=len(purposes),
        aimed=sum(bool(purpose.goal) for purpose in purposes),
        ending=ending,
        returning=sum(purpose.returns for purpose in ending),
        leaving=sum(bool(purpose.ends) and not purpose.returns for purpose in ending),
        key=tuple(purpose for purpose in purposes if purpose.keys),
        interactions=sum(len(purpose.keys) for purpose in purposes),
    )
