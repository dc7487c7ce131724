"""Rules on what is mapped, how evenly, and whether it suits the people."""

import re
from collections.abc import Iterator

from cjsite.analysis.columns import is_unowned
from cjsite.analysis.coverage import FACETS, THIN
from cjsite.analysis.journey_facts import JourneyFacts
from cjsite.analysis.rules.rule import Book, RuleHit, term

book: Book[JourneyFacts] = Book()


@book.rule(
    "C102", "note", level="journey",
    example="stages: [{title: $buy, phase: during, steps: [{title: $pays}]}]",
    mended="""
stages:
  - title: $buy
    phase: during
    steps: [{title: $pays, emotion: 1, channel: counter, department: shop, evidence: [interviews], actions: $taps}]
""",
)  # fmt: skip
def thin_touchpoint(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column, lacks in zip(facts.columns, facts.lacks, strict=True):
        if len(FACETS) - len(lacks) <= THIN:
            yield RuleHit(column.id, title=column.title, missing=tuple(term(f"facet.{name}") for name in lacks[:4]))


@book.rule(
    "C103", "note", example="{channel: '', department: shop}", mended="{channel: counter, department: shop}",
)  # fmt: skip
def no_channel(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        if column.touchpoint.department and not column.touchpoint.channel:
            yield RuleHit(column.id, title=column.title)


@book.rule("C104", "warning", example="channel: phone", mended="{channel: phone, why: $locked}")
def avoided(facts: JourneyFacts) -> Iterator[RuleHit]:
    for persona in facts.inputs.personas:
        for mismatch in facts.unmet(persona):
            for column in mismatch.at if mismatch.kind == "avoided" else ():
                if not column.touchpoint.why:
                    yield RuleHit(column.id, title=column.title, persona=persona.title)


@book.rule("C105", "note", example="channel: desk", mended="channel: counter")
def closed(facts: JourneyFacts) -> Iterator[RuleHit]:
    for persona in facts.inputs.personas:
        for mismatch in facts.unmet(persona):
            if mismatch.kind == "closed" and not facts.has_plan(mismatch.at[0].step.id):
                channel, hours = facts.inputs.channels[mismatch.preference.channel], mismatch.preference.hours
                yield RuleHit(mismatch.at[0].id, channel=channel.title, persona=persona.title, hours=hours)


@book.rule(
    "C106", "note", level="journey",
    example="stages: [{title: $buy, phase: during, steps: [{title: $pays, channel: desk, emotion: 1}]}]",
    mended="stages: [{title: $buy, phase: during, steps: [{title: $pays, channel: counter, emotion: 1}]}]",
)  # fmt: skip
def not_offered(facts: JourneyFacts) -> Iterator[RuleHit]:
    for persona in facts.inputs.personas:
        for mismatch in facts.unmet(persona):
            if mismatch.kind == "missing":
                channel = facts.inputs.channels.get(mismatch.preference.channel)
                title = channel.title if channel else mismatch.preference.channel
                yield RuleHit(persona=persona.title, channel=title)


@book.rule(
    "C107", "warning", example="{channel: counter, department: ''}", mended="{channel: counter, department: shop}",
)  # fmt: skip
def unowned(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        if is_unowned(column, facts.inputs.channels):
            yield RuleHit(column.id, title=column.title)


@book.rule(
    "C108", "note", level="journey",
    example="stages: [{title: $buy, phase: during}]",
    mended="stages: [{title: $buy, phase: during, steps: [{title: $pays, emotion: 1}]}]",
)  # fmt: skip
def empty_stage(facts: JourneyFacts) -> Iterator[RuleHit]:
    for stage in facts.journey.stages:
        if not stage.course:
            yield RuleHit(stage=stage.title)


@book.rule(
    "C109", "note",
    example="{thoughts: '$in-system', backstage: {department: store, does: $books, system: Stockmaster}}",
    mended="{thoughts: '$have-they', backstage: {department: store, does: $books, system: Stockmaster}}",
)  # fmt: skip
def our_words(facts: JourneyFacts) -> Iterator[RuleHit]:
    systems = {work.system for column in facts.columns for work in column.touchpoint.backstage if work.system}
    for column in facts.columns:
        if column.first_of_step:
            step = column.step
            said = " ".join((*step.thoughts, *step.quotes)).casefold()
            for system in sorted(systems):
                if re.search(rf"\b{re.escape(system.casefold())}\b", said):
                    yield RuleHit(column.id, title=step.title, system=system)


@book.rule(
    "C112", "note", level="journey",
    example="""
stages:
  - title: $buy
    phase: during
    steps: [{title: $pays, channel: counter, department: shop, emotion: 1}]
""",
    mended="""
stages:
  - title: $buy
    phase: during
    steps:
      - {title: $pays, channel: counter, department: shop, emotion: 1}
      - {title: $tells, channel: friends, emotion: 1}
""",
)  # fmt: skip
def all_ours(facts: JourneyFacts) -> Iterator[RuleHit]:
    used = [facts.inputs.channels[c.touchpoint.channel] for c in facts.columns if c.touchpoint.channel]
    # How customers come to a part of a journey stands on the map that it is a part of.
    is_whole = facts.journey.state == "as-is" and not facts.inputs.parent
    if is_whole and used and all(channel.control == "owned" for channel in used):
        yield RuleHit()
