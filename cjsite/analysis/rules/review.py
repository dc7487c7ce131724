"""Rules on the review clock of a map."""

import datetime
from collections.abc import Iterator

from cjsite.analysis.journey_facts import JourneyFacts
from cjsite.analysis.review import review
from cjsite.analysis.rules.rule import Book, RuleHit

SOON = datetime.timedelta(days=30)
"""How long before it is due a review is announced."""
book: Book[JourneyFacts] = Book()


@book.rule(
    "R101", "warning", "Never reviewed",
    why="A map that was never held against reality is a guess with a date.",
    advice="Walk it with customers or their data, and add `reviewed_on:`.",
    level="journey", example="reviewed_on:", mended="reviewed_on: 2026-09-01",
)  # fmt: skip
def never(facts: JourneyFacts) -> Iterator[RuleHit]:
    if facts.journey.reviewed_on is None and facts.journey.status != "archived":
        yield RuleHit("this map was never held against reality")


@book.rule(
    "R102", "warning", "Review overdue",
    why="Journeys change while nobody looks; an old map sends people the wrong way.",
    advice="Review it and mend `reviewed_on:`, or archive the map.",
    level="journey", example="reviewed_on: 2024-01-31", mended="reviewed_on: 2026-09-01",
)  # fmt: skip
def overdue(facts: JourneyFacts) -> Iterator[RuleHit]:
    clock = review(facts.journey, facts.inputs.review_every, facts.inputs.today)
    if clock.days_late and facts.journey.status != "archived":
        yield RuleHit(f"the review is {clock.days_late} days late")


@book.rule(
    "R103", "note", "Review due soon",
    why="A review needs people and dates; a month is short enough.",
    advice="Ask for a date now.",
    level="journey", example="reviewed_on: 2025-12-10", mended="reviewed_on: 2026-09-01",
)  # fmt: skip
def soon(facts: JourneyFacts) -> Iterator[RuleHit]:
    clock = review(facts.journey, facts.inputs.review_every, facts.inputs.today)
    ahead = clock.due - facts.inputs.today if clock.due else None
    if ahead is not None and datetime.timedelta() <= ahead <= SOON and facts.journey.status != "archived":
        yield RuleHit(f"the review is due in {ahead.days} days")


@book.rule(
    "R104", "note", "Published without a version",
    why="Two people with two printouts need a way to see whose is newer.",
    advice="Add `version:`.",
    level="journey", example="version: ''", mended="version: '2'",
)  # fmt: skip
def unversioned(facts: JourneyFacts) -> Iterator[RuleHit]:
    if facts.journey.status == "published" and not facts.journey.version:
        yield RuleHit("this map is published without a version")


@book.rule(
    "R105", "warning", "The future is older than the present",
    why="The as-is was reviewed after this to-be; it may answer a question that nobody has any more.",
    advice="Hold the to-be against the as-is, and mend `reviewed_on:`.",
    level="journey",
    example="{state: to-be, derived_from: basis, reviewed_on: 2026-01-15}",
    mended="{state: to-be, derived_from: basis, reviewed_on: 2026-10-01}",
)  # fmt: skip
def outrun(facts: JourneyFacts) -> Iterator[RuleHit]:
    basis, mine = facts.inputs.basis, facts.journey.reviewed_on
    if facts.journey.state == "to-be" and basis and basis.reviewed_on and mine and mine < basis.reviewed_on:
        yield RuleHit(f"'{basis.title}' was reviewed after this to-be was")


@book.rule(
    "R106", "warning", "Reviewed in the future",
    why="A review that has not happened yet proves nothing; most often the year is wrong.",
    advice="Mend `reviewed_on:`.",
    level="journey", example="reviewed_on: 2027-09-01", mended="reviewed_on: 2026-09-01",
)  # fmt: skip
def ahead_of_time(facts: JourneyFacts) -> Iterator[RuleHit]:
    if facts.journey.reviewed_on and facts.journey.reviewed_on > facts.inputs.today:
        yield RuleHit(f"reviewed on {facts.journey.reviewed_on.isoformat()}, which is yet to come")
