"""Rules on what is mapped, how evenly, and whether it suits the people."""

import re
from collections.abc import Iterator

from cjsite.analysis.channels import mismatches
from cjsite.analysis.columns import is_unowned
from cjsite.analysis.coverage import missing, thin
from cjsite.analysis.journey_facts import JourneyFacts
from cjsite.analysis.rules.rule import Book, RuleHit

book: Book[JourneyFacts] = Book()


@book.rule(
    "C102", "note", "A thin touchpoint",
    why="What is only mentioned looks unimportant; give equal time to all your touchpoints.",
    advice="Say what customers do, think and expect there, and where you know it from.",
    level="journey",
    example="stages: [{title: Buy, phase: during, steps: [{title: Pays}]}]",
    mended="""
stages:
  - title: Buy
    phase: during
    steps: [{title: Pays, emotion: 1, channel: counter, department: shop, evidence: [interviews], actions: Taps}]
""",
)  # fmt: skip
def thin_touchpoint(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in thin(facts.columns):
        yield RuleHit(f"little is said of '{column.title}'; not its {', '.join(missing(column)[:4])} …", column.id)


@book.rule(
    "C103", "note", "Met, but where?",
    why="A department that customers meet is met somewhere: at a counter, on a screen, by voice.",
    advice="Add `channel:`.",
    example="{channel: '', department: shop}", mended="{channel: counter, department: shop}",
)  # fmt: skip
def no_channel(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        if column.touchpoint.department and not column.touchpoint.channel:
            yield RuleHit(f"customers meet a department at '{column.title}', and no channel is named", column.id)


@book.rule(
    "C104", "warning", "A channel that the persona avoids",
    why="People who must use what they dislike come with the wrong feeling already.",
    advice="Offer another way, or say in `why:` what makes them use it.",
    example="channel: phone", mended="{channel: phone, why: The door was locked}",
)  # fmt: skip
def avoided(facts: JourneyFacts) -> Iterator[RuleHit]:
    for persona in facts.inputs.personas:
        for found in mismatches(persona, facts.columns, facts.inputs.channels):
            for column in found.at if found.kind == "avoided" else ():
                if not column.touchpoint.why:
                    yield RuleHit(f"'{column.title}' is in a channel that {persona.title} avoids", column.id)


@book.rule(
    "C105", "note", "Closed when the persona has time",
    why="A channel that is closed at the only free hour is no channel.",
    advice="Open longer, or offer another way at these hours.",
    example="channel: desk", mended="channel: counter",
)  # fmt: skip
def closed(facts: JourneyFacts) -> Iterator[RuleHit]:
    for persona in facts.inputs.personas:
        for found in mismatches(persona, facts.columns, facts.inputs.channels):
            if found.kind == "closed":
                channel, hours = facts.inputs.channels[found.preference.channel], found.preference.hours
                yield RuleHit(f"{channel.title} is closed when {persona.title} has time, {hours}", found.at[0].id)


@book.rule(
    "C106", "note", "A liked channel that is not offered",
    why="People would come gladly through a door that this journey does not have.",
    advice="Offer it where it would help, or say in the persona that it does not matter here.",
    level="journey",
    example="stages: [{title: Buy, phase: during, steps: [{title: Pays, channel: desk, emotion: 1}]}]",
    mended="stages: [{title: Buy, phase: during, steps: [{title: Pays, channel: counter, emotion: 1}]}]",
)  # fmt: skip
def not_offered(facts: JourneyFacts) -> Iterator[RuleHit]:
    for persona in facts.inputs.personas:
        for found in mismatches(persona, facts.columns, facts.inputs.channels):
            if found.kind == "missing":
                channel = facts.inputs.channels.get(found.preference.channel)
                title = channel.title if channel else found.preference.channel
                yield RuleHit(f"{persona.title} likes {title}, and it is nowhere on this map")


@book.rule(
    "C107", "warning", "Nobody owns it",
    why="What no department stands behind, no department mends.",
    advice="Agree on who does, and add `department:` or `backstage:`.",
    example="{channel: counter, department: ''}", mended="{channel: counter, department: shop}",
)  # fmt: skip
def unowned(facts: JourneyFacts) -> Iterator[RuleHit]:
    for column in facts.columns:
        if is_unowned(column, facts.inputs.channels):
            yield RuleHit(f"no department stands behind '{column.title}'", column.id)


@book.rule(
    "C108", "note", "An empty stage",
    why="A stage without steps says that something happens, and not what.",
    advice="Add its steps, or take it out.",
    level="journey",
    example="stages: [{title: Buy, phase: during}]",
    mended="stages: [{title: Buy, phase: during, steps: [{title: Pays, emotion: 1}]}]",
)  # fmt: skip
def empty_stage(facts: JourneyFacts) -> Iterator[RuleHit]:
    for stage in facts.journey.stages:
        if not stage.steps:
            yield RuleHit(f"the stage '{stage.title}' has no steps")


@book.rule(
    "C109", "note", "Our words in the customer's mouth",
    why="Customers do not know the names of our systems; where these stand, we speak and not they.",
    advice="Say it as the customer would.",
    example="{thoughts: 'Am I in Stockmaster?', backstage: {department: store, does: Books, system: Stockmaster}}",
    mended="{thoughts: 'Have they got it?', backstage: {department: store, does: Books, system: Stockmaster}}",
)  # fmt: skip
def our_words(facts: JourneyFacts) -> Iterator[RuleHit]:
    systems = {work.system for column in facts.columns for work in column.touchpoint.backstage if work.system}
    for column in facts.columns:
        if column.first_of_step:
            step = column.step
            said = " ".join((*step.thoughts, *step.quotes)).casefold()
            for system in sorted(systems):
                if re.search(rf"\b{re.escape(system.casefold())}\b", said):
                    yield RuleHit(f"customers at '{step.title}' speak of our '{system}'", column.id)


@book.rule(
    "C112", "note", "Nothing outside our control",
    why="People hear of us from friends, reviews and searches, whether we map it or not.",
    advice="Add the entry points that you do not control; they need no numbers.",
    level="journey",
    example="""
stages:
  - title: Buy
    phase: during
    steps: [{title: Pays, channel: counter, department: shop, emotion: 1}]
""",
    mended="""
stages:
  - title: Buy
    phase: during
    steps:
      - {title: Pays, channel: counter, department: shop, emotion: 1}
      - {title: Tells, channel: friends, emotion: 1}
""",
)  # fmt: skip
def all_ours(facts: JourneyFacts) -> Iterator[RuleHit]:
    used = [facts.inputs.channels[c.touchpoint.channel] for c in facts.columns if c.touchpoint.channel]
    if facts.journey.state == "as-is" and used and all(channel.control != "none" for channel in used):
        yield RuleHit("every touchpoint of this map is under our control")
