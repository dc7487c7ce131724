"""Which bad feelings are made up for or borne, which cost customers, and which nobody has decided about."""

from collections.abc import Mapping, Sequence
from itertools import takewhile
from typing import Literal

from cjsite.analysis.feeling import Feeling
from cjsite.analysis.moments import PlacedMoment
from cjsite.base.frozen import frozen
from cjsite.model.step import Step

Fate = Literal["leaves", "accepted", "compensated", "open"]
FATES: tuple[Fate, ...] = ("leaves", "open", "accepted", "compensated")
"""What becomes of bad feelings, the worst first."""
BAD_SCORE = -0.35
"""Score up to which a feeling is bad: where the band of neutral ones ends."""
DELIGHT = 1.5
"""Score from which a feeling is good enough to make up for any other."""


@frozen
class Negative:
    """A bad feeling and what becomes of it.

    by: the later feeling that makes up for it; named: whether the author says so. moment: the one at risk that it
    stands at or runs into, whatever becomes of it.
    """

    feeling: Feeling
    fate: Fate
    by: Feeling | None = None
    named: bool = False
    moment: PlacedMoment | None = None


def negatives(points: Sequence[Feeling], moments: Sequence[PlacedMoment]) -> tuple[Negative, ...]:
    """Return every bad feeling of a line (main samples, score at most −0.35) with its fate, in order.

    compensated: the author names a later step that feels good or, where nothing is named or accepted, something
    later in the same stage is clearly good enough: as far above zero as this is below, or `DELIGHT`. accepted: the
    response is `accept` and a reason is given. leaves: none of these, and it stands at a moment of truth at risk,
    or the line stays bad until one. open: nothing of all this. After Johnston (1995), "The zone of tolerance",
    International Journal of Service Industry Management 6(2): what satisfies enough makes up for what did not
    satisfy before it.

    >>> from cjsite.analysis.columns import columns
    >>> from cjsite.analysis.feeling import line
    >>> from cjsite.analysis.moments import moments
    >>> from cjsite.model.emotion import Scale
    >>> from cjsite.model.journey import Journey
    >>> queue = {"title": "Queue", "emotion": {"value": -1, "response": "accept", "because": "It moves"}}
    >>> cup = {"title": "Paper cup", "emotion": {"value": -0.5, "compensated_by": "sip"}}
    >>> steps = [queue, cup, {"title": "Sip", "emotion": 2}, {"title": "Spills it", "emotion": -1}]
    >>> coffee = Journey.model_validate({"title": "Coffee", "stages": [{"title": "Shop", "steps": steps}]})
    >>> points = line(columns(coffee), "", Scale(), {})
    >>> [negative.fate for negative in negatives(points, moments(points))]
    ['accepted', 'compensated', 'open']
    """
    mains = [point for point in points if point.main and point.weight]
    risky = {moment.column.number: moment for moment in moments if moment.at_risk}
    return tuple(_negative(mains, index, risky) for index, point in enumerate(mains) if is_bad(point))


def is_bad(point: Feeling) -> bool:
    """Tell whether a feeling is bad or very bad; an unknown one is not."""
    return point.score is not None and point.score <= BAD_SCORE


def amends(points: Sequence[Feeling], feeling: Feeling) -> Feeling | None:
    """Return the feeling at the step or touchpoint that is to make up for this one; None without one here."""
    name = feeling.sample.compensated_by.rpartition("#")[2] if feeling.sample else ""
    return next((p for p in points if name and p.main and _is_at(p, name)), None)


def _is_at(point: Feeling, name: str) -> bool:
    return name == point.column.step.id or any(name == column.id for column in point.over)


def _negative(mains: list[Feeling], index: int, risky: Mapping[int, PlacedMoment]) -> Negative:
    point = mains[index]
    ahead = [other for other in mains[index:] if _on_one_route(point.column.step, other.column.step)]
    later, moment = ahead[1:], _runs_into(ahead, risky)
    named, sample = amends(later, point), point.sample
    if named and (named.score or 0.0) > 0:
        return Negative(point, "compensated", named, named=True, moment=moment)
    if sample and sample.response == "accept" and sample.because:
        return Negative(point, "accepted", moment=moment)
    is_named = bool(sample and sample.compensated_by)
    by = None if is_named else _good_enough(later, point)
    if by:
        return Negative(point, "compensated", by, moment=moment)
    return Negative(point, "leaves" if moment else "open", moment=moment)


def _on_one_route(step: Step, other: Step) -> bool:
    """Tell whether a customer may come by both steps: routes of others exclude each other."""
    return not step.path or not other.path or not set(step.path).isdisjoint(other.path)


def _good_enough(later: Sequence[Feeling], point: Feeling) -> Feeling | None:
    """Return the first later feeling of the same stage that is clearly good enough to make up for this one."""
    wanted = min(DELIGHT, -(point.score or 0.0))
    near = (other for other in later if other.column.stage is point.column.stage)
    return next((other for other in near if other.score is not None and other.score >= wanted), None)


def _runs_into(mains: Sequence[Feeling], risky: Mapping[int, PlacedMoment]) -> PlacedMoment | None:
    """Return the first moment of truth at risk up to which a line stays bad."""
    for point in takewhile(is_bad, mains):
        for column in point.over:
            if column.number in risky:
                return risky[column.number]
    return None
