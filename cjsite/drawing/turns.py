"""The points of a curve that a written summary must name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import Literal

from cjsite.base.frozen import frozen
from cjsite.drawing.curve import CurvePoint

Role = Literal["start", "peak", "dip", "lowest", "highest", "unknown", "end"]
_FOREMOST: frozenset[Role] = frozenset({"start", "lowest", "highest", "unknown", "end"})


@frozen
class Turn:
    """A sample, or a stretch of unknown ones from `index` to `last`, and why it is named."""

    index: int
    last: int
    roles: tuple[Role, ...]

    @property
    def is_minor(self) -> bool:
        """Tell whether it is no more than one peak or dip of several."""
        return not _FOREMOST.intersection(self.roles)


def turns(samples: Sequence[CurvePoint], threshold: float = 1.0) -> tuple[Turn, ...]:
    """Return start, turns, lowest, highest, unknown stretches and end, in order of time.

    A turn is a peak or dip that the curve reaches and leaves by `threshold` or more; start and
    end are the first and last known samples. Of equal extremes the first counts.
    """
    scores = [(index, sample.s) for index, sample in enumerate(samples) if sample.s is not None]
    roles_at: dict[int, list[Role]] = {}
    for index, role in (*_ends(scores), *_pivots(scores, threshold)):
        roles_at.setdefault(index, []).append(role)
    points = [Turn(index, index, tuple(roles)) for index, roles in roles_at.items()]
    return tuple(sorted([*points, *_unknown(samples)], key=lambda turn: turn.index))


def foremost(named: Sequence[Turn], samples: Sequence[CurvePoint], most: int) -> tuple[Turn, ...]:
    """Return the turns without all peaks and dips but the `most` that the line goes farthest to.

    What is an end, an extreme or unknown stays. Of those as far the first counts.
    """
    heights = [(turn, samples[turn.index].s) for turn in named if turn.roles != ("unknown",)]
    ways = {b.index: abs((end or 0.0) - (start or 0.0)) for (_, start), (b, end) in pairwise(heights)}
    minor = [turn.index for turn in named if turn.is_minor]
    kept = set(sorted(minor, key=lambda index: -ways.get(index, 0.0))[:most])
    return tuple(turn for turn in named if turn.index in kept or not turn.is_minor)


def _ends(points: Sequence[tuple[int, float]]) -> Iterator[tuple[int, Role]]:
    if points:
        yield points[0][0], "start"
        yield min(points, key=lambda point: point[1])[0], "lowest"
        yield max(points, key=lambda point: point[1])[0], "highest"
        yield points[-1][0], "end"


def _pivots(points: Sequence[tuple[int, float]], threshold: float) -> Iterator[tuple[int, Role]]:
    """Yield the extremes between swings of at least the threshold (the zigzag rule)."""
    low = high = points[0] if points else (0, 0.0)
    rising: bool | None = None
    for point in points:
        low, high = min(low, point, key=_score), max(high, point, key=_score)
        if rising is not False and high[1] - point[1] >= threshold:
            if rising:
                yield high[0], "peak"
            rising, low, high = False, point, point
        elif rising is not True and point[1] - low[1] >= threshold:
            if rising is False:
                yield low[0], "dip"
            rising, low, high = True, point, point


def _score(point: tuple[int, float]) -> float:
    return point[1]


def _unknown(samples: Sequence[CurvePoint]) -> Iterator[Turn]:
    indexed = enumerate(samples)
    for unknown, group in groupby(indexed, key=lambda pair: pair[1].s is None):
        if unknown:
            places = [index for index, _ in group]
            yield Turn(places[0], places[-1], ("unknown",))
