"""Rules on what customers spend, and on work in the wrong place."""

from collections.abc import Iterator

from cjsite.analysis.avoidable import avoidable
from cjsite.analysis.columns import columns
from cjsite.analysis.effort import effort, main_route, switches
from cjsite.analysis.journey_facts import JourneyFacts
from cjsite.analysis.rules.rule import Book, RuleHit

LONG_WAIT = 24 * 60
"""Minutes of waiting at one touchpoint from which it asks for an answer: a day."""
RESTLESS = 4
"""Changes of channel within one stage that are too many."""
book: Book[JourneyFacts] = Book()


@book.rule(
    "W101", "warning", "The customer does our work",
    why="Every minute of it is a cost that we have moved to the people who pay us.",
    advice="Take the work back, and link the opportunity.",
    example="work: {done_by: customer, should_be_by: shop}", mended="work: {done_by: shop, should_be_by: shop}",
)  # fmt: skip
def misplaced(facts: JourneyFacts) -> Iterator[RuleHit]:
    for one in avoidable(facts.columns, facts.inputs.abroad):
        if one.reason == "misplaced":
            title = facts.inputs.departments[one.department].title
            yield RuleHit(f"the customer does the work of {title} at '{one.column.step.title}'", one.column.id)


@book.rule(
    "W102", "warning", "Failure demand",
    why="This step exists only because another one failed; it costs both sides and pleases neither.",
    advice="Mend the cause; do not make this step nicer.",
    example="caused_by: drinks", mended="caused_by: ''",
)  # fmt: skip
def failure(facts: JourneyFacts) -> Iterator[RuleHit]:
    for one in avoidable(facts.columns, facts.inputs.abroad):
        if one.reason == "failure":
            yield RuleHit(f"'{one.column.step.title}' is only there because '{one.cause}' failed", one.column.id)


@book.rule(
    "W103", "warning", "A broken handoff",
    why="What is lost between two departments, the customer has to carry.",
    advice="Agree on what is passed on, when, and how the other side knows.",
    example="handoff: {to: store, carries: Order, quality: poor}",
    mended="handoff: {to: store, carries: Order, quality: good}",
)  # fmt: skip
def broken(facts: JourneyFacts) -> Iterator[RuleHit]:
    for placed in facts.handoffs:
        if placed.handoff.quality == "poor":
            taker = facts.inputs.departments[placed.taker].title
            yield RuleHit(
                f"something is lost on the way to {taker} after '{placed.column.title}'", placed.column.id
            )


@book.rule(
    "W104", "note", "A late handoff",
    why="All arrives, but the customer waits for it.",
    advice="Find what it waits for: a batch, a signature, a cut-off time.",
    example="handoff: {to: store, carries: Order, quality: late}",
    mended="handoff: {to: store, carries: Order, quality: good}",
)  # fmt: skip
def late(facts: JourneyFacts) -> Iterator[RuleHit]:
    for placed in facts.handoffs:
        if placed.handoff.quality == "late":
            taker = facts.inputs.departments[placed.taker].title
            yield RuleHit(f"{taker} gets the case late after '{placed.column.title}'", placed.column.id)


@book.rule(
    "W105", "note", "A handoff of nothing in particular",
    why="Who does not know what is passed on cannot say whether it arrived.",
    advice="Add `carries:`.",
    example="handoff: store", mended="handoff: {to: store, carries: Order}",
)  # fmt: skip
def carries_nothing(facts: JourneyFacts) -> Iterator[RuleHit]:
    for placed in facts.handoffs:
        if not placed.handoff.carries:
            yield RuleHit(f"nobody says what is handed on after '{placed.column.title}'", placed.column.id)


@book.rule(
    "W106", "note", "The same counter twice",
    why="Two contacts with the same people in a row could have been one.",
    advice="See whether the first could settle both.",
    level="journey",
    example="""
stages:
  - title: Buy
    phase: during
    steps:
      - {title: Asks, channel: counter, department: shop, contacts: 1, emotion: 1}
      - {title: Asks again, channel: counter, department: shop, contacts: 1, emotion: 1}
""",
    mended="""
stages:
  - title: Buy
    phase: during
    steps:
      - {title: Asks, channel: counter, department: shop, contacts: 1, emotion: 1}
      - {title: Drinks, channel: friends, emotion: 1}
""",
)  # fmt: skip
def again(facts: JourneyFacts) -> Iterator[RuleHit]:
    for one in avoidable(facts.columns, facts.inputs.abroad):
        if one.reason == "again":
            yield RuleHit(f"'{one.column.step.title}' is at the same counter as the step before", one.column.id)


