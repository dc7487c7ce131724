"""Rules on what customers spend, and on work in the wrong place."""

from collections.abc import Iterator

from cjsite.analysis.columns import columns
from cjsite.analysis.effort import effort, states_effort, switches
from cjsite.analysis.journey_facts import JourneyFacts
from cjsite.analysis.ownership import is_ours
from cjsite.analysis.routes import main_route, on_route, routes
from cjsite.analysis.rules.rule import Book, RuleHit, term, time
from cjsite.analysis.savings import savings
from cjsite.model.step import Step

LONG_WAIT = 24 * 60
"""Minutes of waiting at one touchpoint from which it asks for an answer: a day."""
RESTLESS = 4
"""Changes of channel within one stage that are too many."""
book: Book[JourneyFacts] = Book()


@book.rule(
    "W101", "warning",
    example="work: {done_by: customer, should_be_by: shop}", mended="work: {done_by: shop, should_be_by: shop}",
)  # fmt: skip
def misplaced(facts: JourneyFacts) -> Iterator[RuleHit]:
    for avoidable_step in facts.avoidable:
        if avoidable_step.reason == "misplaced" and not facts.has_plan(avoidable_step.column.step.id):
            # Work may also be a partner's, which is no department of the registry.
            department = facts.inputs.departments.get(avoidable_step.department)
            whose = department.title if department else term(f"party.{avoidable_step.department}")
            yield RuleHit(avoidable_step.column.id, title=avoidable_step.column.step.title, department=whose)


@book.rule("W102", "warning", example="caused_by: drinks", mended="caused_by: ''")
def failure(facts: JourneyFacts) -> Iterator[RuleHit]:
    for avoidable_step in facts.avoidable:
        if avoidable_step.reason == "failure" and not _is_answered(facts, avoidable_step.column.step):
            yield RuleHit(
                avoidable_step.column.id, title=avoidable_step.column.step.title, cause=avoidable_step.cause
            )


def _is_answered(facts: JourneyFacts, step: Step) -> bool:
    """Tell whether something is planned at a step from a failure, or where the failure is."""
    journey, _, name = step.caused_by.rpartition("#")
    if facts.has_plan(step.id) or journey not in ("", facts.journey.id):
        return facts.has_plan(step.id)
    return any(facts.has_plan(column.step.id) for column in facts.columns if name in (column.step.id, column.id))


@book.rule(
    "W103", "warning", example="handoff: {to: store, carries: $order, quality: poor}",
    mended="handoff: {to: store, carries: $order, quality: good}",
)  # fmt: skip
def broken(facts: JourneyFacts) -> Iterator[RuleHit]:
    for placed in facts.handoffs:
        if placed.handoff.quality == "poor" and not facts.has_plan(placed.column.step.id):
            taker = facts.inputs.departments[placed.taker].title
            yield RuleHit(placed.column.id, title=placed.column.title, department=taker)


@book.rule(
    "W104", "note", example="handoff: {to: store, carries: $order, quality: late}",
    mended="handoff: {to: store, carries: $order, quality: good}",
)  # fmt: skip
def late(facts: JourneyFacts) -> Iterator[RuleHit]:
    for placed in facts.handoffs:
        if placed.handoff.quality == "late" and not facts.has_plan(placed.column.step.id):
            taker = facts.inputs.departments[placed.taker].title
            yield RuleHit(placed.column.id, title=placed.column.title, department=taker)


@book.rule("W105", "note", example="handoff: store", mended="handoff: {to: store, carries: $order}")
def carries_nothing(facts: JourneyFacts) -> Iterator[RuleHit]:
    for placed in facts.handoffs:
        if not placed.handoff.carries:
            yield RuleHit(placed.column.id, title=placed.column.title)


@book.rule(
    "W106", "note", level="journey",
    example="""
stages:
  - title: $buy
    phase: during
    steps:
      - {title: $asks, channel: counter, department: shop, contacts: 1, emotion: 1}
      - {title: $asks-again, channel: counter, department: shop, contacts: 1, emotion: 1}
""",
    mended="""
stages:
  - title: $buy
    phase: during
    steps:
      - {title: $asks, channel: counter, department: shop, contacts: 1, emotion: 1}
      - {title: $drinks, channel: friends, emotion: 1}
""",
)  # fmt: skip
def again(facts: JourneyFacts) -> Iterator[RuleHit]:
    for avoidable_step in facts.avoidable:
        if avoidable_step.reason == "again" and not facts.has_plan(avoidable_step.column.step.id):
            yield RuleHit(avoidable_step.column.id, title=avoidable_step.column.step.title)


