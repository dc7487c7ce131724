"""What follows from a journey's input, whoever's line is followed: columns, readings, moments, pains, handoffs."""

from collections.abc import Mapping
from itertools import chain

from cjsite.analysis.avoidable import AvoidableStep, avoidable
from cjsite.analysis.channels import Mismatch, mismatches
from cjsite.analysis.columns import Column, columns
from cjsite.analysis.coverage import missing
from cjsite.analysis.evidence import Standing, standing
from cjsite.analysis.feeling import Feeling
from cjsite.analysis.handoffs import PlacedHandoff, placed_handoffs
from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.moments import PlacedMoment, moments
from cjsite.analysis.need import need
from cjsite.analysis.opportunities import at_step, is_planned, is_wanted
from cjsite.analysis.pains import PlacedPain, pains
from cjsite.analysis.readings import (
    Line,
    Observation,
    Reading,
    apart,
    observations,
    of_persona,
    people_of,
    readings,
    touchpoint_means,
    whole_line,
)
from cjsite.analysis.risk import Risk
from cjsite.analysis.stakes import Stakes, counts_now, stakes, together
from cjsite.base.frozen import frozen
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.persona import Persona


@frozen
class JourneyFacts:
    """What follows from a journey and what it refers to.

    readings: of every persona on every route that is open to them; everyone's where the journey names no persona.
    lines: what personas may feel on any route, those of personas who feel alike once. felt: of each column, what is
    felt there; mains: the same in order, each feeling once. means: of columns by number, where it is known.
    moments: judged for whoever fares worst. standings: of the columns, in their order. opportunities: of each step,
    by its id. need: as of `analysis.need`. stakes: of each opportunity here, over all journeys, by its id. lacks:
    of each column, what nothing is said of. risks: of moments of truth, by the numbers of their columns.
    """

    inputs: JourneyInput
    columns: tuple[Column, ...]
    standings: tuple[Standing, ...]
    opportunities: Mapping[str, tuple[Opportunity, ...]]
    readings: tuple[Reading, ...]
    lines: tuple[Line, ...]
    felt: tuple[tuple[Observation, ...], ...]
    mains: tuple[Feeling, ...]
    means: Mapping[int, float]
    moments: tuple[PlacedMoment, ...]
    pains: tuple[PlacedPain, ...]
    handoffs: tuple[PlacedHandoff, ...]
    need: float
    stakes: Mapping[str, Stakes]
    lacks: tuple[tuple[str, ...], ...]
    avoidable: tuple[AvoidableStep, ...]
    risks: Mapping[int, Risk]

    @property
    def journey(self) -> Journey:
        return self.inputs.journey

    @property
    def courses(self) -> tuple[Line, ...]:
        """Return what is felt along each reading, each course once."""
        return apart(reading.feelings for reading in self.readings)

    def people(self, feeling: Feeling) -> tuple[str, ...]:
        """Return the ids of the personas who feel so, none where it is everyone on the map."""
        return () if len(self.lines) == 1 else people_of(feeling, self.readings)

    def standing(self, column: Column) -> Standing:
        """Return how a column's touchpoint is supported."""
        return self.standings[column.number - 1]

    def planned(self, column: Column) -> tuple[Opportunity, ...]:
        """Return what is under way or thought of at a column's step."""
        return tuple(filter(is_wanted, self.opportunities[column.step.id]))

    def has_plan(self, step: str) -> bool:
        """Tell whether more than an idea stands at a step, by its id: what the step says of itself is answered."""
        return any(map(is_planned, self.opportunities.get(step, ())))

    def unmet(self, persona: Persona) -> tuple[Mismatch, ...]:
        """Return the preferences of one of the journey's personas that it does not meet."""
        walked = {c.number for reading in self.readings if reading.persona == persona.id for c in reading.columns}
        there = tuple(column for column in self.columns if column.number in walked)
        return mismatches(persona, there, self.inputs.channels, self.inputs.is_overview)


def journey_facts(inputs: JourneyInput) -> JourneyFacts:
    """Return what follows from a journey and what it refers to."""
    journey = inputs.journey
    points = columns(journey)
    opportunities = {
        column.step.id: at_step(journey, column.step, inputs.opportunities)
        for column in points
        if column.first_of_step
    }
    every = readings(journey, points, inputs.scale, inputs.evidence)
    # Rules and figures look at each line once, however many personas it is theirs.
    lines = apart(map(whole_line, of_persona(every).values()))
    placed, placed_pains = moments(*lines), pains(points, opportunities)
    here = stakes(points, placed, opportunities) if counts_now(journey) else {}
    felt = observations(points, every)
    return JourneyFacts(
        inputs=inputs,
        columns=points,
        standings=tuple(standing(column.touchpoint, inputs.evidence) for column in points),
        opportunities=opportunities,
        readings=every,
        lines=lines,
        felt=felt,
        mains=_mains(felt),
        means=touchpoint_means(every),
        moments=placed,
        pains=placed_pains,
        handoffs=placed_handoffs(points),
        need=need(every, placed, placed_pains),
        stakes=together((here, inputs.stakes)),
        lacks=tuple(map(missing, points)),
        avoidable=avoidable(points, inputs.abroad),
        risks={moment.column.number: moment.risk for moment in placed},
    )


def _mains(felt: tuple[tuple[Observation, ...], ...]) -> tuple[Feeling, ...]:
    """Return what is felt at every touchpoint, or at its step as a whole, each feeling once."""
    every = {
        id(observation.feeling): observation.feeling
        for observation in chain.from_iterable(felt)
        if observation.feeling.weight
    }
    return tuple(sorted(every.values(), key=lambda feeling: (feeling.x, feeling.score or 0.0)))
