"""Rules on feelings and the decisions that come from them."""

from collections.abc import Iterator

from cjsite.analysis.feeling import figures
from cjsite.analysis.journey_facts import JourneyFacts
from cjsite.analysis.peak_end import swings
from cjsite.analysis.rules.rule import Book, RuleHit
from cjsite.analysis.tolerance import amends, is_bad
from cjsite.analysis.value import promises, touchpoint_worths

VERY_BAD = -1.5
"""Score on −2 to +2 up to which a feeling asks for an answer."""
STEEP = -2.0
"""Drop between neighbours, in scores, that asks for an explanation."""
APART = 2.5
"""Width of a spread, in scores, from which one line hides two kinds of customers."""
UNLOVED = 1.5
"""How much better something works than it feels, in scores, to be worth a finding."""
book: Book[JourneyFacts] = Book()


@book.rule(
    "F101", "note", "Nobody knows how it feels",
    why="Unknown is not neutral: the line has a gap where the worst may be.",
    advice="Ask customers how it felt.",
    example="emotion: []", mended="emotion: 0",
)  # fmt: skip
def unknown(facts: JourneyFacts) -> Iterator[RuleHit]:
    for point in facts.mains():
        if point.value is None and not (point.sample and point.sample.words):
            yield RuleHit(f"nobody knows how '{point.column.title}' feels", point.column.id)


@book.rule(
    "F102", "warning", "No number for a feeling",
    why="A word without a number is not on the line, and counts in no figure.",
    advice="Add a number, or the word to `emotion_words:` in site.yml.",
    example="emotion: discombobulated", mended="emotion: {words: discombobulated, value: -1, trigger: Fog}",
)  # fmt: skip
def no_number(facts: JourneyFacts) -> Iterator[RuleHit]:
    for point in facts.mains():
        if point.value is None and point.sample and point.sample.words:
            yield RuleHit(f"no number is known for the feeling '{', '.join(point.sample.words)}'", point.column.id)


@book.rule(
    "F103", "warning", "Accepted without a reason",
    why="Not every low must go, but who lets one stand should be able to say why.",
    advice="Say after `because:` why it is tolerable, or name what makes up for it.",
    example="emotion: {value: -1, trigger: Queue, response: accept}",
    mended="emotion: {value: -1, trigger: Queue, response: accept, because: The queue is fair}",
)  # fmt: skip
def accepted(facts: JourneyFacts) -> Iterator[RuleHit]:
    for point in facts.mains():
        sample = point.sample
        accepts = sample is not None and is_bad(point) and sample.response == "accept"
        if accepts and sample and not (sample.because or sample.compensated_by):
            yield RuleHit(
                f"the bad feeling at '{point.column.title}' is accepted without a reason", point.column.id
            )


@book.rule(
    "F104", "warning", "What should make up for it does not",
    why="People forgive a low for a high; the step named here is none.",
    advice="Name a step that feels good, or answer the low itself.",
    example="emotion: {value: -1, trigger: Queue, compensated_by: hears-of-it}",
    mended="emotion: {value: -1, trigger: Queue, compensated_by: drinks}",
)  # fmt: skip
def no_amends(facts: JourneyFacts) -> Iterator[RuleHit]:
    for points in facts.lines:
        for point in points:
            by = amends(points, point)
            if by is not None and (by.score is None or by.score <= 0):
                title, other = point.column.title, by.column.title
                yield RuleHit(f"'{other}' should make up for '{title}', and does not feel good", point.column.id)


@book.rule(
    "F105", "warning", "A very bad feeling that nobody answers",
    why="The deepest lows are what people remember and tell others.",
    advice="Link an opportunity, or say in `response:` what you mean to do.",
    example="emotion: {value: -2, trigger: Queue}",
    mended="{emotion: {value: -2, trigger: Queue, response: mitigate}}",
)  # fmt: skip
def unanswered(facts: JourneyFacts) -> Iterator[RuleHit]:
    for point in facts.mains():
        very_bad = point.score is not None and point.score <= VERY_BAD
        answered = point.sample and point.sample.response
        if very_bad and not answered and not facts.planned(point.column):
            yield RuleHit(f"nobody answers the very bad feeling at '{point.column.title}'", point.column.id)


@book.rule(
    "F106", "note", "A bad feeling without its trigger",
    why="A feeling can only be changed where it is set off.",
    advice="Add `trigger:`: what exactly happens there?",
    example="emotion: -1", mended="emotion: {value: -1, trigger: The queue does not move}",
)  # fmt: skip
def untriggered(facts: JourneyFacts) -> Iterator[RuleHit]:
    for point in facts.mains():
        if is_bad(point) and point.sample and not point.sample.trigger and not point.column.step.pain_points:
            yield RuleHit(f"nobody says what sets off the bad feeling at '{point.column.title}'", point.column.id)


@book.rule(
    "F107", "warning", "A moment of truth at risk without an opportunity",
    why="Here customers leave, and nothing is planned.",
    advice="Link an opportunity to the step, or write one.",
    example="moment_of_truth: {asks: 'Stay?', bails_out: Goes, bail_rate: 20%}",
    mended="{moment_of_truth: {asks: 'Stay?', bails_out: Goes, bail_rate: 20%}, opportunities: [shorter-queue]}",
)  # fmt: skip
def unplanned_risk(facts: JourneyFacts) -> Iterator[RuleHit]:
    for moment in facts.moments:
        if moment.at_risk and not facts.planned(moment.column):
            yield RuleHit(f"customers give up at '{moment.column.title}', and nothing is planned", moment.column.id)


