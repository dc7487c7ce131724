"""Handoffs: where a customer's case changes hands, and how well."""

from collections.abc import Iterable
from dataclasses import dataclass

from cjsite.analysis.columns import Column
from cjsite.analysis.ownership import holder
from cjsite.model.journey import Handoff


@dataclass(frozen=True, slots=True)
class Passage:
    """A case that goes from `giver` ('' = nobody known) to the handoff's department after a column."""

    column: Column
    giver: str
    handoff: Handoff

    @property
    def taker(self) -> str:
        return self.handoff.to


def passages(points: Iterable[Column]) -> tuple[Passage, ...]:
    """Return every handoff along the columns, in their order."""
    return tuple(
        Passage(column, holder(column.touchpoint), handoff)
        for column in points
        for handoff in column.touchpoint.handoff
    )


@dataclass(frozen=True, slots=True)
class Exchange:
    """All handoffs from one department to another; waiting: minutes over those that state a wait, else None."""

    giver: str
    taker: str
    items: tuple[Passage, ...]

    @property
    def waiting(self) -> float | None:
        waits = [p.handoff.wait.minutes for p in self.items if p.handoff.wait]
        return sum(waits) if waits else None

    def count(self, quality: str | None) -> int:
        """Count the handoffs of one quality; None: nobody has judged it."""
        return sum(passage.handoff.quality == quality for passage in self.items)


def exchanges(handed: Iterable[Passage]) -> tuple[Exchange, ...]:
    """Return the cells of the department × department matrix that hold anything, in order of appearance.

    >>> from cjsite.analysis.columns import columns
    >>> from cjsite.model.journey import Journey
    >>> late, good = {"to": "store", "wait": "2h", "quality": "late"}, {"to": "store", "quality": "good"}
    >>> steps = [{"title": "Orders", "department": "shop", "handoff": late},
    ...          {"title": "Asks", "department": "shop", "handoff": good}]
    >>> order = Journey.model_validate({"title": "Order", "stages": [{"title": "Buy", "steps": steps}]})
    >>> [(e.giver, e.taker, len(e.items), e.waiting, e.count("late")) for e in exchanges(passages(columns(order)))]
    [('shop', 'store', 2, 120.0, 1)]
    """
    cells: dict[tuple[str, str], list[Passage]] = {}
    for passage in handed:
        cells.setdefault((passage.giver, passage.taker), []).append(passage)
    return tuple(Exchange(giver, taker, tuple(items)) for (giver, taker), items in cells.items())


def broken(handed: Iterable[Passage]) -> int:
    """Count the handoffs at which something is lost."""
    return sum(passage.handoff.quality == "poor" for passage in handed)
