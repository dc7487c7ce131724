"""Rules on what journeys share: research, channels, departments, personas, opportunities, files."""

import datetime
import posixpath
from collections.abc import Iterator

from cjsite.analysis.done_opportunities import done_opportunities
from cjsite.analysis.evidence import is_staffs
from cjsite.analysis.opportunities import is_open
from cjsite.analysis.rules.rule import Book, RuleHit, term
from cjsite.analysis.rules.site_facts import SiteFacts
from cjsite.model.picture_formats import is_unshown

WORTHY = 4
"""Value, 1 to 5, from which an opportunity should have an owner."""
SETTLED = datetime.timedelta(days=30)
"""How long after it was done nobody need have measured yet what an opportunity brought."""
MOST_PARTS = 8
"""Of a picture's parts that were taken out, how many are named."""
book: Book[SiteFacts] = Book()


@book.rule(
    "E110", "note",
    level="site", example="evidence: {talks: {source: }}", mended="evidence: {talks: {source: customer}}",
)  # fmt: skip
def no_source(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, evidence in facts.content.evidence.items():
        if evidence.source is None:
            yield RuleHit(f"evidence/{name}", evidence=evidence.title)


@book.rule(
    "E111", "note",
    level="site", example="evidence: {talks: {date: }}", mended="evidence: {talks: {date: 2026-05-01}}",
)  # fmt: skip
def no_date(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, evidence in facts.content.evidence.items():
        if evidence.date is None:
            yield RuleHit(f"evidence/{name}", evidence=evidence.title)


@book.rule(
    "E112", "note",
    level="site", example="evidence: {forgotten: {title: $forgotten, source: customer, date: 2026-05-01}}",
    mended="evidence: {}",
)  # fmt: skip
def unused_evidence(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, evidence in facts.content.evidence.items():
        if name not in facts.used.evidence:
            yield RuleHit(f"evidence/{name}", evidence=evidence.title)


@book.rule(
    "E113", "note",
    level="site", example="personas: {ana: {evidence: []}}", mended="personas: {ana: {evidence: [interviews]}}",
)  # fmt: skip
def invented_persona(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, persona in facts.content.personas.items():
        if not persona.evidence:
            yield RuleHit(f"persona/{name}", persona=persona.title)


@book.rule(
    "E116", "warning", level="site",
    example="personas: {ana: {evidence: [advisers]}}", mended="personas: {ana: {evidence: [advisers, interviews]}}",
)  # fmt: skip
def staffs_persona(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, persona in facts.content.personas.items():
        if is_staffs(persona.evidence, facts.content.evidence):
            yield RuleHit(f"persona/{name}", persona=persona.title)


@book.rule(
    "E114", "warning",
    level="site", example="opportunities: {shorter-queue: {evidence: [], solutions: $second-till}}",
    mended="opportunities: {shorter-queue: {evidence: [interviews], solutions: $second-till}}",
)  # fmt: skip
def solution_first(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, opportunity in facts.content.opportunities.items():
        support = {"evidence": bool(opportunity.evidence), "step": facts.linked(opportunity)}
        missing = tuple(term(f"support.{kind}") for kind, there in support.items() if not there)
        if opportunity.solutions and missing and is_open(opportunity):
            yield RuleHit(f"opportunity/{name}", title=opportunity.title, missing=missing)


@book.rule("C101", "note", level="site", example="channels: {fax: {title: $fax}}", mended="channels: {}")
def unused_channel(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, channel in facts.content.channels.items():
        if name not in facts.used.channels:
            yield RuleHit(f"channel/{name}", channel=channel.title)


@book.rule("C110", "note", level="site", example="departments: {legal: {title: $legal}}", mended="departments: {}")
def unused_department(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, department in facts.content.departments.items():
        if name not in facts.used.departments:
            yield RuleHit(f"department/{name}", department=department.title)


@book.rule(
    "C111", "note",
    level="site", example="personas: {bo: {title: Bo, evidence: [interviews]}}", mended="personas: {}",
)  # fmt: skip
def unused_persona(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, persona in facts.content.personas.items():
        if name not in facts.used.personas:
            yield RuleHit(f"persona/{name}", persona=persona.title)


@book.rule(
    "R107", "warning", level="site", example="opportunities: {shorter-queue: {due: 2026-01-31}}",
    mended="opportunities: {shorter-queue: {due: 2027-01-31}}",
)  # fmt: skip
def late_opportunity(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, opportunity in facts.content.opportunities.items():
        if opportunity.due and opportunity.due < facts.today and is_open(opportunity):
            days = (facts.today - opportunity.due).days
            yield RuleHit(f"opportunity/{name}", title=opportunity.title, n=days)


@book.rule(
    "R108", "warning", level="site", example="opportunities: {shorter-queue: {value: 5, owner: }}",
    mended="opportunities: {shorter-queue: {value: 5, owner: shop}}",
)  # fmt: skip
def ownerless(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, opportunity in facts.content.opportunities.items():
        if (opportunity.value or 0) >= WORTHY and not opportunity.owner and is_open(opportunity):
            yield RuleHit(f"opportunity/{name}", title=opportunity.title)


@book.rule(
    "R109", "note", level="site", example="opportunities: {shorter-queue: {status: doing, due: }}",
    mended="opportunities: {shorter-queue: {status: doing, due: 2027-01-31}}",
)  # fmt: skip
def dateless(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, opportunity in facts.content.opportunities.items():
        if opportunity.status in ("planned", "doing") and opportunity.due is None:
            status = term(f"status.{opportunity.status}")
            yield RuleHit(f"opportunity/{name}", title=opportunity.title, status=status)


@book.rule("S105", "note", level="site", example="files: [notes.txt]", mended="files: []")
def unread(facts: SiteFacts) -> Iterator[RuleHit]:
    for path in facts.content.unread:
        if not is_unshown(path):
            yield RuleHit(path, reason=term(f"unread.{_why_unread(path)}"))


def _why_unread(path: str) -> str:
    ending = posixpath.splitext(path)[1].lower()
    if ending in (".md", ".yml", ".yaml"):
        return "about"
    return "table" if ending in (".csv", ".json", ".tsv", ".xlsx", ".ods") else "kind" if ending else "unending"


@book.rule(
    "S140", "warning", level="site",
    example="files: {ticket.svg: '<svg xmlns=\"http://www.w3.org/2000/svg\" onclick=\"open()\"/>'}",
    mended="files: {ticket.svg: '<svg xmlns=\"http://www.w3.org/2000/svg\"/>'}",
)  # fmt: skip
def taken_out(facts: SiteFacts) -> Iterator[RuleHit]:
    for path, parts in facts.content.taken_out.items():
        if path in facts.content.files:
            shown = tuple(f"{what} ({place.line}:{place.column})" for what, place in parts[:MOST_PARTS])
            yield RuleHit(path, file=path, parts=(*shown, "…") if len(parts) > MOST_PARTS else shown)


@book.rule(
    "S114", "note", level="site", example="opportunities: {shorter-queue: {effort: }}",
    mended="opportunities: {shorter-queue: {effort: 2}}",
)  # fmt: skip
def weightless(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, opportunity in facts.content.opportunities.items():
        missing = tuple(term(f"field.{f}") for f in ("value", "effort") if getattr(opportunity, f) is None)
        if missing and is_open(opportunity):
            yield RuleHit(f"opportunity/{name}", title=opportunity.title, missing=missing)


@book.rule(
    "S115", "note", level="site", example="opportunities: {nice-cups: {title: $nice-cups, value: 2, effort: 1}}",
    mended="opportunities: {nice-cups: {title: $nice-cups, value: 2, effort: 1, steps: [coffee#orders]}}",
)  # fmt: skip
def stepless(facts: SiteFacts) -> Iterator[RuleHit]:
    for name, opportunity in facts.content.opportunities.items():
        if not facts.linked(opportunity) and is_open(opportunity):
            yield RuleHit(f"opportunity/{name}", title=opportunity.title)


@book.rule(
    "R111", "note", level="site",
    example="opportunities: {shorter-queue: {status: done, done_on: 2026-09-20, steps: [coffee#orders]}}",
    mended="opportunities: {shorter-queue: {status: done, done_on: 2026-08-20, steps: [coffee#orders]}}",
)  # fmt: skip
def unproven(facts: SiteFacts) -> Iterator[RuleHit]:
    for settled in done_opportunities(facts.content):
        opportunity, done = settled.opportunity, settled.opportunity.done_on
        if not settled.measured and (done is None or facts.today - done >= SETTLED):
            yield RuleHit(settled.at, title=opportunity.title)


@book.rule(
    "S122", "warning", level="site",
    example="journeys: {coffee: {title: $on-the-way}, basis: {title: $on-the-way}}",
    mended="journeys: {coffee: {title: $on-the-way}, basis: {title: $at-home}}",
)  # fmt: skip
def namesakes(facts: SiteFacts) -> Iterator[RuleHit]:
    """Yield maps in use with the title of one before; what is and what should be may be called alike."""
    first: dict[tuple[str, str], str] = {}
    for name, journey in facts.content.outlines.items():
        title = " ".join(journey.title.casefold().split())
        if title and journey.status != "archived":
            other = first.setdefault((title, journey.state), name)
            if other != name:
                yield RuleHit(f"journey/{name}", title=journey.title, other=other)