@book.rule(
    "F108", "warning", "It ends badly",
    why="People judge an experience by its strongest moment and by its end.",
    advice="Give the journey a better end; a small thing will do.",
    level="journey",
    example="stages: [{title: All, phase: after, steps: [{title: Pays, emotion: -1, evidence: [interviews]}]}]",
    mended="stages: [{title: All, phase: after, steps: [{title: Pays, emotion: 1, evidence: [interviews]}]}]",
)  # fmt: skip
def bad_end(facts: JourneyFacts) -> Iterator[RuleHit]:
    for points in facts.lines:
        end = figures(points).ending
        if end is not None and is_bad(end):
            yield RuleHit(f"the journey ends badly, at '{end.column.title}'", end.column.id)


@book.rule(
    "F109", "warning", "A promise is broken, and nothing is planned",
    why="Customers measure what happens by what they were led to expect.",
    advice="Keep the promise, or stop making it; link the opportunity.",
    example="{expectation: Ready in a minute, emotion: {value: -1, trigger: Ten minutes}}",
    mended="{expectation: Ready in a minute, emotion: 0.5}",
)  # fmt: skip
def broken_promise(facts: JourneyFacts) -> Iterator[RuleHit]:
    for points in facts.lines:
        for promise in promises(points, facts.inputs.scale):
            column = promise.feeling.column
            if promise.kept is False and not facts.planned(column):
                yield RuleHit(f"what customers expect at '{column.title}' does not happen", column.id)


@book.rule(
    "F110", "note", "A steep drop that nobody explains",
    why="Between two neighbours the mood falls by half the scale; the cause lies in between.",
    advice="Add what sets it off: `trigger:` or a pain point.",
    level="journey",
    example="""
stages:
  - title: Buy
    phase: during
    steps: [{title: Orders, emotion: 2}, {title: Pays, emotion: -0.3}, {title: Drinks, emotion: 1}]
""",
    mended="""
stages:
  - title: Buy
    phase: during
    steps: [{title: Orders, emotion: 2}, {title: Pays, emotion: 0.5}, {title: Drinks, emotion: 1}]
""",
)  # fmt: skip
def steep(facts: JourneyFacts) -> Iterator[RuleHit]:
    for points in facts.lines:
        for swing in swings(points):
            drop = (swing.after.score or 0.0) - (swing.before.score or 0.0)
            explained = (swing.after.sample and swing.after.sample.trigger) or swing.after.column.step.pain_points
            if drop <= STEEP and not explained:
                before, after = swing.before.column, swing.after.column
                yield RuleHit(f"nobody says why the mood drops from '{before.title}' to '{after.title}'", after.id)


@book.rule(
    "F111", "note", "One line for two kinds of customers",
    why="A mean of delight and anger describes nobody.",
    advice="Tell them apart: `emotions:` by persona, or two maps.",
    example="emotion: {value: 0, spread: [-1.5, 1.5]}", mended="emotion: {value: 0, spread: [-0.5, 0.5]}",
)  # fmt: skip
def apart(facts: JourneyFacts) -> Iterator[RuleHit]:
    for point in facts.mains():
        if point.sample and point.sample.spread:
            low, high = (facts.inputs.scale.normal(value) for value in point.sample.spread)
            if high - low >= APART:
                yield RuleHit(f"customers differ widely at '{point.column.title}'", point.column.id)


@book.rule(
    "F112", "note", "A moment of truth that does not say what is decided",
    why="Whoever wants to win a decision must know the question.",
    advice="Add `asks:`, the question in the customer's head.",
    example="moment_of_truth: {bails_out: Goes}", mended="moment_of_truth: {asks: 'Stay?', bails_out: Goes}",
)  # fmt: skip
def undecided(facts: JourneyFacts) -> Iterator[RuleHit]:
    for moment in facts.moments:
        if not moment.moment.asks:
            yield RuleHit(f"nobody says what customers decide at '{moment.column.title}'", moment.column.id)


@book.rule(
    "F113", "note", "A moment of truth without a way out",
    why="A decision has two outcomes; what those do who give up tells whom we lose them to.",
    advice="Add `bails_out:` and, if you can count it, `bail_rate:`.",
    example="moment_of_truth: {asks: 'Stay?'}", mended="moment_of_truth: {asks: 'Stay?', bails_out: Goes}",
)  # fmt: skip
def no_exit(facts: JourneyFacts) -> Iterator[RuleHit]:
    for moment in facts.moments:
        if not moment.moment.bails_out and moment.moment.bail_rate is None:
            yield RuleHit(f"nobody says what those do who give up at '{moment.column.title}'", moment.column.id)


@book.rule(
    "F114", "note", "It works, and nobody likes it",
    why="The function is there and the feeling is not: often a matter of words and tone, and cheap to mend.",
    advice="Look at how it is said and shown, before you build anything.",
    example="{emotion: {value: -1, trigger: Rude}, functional: 1.5}",
    mended="{emotion: {value: 1}, functional: 1.5}",
)  # fmt: skip
def unloved(facts: JourneyFacts) -> Iterator[RuleHit]:
    for value in touchpoint_worths(facts.feelings):
        if not is_bad(value.feeling) or value.functional is None:
            continue
        if facts.inputs.scale.normal(value.functional) - (value.feeling.score or 0.0) >= UNLOVED:
            yield RuleHit(f"'{value.feeling.column.title}' works well, and feels bad", value.feeling.column.id)
