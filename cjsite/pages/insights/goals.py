"""Goals: what each map is for, how journeys end and what brings customers back, and the key interactions."""

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.pages.page import Page, SiteFrame, site_page
from cjsite.summaries.journey_purpose import JourneyPurpose
from cjsite.summaries.site_summary import SiteSummary
from cjsite.text.wording import Wording


@frozen
class GoalsData:
    """What the page shows: as-is journeys that are not archived.

    aimed: those with a goal of the organisation; ending: those that say how they end or what brings customers back;
    key: those with key interactions.
    """

    purposes: tuple[JourneyPurpose, ...]
    aimed: int
    ending: tuple[JourneyPurpose, ...]
    returning: int
    leaving: int
    key: tuple[JourneyPurpose, ...]
    interactions: int


@site_page("insights/goals.html")
def goals(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Page:
    """Declare the page of goals."""
    return goals_page(tuple([journey.purpose for journey in site.current]), frame, wording)


@memo
def goals_page(purposes: tuple[JourneyPurpose, ...], frame: SiteFrame, wording: Wording) -> Page:
    """Return the page of goals; purposes: of the journeys that figures count, in their order."""
    ending = tuple(purpose for purpose in purposes if purpose.ends or purpose.incentive)
    data = GoalsData(
        purposes=purposes,
        aimed=sum(bool(purpose.goal) for purpose in purposes),
        ending=ending,
        returning=sum(purpose.returns for purpose in ending),
        leaving=sum(bool(purpose.ends) and not purpose.returns for purpose in ending),
        key=tuple(purpose for purpose in purposes if purpose.keys),
        interactions=sum(len(purpose.keys) for purpose in purposes),
    )
    title, description = wording("insight.goals"), wording("insight.goals.lead")
    return Page("insights/goals.html", "insights/goals.html", title, frame, data, description, "insights")
