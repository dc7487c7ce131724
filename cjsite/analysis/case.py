"""A journey with everything that its findings may depend on, and what follows from it."""

import datetime
from collections.abc import Iterator, Mapping

from cjsite.analysis.columns import Column, columns
from cjsite.analysis.evidence import Standing, standing
from cjsite.analysis.feeling import Feeling, line
from cjsite.analysis.handoffs import Passage, passages
from cjsite.analysis.moments import Moment, moments
from cjsite.analysis.opportunities import at_step, by_journey, is_wanted
from cjsite.analysis.pains import Pain, pains
from cjsite.frozen import frozen
from cjsite.model.content import Content
from cjsite.model.emotion import Scale
from cjsite.model.journey import Journey, Step
from cjsite.model.opportunity import Opportunity
from cjsite.model.persona import Persona
from cjsite.model.quantities import Cycle
from cjsite.model.registry import Channel, Department, Evidence


@frozen
class Case:
    """A journey and what it refers to. basis: the as-is of a to-be. abroad: steps of others that its own name."""

    journey: Journey
    scale: Scale
    review_every: Cycle
    today: datetime.date
    departments: Mapping[str, Department]
    channels: Mapping[str, Channel]
    evidence: Mapping[str, Evidence]
    personas: tuple[Persona, ...]
    opportunities: Mapping[str, Opportunity]
    basis: Journey | None
    abroad: Mapping[str, Step]


@frozen
class Facts:
    """What follows from a case.

    lines: of every persona, in their order; everyone's where there is none. feelings, moments: along the first.
    standings: of the columns, in their order. opportunities: of each step, by its id.
    """

    case: Case
    columns: tuple[Column, ...]
    standings: tuple[Standing, ...]
    opportunities: Mapping[str, tuple[Opportunity, ...]]
    lines: tuple[tuple[Feeling, ...], ...]
    moments: tuple[Moment, ...]
    pains: tuple[Pain, ...]
    passages: tuple[Passage, ...]

    @property
    def journey(self) -> Journey:
        return self.case.journey

    @property
    def feelings(self) -> tuple[Feeling, ...]:
        return self.lines[0]

    def mains(self) -> Iterator[Feeling]:
        """Yield the main feeling of every touchpoint on every persona's line."""
        for points in self.lines:
            yield from (point for point in points if point.main)

    def standing(self, column: Column) -> Standing:
        """Return how a column's touchpoint is supported."""
        return self.standings[column.number - 1]

    def planned(self, column: Column) -> tuple[Opportunity, ...]:
        """Return what is under way or thought of at a column's step."""
        return tuple(filter(is_wanted, self.opportunities[column.step.id]))


def facts(case: Case) -> Facts:
    """Return what follows from a case."""
    journey = case.journey
    points = columns(journey)
    people = tuple(persona.id for persona in case.personas) or ("",)
    opportunities = {
        column.step.id: at_step(journey, column.step, case.opportunities)
        for column in points
        if column.first_of_step
    }
    lines = tuple(line(points, name, case.scale, case.evidence) for name in people)
    return Facts(
        case=case,
        columns=points,
        standings=tuple(standing(column.touchpoint, case.evidence) for column in points),
        opportunities=opportunities,
        lines=lines,
        moments=moments(lines[0]),
        pains=pains(points, opportunities),
        passages=passages(points),
    )


def cases(content: Content, today: datetime.date) -> Mapping[str, Case]:
    """Return the case of each journey by id."""
    linked = by_journey(content.journeys.values(), content.opportunities)
    return {
        name: Case(
            journey=journey,
            scale=content.settings.emotion_scale,
            review_every=content.settings.review_every,
            today=today,
            departments=content.departments,
            channels=content.channels,
            evidence=content.evidence,
            personas=tuple(content.personas[person] for person in journey.people),
            opportunities=linked.get(name, {}),
            basis=content.journeys.get(journey.derived_from),
            abroad=abroad(journey, content.journeys),
        )
        for name, journey in content.journeys.items()
    }


def abroad(journey: Journey, journeys: Mapping[str, Journey]) -> Mapping[str, Step]:
    """Return the steps of other journeys that a journey's steps name as cause or amends, by `journey#step`."""
    found = {}
    for address in journey.elsewhere:
        owner, _, name = address.rpartition("#")
        if owner in journeys:
            there = journeys[owner].steps()
            cause = next((s for s in there if name in (s.id, *(t.id for t in s.touchpoints))), None)
            if cause is not None:
                found[address] = cause
    return found
