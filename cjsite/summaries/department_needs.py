"""What customers want where a department works, what they expect there, and what it is worth to them."""

from collections.abc import Iterable

from cjsite.analysis.columns import Column
from cjsite.analysis.value import Outcome, worst_promises, worst_worths
from cjsite.base.frozen import frozen
from cjsite.summaries.journey_analysis import FeelingEntry, JourneyAnalysis, TouchpointLink
from cjsite.summaries.links import Link, persona_link
from cjsite.summaries.toplist import TopList


@frozen
class Expected:
    """What customers expect at a touchpoint; outcome: None where nobody says what comes of it."""

    felt: FeelingEntry
    expects: str
    outcome: Outcome | None


@frozen
class DepartmentWorth:
    """What a touchpoint does for customers, apart from how it feels; gap: functional − felt, None if not known."""

    felt: FeelingEntry
    functional: float
    gap: float | None


@frozen
class StageGoal:
    """What customers want of a stage, with the first touchpoint of the department's in it."""

    goal: str
    at: TouchpointLink


@frozen
class PersonaGoals:
    """What a persona on the map wants to achieve."""

    who: Link
    goals: tuple[str, ...]


@frozen
class Needs:
    """What customers want where the department works, what they expect there, and what it is worth to them."""

    wishes: tuple[PersonaGoals, ...] = ()
    aims: TopList[StageGoal] = TopList()
    expected: TopList[Expected] = TopList()
    broken: int = 0
    worths: TopList[DepartmentWorth] = TopList()

    @property
    def count(self) -> int:
        """Return how many entries its lists have."""
        return len(self.wishes) + self.aims.count + self.expected.count + self.worths.count


@frozen
class TouchpointNeeds:
    """What the map says of needs at each of its touchpoints, whoever works there."""

    expected: tuple[Expected, ...]
    worths: tuple[DepartmentWorth, ...]


def touchpoint_needs(analysis: JourneyAnalysis) -> TouchpointNeeds:
    """Return what a map says of needs at each of its touchpoints."""
    inputs = analysis.inputs
    return TouchpointNeeds(
        expected=tuple(
            Expected(
                analysis.felt_in(promise.feeling, promise.column),
                promise.column.touchpoint.expectation,
                promise.outcome,
            )
            for promise in worst_promises(analysis.facts.lines, inputs.scale, inputs.metrics, inputs.measurements)
        ),
        worths=tuple(
            DepartmentWorth(analysis.felt_in(worth.feeling, worth.column), worth.functional, worth.gap)
            for worth in worst_worths(analysis.facts.lines)
            if worth.functional is not None
        ),
    )


def department_needs(analysis: JourneyAnalysis, needs: TouchpointNeeds, mine: list[Column]) -> Needs:
    """Return what customers want and expect at a department's touchpoints, `mine`."""
    numbers = {column.number for column in mine}
    expected = [entry for entry in needs.expected if entry.felt.at.number in numbers]
    worths = (entry for entry in needs.worths if entry.felt.at.number in numbers)
    return Needs(
        wishes=tuple(PersonaGoals(persona_link(p), p.goals) for p in analysis.inputs.personas if p.goals)
        if mine
        else (),
        aims=TopList.of(_aims(analysis, mine)),
        expected=TopList.of(expected, sort_key=_expected_key),
        broken=sum(entry.outcome == "broken" for entry in expected),
        worths=TopList.of(worths, sort_key=_worth_key),
    )


def _aims(analysis: JourneyAnalysis, mine: Iterable[Column]) -> tuple[StageGoal, ...]:
    first: dict[int, Column] = {}
    for column in mine:
        if column.stage.goal:
            first.setdefault(id(column.stage), column)
    return tuple(StageGoal(column.stage.goal, analysis.link(column)) for column in first.values())


def _expected_key(expected: Expected) -> tuple[int, float, str]:
    """Broken first, then those of which nobody says; the worst feeling first within each."""
    feels = expected.felt.score if expected.felt.score is not None else 0.0
    return ("broken", None, "kept", "exceeded").index(expected.outcome), feels, expected.felt.at.url


def _worth_key(worth: DepartmentWorth) -> tuple[bool, float, str]:
    """The widest gap between what it does and how it feels first; where nobody knows how it feels last."""
    return worth.gap is None, -abs(worth.gap or 0.0), worth.felt.at.url
