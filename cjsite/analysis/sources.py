"""What a map rests on: how it is known, which research stands behind it and how old that is."""

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import accumulate

from cjsite.analysis.columns import Column
from cjsite.analysis.evidence import Standing, confidence
from cjsite.analysis.feeling import Feeling
from cjsite.base.frozen import frozen
from cjsite.model.emotion import Confidence
from cjsite.model.journey import Journey
from cjsite.model.registry import Evidence
from cjsite.text.rounding import shares

OLD_DAYS = 730
"""Days after which research counts as old: two reviews of the usual yearly cycle."""


WAYS: tuple[Confidence | None, ...] = ("observed", "reported", "inferred", "assumed", None)
"""The ways to know how a touchpoint feels, the firmest first; None: nobody has said how."""


@frozen
class KnownBy:
    """Counts of touchpoints in the order of `WAYS`; heard, staff: told of by customers, by staff only."""

    counts: tuple[int, ...] = (0,) * len(WAYS)
    heard: int = 0
    staff: int = 0

    @property
    def total(self) -> int:
        return sum(self.counts)

    @property
    def open(self) -> float:
        """Return the share of touchpoints that no customer has told of, 0 to 1."""
        return (self.total - self.heard) / (self.total or 1)

    @property
    def shares(self) -> tuple[float, ...]:
        """Return the shares of touchpoints in the order of `WAYS`, in per cent."""
        return tuple(100 * count / (self.total or 1) for count in self.counts)

    @property
    def percents(self) -> tuple[Decimal, ...]:
        """Return the same as they are shown together: in whole per cent that add up to 100."""
        return shares(self.counts)

    @property
    def starts(self) -> tuple[float, ...]:
        """Return where each share begins when they stand side by side, in per cent."""
        return tuple(100 * before / (self.total or 1) for before in accumulate(self.counts[:-1], initial=0))


def stated(feeling: Feeling) -> Confidence | None:
    """Return how a touchpoint is known: as its feeling says, else as the touchpoint does."""
    return stated_at(feeling, feeling.column)


def stated_at(feeling: Feeling, column: Column) -> Confidence | None:
    """Return how one of the touchpoints is known that a feeling stands for."""
    return confidence(feeling.sample, column.touchpoint)


def known_by(touchpoints: Iterable[tuple[Confidence | None, Standing]]) -> KnownBy:
    """Count touchpoints by how they are known and by who has told of them.

    >>> known_by([("observed", "strong"), (None, "none"), ("assumed", "staff")])
    KnownBy(counts=(1, 0, 0, 1, 1), heard=1, staff=1)
    """
    pairs = list(touchpoints)
    ways, standings = [way for way, _ in pairs], [standing for _, standing in pairs]
    heard = standings.count("strong") + standings.count("some")
    return KnownBy(tuple(ways.count(way) for way in WAYS), heard, standings.count("staff"))


def together(parts: Iterable[KnownBy]) -> KnownBy:
    """Return the counts of several maps summed up."""
    every = list(parts)
    counts = tuple(map(sum, zip(*(part.counts for part in every), strict=True))) or KnownBy().counts
    return KnownBy(counts, sum(part.heard for part in every), sum(part.staff for part in every))


def is_to_find_out(feeling: Feeling, column: Column) -> bool:
    """Tell whether a touchpoint is on the research to-do: it is assumed, or how it feels is not known."""
    return feeling.value is None or stated_at(feeling, column) == "assumed"


def age(evidence: Evidence, today: datetime.date) -> int | None:
    """Return how many days old research is, None where it has no date; never below 0."""
    return None if evidence.date is None else max(0, (today - evidence.date).days)


def is_old(evidence: Evidence, today: datetime.date) -> bool:
    """Tell whether research is older than `OLD_DAYS`."""
    return evidence.date is not None and today > evidence.date + datetime.timedelta(OLD_DAYS)


def used(journey: Journey, points: Iterable[Column]) -> Mapping[str, tuple[Column, ...]]:
    """Return the research of a map by id, with the touchpoints that rest on it (none: the map as a whole does)."""
    columns_of: dict[str, list[Column]] = {name: [] for name in journey.evidence}
    for insight in journey.insights:
        for name in insight.evidence:
            columns_of.setdefault(name, [])
    for column in points:
        for name in dict.fromkeys(column.touchpoint.evidence):
            columns_of.setdefault(name, []).append(column)
    return {name: tuple(resting) for name, resting in columns_of.items()}
