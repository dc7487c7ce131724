"""Rules on the review clock of a map."""

import datetime
from collections.abc import Iterator

from cjsite.analysis.journey_facts import JourneyFacts
from cjsite.analysis.review import review
from cjsite.analysis.rules.rule import Book, RuleHit, day

SOON = datetime.timedelta(days=30)
"""How long before it is due a review is announced."""
book: Book[JourneyFacts] = Book()


@book.rule("R101", "warning", level="journey", example="reviewed_on:", mended="reviewed_on: 2026-09-01")
def never(facts: JourneyFacts) -> Iterator[RuleHit]:
    if facts.journey.reviewed_on is None and facts.journey.status != "archived":
        yield RuleHit()


@book.rule("R102", "warning", level="journey", example="reviewed_on: 2024-01-31", mended="reviewed_on: 2026-09-01")
def overdue(facts: JourneyFacts) -> Iterator[RuleHit]:
    clock = review(facts.journey, facts.inputs.review_every, facts.inputs.today)
    if clock.days_late and facts.journey.status != "archived":
        yield RuleHit(n=clock.days_late)


@book.rule("R103", "note", level="journey", example="reviewed_on: 2025-12-10", mended="reviewed_on: 2026-09-01")
def soon(facts: JourneyFacts) -> Iterator[RuleHit]:
    clock = review(facts.journey, facts.inputs.review_every, facts.inputs.today)
    today, is_kept = facts.inputs.today, facts.journey.status != "archived"
    if clock.due and clock.due - SOON <= today <= clock.due and is_kept:
        yield RuleHit(n=(clock.due - today).days)


@book.rule("R104", "note", level="journey", example="version: ''", mended="version: '2'")
def unversioned(facts: JourneyFacts) -> Iterator[RuleHit]:
    if facts.journey.status == "published" and not facts.journey.version:
        yield RuleHit()


@book.rule(
    "R105", "warning", level="journey",
    example="{state: to-be, derived_from: basis, reviewed_on: 2026-01-15}",
    mended="{state: to-be, derived_from: basis, reviewed_on: 2026-10-01}",
)  # fmt: skip
def outrun(facts: JourneyFacts) -> Iterator[RuleHit]:
    basis, mine = facts.inputs.basis, facts.journey.reviewed_on
    if facts.journey.state == "to-be" and basis and basis.reviewed_on and mine and mine < basis.reviewed_on:
        yield RuleHit(title=basis.title)


@book.rule("R106", "warning", level="journey", example="reviewed_on: 2027-09-01", mended="reviewed_on: 2026-09-01")
def ahead_of_time(facts: JourneyFacts) -> Iterator[RuleHit]:
    if facts.journey.reviewed_on and facts.journey.reviewed_on > facts.inputs.today:
        yield RuleHit(day=day(facts.journey.reviewed_on))
