"""Handoffs: where a customer's case changes hands, and how well."""

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from cjsite.analysis.columns import Column
from cjsite.analysis.ownership import holder
from cjsite.base.frozen import frozen
from cjsite.base.span import Span, longest
from cjsite.model.touchpoint import Handoff


@frozen
class PlacedHandoff:
    """A case that goes from `giver` ('' = nobody known) to the handoff's department after a column."""

    column: Column
    giver: str
    handoff: Handoff

    @property
    def taker(self) -> str:
        return self.handoff.to

    @property
    def quality(self) -> str:
        return self.handoff.quality or ""

    @property
    def minutes(self) -> Span | None:
        return self.handoff.wait.minutes if self.handoff.wait else None


def placed_handoffs(points: Iterable[Column]) -> tuple[PlacedHandoff, ...]:
    """Return every handoff along the columns, in their order."""
    return tuple(
        PlacedHandoff(column, holder(column.touchpoint), handoff)
        for column in points
        for handoff in column.touchpoint.handoff
    )


class HandoffLike(Protocol):
    """A handoff in whatever shape: ids of departments ('' = nobody is named), minutes in between, if known."""

    @property
    def giver(self) -> str: ...
    @property
    def taker(self) -> str: ...
    @property
    def quality(self) -> str: ...
    @property
    def minutes(self) -> Span | None: ...


H = TypeVar("H", bound=HandoffLike)


@frozen
class HandoffGroup(Generic[H]):
    """All handoffs from one department to another."""

    giver: str
    taker: str
    items: tuple[H, ...]

    def count(self, quality: str) -> int:
        """Count the handoffs of one quality; '': nobody has judged it."""
        return sum(item.quality == quality for item in self.items)


def handoff_groups(handed: Iterable[H]) -> tuple[HandoffGroup[H], ...]:
    """Return the cells of the department × department matrix that hold anything, in order of appearance.

    >>> from cjsite.analysis.columns import columns
    >>> from cjsite.model.journey import Journey
    >>> late, good = {"to": "store", "wait": "2h", "quality": "late"}, {"to": "store", "quality": "good"}
    >>> steps = [{"title": "Orders", "department": "shop", "handoff": late},
    ...          {"title": "Asks", "department": "shop", "handoff": good}]
    >>> order = Journey.model_validate({"title": "Order", "stages": [{"title": "Buy", "steps": steps}]})
    >>> groups = handoff_groups(placed_handoffs(columns(order)))
    >>> [(group.giver, group.taker, longest_wait(group.items), group.count("late")) for group in groups]
    [('shop', 'store', Span(low=120.0, high=120.0), 1)]
    """
    cells: dict[tuple[str, str], list[H]] = {}
    for handoff in handed:
        cells.setdefault((handoff.giver, handoff.taker), []).append(handoff)
    return tuple(HandoffGroup(giver, taker, tuple(items)) for (giver, taker), items in cells.items())


def longest_wait(handed: Iterable[HandoffLike]) -> Span | None:
    """Return the most minutes that a case lies in between; None where no handoff says so.

    Cases of different customers, or of one on two ways at once, lie side by side: their waits have no sum.
    """
    return longest(handoff.minutes for handoff in handed)


def broken(handed: Iterable[PlacedHandoff]) -> int:
    """Count the handoffs at which something is lost."""
    return sum(placed.handoff.quality == "poor" for placed in handed)
