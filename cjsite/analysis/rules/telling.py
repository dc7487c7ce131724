"""Rules on how a map is told: by whom, along which way, and whether it tells of any low."""

from collections.abc import Iterator

from cjsite.analysis.feeling import Feeling
from cjsite.analysis.journey_facts import JourneyFacts
from cjsite.analysis.narration import is_told_by_customer, is_told_by_us, names_department
from cjsite.analysis.routes import routes
from cjsite.analysis.rules.rule import Book, RuleHit
from cjsite.analysis.tolerance import is_bad
from cjsite.model.slugs import slug

ENOUGH = 4
"""Known feelings from which a line without a low says something."""
FLAT = 0.5
"""Width of a line, in scores, up to which it is flat."""
book: Book[JourneyFacts] = Book()


@book.rule(
    "F118", "note", level="journey",
    example="""
stages:
  - title: $buy
    phase: during
    steps: [{title: A, emotion: 1}, {title: B, emotion: 2}, {title: C, emotion: 0.5}, {title: D, emotion: 1}]
""",
    mended="""
stages:
  - title: $buy
    phase: during
    steps: [{title: A, emotion: 1}, {title: B, emotion: 2}, {title: C, emotion: -0.5}, {title: D, emotion: 1}]
""",
)  # fmt: skip
def no_low(facts: JourneyFacts) -> Iterator[RuleHit]:
    points = _known(facts)
    if len(points) >= ENOUGH and not any(map(is_bad, points)) and not _is_flat(facts):
        yield RuleHit()


@book.rule(
    "F119", "note", level="journey",
    example="""
stages:
  - title: $buy
    phase: during
    steps: [{title: A, emotion: 0}, {title: B, emotion: 0}, {title: C, emotion: 0.5}, {title: D, emotion: 0}]
""",
    mended="""
stages:
  - title: $buy
    phase: during
    steps: [{title: A, emotion: 0}, {title: B, emotion: 1}, {title: C, emotion: -0.5}, {title: D, emotion: 0}]
""",
)  # fmt: skip
def flat(facts: JourneyFacts) -> Iterator[RuleHit]:
    if len(_known(facts)) >= ENOUGH and _is_flat(facts):
        yield RuleHit()


@book.rule(
    "S118", "warning", level="journey",
    example="stages: [{title: $sales, phase: during, steps: [{title: $pays, emotion: 1}]}]",
    mended="stages: [{title: $buy, phase: during, steps: [{title: $pays, emotion: 1}]}]",
)  # fmt: skip
def our_stages(facts: JourneyFacts) -> Iterator[RuleHit]:
    named = {slug(department.title) for department in facts.inputs.departments.values()}
    for stage in facts.journey.stages:
        if slug(stage.title) in named or names_department(stage.title):
            yield RuleHit(stage=stage.title)


@book.rule("S119", "note", example="actions: $we-check", mended="actions: $taps")
def our_steps(facts: JourneyFacts) -> Iterator[RuleHit]:
    texts = {column.id: (column.title, column.step.title, *column.step.actions) for column in facts.columns}
    # Several customers who tell of themselves say "we" too, but they do not say it alone.
    if any(is_told_by_customer(text) for own in texts.values() for text in own):
        return
    for column in facts.columns:
        own = texts[column.id] if column.first_of_step else (column.title,)
        if any(map(is_told_by_us, own)):
            yield RuleHit(column.id, title=column.title)


@book.rule(
    "S120", "note", level="journey",
    example="""
paths: {online: {title: $online, share: 70%}}
stages:
  - title: $buy
    phase: during
    steps: [{title: $orders, path: main}, {title: $taps, path: online}, {title: $pays, emotion: 1}]
""",
    mended="""
paths: {online: {title: $online, share: 30%}}
stages:
  - title: $buy
    phase: during
    steps: [{title: $orders, path: main}, {title: $taps, path: online}, {title: $pays, emotion: 1}]
""",
)  # fmt: skip
def minority(facts: JourneyFacts) -> Iterator[RuleHit]:
    main, *others = routes(facts.journey)
    stated = [route for route in others if route.share is not None]
    most = max(stated, key=lambda route: route.share or 0.0, default=None)
    if most and main.share is not None and main.share < (most.share or 0.0):
        yield RuleHit(path=most.title or most.name)


def _known(facts: JourneyFacts) -> list[Feeling]:
    """Return the known feelings of a map of the present, of all personas: one who has no low may be a happy one."""
    if facts.journey.state == "to-be":
        return []
    return [point for point in facts.mains if point.score is not None]


def _is_flat(facts: JourneyFacts) -> bool:
    scores = [point.score or 0.0 for point in _known(facts)]
    return max(scores) - min(scores) <= FLAT
