"""Rules on what journeys share: research, channels, departments, personas, opportunities, files."""

from collections.abc import Iterator

from cjsite.analysis.opportunities import is_open
from cjsite.analysis.rules.rule import Book, RuleHit
from cjsite.analysis.rules.site_facts import SiteFacts

WORTHY = 4
"""Value, 1 to 5, from which an opportunity should have an owner."""
book: Book[SiteFacts] = Book()


@book.rule(
    "E110", "note", "Who told us?",
    why="What employees say about customers must be told apart from what customers say.",
    advice="Add `source:`: customer, employee, analytics or third-party.",
    level="site", example="evidence: {talks: {source: }}", mended="evidence: {talks: {source: customer}}",
)  # fmt: skip
def no_source(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, evidence in facts.content.evidence.items():
        if evidence.source is None:
            yield RuleHit(f"nobody says who told us '{evidence.title}'", f"evidence/{name}")


@book.rule(
    "E111", "note", "Research without a date",
    why="Nobody can say whether it still holds.",
    advice="Add `date:`.",
    level="site", example="evidence: {talks: {date: }}", mended="evidence: {talks: {date: 2026-05-01}}",
)  # fmt: skip
def no_date(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, evidence in facts.content.evidence.items():
        if evidence.date is None:
            yield RuleHit(f"'{evidence.title}' has no date", f"evidence/{name}")


@book.rule(
    "E112", "note", "Research that nothing rests on",
    why="It was paid for, and no map says what it found.",
    advice="Cite it where it tells something, or take it out.",
    level="site", example="evidence: {forgotten: {title: Forgotten, source: customer, date: 2026-05-01}}",
    mended="evidence: {}",
)  # fmt: skip
def unused_evidence(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, evidence in facts.content.evidence.items():
        if name not in facts.used.evidence:
            yield RuleHit(f"nothing rests on '{evidence.title}'", f"evidence/{name}")


@book.rule(
    "E113", "note", "A persona of our own making",
    why="A persona without research is a portrait of our prejudices.",
    advice="Name the research in the persona's `evidence:`.",
    level="site", example="personas: {ana: {evidence: []}}", mended="personas: {ana: {evidence: [interviews]}}",
)  # fmt: skip
def invented_persona(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, persona in facts.content.personas.items():
        if not persona.evidence:
            yield RuleHit(f"no research is named for {persona.title}", f"persona/{name}")


@book.rule(
    "E114", "warning", "A solution before the problem",
    why="First seek to understand: a solution without evidence and a step is a wish.",
    advice="Link the steps that it would help, and the research that shows why.",
    level="site", example="opportunities: {shorter-queue: {evidence: [], solutions: A second till}}",
    mended="opportunities: {shorter-queue: {evidence: [interviews], solutions: A second till}}",
)  # fmt: skip
def solution_first(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, opportunity in facts.content.opportunities.items():
        missing = [] if opportunity.evidence else ["evidence"]
        missing += [] if facts.linked(opportunity) else ["a step"]
        if opportunity.solutions and missing and is_open(opportunity):
            yield RuleHit(
                f"'{opportunity.title}' has solutions, but not {' or '.join(missing)}", f"opportunity/{name}"
            )


@book.rule(
    "C101", "note", "A channel that no map uses",
    why="Include all the ways in which customers meet you; one that is never mapped is never looked at.",
    advice="Map it, or remove it.",
    level="site", example="channels: {fax: {title: Fax}}", mended="channels: {}",
)  # fmt: skip
def unused_channel(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, channel in facts.content.channels.items():
        if name not in facts.used.channels:
            yield RuleHit(f"no map uses the channel '{channel.title}'", f"channel/{name}")


@book.rule(
    "C110", "note", "A department without a part",
    why="Those who face no customer shape the journey too; one that stands on no map will not look at any.",
    advice="Add its work where it shapes a touchpoint: `backstage:`.",
    level="site", example="departments: {legal: {title: Legal}}", mended="departments: {}",
)  # fmt: skip
def unused_department(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, department in facts.content.departments.items():
        if name not in facts.used.departments:
            yield RuleHit(f"{department.title} stands on no map", f"department/{name}")


@book.rule(
    "C111", "note", "A persona without a journey",
    why="A customer whom we know and never accompany.",
    advice="Map a journey, or take the persona out.",
    level="site", example="personas: {bo: {title: Bo, evidence: [interviews]}}", mended="personas: {}",
)  # fmt: skip
def unused_persona(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, persona in facts.content.personas.items():
        if name not in facts.used.personas:
            yield RuleHit(f"{persona.title} is on no journey", f"persona/{name}")


@book.rule(
    "R107", "warning", "An opportunity overdue",
    why="A promise to ourselves that passed without a word.",
    advice="Finish it, give it a new date, or drop it.",
    level="site", example="opportunities: {shorter-queue: {due: 2026-01-31}}",
    mended="opportunities: {shorter-queue: {due: 2027-01-31}}",
)  # fmt: skip
def late_opportunity(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, opportunity in facts.content.opportunities.items():
        if opportunity.due and opportunity.due < facts.today and is_open(opportunity):
            days = (facts.today - opportunity.due).days
            yield RuleHit(f"'{opportunity.title}' was due {days} days ago", f"opportunity/{name}")


@book.rule(
    "R108", "warning", "Worth much, and nobody's",
    why="What has no owner does not happen.",
    advice="Add `owner:` with a department.",
    level="site", example="opportunities: {shorter-queue: {value: 5, owner: }}",
    mended="opportunities: {shorter-queue: {value: 5, owner: shop}}",
)  # fmt: skip
def ownerless(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, opportunity in facts.content.opportunities.items():
        if (opportunity.value or 0) >= WORTHY and not opportunity.owner and is_open(opportunity):
            yield RuleHit(f"nobody leads '{opportunity.title}'", f"opportunity/{name}")


@book.rule(
    "R109", "note", "Under way without a date",
    why="Work without a date ends when something else begins.",
    advice="Add `due:`.",
    level="site", example="opportunities: {shorter-queue: {status: doing, due: }}",
    mended="opportunities: {shorter-queue: {status: doing, due: 2027-01-31}}",
)  # fmt: skip
def dateless(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, opportunity in facts.content.opportunities.items():
        if opportunity.status in ("planned", "doing") and opportunity.due is None:
            yield RuleHit(f"'{opportunity.title}' is {opportunity.status} without a date", f"opportunity/{name}")


@book.rule(
    "S105", "note", "A file that nothing reads",
    why="Somebody wrote it and believes that it is on the site.",
    advice="Remove it, or move it elsewhere.",
    level="site", example="files: [notes.txt]", mended="files: []",
)  # fmt: skip
def unread(facts: SiteFacts) -> Iterator[RuleHit]:
    for path in facts.content.unread:
        yield RuleHit("nothing reads or publishes this file", path)


@book.rule(
    "S114", "note", "An opportunity that cannot be weighed",
    why="Without value and effort it is a line on a list; with both it has a place in the order.",
    advice="Add `value:` and `effort:`, 1 to 5.",
    level="site", example="opportunities: {shorter-queue: {effort: }}",
    mended="opportunities: {shorter-queue: {effort: 2}}",
)  # fmt: skip
def weightless(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, opportunity in facts.content.opportunities.items():
        missing = [field for field in ("value", "effort") if getattr(opportunity, field) is None]
        if missing and is_open(opportunity):
            yield RuleHit(f"'{opportunity.title}' has no {' and no '.join(missing)}", f"opportunity/{name}")


@book.rule(
    "S115", "note", "An opportunity at no step",
    why="An improvement that helps at no step of any journey helps us at most.",
    advice="Add `steps:`, or name it at a step.",
    level="site", example="opportunities: {nice-cups: {title: Nice cups, value: 2, effort: 1}}",
    mended="opportunities: {nice-cups: {title: Nice cups, value: 2, effort: 1, steps: [coffee#orders]}}",
)  # fmt: skip
def stepless(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, opportunity in facts.content.opportunities.items():
        if not facts.linked(opportunity) and is_open(opportunity):
            yield RuleHit(f"'{opportunity.title}' is at no step", f"opportunity/{name}")
