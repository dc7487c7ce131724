"""What a map rests on: how it is known, which research stands behind it and how old that is."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cjsite.analysis.columns import Column
from cjsite.analysis.evidence import confidence
from cjsite.analysis.feeling import Feeling
from cjsite.model.emotion import Confidence
from cjsite.model.journey import Journey
from cjsite.model.registry import Evidence

OLD_DAYS = 730
"""Days after which research counts as old: two reviews of the usual yearly cycle."""


@dataclass(frozen=True, slots=True)
class Knowing:
    """How many touchpoints are known in which way; unsaid: nobody has said how."""

    observed: int = 0
    reported: int = 0
    inferred: int = 0
    assumed: int = 0
    unsaid: int = 0

    @property
    def total(self) -> int:
        return self.observed + self.reported + self.inferred + self.assumed + self.unsaid


def stated(feeling: Feeling) -> Confidence | None:
    """Return how a touchpoint is known: as its feeling says, else as the touchpoint does."""
    return confidence(feeling.sample, feeling.column.touchpoint)


def knowing(feelings: Iterable[Feeling]) -> Knowing:
    """Count the touchpoints by how they are known, each once.

    >>> from cjsite.analysis.columns import columns
    >>> from cjsite.analysis.feeling import line
    >>> from cjsite.model.emotion import Scale
    >>> from cjsite.model.journey import Journey
    >>> steps = [{"title": "Asks", "emotion": {"value": 1, "confidence": "observed"}}, {"title": "Thinks"},
    ...          {"title": "Calls", "confidence": "assumed"}]
    >>> ask = Journey.model_validate({"title": "Ask", "stages": [{"title": "Ask", "steps": steps}]})
    >>> knowing(line(columns(ask), "", Scale(), {}))
    Knowing(observed=1, reported=0, inferred=0, assumed=1, unsaid=1)
    """
    counted = Counter[str](stated(feeling) or "unsaid" for feeling in feelings if feeling.main)
    return Knowing(**counted)


def to_find_out(feelings: Iterable[Feeling]) -> tuple[Feeling, ...]:
    """Return the research to-do: touchpoints that are assumed, or of whose feeling nothing is known."""
    return tuple(f for f in feelings if f.main and (f.value is None or stated(f) == "assumed"))


def age(evidence: Evidence, today: datetime.date) -> int | None:
    """Return how many days old research is, None where it has no date; never below 0."""
    return None if evidence.date is None else max(0, (today - evidence.date).days)


def is_old(evidence: Evidence, today: datetime.date) -> bool:
    """Tell whether research is older than `OLD_DAYS`."""
    days = age(evidence, today)
    return days is not None and days > OLD_DAYS


def used(journey: Journey, points: Iterable[Column]) -> Mapping[str, tuple[Column, ...]]:
    """Return the research of a map by id, with the touchpoints that rest on it (none: the map as a whole does)."""
    found: dict[str, list[Column]] = {name: [] for name in journey.evidence}
    for insight in journey.insights:
        for name in insight.evidence:
            found.setdefault(name, [])
    for column in points:
        for name in dict.fromkeys(column.touchpoint.evidence):
            found.setdefault(name, []).append(column)
    return {name: tuple(resting) for name, resting in found.items()}
