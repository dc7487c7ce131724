"""What one journey asks for first, or any number of journeys put together."""

from functools import partial
from operator import attrgetter

from cjsite.analysis.health import Health, total
from cjsite.base.frozen import frozen
from cjsite.base.rollup import ByName, Rollup, grouped
from cjsite.summaries.journey_card import JourneyCard
from cjsite.summaries.journey_insights import JourneyInsights
from cjsite.summaries.moment_of_truth import MomentEntry
from cjsite.summaries.review_due import ReviewDue, urgency
from cjsite.summaries.toplist import TopList

TOP = 4
"""How many entries each list shows: what people can keep in mind."""


@frozen
class SparedEffort:
    """What one department could spare customers, as in `OwedByDepartment`."""

    steps: int
    journeys: int


@frozen
class JourneyFocus:
    """What one journey, or many, ask for. owed: what departments could spare customers, by id, '' for nobody."""

    journeys: int = 0
    cards: TopList[JourneyCard] = TopList()
    moments: TopList[MomentEntry] = TopList()
    owed: tuple[tuple[str, SparedEffort], ...] = ()
    reviews: TopList[ReviewDue] = TopList()
    health: Health = Health()
    overdue: int = 0
    warnings: int = 0


def journey_focus(insights: JourneyInsights) -> JourneyFocus:
    """Return what one journey asks for; figures count as-is journeys that are not archived."""
    row = insights.card
    if not row.current:
        return JourneyFocus(warnings=insights.warnings)
    due = row.due
    owed = grouped((step.who, step) for step in insights.effort.spared)
    return JourneyFocus(
        journeys=1,
        cards=TopList.of([row], TOP, _neediest),
        moments=TopList.of((moment for moment in insights.moments if moment.at_risk), TOP, attrgetter("rank")),
        owed=tuple((who, SparedEffort(len(spared), 1)) for who, spared in owed.items()),
        reviews=TopList.of([due], TOP, urgency),
        health=row.health,
        overdue=int(due.is_late),
        warnings=insights.warnings,
    )


_top = partial(TopList.merged, most=TOP)


roll_up_focus = Rollup(
    JourneyFocus,
    journeys=sum,
    cards=_top,
    moments=_top,
    owed=ByName(Rollup(SparedEffort, steps=sum, journeys=sum)),
    reviews=_top,
    health=total,
    overdue=sum,
    warnings=sum,
)
"""Puts what many journeys ask for together."""


def _neediest(row: JourneyCard) -> tuple[float, str]:
    return -row.need, row.journey.title
