"""Rules on what a map must say to be read and used."""

from collections.abc import Iterator

from cjsite.analysis.journey_facts import JourneyFacts
from cjsite.analysis.pains import is_severe
from cjsite.analysis.rules.rule import Book, RuleHit

LARGE = 40
"""Touchpoints above which a map should be split."""
LONG_TITLE, LONG_WORD = 40, 24
"""Characters above which a touchpoint's title and a word on the curve are cut off on the map."""
PHASES = ("before", "during", "after")
book: Book[JourneyFacts] = Book()


@book.rule(
    "S101", "warning", "No goal of the customer",
    why="Without a goal nobody can say whether the journey got anywhere.",
    advice="Add `goal:`; a journey leads somewhere.",
    level="journey", example="goal:", mended="goal: Be awake at nine",
)  # fmt: skip
def no_goal(facts: JourneyFacts) -> Iterator[RuleHit]:
    if not any(goal.strip() for goal in facts.journey.goal):
        yield RuleHit("this map names no goal of the customer")


@book.rule(
    "S102", "note", "No goal of the business",
    why="A map without a business goal is nobody's business when budgets are made.",
    advice="Add `business_goal:`.",
    level="journey", example="business_goal:", mended="business_goal: People come back",
)  # fmt: skip
def no_business_goal(facts: JourneyFacts) -> Iterator[RuleHit]:
    if not facts.journey.business_goal:
        yield RuleHit("this map names no goal of the business")


@book.rule(
    "S103", "warning", "Nobody answers for it",
    why="A map without an owner is out of date soon and wrong later.",
    advice="Add `owner:` with a department.",
    level="journey", example="owner:", mended="owner: shop",
)  # fmt: skip
def no_owner(facts: JourneyFacts) -> Iterator[RuleHit]:
    if not facts.journey.owner:
        yield RuleHit("nobody answers for this map")


@book.rule(
    "S104", "note", "Not before, during and after",
    why="What happens before customers come and after they go decides whether they come again.",
    advice="Add stages, or `phase:` to the stages there are.",
    level="journey",
    example="stages: [{title: Buy, phase: during, steps: [{title: Pays, emotion: 1}]}]",
    mended="""
stages:
  - {title: Hear, phase: before, steps: [{title: Hears, emotion: 1}]}
  - {title: Buy, phase: during, steps: [{title: Pays, emotion: 1}]}
  - {title: Tell, phase: after, steps: [{title: Tells, emotion: 1}]}
""",
)  # fmt: skip
def missing_phase(facts: JourneyFacts) -> Iterator[RuleHit]:
    missing = [phase for phase in PHASES if phase not in {s.phase for s in facts.journey.stages}]
    if missing:
        yield RuleHit(f"no stage stands {' or '.join(missing)}")


@book.rule(
    "S106", "note", "Nobody's journey",
    why="A journey of everyone is a process; it has nobody's feelings in it.",
    advice="Add `persona:`, or `segment:` or `job:` where no persona fits.",
    level="journey", example="{persona: '', personas: []}", mended="{persona: '', job: Wake up}",
)  # fmt: skip
def nobody(facts: JourneyFacts) -> Iterator[RuleHit]:
    journey = facts.journey
    if not (journey.people or journey.segment or journey.job):
        yield RuleHit("nobody is named whose journey this is")


@book.rule(
    "S107", "warning", "A future without a present",
    why="A to-be shows what it saves only against the journey that it replaces.",
    advice="Name the as-is in `derived_from:`.",
    level="journey", example="{state: to-be, derived_from: ''}", mended="{state: to-be, derived_from: basis}",
)  # fmt: skip
def rootless(facts: JourneyFacts) -> Iterator[RuleHit]:
    if facts.journey.state == "to-be" and not facts.journey.derived_from:
        yield RuleHit("this to-be comes from no as-is")


@book.rule(
    "S108", "note", "Too large to read",
    why="More than forty touchpoints fit on no wall and in no head.",
    advice="Split it: a step may zoom into a journey of its own with `journey:`.",
    level="journey",
    example="""
stages:
  - title: Buy
    phase: during
    steps: [{title: All, touchpoints: [""" + ", ".join(f"T{n}" for n in range(41)) + """]}]
""",
    mended="stages: [{title: Buy, phase: during, steps: [{title: Pays, emotion: 1}]}]",
)  # fmt: skip
def too_large(facts: JourneyFacts) -> Iterator[RuleHit]:
    if len(facts.columns) > LARGE:
        yield RuleHit(f"this map has {len(facts.columns)} touchpoints")


@book.rule(
    "S109", "note", "Too long for the map",
    why="The map cuts it off; the rest stands in the details only.",
    advice="Say it shorter, and put the rest into `actions:` or `trigger:`.",
    example="title: Waits in the queue that leads past the window and round the corner",
    mended="title: Waits in the queue",
)  # fmt: skip
def too_long(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        if len(column.title) > LONG_TITLE:
            yield RuleHit(f"the title '{column.title[:LONG_TITLE]}…' has {len(column.title)} characters", column.id)
    for point in facts.mains():
        word = point.sample.words[0] if point.sample and point.sample.words else ""
        if len(word) > LONG_WORD:
            yield RuleHit(f"the word '{word[:LONG_WORD]}…' has {len(word)} characters", point.column.id)


@book.rule(
    "S110", "warning", "A picture that not all can see",
    why="Who cannot see the picture must read what it shows.",
    advice="Add `alt:`.",
    example="image: cup.svg", mended="image: {file: cup.svg, alt: A cup}",
)  # fmt: skip
def no_alt(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        if column.touchpoint.image and not column.touchpoint.image.alt:
            yield RuleHit(f"nobody says what the picture at '{column.title}' shows", column.id)


@book.rule(
    "S111", "note", "A waiver of nothing",
    why="What was let stand is gone, or was never there; the next finding would be hidden by mistake.",
    advice="Remove the waiver.",
    level="journey", example="waive: {code: S101, because: Not yet}", mended="waive: []",
)  # fmt: skip
def waived_nothing(_facts: JourneyFacts) -> Iterator[RuleHit]:
    # Only known when all the others have spoken: findings.py adds these.
    return iter(())


@book.rule(
    "S112", "warning", "A severe pain without an opportunity",
    why="It hurts much, it is known, and nothing is planned.",
    advice="Link an opportunity to the step, or write one.",
    example="pain_points: {text: Ten minutes, severity: 5}",
    mended="{pain_points: {text: Ten minutes, severity: 5}, opportunities: [shorter-queue]}",
)  # fmt: skip
def unplanned(facts: JourneyFacts) -> Iterator[RuleHit]:
    for pain in facts.pains:
        if is_severe(pain.pain) and not pain.planned:
            yield RuleHit(f"nothing is planned against '{pain.pain.text[:60]}'", pain.column.id)


@book.rule(
    "S113", "note", "How much does it hurt?",
    why="Pains without a severity cannot be put in order.",
    advice="Add `severity:`, 1 (a nuisance) to 5 (unbearable).",
    example="pain_points: Ten minutes", mended="pain_points: {text: Ten minutes, severity: 3}",
)  # fmt: skip
def unweighed(facts: JourneyFacts) -> Iterator[RuleHit]:
    for pain in facts.pains:
        if pain.pain.severity is None:
            yield RuleHit(f"nobody says how much '{pain.pain.text[:60]}' hurts", pain.column.id)
