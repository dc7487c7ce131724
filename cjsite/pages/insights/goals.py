"""Goals: what each map is for, how journeys end and what brings customers back, and the key interactions."""

from collections.abc import Sequence

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.base.rows import Rows
from cjsite.pages.page import Page, SiteFrame, list_page
from cjsite.pages.paging import Paging
from cjsite.summaries.journey_purpose import JourneyPurpose
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.site_summary import SiteSummary
from cjsite.text.wording import Wording


@frozen
class GoalsData:
    """What the page shows: as-is journeys that are not archived.

    maps: how many these are.

    aimed: those with a goal of the organisation; ending: those that say how they end or what brings customers back;
    key: those with key interactions.
    """

    purposes: Sequence[JourneyPurpose]
    maps: int
    aimed: int
    ending: Sequence[JourneyPurpose]
    returning: int
    leaving: int
    key: Sequence[JourneyPurpose]
    interactions: int


def _whole(site: SiteSummary) -> GoalsData:
    return all_goals(site.current)


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
def all_goals(journeys: tuple[JourneySummary, ...]) -> GoalsData:
    """Return what maps are for; journeys: those that figures count, in their order."""
    # As many as there are maps: the numbers of the few that say anything are held, and no purpose.
    briefs = [_brief(journey.purpose) for journey in journeys]
    return GoalsData(
        purposes=Rows(journeys, _purpose),
        maps=len(journeys),
        aimed=sum(brief.aims for brief in briefs),
        ending=Rows([own for own, brief in zip(journeys, briefs, strict=True) if brief.speaks], _purpose),
        returning=sum(brief.returns for brief in briefs),
        leaving=sum(brief.leaves for brief in briefs),
        key=Rows([own for own, brief in zip(journeys, briefs, strict=True) if brief.keys], _purpose),
        interactions=sum(brief.keys for brief in briefs),
    )


@frozen
class _Brief:
    """Whether a map has a goal, says how it ends, and whether customers return or leave then."""

    aims: bool
    speaks: bool
    returns: bool
    leaves: bool
    keys: int


def _brief(purpose: JourneyPurpose) -> _Brief:
    speaks = bool(purpose.ends or purpose.incentive)
    returns = speaks and purpose.returns
    return _Brief(bool(purpose.goal), speaks, returns, bool(purpose.ends) and not returns, len(purpose.keys))


def _purpose(journey: JourneySummary) -> JourneyPurpose:
    return journey.purpose
