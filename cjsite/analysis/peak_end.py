"""What people keep of a journey: its peak and its end, its swings, and how it has been so far."""

from collections.abc import Sequence
from itertools import pairwise

from cjsite.analysis.feeling import Feeling
from cjsite.base.frozen import frozen


@frozen
class Swing:
    """The way from one known feeling to the next, in units of the author's scale."""

    before: Feeling
    after: Feeling

    @property
    def size(self) -> float:
        """Return how far it goes; below zero it is a drop."""
        return (self.after.value or 0.0) - (self.before.value or 0.0)


def peak_end(points: Sequence[Feeling]) -> float | None:
    """Return the peak-end value: the mean of the strongest feeling and the last one, on the author's scale.

    A heuristic for what people remember, after Kahneman, Fredrickson, Schreiber and Redelmeier (1993), "When more
    pain is preferred to less". The strongest is the farthest from the middle of the scale; of two equally strong
    ones the bad one counts. None where the end is not known.

    >>> from cjsite.analysis.columns import columns
    >>> from cjsite.analysis.feeling import line
    >>> from cjsite.model.emotion import Scale
    >>> from cjsite.model.journey import Journey
    >>> steps = [{"title": "Queue", "emotion": -1.5}, {"title": "Pays"}, {"title": "Sip", "emotion": 1}]
    >>> coffee = Journey.model_validate({"title": "Coffee", "stages": [{"title": "Shop", "steps": steps}]})
    >>> peak_end(line(columns(coffee), "", Scale(), {}))
    -0.25
    """
    valued = [point for point in points if point.value is not None]
    if not valued or points[-1].value is None:
        return None
    peak = max(valued, key=lambda p: (abs(p.score or 0.0), -(p.score or 0.0)))
    return ((peak.value or 0.0) + points[-1].value) / 2


def swings(points: Sequence[Feeling]) -> tuple[Swing, ...]:
    """Return each way from a known feeling to the known one right after it; a gap is never bridged."""
    return tuple(Swing(a, b) for a, b in pairwise(points) if a.value is not None and b.value is not None)


def biggest_drop(points: Sequence[Feeling]) -> Swing | None:
    """Return the deepest drop between neighbours, the first of equal ones; None where nothing drops.

    The next known feeling less the one before it, in steps of the author's scale: a plain difference, over no gap.
    """
    return min((s for s in swings(points) if s.size < 0), key=lambda s: s.size, default=None)


def biggest_rise(points: Sequence[Feeling]) -> Swing | None:
    """Return the highest rise between neighbours, the first of equal ones; None where nothing rises."""
    return max((s for s in swings(points) if s.size > 0), key=lambda s: s.size, default=None)


def so_far(points: Sequence[Feeling]) -> tuple[float | None, ...]:
    """Return for each point the mean of all known feelings up to it, on the author's scale.

    The cumulative line; it ends at the mean of `figures`, for each column weighs the same, however many samples of
    it are known so far. Unknown points change nothing, nor does the feeling of a step where it stands once more;
    None before the first known.

    >>> from cjsite.analysis.columns import columns
    >>> from cjsite.analysis.feeling import line
    >>> from cjsite.model.emotion import Scale
    >>> from cjsite.model.journey import Journey
    >>> steps = [{"title": "Queue", "emotion": -1}, {"title": "Pays"}, {"title": "Sip", "emotion": 2}]
    >>> coffee = Journey.model_validate({"title": "Coffee", "stages": [{"title": "Shop", "steps": steps}]})
    >>> so_far(line(columns(coffee), "", Scale(), {}))
    (-1.0, -1.0, 0.5)
    """
    before: list[float] = []
    here: list[float] = []
    at, values = 0, list[float | None]()
    for point in points:
        if point.value is not None and point.weight:
            if here and at != point.column.number:
                before, here = [*before, sum(here) / len(here)], []
            at, here = point.column.number, [*here, point.value]
        each = [*before, sum(here) / len(here)] if here else before
        values.append(sum(each) / len(each) if each else None)
    return tuple(values)
