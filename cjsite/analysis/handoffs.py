"""Handoffs: where a customer's case changes hands, and how well."""

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from cjsite.analysis.columns import Column
from cjsite.analysis.ownership import holder
from cjsite.frozen import frozen
from cjsite.model.touchpoint import Handoff


@frozen
class Passage:
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
    def minutes(self) -> float | None:
        return self.handoff.wait.minutes if self.handoff.wait else None


def passages(points: Iterable[Column]) -> tuple[Passage, ...]:
    """Return every handoff along the columns, in their order."""
    return tuple(
        Passage(column, holder(column.touchpoint), handoff)
        for column in points
        for handoff in column.touchpoint.handoff
    )


class Handed(Protocol):
    """A handoff in whatever shape: ids of departments ('' = nobody is named), minutes in between, if known."""

    @property
    def giver(self) -> str: ...
    @property
    def taker(self) -> str: ...
    @property
    def quality(self) -> str: ...
    @property
    def minutes(self) -> float | None: ...


H = TypeVar("H", bound=Handed)


@frozen
class Exchange(Generic[H]):
    """All handoffs from one department to another."""

    giver: str
    taker: str
    items: tuple[H, ...]

    def count(self, quality: str) -> int:
        """Count the handoffs of one quality; '': nobody has judged it."""
        return sum(item.quality == quality for item in self.items)


def exchanges(handed: Iterable[H]) -> tuple[Exchange[H], ...]:
    """Return the cells of the department × department matrix that hold anything, in order of appearance.

    >>> from cjsite.analysis.columns import columns
    >>> from cjsite.model.journey import Journey
    >>> late, good = {"to": "store", "wait": "2h", "quality": "late"}, {"to": "store", "quality": "good"}
    >>> steps = [{"title": "Orders", "department": "shop", "handoff": late},
    ...          {"title": "Asks", "department": "shop", "handoff": good}]
    >>> order = Journey.model_validate({"title": "Order", "stages": [{"title": "Buy", "steps": steps}]})
    >>> [(e.giver, e.taker, waiting(e.items), e.count("late")) for e in exchanges(passages(columns(order)))]
    [('shop', 'store', 120.0, 1)]
    """
    cells: dict[tuple[str, str], list[H]] = {}
    for one in handed:
        cells.setdefault((one.giver, one.taker), []).append(one)
    return tuple(Exchange(giver, taker, tuple(items)) for (giver, taker), items in cells.items())


def waiting(handed: Iterable[Handed]) -> float | None:
    """Return the minutes that cases lie in between, over the handoffs that say so; None where none does."""
    return added(one.minutes for one in handed)


def added(minutes: Iterable[float | None]) -> float | None:
    """Return the minutes that are known, added up; None where none are."""
    known = [one for one in minutes if one is not None]
    return sum(known) if known else None


def broken(handed: Iterable[Passage]) -> int:
    """Count the handoffs at which something is lost."""
    return sum(passage.handoff.quality == "poor" for passage in handed)
