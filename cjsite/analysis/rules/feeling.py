"""Rules on feelings and the decisions that come from them."""

from collections.abc import Iterator
from itertools import chain

from cjsite.analysis.avoidable import by_step
from cjsite.analysis.feeling import Feeling, aside, ending
from cjsite.analysis.journey_facts import JourneyFacts
from cjsite.analysis.peak_end import swings
from cjsite.analysis.rules.rule import Book, RuleHit
from cjsite.analysis.tolerance import amends, is_bad
from cjsite.analysis.value import promises, touchpoint_worths

VERY_BAD = -1.5
"""Score on −2 to +2 up to which a feeling asks for an answer."""
STEEP = -2.0
"""Drop between neighbours, in scores, that asks for an explanation."""
APART = 2.5
"""Width of a spread, in scores, from which one line hides two kinds of customers."""
UNLOVED = 1.5
"""How much better something works than it feels, in scores, to be worth a finding."""
book: Book[JourneyFacts] = Book()


@book.rule("F101", "note", example="emotion: []", mended="emotion: 0")
def unknown(facts: JourneyFacts) -> Iterator[RuleHit]:
    heard = {
        observation.column.number
        for felt in facts.felt
        for observation in felt
        if observation.feeling.value is not None
    }
    points = tuple(facts.mains)
    if len(points) > 1 and all(map(_is_silent, points)):
        # Nobody was asked at all: that is one thing to mend, however many steps there are.
        yield RuleHit(title=facts.journey.title)
        return
    for point in points:
        # Where somebody else's feeling is known, the line that has a gap is not the map's.
        if _is_silent(point) and heard.isdisjoint(column.number for column in point.over):
            yield RuleHit(point.at, title=point.title)


def _is_silent(point: Feeling) -> bool:
    return point.value is None and not (point.sample and point.sample.said)


@book.rule(
    "F102", "warning", example="emotion: $baffled", mended="emotion: {words: $baffled, value: -1, trigger: $fog}",
)  # fmt: skip
def no_number(facts: JourneyFacts) -> Iterator[RuleHit]:
    for points in facts.lines:
        for point in points:
            if point.sample and point.sample.unknown:
                yield RuleHit(point.at, words=point.sample.unknown)


@book.rule(
    "F103", "warning", example="emotion: {value: -1, trigger: $queue, response: accept}",
    mended="emotion: {value: -1, trigger: $queue, response: accept, because: $fair}",
)  # fmt: skip
def accepted(facts: JourneyFacts) -> Iterator[RuleHit]:
    for point in facts.mains:
        sample = point.sample
        accepts = sample is not None and is_bad(point) and sample.response == "accept"
        if accepts and sample and not (sample.because or sample.compensated_by):
            yield RuleHit(point.at, title=point.title)


@book.rule(
    "F104", "warning", example="emotion: {value: -1, trigger: $queue, compensated_by: hears-of-it}",
    mended="emotion: {value: -1, trigger: $queue, compensated_by: drinks}",
)  # fmt: skip
def no_amends(facts: JourneyFacts) -> Iterator[RuleHit]:
    for points in facts.courses:
        for point in points:
            by = amends(points, point)
            if by is not None and (by.score is None or by.score <= 0):
                yield RuleHit(point.at, title=point.title, by=by.title)


@book.rule(
    "F105", "warning", example="emotion: {value: -2, trigger: $queue}",
    mended="{emotion: {value: -2, trigger: $queue, response: mitigate}}",
)  # fmt: skip
def unanswered(facts: JourneyFacts) -> Iterator[RuleHit]:
    for point in facts.mains:
        very_bad = point.score is not None and point.score <= VERY_BAD
        answered = point.sample and point.sample.response
        if very_bad and not answered and not facts.planned(point.column):
            yield RuleHit(point.at, title=point.title)


@book.rule("F106", "note", example="emotion: -1", mended="emotion: {value: -1, trigger: $stuck}")
def untriggered(facts: JourneyFacts) -> Iterator[RuleHit]:
    for point in facts.mains:
        if is_bad(point) and point.sample and not point.sample.trigger and not point.column.step.pain_points:
            yield RuleHit(point.at, title=point.title)


@book.rule(
    "F107", "warning", example="moment_of_truth: {asks: '$stay', bails_out: $goes, bail_rate: 20%}",
    mended="{moment_of_truth: {asks: '$stay', bails_out: $goes, bail_rate: 20%}, opportunities: [shorter-queue]}",
)  # fmt: skip
def unplanned_risk(facts: JourneyFacts) -> Iterator[RuleHit]:
    for moment in facts.moments:
        if moment.at_risk and not facts.planned(moment.column):
            yield RuleHit(moment.at, title=moment.title)