@book.rule("W107", "warning", example="wait: 3d", mended="{wait: 3d, opportunities: [shorter-queue]}")
def long_wait(facts: JourneyFacts) -> Iterator[RuleHit]:
    """Yield what lasts a day or more at least: of a range, the low end counts."""
    for column in facts.columns:
        wait = column.touchpoint.wait
        if wait and wait.minutes.low >= LONG_WAIT and not facts.planned(column):
            at, title = column.named("wait")
            yield RuleHit(at, title=title, wait=time(wait.minutes))


@book.rule(
    "W108", "note", level="journey",
    example="""
stages:
  - title: $buy
    phase: during
    steps:
      - {title: A, channel: counter, department: shop, emotion: 1}
      - {title: B, channel: phone, department: shop, emotion: 1}
      - {title: C, channel: counter, department: shop, emotion: 1}
      - {title: D, channel: phone, department: shop, emotion: 1}
      - {title: E, channel: counter, department: shop, emotion: 1}
""",
    mended="stages: [{title: $buy, phase: during, steps: [{title: A, channel: counter, emotion: 1}]}]",
)  # fmt: skip
def restless(facts: JourneyFacts) -> Iterator[RuleHit]:
    """Yield the stages where we send customers to and fro; where they look around among others, we do not."""
    ways = [on_route(facts.columns, route.name) for route in routes(facts.journey)]
    ours = [[column for column in way if is_ours(column.touchpoint, facts.inputs.channels)] for way in ways]
    for stage in facts.journey.stages:
        count = max(len(switches(column for column in way if column.stage is stage)) for way in ours)
        if count >= RESTLESS and not any(facts.has_plan(step.id) for step in stage.course):
            yield RuleHit(next(c.id for c in facts.columns if c.stage is stage), n=count, stage=stage.title)


@book.rule(
    "W109", "note",
    example="work: {done_by: customer}", mended="work: {done_by: customer, should_be_by: customer}",
)  # fmt: skip
def nobodys_work(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        if column.first_of_step and column.step.work and not column.step.work.should_be_by:
            yield RuleHit(column.id, title=column.step.title)


@book.rule(
    "W110", "warning", level="journey",
    example="""
state: to-be
derived_from: basis
stages: [{title: $buy, phase: during, steps: [{title: $pays, contacts: 9, emotion: 1}]}]
""",
    mended="""
state: to-be
derived_from: basis
stages: [{title: $buy, phase: during, steps: [{title: $pays, contacts: 1, emotion: 1}]}]
""",
)  # fmt: skip
def costlier(facts: JourneyFacts) -> Iterator[RuleHit]:
    if facts.journey.state == "to-be" and facts.inputs.basis:
        route = main_route(facts.columns)
        more = int(savings(main_route(columns(facts.inputs.basis)), route).contacts.added.low)
        if more > 0:
            yield RuleHit(n=effort(route).contacts or 0, more=more)


@book.rule(
    "W111", "note", level="journey",
    example="stages: [{title: $buy, phase: during, steps: [{title: $pays, emotion: 1}]}]",
    mended="stages: [{title: $buy, phase: during, steps: [{title: $pays, emotion: 1, duration: 1m}]}]",
)  # fmt: skip
def unmeasured(facts: JourneyFacts) -> Iterator[RuleHit]:
    if facts.columns and not any(states_effort(column.touchpoint) for column in facts.columns):
        yield RuleHit()


@book.rule(
    "W112", "note",
    example="handoff: {to: nightshift, carries: $order}", mended="handoff: {to: store, carries: $order}",
)  # fmt: skip
def vanished(facts: JourneyFacts) -> Iterator[RuleHit]:
    for placed in facts.handoffs:
        later = facts.columns[placed.column.number - 1 :]
        if all(placed.taker not in column.departments for column in later):
            taker = facts.inputs.departments[placed.taker].title
            yield RuleHit(placed.column.id, title=placed.column.title, department=taker)
