"""Rules on what a map must say to be read and used."""

from collections.abc import Iterator

from cjsite.analysis.journey_facts import JourneyFacts
from cjsite.analysis.lane_names import lane_called
from cjsite.analysis.pains import is_severe
from cjsite.analysis.rules.rule import Book, RuleHit, term
from cjsite.text.prose import plain

LARGE = 40
"""Touchpoints above which a map should be split."""
LONG_TITLE, LONG_WORD = 40, 24
"""Characters above which a touchpoint's title and a word on the curve are cut off on the map."""
PHASES = ("before", "during", "after")
book: Book[JourneyFacts] = Book()


@book.rule("S101", "warning", level="journey", example="goal:", mended="goal: $goal")
def no_goal(facts: JourneyFacts) -> Iterator[RuleHit]:
    if not any(goal.strip() for goal in facts.journey.goal):
        yield RuleHit()


@book.rule("S102", "note", level="journey", example="business_goal:", mended="business_goal: $business-goal")
def no_business_goal(facts: JourneyFacts) -> Iterator[RuleHit]:
    if not facts.journey.business_goal:
        yield RuleHit()


@book.rule("S103", "warning", level="journey", example="owner:", mended="owner: shop")
def no_owner(facts: JourneyFacts) -> Iterator[RuleHit]:
    if not (facts.journey.owner or facts.inputs.is_partial):
        yield RuleHit()


@book.rule(
    "S104", "note", level="journey",
    example="stages: [{title: $buy, phase: during, steps: [{title: $pays, emotion: 1}]}]",
    mended="""
stages:
  - {title: $hear, phase: before, steps: [{title: $hears, emotion: 1}]}
  - {title: $buy, phase: during, steps: [{title: $pays, emotion: 1}]}
  - {title: $tell, phase: after, steps: [{title: $tells, emotion: 1}]}
""",
)  # fmt: skip
def missing_phase(facts: JourneyFacts) -> Iterator[RuleHit]:
    there = {stage.phase for stage in facts.journey.stages}
    missing = tuple(term(f"phase.{phase}") for phase in PHASES if phase not in there)
    # A stage without a phase may stand in any of them.
    if missing and None not in there and not facts.inputs.is_partial:
        yield RuleHit(missing=missing)


@book.rule(
    "S106", "note", level="journey", example="{persona: '', personas: []}", mended="{persona: '', job: $job}",
)  # fmt: skip
def nobody(facts: JourneyFacts) -> Iterator[RuleHit]:
    journey = facts.journey
    # Whom readers may not know may be who it is about.
    if not (journey.people or journey.segment or journey.job or facts.inputs.is_partial):
        yield RuleHit()


@book.rule(
    "S107", "warning",
    level="journey", example="{state: to-be, derived_from: ''}", mended="{state: to-be, derived_from: basis}",
)  # fmt: skip
def rootless(facts: JourneyFacts) -> Iterator[RuleHit]:
    if facts.journey.state == "to-be" and not (facts.journey.derived_from or facts.inputs.is_partial):
        yield RuleHit()


@book.rule(
    "S108", "note", level="journey",
    example="""
stages:
  - title: $buy
    phase: during
    steps: [{title: $all, touchpoints: [""" + ", ".join(f"T{n}" for n in range(41)) + """]}]
""",
    mended="stages: [{title: $buy, phase: during, steps: [{title: $pays, emotion: 1}]}]",
)  # fmt: skip
def too_large(facts: JourneyFacts) -> Iterator[RuleHit]:
    if len(facts.columns) > LARGE:
        yield RuleHit(n=len(facts.columns))


@book.rule("S109", "note", example="title: $too-long", mended="title: $short")
def too_long(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        if len(column.title) > LONG_TITLE:
            title = column.title
            yield RuleHit(column.id, what=term("text.title"), text=title[:LONG_TITLE], n=len(title))
    for point in facts.mains:
        word = point.sample.words[0] if point.sample and point.sample.words else ""
        if len(word) > LONG_WORD:
            yield RuleHit(point.at, what=term("text.word"), text=word[:LONG_WORD], n=len(word))


@book.rule("S110", "warning", example="image: cup.svg", mended="image: {file: cup.svg, alt: $cup}")
def no_alt(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        if column.touchpoint.image and not column.touchpoint.image.alt:
            yield RuleHit(column.id, title=column.title)


@book.rule("S111", "note", level="journey", example="waive: {code: S101, because: $not-yet}", mended="waive: []")
def waived_nothing(_facts: JourneyFacts) -> Iterator[RuleHit]:
    # Only known when all the others have spoken: findings.py adds these.
    return iter(())


@book.rule("S116", "note", example="lanes: {gains: $fair}", mended="lanes: {$fairness: $fair}")
def namesake_lane(facts: JourneyFacts) -> Iterator[RuleHit]:
    inputs, named = facts.inputs, set[str]()
    for column in facts.columns:
        for name in column.step.lanes if column.first_of_step else ():
            lane = lane_called(plain(name), inputs.lane_names, inputs.titled_lanes)
            if lane and name not in named:
                named.add(name)
                yield RuleHit(column.step.id, name=plain(name), lane=lane)


@book.rule(
    "S112", "warning", example="pain_points: {text: $ten-minutes, severity: 5}",
    mended="{pain_points: {text: $ten-minutes, severity: 5}, opportunities: [shorter-queue]}",
)  # fmt: skip
def unplanned(facts: JourneyFacts) -> Iterator[RuleHit]:
    for pain in facts.pains:
        if is_severe(pain.pain) and not pain.planned:
            yield RuleHit(pain.column.id, pain=pain.pain.text[:60])


@book.rule(
    "S113", "note", example="pain_points: $ten-minutes", mended="pain_points: {text: $ten-minutes, severity: 3}",
)  # fmt: skip
def unweighed(facts: JourneyFacts) -> Iterator[RuleHit]:
    for pain in facts.pains:
        if pain.pain.severity is None:
            yield RuleHit(pain.column.id, pain=pain.pain.text[:60])


@book.rule(
    "S117", "note", level="journey",
    example="""
stages:
  - title: $buy
    phase: during
    steps:
      - title: $all
        duration: 1h
        touchpoints: [{title: $orders, duration: 1m}, {title: $pays, duration: 2m}]
""",
    mended="""
stages:
  - title: $buy
    phase: during
    steps:
      - title: $all
        duration: 1h
        touchpoints: [{title: $orders, duration: 1m}, {title: $pays}]
""",
)  # fmt: skip
def said_twice(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        if column.first_of_step:
            for field, at in column.step.spans.items():
                if not at:
                    yield RuleHit(column.step.id, title=column.step.title, field=field)
