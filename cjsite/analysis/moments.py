"""Moments of truth: where the customer decides whether to go on."""

from collections.abc import Mapping

from cjsite.analysis.columns import Column
from cjsite.analysis.feeling import Feeling
from cjsite.analysis.risk import Risk, is_at_risk, risk
from cjsite.base.frozen import frozen
from cjsite.model.journey import Stage
from cjsite.model.touchpoint import MomentOfTruth


@frozen
class PlacedMoment:
    """A moment of truth with its place; importance: the highest of where it holds, None where nobody judged."""

    column: Column
    moment: MomentOfTruth
    importance: int | None
    risk: Risk

    @property
    def at_risk(self) -> bool:
        """Tell whether it asks for an answer: its risk is high, or some."""
        return is_at_risk(self.risk)

    @property
    def at(self) -> str:
        """Return the id of the touchpoint, or of the step for several of them."""
        return self.column.named("moment_of_truth")[0]

    @property
    def title(self) -> str:
        """Return the title of the touchpoint, or of the step for several of them."""
        return self.column.named("moment_of_truth")[1]


def moments(*lines: tuple[Feeling, ...]) -> tuple[PlacedMoment, ...]:
    """Return the moments of truth of a journey; one that a step says for several touchpoints is one.

    lines: of every persona. A moment is judged by the main feelings where it holds, of whoever fares worst there.
    """
    lowest: dict[int, float] = {}
    for point in (point for points in lines for point in points if point.main and point.score is not None):
        for column in point.over:
            lowest[column.number] = min(point.score or 0.0, lowest.get(column.number, 2.0))
    columns = {column.number: column for points in lines for p in points if p.main for column in p.over}
    return tuple(
        _placed(column, moment, [columns[n] for n in column.over("moment_of_truth")], lowest)
        for _, column in sorted(columns.items())
        if (moment := column.touchpoint.moment_of_truth) is not None
    )


def _placed(column: Column, moment: MomentOfTruth, held: list[Column], lowest: Mapping[int, float]) -> PlacedMoment:
    ranks = [c.touchpoint.importance for c in held if c.touchpoint.importance is not None]
    felt = [lowest[c.number] for c in held if c.number in lowest]
    importance = max(ranks, default=None)
    grade = risk(min(felt, default=None), moment.bail_rate, importance)
    return PlacedMoment(column, moment, importance, grade)


def is_before_purchase(moment: MomentOfTruth, stage: Stage) -> bool:
    """Tell whether a moment of truth comes before the purchase: a tipping point that marketing can still move.

    The zero moment (research, Lecinski 2011) and the first (at the shelf, Procter & Gamble 2005) do; one whose kind
    is not known does where its stage stands before what the journey is about.

    >>> is_before_purchase(MomentOfTruth(kind="zero"), Stage(title="Ride", phase="during"))
    True
    >>> is_before_purchase(MomentOfTruth(kind="second"), Stage(title="Look", phase="before"))
    False
    """
    if moment.kind is not None:
        return moment.kind in ("zero", "first")
    return stage.phase == "before"
