"""Moments of truth: where the customer decides whether to go on."""

from cjsite.analysis.columns import Column
from cjsite.analysis.feeling import Feeling
from cjsite.base.frozen import frozen
from cjsite.model.journey import Stage
from cjsite.model.touchpoint import MomentOfTruth

RISKY_RATE = 10.0
"""Per cent of customers giving up from which a moment of truth counts as at risk."""
BAD_SCORE = -0.35
"""Score below which a moment without a known rate counts as at risk."""


@frozen
class PlacedMoment:
    """A moment of truth with its place and whether it is at risk."""

    column: Column
    moment: MomentOfTruth
    at_risk: bool

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

    lines: of every persona. At risk: at least `RISKY_RATE` per cent give up or, where no rate is known, whoever
    fares worst there feels bad, at the worst of several touchpoints.
    """
    mains = [(column, point) for points in lines for point in points if point.main for column in point.over]
    lowest: dict[int, float] = {}
    for column, point in mains:
        if point.score is not None:
            lowest[column.number] = min(point.score, lowest.get(column.number, point.score))
    found = []
    for _, column in sorted({column.number: column for column, _ in mains}.items()):
        moment = column.touchpoint.moment_of_truth
        if moment is not None:
            felt = [lowest[number] for number in column.over("moment_of_truth") if number in lowest]
            found.append(PlacedMoment(column, moment, _at_risk(moment, min(felt, default=None))))
    return tuple(found)


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


def _at_risk(moment: MomentOfTruth, score: float | None) -> bool:
    if moment.bail_rate is not None:
        return moment.bail_rate >= RISKY_RATE
    return score is not None and score <= BAD_SCORE
