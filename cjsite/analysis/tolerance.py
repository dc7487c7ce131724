"""Which bad feelings are borne, which cost customers, and which nobody has decided about."""

from collections.abc import Sequence
from typing import Literal

from cjsite.analysis.feeling import Feeling
from cjsite.analysis.moments import PlacedMoment
from cjsite.base.frozen import frozen

Fate = Literal["leaves", "accepted", "compensated", "open"]
BAD_SCORE = -0.35
"""Score up to which a feeling is bad: where the band of neutral ones ends."""


@frozen
class Negative:
    """A bad feeling and what becomes of it; by: the feeling that makes up for it, also for one that is accepted."""

    feeling: Feeling
    fate: Fate
    by: Feeling | None = None


def negatives(points: Sequence[Feeling], moments: Sequence[PlacedMoment]) -> tuple[Negative, ...]:
    """Return every bad feeling of a line (main samples, score at most −0.35) with its fate, in order.

    leaves: it stands at a moment of truth at risk, or the line stays bad until one. accepted: the response is
    `accept` and a reason is given. compensated: it names a step that feels good. open: none of these.
    After the zone of tolerance of Zeithaml, Berry and Parasuraman (1993): customers bear what is below their wish
    but above what they need at least, and forgive it more easily where something else makes up for it.

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
    risky = {moment.column.number for moment in moments if moment.at_risk}
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


def _negative(mains: list[Feeling], index: int, risky: set[int]) -> Negative:
    point = mains[index]
    if _ends_in_risk(mains, index, risky):
        return Negative(point, "leaves")
    found, sample = amends(mains, point), point.sample
    by = found if found and (found.score or 0.0) > 0 else None
    if sample and sample.response == "accept" and sample.because:
        return Negative(point, "accepted", by)
    return Negative(point, "compensated" if by else "open", by)


def _ends_in_risk(mains: list[Feeling], index: int, risky: set[int]) -> bool:
    for point in mains[index:]:
        if not is_bad(point):
            return False
        if not risky.isdisjoint(column.number for column in point.over):
            return True
    return False
