"""Rules on what a map rests on."""

from collections.abc import Iterator

from cjsite.analysis.evidence import is_staffs, support
from cjsite.analysis.journey_facts import JourneyFacts
from cjsite.analysis.rules.rule import Book, RuleHit, term
from cjsite.analysis.sources import is_old, stated, used
from cjsite.base.months import months_between

SMALL = 5
"""People or answers below which a single source is called small."""
FEW = 4
"""Touchpoints below which the share of those heard of from customers says nothing."""
CRUCIAL = 4
"""Importance, 1 to 5, from which a touchpoint is crucial to the customer."""
book: Book[JourneyFacts] = Book()


@book.rule("E101", "warning", example="evidence: [advisers]", mended="evidence: [advisers, interviews]")
def staff_only(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        if facts.standing(column) == "staff":
            yield RuleHit(column.id, title=column.title)


@book.rule(
    "E102", "warning", example="{importance: 5, evidence: []}", mended="{importance: 5, evidence: [interviews]}",
)  # fmt: skip
def crucial_unheard(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        at = column.touchpoint
        crucial = (at.importance or 0) >= CRUCIAL or at.moment_of_truth is not None
        if crucial and facts.standing(column) == "none":
            yield RuleHit(column.id, title=column.title)


@book.rule(
    "E103", "warning", example="{moment_of_truth: '$stay-or-go', confidence: assumed}",
    mended="{moment_of_truth: {asks: '$stay-or-go', bails_out: $goes}, confidence: observed}",
)  # fmt: skip
def guessed_moment(facts: JourneyFacts) -> Iterator[RuleHit]:
    if facts.journey.state == "to-be":
        return
    for moment in facts.moments:
        feelings = [f for f in facts.mains if f.stands_for(moment.column)]
        if feelings and (said := stated(feelings[0])) in ("assumed", "inferred"):
            yield RuleHit(moment.at, title=moment.title, confidence=term(f"confidence.{said}"))


@book.rule("E104", "note", example="confidence: assumed", mended="confidence: reported")
def assumed(facts: JourneyFacts) -> Iterator[RuleHit]:
    if facts.journey.state == "to-be":
        return
    for feeling in facts.mains:
        if stated(feeling) == "assumed":
            yield RuleHit(feeling.at, title=feeling.title)


@book.rule("E105", "warning", example="evidence: [old-interviews]", mended="evidence: [interviews]")
def old_research(facts: JourneyFacts) -> Iterator[RuleHit]:
    for name, resting in used(facts.journey, facts.columns).items():
        evidence = facts.inputs.evidence.get(name)
        if evidence and evidence.date and is_old(evidence, facts.inputs.today):
            months = months_between(evidence.date, facts.inputs.today)
            yield RuleHit(resting[0].id if resting else "", evidence=evidence.title, n=months)


@book.rule(
    "E106", "warning", level="journey",
    example="""
stages:
  - title: $buy
    phase: during
    steps: [{title: A, emotion: 1}, {title: B, emotion: 1}, {title: C, emotion: 1}, {title: D, emotion: 1}]
""",
    mended="""
stages:
  - title: $buy
    phase: during
    steps:
      - {title: A, emotion: 1, evidence: [interviews]}
      - {title: B, emotion: 1, evidence: [interviews]}
      - {title: C, emotion: 1}
      - {title: D, emotion: 1}
""",
)  # fmt: skip
def unheard(facts: JourneyFacts) -> Iterator[RuleHit]:
    supported = support(facts.standings)
    if facts.journey.state == "as-is" and supported.total >= FEW and supported.heard < supported.total / 2:
        yield RuleHit(heard=supported.heard, total=supported.total)


@book.rule(
    "E107", "note", level="journey", example="insights: $insight",
    mended="insights: {text: $insight, evidence: [interviews]}",
)  # fmt: skip
def bare_insight(facts: JourneyFacts) -> Iterator[RuleHit]:
    for insight in facts.journey.insights:
        if not insight.evidence:
            at = insight.steps[0].rpartition("#")[2] if insight.steps else ""
            yield RuleHit(at, insight=insight.text[:60])


@book.rule(
    "E108", "note",
    example="{confidence: observed, evidence: []}", mended="{confidence: observed, evidence: [interviews]}",
)  # fmt: skip
def claimed(facts: JourneyFacts) -> Iterator[RuleHit]:
    for feeling in facts.mains:
        said, at = stated(feeling), feeling.column.touchpoint
        if said in ("observed", "reported") and not (at.evidence or facts.journey.evidence):
            yield RuleHit(feeling.at, title=feeling.title, confidence=term(f"confidence.{said}"))


@book.rule("E109", "note", example="evidence: [three-people]", mended="evidence: [three-people, interviews]")
def small_source(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        sources = [
            facts.inputs.evidence[name] for name in column.touchpoint.evidence if name in facts.inputs.evidence
        ]
        # Beside it may stand one that this edition does not name.
        is_only = len(sources) == len(column.touchpoint.evidence) == 1
        if is_only and sources[0].n is not None and sources[0].n < SMALL:
            yield RuleHit(column.id, title=column.title, n=sources[0].n)


@book.rule(
    "E115", "warning", level="journey",
    example="insights: {text: $insight, evidence: [advisers]}",
    mended="insights: {text: $insight, evidence: [advisers, interviews]}",
)  # fmt: skip
def staffs_insight(facts: JourneyFacts) -> Iterator[RuleHit]:
    for insight in facts.journey.insights:
        if is_staffs(insight.evidence, facts.inputs.evidence):
            at = insight.steps[0].rpartition("#")[2] if insight.steps else ""
            yield RuleHit(at, insight=insight.text[:60])
