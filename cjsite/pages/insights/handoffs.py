"""Handoffs between departments: who gives to whom, how well, and who shapes journeys unseen."""

from collections.abc import Iterable, Mapping

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.base.span import Span, longest
from cjsite.pages.page import Page, SiteFrame, site_page
from cjsite.summaries.handoff_summary import (
    HandoffFlow,
    HandoffSummary,
)
from cjsite.summaries.journey_insights import BackstageUse, HandoffEntry
from cjsite.summaries.links import Link
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.toplist import TopList
from cjsite.text.wording import Wording


@frozen
class MatrixCell:
    """All handoffs from one department to another; waiting: the longest, in minutes, None where none says so."""

    count: int
    poor: int
    late: int
    good: int
    waiting: Span | None
    anchor: str


@frozen
class MatrixRow:
    """A row of the matrix: a department and its handoffs to each of the columns' departments."""

    who: Link
    cells: tuple[MatrixCell | None, ...]


@frozen
class HandoffPair:
    """The handoffs from one department to another, the broken ones first."""

    anchor: str
    giver: Link
    taker: Link
    items: TopList[HandoffEntry]


@frozen
class BackstageTrace:
    """A system or an unseen department with the customer's touchpoints that it stands behind."""

    who: Link
    at: TopList[BackstageUse]


@frozen
class HandoffsData:
    """What the page shows: as-is journeys that are not archived."""

    takers: tuple[Link, ...]
    givers: tuple[MatrixRow, ...]
    between: tuple[HandoffPair, ...]
    total: int
    broken: int
    late: int
    waiting: Span | None
    unseen: tuple[BackstageTrace, ...]
    systems: tuple[BackstageTrace, ...]


@site_page("insights/handoffs.html")
def handoffs(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Page:
    """Declare the page on handoffs."""
    return handoffs_page(site.handoffs, site.department_links, frame, wording)


@memo
def handoffs_page(
    handoffs: HandoffSummary, departments: Mapping[str, Link], frame: SiteFrame, wording: Wording
) -> Page:
    """Return the page on handoffs; departments stand in the order of their registry."""
    flows = dict(handoffs.flows)
    nobody = Link(wording("insight.nobody"))
    givers = [name for name in (*departments, "") if any(giver == name for giver, _ in flows)]
    takers = [name for name in (*departments, "") if any(taker == name for _, taker in flows)]

    def who(department: str) -> Link:
        return departments.get(department, nobody)

    data = HandoffsData(
        takers=tuple(map(who, takers)),
        givers=tuple(
            MatrixRow(who(giver), tuple(_cell(giver, taker, flows) for taker in takers)) for giver in givers
        ),
        between=tuple(
            HandoffPair(_anchor(giver, taker), who(giver), who(taker), flows[giver, taker].items)
            for giver in givers
            for taker in takers
            if (giver, taker) in flows
        ),
        total=sum(flow.items.count for flow in flows.values()),
        broken=sum(flow.poor for flow in flows.values()),
        late=sum(flow.late for flow in flows.values()),
        waiting=longest(flow.waiting for flow in flows.values()),
        unseen=_traces(handoffs.unseen, departments),
        systems=_traces(handoffs.systems, {}),
    )
    title, description = wording("insight.handoffs"), wording("insight.handoffs.lead")
    return Page("insights/handoffs.html", "insights/handoffs.html", title, frame, data, description, "insights")


def _cell(giver: str, taker: str, flows: Mapping[tuple[str, str], HandoffFlow]) -> MatrixCell | None:
    flow = flows.get((giver, taker))
    if flow is None:
        return None
    return MatrixCell(flow.items.count, flow.poor, flow.late, flow.good, flow.waiting, _anchor(giver, taker))


def _anchor(giver: str, taker: str) -> str:
    return f"from-{giver or 'nobody'}-to-{taker}"


def _traces(
    shaped: Iterable[tuple[str, TopList[BackstageUse]]], departments: Mapping[str, Link]
) -> tuple[BackstageTrace, ...]:
    traces = (BackstageTrace(departments.get(name, Link(name)), at) for name, at in shaped)
    return tuple(sorted(traces, key=lambda trace: (-trace.at.count, trace.who.title)))
