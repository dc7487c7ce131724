"""What follows from a journey's input, whoever's line is followed: columns, lines, moments, pains, handoffs."""

from collections.abc import Iterator, Mapping

from cjsite.analysis.columns import Column, columns
from cjsite.analysis.evidence import Standing, standing
from cjsite.analysis.feeling import Feeling, line
from cjsite.analysis.handoffs import PlacedHandoff, placed_handoffs
from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.moments import PlacedMoment, moments
from cjsite.analysis.need import Hurts, need
from cjsite.analysis.opportunities import at_step, is_wanted
from cjsite.analysis.pains import PlacedPain, pains
from cjsite.analysis.stakes import Stakes, counts_now, stakes, together
from cjsite.base.frozen import frozen
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity


@frozen
class JourneyFacts:
    """What follows from a journey and what it refers to.

    lines: of every persona, in their order; everyone's where there is none. feelings: along the first. moments:
    judged for whoever fares worst. standings: of the columns, in their order. opportunities: of each step, by its
    id. need: as of `analysis.need`. stakes: of each opportunity here, over all journeys, by its id.
    """

    inputs: JourneyInput
    columns: tuple[Column, ...]
    standings: tuple[Standing, ...]
    opportunities: Mapping[str, tuple[Opportunity, ...]]
    lines: tuple[tuple[Feeling, ...], ...]
    moments: tuple[PlacedMoment, ...]
    pains: tuple[PlacedPain, ...]
    handoffs: tuple[PlacedHandoff, ...]
    need: float
    stakes: Mapping[str, Stakes]

    @property
    def journey(self) -> Journey:
        return self.inputs.journey

    @property
    def feelings(self) -> tuple[Feeling, ...]:
        return self.lines[0]

    def mains(self) -> Iterator[Feeling]:
        """Yield the main feeling of every touchpoint, or of its step as a whole once, on every persona's line."""
        for points in self.lines:
            yield from (point for point in points if point.main and point.weight)

    def standing(self, column: Column) -> Standing:
        """Return how a column's touchpoint is supported."""
        return self.standings[column.number - 1]

    def planned(self, column: Column) -> tuple[Opportunity, ...]:
        """Return what is under way or thought of at a column's step."""
        return tuple(filter(is_wanted, self.opportunities[column.step.id]))


def journey_facts(inputs: JourneyInput) -> JourneyFacts:
    """Return what follows from a journey and what it refers to."""
    journey = inputs.journey
    points = columns(journey)
    people = tuple(persona.id for persona in inputs.personas) or ("",)
    opportunities = {
        column.step.id: at_step(journey, column.step, inputs.opportunities)
        for column in points
        if column.first_of_step
    }
    lines = tuple(line(points, name, inputs.scale, inputs.evidence) for name in people)
    placed, hurts = moments(*lines), pains(points, opportunities)
    here = stakes(points, placed, opportunities) if counts_now(journey) else {}
    return JourneyFacts(
        inputs=inputs,
        columns=points,
        standings=tuple(standing(column.touchpoint, inputs.evidence) for column in points),
        opportunities=opportunities,
        lines=lines,
        moments=placed,
        pains=hurts,
        handoffs=placed_handoffs(points),
        need=need(journey, Hurts(tuple(zip(people, lines, strict=True)), placed, hurts)),
        stakes=together((here, inputs.stakes)),
    )