@book.rule(
    "F108", "warning", level="journey",
    example="stages: [{title: $all, phase: after, steps: [{title: $pays, emotion: -1, evidence: [interviews]}]}]",
    mended="stages: [{title: $all, phase: after, steps: [{title: $pays, emotion: 1, evidence: [interviews]}]}]",
)  # fmt: skip
def bad_end(facts: JourneyFacts) -> Iterator[RuleHit]:
    for points in facts.courses:
        end = ending(points)
        if end is not None and is_bad(end) and not facts.has_plan(end.column.step.id):
            yield RuleHit(end.at, title=end.title)


@book.rule(
    "F109", "warning", example="{expectation: $promise, functional: -1}",
    mended="{expectation: $promise, functional: 1}",
)  # fmt: skip
def broken_promise(facts: JourneyFacts) -> Iterator[RuleHit]:
    inputs = facts.inputs
    for points in facts.lines:
        for promise in promises(points, inputs.scale, inputs.metrics, inputs.measurements):
            column = promise.column
            if promise.kept is False and not facts.planned(column):
                yield RuleHit(column.id, title=column.title)


@book.rule(
    "F110", "note", level="journey",
    example="""
stages:
  - title: $buy
    phase: during
    steps: [{title: $orders, emotion: 2}, {title: $pays, emotion: -0.3}, {title: $drinks, emotion: 1}]
""",
    mended="""
stages:
  - title: $buy
    phase: during
    steps: [{title: $orders, emotion: 2}, {title: $pays, emotion: 0.5}, {title: $drinks, emotion: 1}]
""",
)  # fmt: skip
def steep(facts: JourneyFacts) -> Iterator[RuleHit]:
    for points in facts.courses:
        for swing in swings(points):
            drop = (swing.after.score or 0.0) - (swing.before.score or 0.0)
            explained = (swing.after.sample and swing.after.sample.trigger) or swing.after.column.step.pain_points
            if drop <= STEEP and not explained:
                before, after = swing.before, swing.after
                yield RuleHit(after.at, before=before.title, after=after.title)


@book.rule(
    "F111", "note",
    example="emotion: {value: 0, spread: [-1.5, 1.5]}", mended="emotion: {value: 0, spread: [-0.5, 0.5]}",
)  # fmt: skip
def apart(facts: JourneyFacts) -> Iterator[RuleHit]:
    for point in facts.mains:
        if point.sample and point.sample.spread:
            low, high = (facts.inputs.scale.normal(value) for value in point.sample.spread)
            if high - low >= APART:
                yield RuleHit(point.at, title=point.title)


@book.rule(
    "F112", "note",
    example="moment_of_truth: {bails_out: $goes}", mended="moment_of_truth: {asks: '$stay', bails_out: $goes}",
)  # fmt: skip
def undecided(facts: JourneyFacts) -> Iterator[RuleHit]:
    for moment in facts.moments:
        if not moment.moment.asks:
            yield RuleHit(moment.at, title=moment.title)


@book.rule(
    "F113", "note",
    example="moment_of_truth: {asks: '$stay'}", mended="moment_of_truth: {asks: '$stay', bails_out: $goes}",
)  # fmt: skip
def no_exit(facts: JourneyFacts) -> Iterator[RuleHit]:
    for moment in facts.moments:
        if not moment.moment.bails_out and moment.moment.bail_rate is None:
            yield RuleHit(moment.at, title=moment.title)


@book.rule(
    "F114", "note", example="{emotion: {value: -1, trigger: $rude}, functional: 1.5}",
    mended="{emotion: {value: 1}, functional: 1.5}",
)  # fmt: skip
def unloved(facts: JourneyFacts) -> Iterator[RuleHit]:
    for value in chain.from_iterable(map(touchpoint_worths, facts.lines)):
        if not is_bad(value.feeling) or value.functional is None or facts.has_plan(value.column.step.id):
            continue
        if facts.inputs.scale.normal(value.functional) - (value.feeling.score or 0.0) >= UNLOVED:
            yield RuleHit(value.column.id, title=value.column.title)


@book.rule(
    "F115", "warning", level="journey",
    example="""
stages:
  - title: $buy
    phase: during
    steps:
      - title: $all
        emotion: -1
        touchpoints: [{title: $orders, emotion: 1}, {title: $pays, emotion: 0.5}]
""",
    mended="""
stages:
  - title: $buy
    phase: during
    steps:
      - title: $all
        emotion: -1
        touchpoints: [{title: $orders, emotion: 1}, {title: $pays}]
""",
)  # fmt: skip
def counts_nowhere(facts: JourneyFacts) -> Iterator[RuleHit]:
    people = [person.id for person in facts.inputs.personas] or [""]
    for points in by_step(facts.columns):
        step = points[0].step
        if step.feeling_of_whole and any(
            aside(points, name, facts.inputs.scale, facts.inputs.evidence) for name in people
        ):
            yield RuleHit(step.id, title=step.title)
