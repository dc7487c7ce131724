"""What pages say of the opportunities of all journeys that figures count, gathered in one pass over them."""

import datetime
from collections.abc import Callable

from cjsite.analysis.year import Outcome, outcome
from cjsite.base.frozen import frozen
from cjsite.summaries.opportunity import OpportunityCard, is_open
from cjsite.summaries.site_summary import SiteSummary, value_part
from cjsite.summaries.toplist import TopList

OUTCOMES: tuple[Outcome, ...] = ("done", "overdue", "dropped", "undated")
FIRST = 6
"""How many of the most important pages show at most."""
SHOWN = 15
"""How many of each outcome they show."""


@frozen
class CurrentOpportunities:
    """first: those that are open, the most important first. doing: how many are under way.

    outcomes: by what became of them in the past year, the earliest date first.
    """

    first: tuple[OpportunityCard, ...]
    doing: int
    outcomes: tuple[tuple[Outcome, TopList[OpportunityCard]], ...]


@value_part
def current_opportunities(site: SiteSummary) -> CurrentOpportunities:
    """Return what pages say of the opportunities of the journeys that figures count."""
    first, doing = list[OpportunityCard](), 0
    by_outcome: dict[Outcome, list[OpportunityCard]] = {reached: [] for reached in OUTCOMES}
    for own in site.current_opportunities:
        doing += own.status == "doing"
        if len(first) < FIRST and is_open(own):
            first.append(own)
        reached = outcome(own.status, own.due, site.today, own.done_on)
        if reached:
            by_outcome[reached].append(own)
    lists = ((reached, TopList.of(sorted(own, key=_day(reached)), SHOWN)) for reached, own in by_outcome.items())
    return CurrentOpportunities(tuple(first), doing, tuple(lists))


def _day(outcome: Outcome) -> Callable[[OpportunityCard], tuple[datetime.date, str]]:
    """Return the sort key of an outcome: the day on which it was done, or else should have been."""

    def key(opportunity: OpportunityCard) -> tuple[datetime.date, str]:
        day = opportunity.done_on if outcome == "done" else opportunity.due
        return day or datetime.date.max, opportunity.key

    return key
