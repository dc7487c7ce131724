"""The handoffs of one journey, or of any number of journeys put together."""

from collections.abc import Iterable
from functools import partial

from cjsite.analysis.handoffs import HandoffGroup, handoff_groups, longest_wait
from cjsite.base.frozen import frozen
from cjsite.base.rollup import ByName, Rollup, grouped
from cjsite.base.span import Span, longest
from cjsite.summaries.journey_insights import BackstageUse, HandoffEntry, JourneyInsights
from cjsite.summaries.toplist import TopList

MOST = 24
"""How many handoffs or touchpoints one list shows."""


_WORST_FIRST = ("poor", "late", "", "good")


@frozen
class HandoffFlow:
    """All handoffs from one department to another, the broken ones first; waiting: as in `MatrixCell`."""

    poor: int
    late: int
    good: int
    waiting: Span | None
    items: TopList[HandoffEntry]


@frozen
class HandoffSummary:
    """Handoffs of as-is journeys that are not archived, and who shapes them unseen, by department or system.

    flows: by the departments that give and take, '' where nobody is named.
    """

    flows: tuple[tuple[tuple[str, str], HandoffFlow], ...] = ()
    unseen: tuple[tuple[str, TopList[BackstageUse]], ...] = ()
    systems: tuple[tuple[str, TopList[BackstageUse]], ...] = ()


def handoff_summary(insights: JourneyInsights) -> HandoffSummary:
    """Return the handoffs of one journey."""
    if not insights.card.current:
        return HandoffSummary()
    flows = tuple(((group.giver, group.taker), _flow(group)) for group in handoff_groups(insights.handoffs))
    return HandoffSummary(flows, _shaped(insights.unseen), _shaped(insights.systems))


_first = partial(TopList.merged, most=MOST)


_flows = Rollup(HandoffFlow, poor=sum, late=sum, good=sum, waiting=longest, items=_first)


roll_up_handoffs = Rollup(HandoffSummary, flows=ByName(_flows), unseen=ByName(_first), systems=ByName(_first))
"""Puts the handoffs of many journeys together."""


def _flow(group: HandoffGroup[HandoffEntry]) -> HandoffFlow:
    return HandoffFlow(
        poor=group.count("poor"),
        late=group.count("late"),
        good=group.count("good"),
        waiting=longest_wait(group.items),
        items=TopList.of(group.items, MOST, _worst_first),
    )


def _worst_first(item: HandoffEntry) -> tuple[int, str]:
    return _WORST_FIRST.index(item.quality), item.at.url


def _shaped(shaped: Iterable[BackstageUse]) -> tuple[tuple[str, TopList[BackstageUse]], ...]:
    by_name = grouped((use.name, use) for use in shaped)
    return tuple((name, TopList.of(at, MOST)) for name, at in by_name.items())
