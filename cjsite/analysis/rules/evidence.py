"""Rules on what a map rests on."""

from collections.abc import Iterator

from cjsite.analysis.evidence import support
from cjsite.analysis.journey_facts import JourneyFacts
from cjsite.analysis.rules.rule import Book, RuleHit
from cjsite.analysis.sources import age, is_old, stated, used

SMALL = 5
"""People or answers below which a single source is called small."""
FEW = 4
"""Touchpoints below which the share of those heard of from customers says nothing."""
CRUCIAL = 4
"""Importance, 1 to 5, from which a touchpoint is crucial to the customer."""
book: Book[JourneyFacts] = Book()


@book.rule(
    "E101", "warning", "Only staff say so",
    why="Staff know what is done, but they guess what customers feel, and mostly guess too well.",
    advice="Ask customers, and add what they say as evidence.",
    example="evidence: [advisers]", mended="evidence: [advisers, interviews]",
)  # fmt: skip
def staff_only(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        if facts.standing(column) == "staff":
            yield RuleHit(f"only staff say how '{column.title}' is for customers", column.id)


@book.rule(
    "E102", "warning", "Nothing stands behind a crucial touchpoint",
    why="Money goes to where the map says that it matters; there the map must be right.",
    advice="Find out, and name the research in `evidence:`.",
    example="{importance: 5, evidence: []}", mended="{importance: 5, evidence: [interviews]}",
)  # fmt: skip
def crucial_unheard(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        at = column.touchpoint
        crucial = (at.importance or 0) >= CRUCIAL or at.moment_of_truth is not None
        if crucial and facts.standing(column) == "none":
            yield RuleHit(f"'{column.title}' is crucial, and no research is named for it", column.id)


@book.rule(
    "E103", "warning", "A moment of truth is guessed",
    why="A decision of customers that nobody has watched is a story, not a finding.",
    advice="Watch or ask customers who decided either way.",
    example="{moment_of_truth: 'Stay or go?', confidence: assumed}",
    mended="{moment_of_truth: {asks: 'Stay or go?', bails_out: Goes}, confidence: observed}",
)  # fmt: skip
def guessed_moment(facts: JourneyFacts) -> Iterator[RuleHit]:
    if facts.journey.state == "to-be":
        return
    for moment in facts.moments:
        known = [f for f in facts.mains() if f.column.number == moment.column.number]
        if known and stated(known[0]) in ("assumed", "inferred"):
            yield RuleHit(f"the moment of truth at '{moment.column.title}' is {stated(known[0])}", moment.column.id)


@book.rule(
    "E104", "note", "Assumed, not known",
    why="An assumption is a question that nobody has asked yet.",
    advice="Put it on the list of what to find out.",
    example="confidence: assumed", mended="confidence: reported",
)  # fmt: skip
def assumed(facts: JourneyFacts) -> Iterator[RuleHit]:
    if facts.journey.state == "to-be":
        return
    for feeling in facts.mains():
        if stated(feeling) == "assumed":
            yield RuleHit(f"'{feeling.column.title}' is assumed", feeling.column.id)


@book.rule(
    "E105", "warning", "Old research",
    why="Customers compare with what they met last week; research over two years old tells of another world.",
    advice="Ask again, or say in the evidence what still holds.",
    example="evidence: [old-interviews]", mended="evidence: [interviews]",
)  # fmt: skip
def old_research(facts: JourneyFacts) -> Iterator[RuleHit]:
    for name, resting in used(facts.journey, facts.columns).items():
        evidence = facts.inputs.evidence.get(name)
        if evidence and is_old(evidence, facts.inputs.today):
            months = (age(evidence, facts.inputs.today) or 0) // 30
            yield RuleHit(f"'{evidence.title}' is {months} months old", resting[0].id if resting else "")


@book.rule(
    "E106", "warning", "Mostly not heard from customers",
    why="A map that rests on ourselves shows how we would like to be seen.",
    advice="Begin with the lowest point and the moments of truth, and ask there.",
    level="journey",
    example="""
stages:
  - title: Buy
    phase: during
    steps: [{title: A, emotion: 1}, {title: B, emotion: 1}, {title: C, emotion: 1}, {title: D, emotion: 1}]
""",
    mended="""
stages:
  - title: Buy
    phase: during
    steps:
      - {title: A, emotion: 1, evidence: [interviews]}
      - {title: B, emotion: 1, evidence: [interviews]}
      - {title: C, emotion: 1}
      - {title: D, emotion: 1}
""",
)  # fmt: skip
def unheard(facts: JourneyFacts) -> Iterator[RuleHit]:
    found = support(facts.standings)
    if facts.journey.state == "as-is" and found.total >= FEW and found.heard < found.total / 2:
        yield RuleHit(f"customers told us of {found.heard} of {found.total} touchpoints")


@book.rule(
    "E107", "note", "An insight without its research",
    why="An insight that cannot be traced cannot be doubted, and so not trusted either.",
    advice="Name where it comes from in `evidence:`.",
    level="journey", example="insights: People love the queue",
    mended="insights: {text: People love the queue, evidence: [interviews]}",
)  # fmt: skip
def bare_insight(facts: JourneyFacts) -> Iterator[RuleHit]:
    for insight in facts.journey.insights:
        if not insight.evidence:
            at = insight.steps[0].rpartition("#")[2] if insight.steps else ""
            yield RuleHit(f"no research is named for '{insight.text[:60]}'", at)


@book.rule(
    "E108", "note", "Called observed, but by whom?",
    why="A word like observed promises research; without a source nobody can look it up.",
    advice="Name the research, or call it assumed.",
    example="{confidence: observed, evidence: []}", mended="{confidence: observed, evidence: [interviews]}",
)  # fmt: skip
def claimed(facts: JourneyFacts) -> Iterator[RuleHit]:
    for feeling in facts.mains():
        said, at = stated(feeling), feeling.column.touchpoint
        if said in ("observed", "reported") and not (at.evidence or facts.journey.evidence):
            yield RuleHit(f"'{feeling.column.title}' is called {said}, and no research is named", feeling.column.id)


@book.rule(
    "E109", "note", "One small source",
    why="What fewer than five people say may be theirs alone.",
    advice="Ask a few more, or add a second source.",
    example="evidence: [three-people]", mended="evidence: [three-people, interviews]",
)  # fmt: skip
def small_source(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        sources = [
            facts.inputs.evidence[name] for name in column.touchpoint.evidence if name in facts.inputs.evidence
        ]
        if len(sources) == 1 and sources[0].n is not None and sources[0].n < SMALL:
            yield RuleHit(f"'{column.title}' rests on {sources[0].n} people alone", column.id)
