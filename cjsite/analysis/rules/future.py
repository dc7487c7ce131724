"""Rules on what a to-be makes of its as-is."""

from collections.abc import Iterator

from cjsite.analysis.columns import columns
from cjsite.analysis.compare import ComparedLine, compare
from cjsite.analysis.feeling import line
from cjsite.analysis.journey_facts import JourneyFacts
from cjsite.analysis.moments import moments
from cjsite.analysis.pains import is_severe
from cjsite.analysis.rules.rule import Book, RuleHit
from cjsite.model.journey import Journey

book: Book[JourneyFacts] = Book()


@book.rule(
    "W113", "warning", level="journey",
    example="""
state: to-be
derived_from: basis
stages:
  - title: $buy
    phase: during
    steps: [{title: $pays, id: pays, pain_points: {text: 10 min, severity: 5}}]
""",
    mended="""
state: to-be
derived_from: basis
stages:
  - title: $buy
    phase: during
    steps: [{title: $pays, id: pays, pain_points: {text: 2 min, severity: 1}}]
""",
)  # fmt: skip
def untouched(facts: JourneyFacts) -> Iterator[RuleHit]:
    """Yield where the as-is hurts most and the to-be changes neither the feeling nor the pain or the decision."""
    basis = facts.inputs.basis
    if facts.journey.state != "to-be" or basis is None:
        return
    before, after = _compared(facts, basis), ComparedLine(facts.columns, facts.lines[0], facts.moments)
    risky = {moment.column.number for moment in before.moments if moment.at_risk}
    for change in compare(before, after).changes:
        if change.before is None or change.after is None or "feeling" in change.fields:
            continue
        is_severe_here = change.after.first_of_step and any(map(is_severe, change.before.step.pain_points))
        pained = is_severe_here and "pain_points" not in change.fields
        decided = change.before.number in risky and "moment_of_truth" not in change.fields
        if pained or decided:
            yield RuleHit(change.after.id, title=change.after.title)


def _compared(facts: JourneyFacts, basis: Journey) -> ComparedLine:
    """Return the as-is along the line that the to-be is seen along, its moments judged by all personas."""
    points = columns(basis)
    people = [persona.id for persona in facts.inputs.personas] or [""]
    lines = [line(points, name, facts.inputs.scale, facts.inputs.evidence) for name in people]
    return ComparedLine(points, lines[0], moments(*lines))
