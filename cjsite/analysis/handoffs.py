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
