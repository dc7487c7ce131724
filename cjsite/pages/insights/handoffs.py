"""Handoffs between departments: who gives to whom, how well, and who shapes journeys unseen."""

from collections.abc import Iterable, Mapping
from functools import partial

from cjsite.analysis.handoffs import Exchange, added, exchanges, waiting
from cjsite.frozen import frozen
from cjsite.gathering import ByName, Together, grouped
from cjsite.pages.insights.aspect import Aspect, Passing, Shaped
from cjsite.pages.page import Frame, Link, Page
from cjsite.pages.ranked import Ranked
from cjsite.wording import Wording

MOST = 24
"""How many handoffs or touchpoints one list shows."""
_WORST_FIRST = ("poor", "late", "", "good")


@frozen
class Cell:
    """All handoffs from one department to another; waiting: in minutes over those that say so, else None."""

    count: int
    poor: int
    late: int
    good: int
    waiting: float | None
    anchor: str


@frozen
class Giver:
    """A row of the matrix: a department and its handoffs to each of the columns' departments."""

    who: Link
    cells: tuple[Cell | None, ...]


@frozen
class Between:
    """The handoffs from one department to another, the broken ones first."""

    anchor: str
    giver: Link
    taker: Link
    items: Ranked[Passing]


@frozen
class Trace:
    """A system or an unseen department with the customer's touchpoints that it stands behind."""

    who: Link
    at: Ranked[Shaped]


@frozen
class Flow:
    """All handoffs from one department to another, the broken ones first; waiting: in minutes as in `Cell`."""

    poor: int
    late: int
    good: int
    waiting: float | None
    items: Ranked[Passing]


@frozen
class Traffic:
    """Handoffs of as-is journeys that are not archived, and who shapes them unseen, by department or system.

    flows: by the departments that give and take, '' where nobody is named.
    """

    flows: tuple[tuple[tuple[str, str], Flow], ...] = ()
    unseen: tuple[tuple[str, Ranked[Shaped]], ...] = ()
    systems: tuple[tuple[str, Ranked[Shaped]], ...] = ()


@frozen
class HandoffsData:
    """What the page shows: as-is journeys that are not archived."""

    takers: tuple[Link, ...]
    givers: tuple[Giver, ...]
    between: tuple[Between, ...]
    total: int
    broken: int
    late: int
    waiting: float | None
    unseen: tuple[Trace, ...]
    systems: tuple[Trace, ...]


def traffic(aspect: Aspect) -> Traffic:
    """Return the handoffs of one journey."""
    if not aspect.row.current:
        return Traffic()
    flows = tuple(((one.giver, one.taker), _flow(one)) for one in exchanges(aspect.passings))
    return Traffic(flows, _shaped(aspect.unseen), _shaped(aspect.systems))


_first = partial(Ranked.merged, most=MOST)
_flows = Together(Flow, poor=sum, late=sum, good=sum, waiting=added, items=_first)
traffic_together = Together(Traffic, flows=ByName(_flows), unseen=ByName(_first), systems=ByName(_first))
"""Puts the handoffs of many journeys together."""


def handoffs_page(found: Traffic, departments: Mapping[str, Link], frame: Frame, wording: Wording) -> Page:
    """Return the page on handoffs; departments stand in the order of their registry."""
    flows = dict(found.flows)
    nobody = Link(wording("insight.nobody"))
    givers = [one for one in (*departments, "") if any(giver == one for giver, _ in flows)]
    takers = [one for one in (*departments, "") if any(taker == one for _, taker in flows)]

    def who(department: str) -> Link:
        return departments.get(department, nobody)

    data = HandoffsData(
        takers=tuple(map(who, takers)),
        givers=tuple(Giver(who(giver), tuple(_cell(giver, taker, flows) for taker in takers)) for giver in givers),
        between=tuple(
            Between(_anchor(giver, taker), who(giver), who(taker), flows[giver, taker].items)
            for giver in givers
            for taker in takers
            if (giver, taker) in flows
        ),
        total=sum(one.items.count for one in flows.values()),
        broken=sum(one.poor for one in flows.values()),
        late=sum(one.late for one in flows.values()),
        waiting=added(one.waiting for one in flows.values()),
        unseen=_traces(found.unseen, departments),
        systems=_traces(found.systems, {}),
    )
    title, description = wording("insight.handoffs"), wording("insight.handoffs.lead")
    return Page("insights/handoffs.html", "insights/handoffs.html", title, frame, data, description, "insights")


def _flow(found: Exchange[Passing]) -> Flow:
    return Flow(
        poor=found.count("poor"),
        late=found.count("late"),
        good=found.count("good"),
        waiting=waiting(found.items),
        items=Ranked.of(found.items, MOST, _worst_first),
    )


def _worst_first(item: Passing) -> tuple[int, str]:
    return _WORST_FIRST.index(item.quality), item.at.url


def _cell(giver: str, taker: str, flows: Mapping[tuple[str, str], Flow]) -> Cell | None:
    found = flows.get((giver, taker))
    if found is None:
        return None
    return Cell(found.items.count, found.poor, found.late, found.good, found.waiting, _anchor(giver, taker))


def _anchor(giver: str, taker: str) -> str:
    return f"from-{giver or 'nobody'}-to-{taker}"


def _shaped(shaped: Iterable[Shaped]) -> tuple[tuple[str, Ranked[Shaped]], ...]:
    found = grouped((one.name, one) for one in shaped)
    return tuple((name, Ranked.of(at, MOST)) for name, at in found.items())


def _traces(shaped: Iterable[tuple[str, Ranked[Shaped]]], departments: Mapping[str, Link]) -> tuple[Trace, ...]:
    traces = (Trace(departments.get(name, Link(name)), at) for name, at in shaped)
    return tuple(sorted(traces, key=lambda trace: (-trace.at.count, trace.who.title)))
