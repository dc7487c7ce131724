"""Handoffs between departments: who gives to whom, how well, and who shapes journeys unseen."""

from collections.abc import Iterable, Mapping

from cjsite.analysis.handoffs import Exchange, exchanges, waiting
from cjsite.frozen import frozen
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


def handoffs_page(
    aspects: tuple[Aspect, ...], departments: Mapping[str, Link], frame: Frame, wording: Wording
) -> Page:
    """Return the page on handoffs; departments stand in the order of their registry."""
    current = [aspect for aspect in aspects if aspect.row.current]
    every = [passing for aspect in current for passing in aspect.passings]
    cells = {(one.giver, one.taker): one for one in exchanges(every)}
    nobody = Link(wording("insight.nobody"))
    givers = [one for one in (*departments, "") if any(giver == one for giver, _ in cells)]
    takers = [one for one in (*departments, "") if any(taker == one for _, taker in cells)]

    def who(department: str) -> Link:
        return departments.get(department, nobody)

    data = HandoffsData(
        takers=tuple(map(who, takers)),
        givers=tuple(
            Giver(who(giver), tuple(_cell(cells.get((giver, taker))) for taker in takers)) for giver in givers
        ),
        between=tuple(
            Between(_anchor(giver, taker), who(giver), who(taker), _worst_first(cells[giver, taker].items))
            for giver in givers
            for taker in takers
            if (giver, taker) in cells
        ),
        total=len(every),
        broken=sum(passing.quality == "poor" for passing in every),
        late=sum(passing.quality == "late" for passing in every),
        waiting=waiting(every),
        unseen=_traces((one for aspect in current for one in aspect.unseen), departments),
        systems=_traces((one for aspect in current for one in aspect.systems), {}),
    )
    title, description = wording("insight.handoffs"), wording("insight.handoffs.lead")
    return Page("insights/handoffs.html", "insights/handoffs.html", title, frame, data, description, "insights")


def _cell(found: Exchange[Passing] | None) -> Cell | None:
    if found is None:
        return None
    counts = (found.count("poor"), found.count("late"), found.count("good"))
    return Cell(len(found.items), *counts, waiting(found.items), _anchor(found.giver, found.taker))


def _anchor(giver: str, taker: str) -> str:
    return f"from-{giver or 'nobody'}-to-{taker}"


def _worst_first(items: Iterable[Passing]) -> Ranked[Passing]:
    return Ranked.of(sorted(items, key=lambda item: (_WORST_FIRST.index(item.quality), item.at.url)), MOST)


def _traces(shaped: Iterable[Shaped], departments: Mapping[str, Link]) -> tuple[Trace, ...]:
    found: dict[str, list[Shaped]] = {}
    for one in shaped:
        found.setdefault(one.name, []).append(one)
    traces = (Trace(departments.get(name, Link(name)), Ranked.of(at, MOST)) for name, at in found.items())
    return tuple(sorted(traces, key=lambda trace: (-trace.at.count, trace.who.title)))