@book.rule(
    "W107", "warning", "A long wait, and nothing is planned",
    why="Time without news feels longer than it is (Maister 1985).",
    advice="Shorten it, or tell customers where they stand; link the opportunity.",
    example="wait: 3d", mended="{wait: 3d, opportunities: [shorter-queue]}",
)  # fmt: skip
def long_wait(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        wait = column.touchpoint.wait
        if wait and wait.minutes >= LONG_WAIT and not facts.planned(column):
            yield RuleHit(f"customers wait {wait.text} at '{column.title}', and nothing is planned", column.id)


@book.rule(
    "W108", "note", "From channel to channel",
    why="Customers do not think in channels; each change is a chance to lose them and their story.",
    advice="Let one channel finish what it began.",
    level="journey",
    example="""
stages:
  - title: Buy
    phase: during
    steps:
      - {title: A, channel: counter, department: shop, emotion: 1}
      - {title: B, channel: phone, department: shop, emotion: 1}
      - {title: C, channel: counter, department: shop, emotion: 1}
      - {title: D, channel: phone, department: shop, emotion: 1}
      - {title: E, channel: friends, emotion: 1}
""",
    mended="stages: [{title: Buy, phase: during, steps: [{title: A, channel: counter, emotion: 1}]}]",
)  # fmt: skip
def restless(facts: JourneyFacts) -> Iterator[RuleHit]:
    for stage in facts.journey.stages:
        points = [column for column in facts.columns if column.stage is stage]
        count = len(switches(main_route(points)))
        if count >= RESTLESS:
            yield RuleHit(f"customers change the channel {count} times in '{stage.title}'", points[0].id)


@book.rule(
    "W109", "note", "Whose work should it be?",
    why="Work that nobody should do is left with whoever cannot refuse it.",
    advice="Add `should_be_by:`.",
    example="work: {done_by: customer}", mended="work: {done_by: customer, should_be_by: customer}",
)  # fmt: skip
def nobodys_work(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        if column.first_of_step and column.step.work and not column.step.work.should_be_by:
            yield RuleHit(f"nobody says whose work '{column.step.title}' should be", column.id)


@book.rule(
    "W110", "warning", "The future asks more of the customer",
    why="A to-be that costs more contacts than today is a better day for us, not for them.",
    advice="See which steps it adds, and who could do them.",
    level="journey",
    example="""
state: to-be
derived_from: basis
stages: [{title: Buy, phase: during, steps: [{title: Pays, contacts: 9, emotion: 1}]}]
""",
    mended="""
state: to-be
derived_from: basis
stages: [{title: Buy, phase: during, steps: [{title: Pays, contacts: 1, emotion: 1}]}]
""",
)  # fmt: skip
def costlier(facts: JourneyFacts) -> Iterator[RuleHit]:
    if facts.journey.state == "to-be" and facts.inputs.basis:
        before = effort(main_route(columns(facts.inputs.basis))).contacts
        after = effort(main_route(facts.columns)).contacts
        if before is not None and after is not None and after > before:
            yield RuleHit(f"it takes {after} contacts, {after - before} more than today")


@book.rule(
    "W111", "note", "Nobody knows what it costs the customer",
    why="Effort predicts whether people come back better than delight does (Dixon, Freeman and Toman 2010).",
    advice="Add `duration:`, `wait:` or `contacts:` where you know them.",
    level="journey",
    example="stages: [{title: Buy, phase: during, steps: [{title: Pays, emotion: 1}]}]",
    mended="stages: [{title: Buy, phase: during, steps: [{title: Pays, emotion: 1, duration: 1m}]}]",
)  # fmt: skip
def unmeasured(facts: JourneyFacts) -> Iterator[RuleHit]:
    if facts.columns and not effort(facts.columns).known:
        yield RuleHit("no step says how long it takes or how many contacts it needs")


@book.rule(
    "W112", "note", "Handed on, and never seen again",
    why="A case that goes to a department which does nothing on the map may be lying there.",
    advice="Add what they do: `backstage:` at a later touchpoint.",
    example="handoff: {to: nightshift, carries: Order}", mended="handoff: {to: store, carries: Order}",
)  # fmt: skip
def vanished(facts: JourneyFacts) -> Iterator[RuleHit]:
    for placed in facts.handoffs:
        later = facts.columns[placed.column.number - 1 :]
        if all(placed.taker not in column.departments for column in later):
            taker = facts.inputs.departments[placed.taker].title
            yield RuleHit(f"{taker} takes over after '{placed.column.title}' and is never seen", placed.column.id)
