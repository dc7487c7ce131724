"""How often and how customers feel at a number of touchpoints: counts that can be added up."""

from collections.abc import Iterable

from cjsite.base.frozen import frozen


@frozen
class Tally:
    """A number of touchpoints; total: the sum of the scores (−2 to +2) of the `known` feelings there."""

    count: int = 0
    known: int = 0
    total: float = 0.0

    @property
    def mean(self) -> float | None:
        """Return the mean score, None where nothing is known."""
        return self.total / self.known if self.known else None


def tally(scores: Iterable[float | None]) -> Tally:
    """Count touchpoints by the scores of their feelings, None for one where nothing is known.

    >>> tally([1.0, None, -2.0]).mean
    -0.5
    """
    every = list(scores)
    valued = [score for score in every if score is not None]
    return Tally(len(every), len(valued), sum(valued, 0.0))


def tallied(parts: Iterable[Tally]) -> Tally:
    """Return the sum of all parts."""
    every = list(parts)
    total = sum((part.total for part in every), 0.0)
    return Tally(sum(part.count for part in every), sum(part.known for part in every), total)
