"""What is at stake where an opportunity would help: how severe the pain is, and how likely customers leave."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from cjsite.analysis.columns import Column
from cjsite.analysis.moments import PlacedMoment
from cjsite.analysis.risk import Risk, urgency_of
from cjsite.base.frozen import frozen
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.outline import JourneyOutline


@frozen
class Stakes:
    """The worst at the steps of an opportunity; severity: 1 to 5, 0 where no pain point has one."""

    severity: int = 0
    risk: Risk = "low"


ANYWHERE = ""
"""Stands for every journey that does not name an opportunity; no id is empty."""


def counts_now(journey: Journey | JourneyOutline) -> bool:
    """Tell whether figures count a journey: as it is, and not archived."""
    return journey.state == "as-is" and journey.status != "archived"


def stakes(
    points: Iterable[Column],
    moments: Iterable[PlacedMoment],
    opportunities: Mapping[str, tuple[Opportunity, ...]],
) -> dict[str, Stakes]:
    """Return what is at stake along one journey for each opportunity, by its id.

    opportunities: of each step, by its id.
    """
    risks: dict[str, Risk] = {}
    for moment in moments:
        at = moment.column.step.id
        risks[at] = min(moment.risk, risks.get(at, "low"), key=urgency_of)
    at_stake: dict[str, Stakes] = {}
    for step in (column.step for column in points if column.first_of_step and opportunities.get(column.step.id)):
        severity = max((pain.rank or 0 for pain in step.pain_points), default=0)
        here = Stakes(severity, risks.get(step.id, "low"))
        for opportunity in opportunities[step.id]:
            at_stake[opportunity.id] = worse(here, at_stake.get(opportunity.id, Stakes()))
    return at_stake


def worse(here: Stakes, there: Stakes) -> Stakes:
    """Return the worst of both."""
    return Stakes(max(here.severity, there.severity), min(here.risk, there.risk, key=urgency_of))


def together(parts: Iterable[Mapping[str, Stakes]]) -> dict[str, Stakes]:
    """Return what is at stake along several journeys, by the ids of opportunities."""
    at_stake: dict[str, Stakes] = {}
    for part in parts:
        for name, own in part.items():
            at_stake[name] = worse(own, at_stake.get(name, Stakes()))
    return at_stake


def elsewhere(placed: Sequence[tuple[str, Stakes]]) -> dict[str, Stakes | None]:
    """Return what is at stake for an opportunity on all journeys but one, by its id; None where no other has it.

    placed: its journeys, and what is at stake on each. At `ANYWHERE` stands what is so on all of them. Journeys are
    not looked at in pairs: of ten thousand that share an opportunity, these are a hundred million.

    >>> elsewhere([("a", Stakes(3)), ("b", Stakes(5)), ("c", Stakes(1))])["b"]
    Stakes(severity=3, risk='low')
    """
    every = [own for _, own in placed]
    before = [None, *accumulate(every, worse)]
    after = [None, *accumulate(reversed(every[1:]), worse)][::-1]
    rest = {ANYWHERE: before[-1]}
    for (at, _), first, last in zip(placed, before, after, strict=False):
        rest[at] = worse(first, last) if first and last else first or last
    return rest
