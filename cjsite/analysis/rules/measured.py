"""Rules on what is measured: whether it is good enough, new enough, and says what the line says."""

from collections.abc import Iterator, Mapping

from cjsite.analysis.columns import Column
from cjsite.analysis.feeling import Feeling
from cjsite.analysis.journey_facts import JourneyFacts
from cjsite.analysis.measures import PlacedMeasure, measures
from cjsite.analysis.rules.rule import Book, RuleHit, day, term
from cjsite.analysis.satisfaction import verdict
from cjsite.model.content import Measurement
from cjsite.model.journey import Journey

FELT = 1.0
"""Score, above or below zero, from which a feeling says the contrary of a figure that is as bad or as good."""
SATISFACTION = "csat"
"""The metric that needs no target to be good or bad."""
book: Book[JourneyFacts] = Book()


@book.rule(
    "F116", "warning", example="metrics: {till-time: 9}",
    mended="{metrics: {till-time: 9}, opportunities: [shorter-queue]}",
)  # fmt: skip
def off_target(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column, placed in _placed(facts):
        if placed.met is False and not facts.planned(column):
            yield RuleHit(column.id, metric=placed.metric.title or placed.metric.id, title=column.title)


@book.rule(
    "F117", "note",
    example="{emotion: {value: -1.5, trigger: $queue, response: mitigate}, satisfaction: 4.8}",
    mended="{emotion: {value: -1.5, trigger: $queue, response: mitigate}, satisfaction: 2}",
)  # fmt: skip
def contradicted(facts: JourneyFacts) -> Iterator[RuleHit]:
    """Yield figures that say the contrary of all who are there.

    A figure with a target is about more than feelings: it contradicts them only where the map leaves it at that,
    with nothing planned against the one or no reason for the other.
    """
    felt = _felt(facts)
    stated = [c.touchpoint.satisfaction for c in facts.columns if c.touchpoint.satisfaction is not None]
    for column in facts.columns:
        if _contradicts(verdict(column.touchpoint.satisfaction, stated), felt.get(column.number)):
            yield RuleHit(column.id, title=column.title, measure=term("measure.satisfaction"))
    every = list(_placed(facts))
    answers = [
        measure.value for _, measure in every if measure.metric.id == SATISFACTION and measure.value is not None
    ]
    for column, measure in every:
        feelings = felt.get(column.number)
        if measure.met is None:
            is_left = _contradicts(
                verdict(measure.value, answers) if measure.metric.id == SATISFACTION else None, feelings
            )
        else:
            is_left = _contradicts(measure.met, feelings) and not _is_explained(
                facts, column, measure.met, feelings or []
            )
        if is_left:
            yield RuleHit(column.id, title=column.title, measure=measure.metric.title or measure.metric.id)


@book.rule(
    "R110", "note", level="journey",
    example="review_every: 2 months  # $measured", mended="review_every: 12 months  # $measured",
)  # fmt: skip
def outdated(facts: JourneyFacts) -> Iterator[RuleHit]:
    cycle = facts.journey.review_every or facts.inputs.review_every
    if facts.journey.status == "archived":
        return
    for newest in _newest(facts.inputs.measurements).values():
        metric = facts.inputs.metrics.get(newest.metric)
        if metric and cycle.after(newest.date) < facts.inputs.today:
            yield RuleHit(newest.step, metric=metric.title or metric.id, day=day(newest.date))


@book.rule(
    "S121", "note", level="journey",
    example="""
business_goal: $business-goal
stages: [{title: $buy, phase: during, steps: [{title: $pays, emotion: 1}]}]
""",
    mended="""
business_goal: $business-goal
stages: [{title: $buy, phase: during, steps: [{title: $pays, emotion: 1, metrics: {csat: 4.2}}]}]
""",
)  # fmt: skip
def unmeasured_goal(facts: JourneyFacts) -> Iterator[RuleHit]:
    is_measured = facts.inputs.measurements or any(column.touchpoint.metrics for column in facts.columns)
    if facts.journey.business_goal and not is_measured and not facts.inputs.is_overview and _counts(facts.journey):
        yield RuleHit()


def _counts(journey: Journey) -> bool:
    """Tell whether a map has anything that figures can stand at, and is in use."""
    return journey.status != "archived" and any(stage.course for stage in journey.stages)


def _placed(facts: JourneyFacts) -> Iterator[tuple[Column, PlacedMeasure]]:
    """Yield every figure with its column."""
    dated = {measurement.step for measurement in facts.inputs.measurements}
    for column in facts.columns:
        if column.touchpoint.metrics or not dated.isdisjoint((column.id, column.step.id)):
            for placed in measures(column, facts.inputs.metrics, facts.inputs.measurements):
                yield column, placed


def _newest(measurements: tuple[Measurement, ...]) -> Mapping[tuple[str, str], Measurement]:
    """Return the newest measurement of each metric at each step."""
    return {
        (measurement.step, measurement.metric): measurement
        for measurement in sorted(measurements, key=lambda m: m.date)
    }


def _felt(facts: JourneyFacts) -> Mapping[int, list[Feeling]]:
    """Return the known main feelings of all personas at each column, by its number."""
    by_column: dict[int, list[Feeling]] = {}
    for point in facts.mains:
        for column in point.over if point.score is not None else ():
            by_column.setdefault(column.number, []).append(point)
    return by_column


def _contradicts(is_good: bool | None, feelings: list[Feeling] | None) -> bool:
    """Tell whether a figure is good where all feel bad, or bad where all feel good."""
    if is_good is None or not feelings:
        return False
    scores = [point.score or 0.0 for point in feelings]
    return max(scores) <= -FELT if is_good else min(scores) >= FELT


def _is_explained(facts: JourneyFacts, column: Column, is_met: bool, feelings: list[Feeling]) -> bool:
    """Tell whether the map says why it feels bad in spite of a target met, or plans to meet one that is missed."""
    if not is_met:
        return bool(facts.planned(column))
    return bool(column.step.pain_points) or any(point.sample and point.sample.trigger for point in feelings)
