"""Pain points: what hurts where, how much, and whether anything is planned against it."""

from collections.abc import Mapping
from typing import Literal

from cjsite.analysis.columns import Column
from cjsite.analysis.opportunities import is_wanted
from cjsite.base.frozen import frozen
from cjsite.model.opportunity import Opportunity
from cjsite.model.step import PainPoint

Level = Literal[1, 2, 3]
SEVERE = 4
"""Severity, 1 to 5, from which a pain point counts as severe."""
USUAL_IMPORTANCE = 3
"""What a step counts for whose importance nobody has judged: the middle of 1 to 5."""


@frozen
class PlacedPain:
    """A pain point with the first column of its step; planned: the step has an opportunity that is not dropped."""

    column: Column
    pain: PainPoint
    importance: int | None
    planned: bool

    @property
    def weight(self) -> int:
        """Return severity times importance, 0 to 25; 0 where the severity is not known."""
        return (self.pain.rank or 0) * (self.importance or USUAL_IMPORTANCE)


def pains(
    points: tuple[Column, ...], opportunities: Mapping[str, tuple[Opportunity, ...]]
) -> tuple[PlacedPain, ...]:
    """Return every pain point of the journey in reading order.

    points: the journey's columns; opportunities: of each step, by its id. A step's importance is that of its most
    important touchpoint.
    """
    return tuple(
        PlacedPain(column, pain, importance(column), any(map(is_wanted, opportunities[column.step.id])))
        for column in points
        if column.first_of_step
        for pain in column.step.pain_points
    )


def importance(column: Column) -> int | None:
    """Return the highest importance of the touchpoints of a column's step, None where none is judged."""
    return max((t.importance for t in column.step.meetings if t.importance is not None), default=None)


def is_severe(pain: PainPoint) -> bool:
    """Tell whether a pain point is severe; one without a severity is not."""
    return pain.rank is not None and pain.rank >= SEVERE


def level(severity: int | None) -> Level | None:
    """Return 1 (minor), 2 (moderate) or 3 (severe) for a severity of 1 to 5."""
    if severity is None:
        return None
    return 3 if severity >= SEVERE else 2 if severity == SEVERE - 1 else 1
