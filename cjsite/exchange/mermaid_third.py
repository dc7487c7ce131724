"""What the third field of a diagram's tasks is: Mermaid says actors, and people write what they need there.

It is decided for a diagram as a whole, by what its words are and how often each of them stands there.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Literal

from cjsite.base.frozen import frozen
from cjsite.exchange import mermaid_words as words
from cjsite.exchange.mermaid_journey import MermaidJourney
from cjsite.exchange.mermaid_task import MermaidTask
from cjsite.exchange.mermaid_text import with_commas
from cjsite.text.emotion_words import LANGUAGES, word_key
from cjsite.text.feeling_cell import moments
from cjsite.text.vocabulary import whole_vocabulary

ThirdKind = Literal["nothing", "actors", "segment", "feelings", "mixed", "findings", "lane", "channels", "swapped"]
_COMMA = re.compile(r"(?:\s*[,，、،]|\s\+\s)(?![^(（]{0,200}[)）])\s*")
_FEW_WORDS, _MANY_WORDS = 1.7, 2.6
"""How many words a third field has on average that may be a finding, and that hardly is a name."""
_LONG = 200
"""Signs of a text that are asked for feelings."""
_LETTER = re.compile(r"[^\W\d_]")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_KINDS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("Difficulty", words.is_difficulty), ("Level", words.is_level), ("Time", words.is_time),
    ("Status", words.is_state), ("Part", words.is_part),
)  # fmt: skip
"""Lanes for what is said of a task and is nobody, each with what tells its words."""


@frozen
class ThirdField:
    """What the third field is, and why. lane: its name, where it is a lane. felt: which words are feelings.

    is_sure: whether a reader of the diagram could hardly take it for something else.
    """

    kind: ThirdKind
    why: str
    lane: str = ""
    felt: frozenset[str] = frozenset()
    is_sure: bool = True


@frozen
class _Values:
    """The third fields of a diagram, whole and taken apart at their commas; names: those of the same tasks.

    tasks: how many tasks there are, with a third field or without.
    """

    whole: Sequence[str]
    parts: Sequence[str]
    names: Sequence[str]
    language: str
    tasks: int

    @property
    def distinct(self) -> frozenset[str]:
        return frozenset(map(word_key, self.parts))

    def share(self, tells: Callable[[str], bool]) -> float:
        """Return which part of the different words is of a kind."""
        return sum(map(tells, self.distinct)) / max(1, len(self.distinct))


def parted(text: str) -> tuple[str, ...]:
    """Return the words of a third field that commas part, or `A + B`; what stands in brackets parts nothing."""
    return tuple(with_commas(part) for part in _COMMA.split(text) if part.strip())


def third_field(journey: MermaidJourney, language: str) -> ThirdField:
    """Return what the third field of a diagram is; language: of its words, as far as it is known."""
    tasks = [task for section in journey.sections for task in section.tasks if task.third.text]
    whole = [task.third.text for task in tasks]
    parts = [part for text in whole for part in parted(text)]
    count = sum(len(section.tasks) for section in journey.sections)
    values = _Values(whole, parts, [task.name.text for task in tasks], language, count)
    if not parts:
        return ThirdField("nothing", "no task has one")
    for rule in (_of_lane, _swapped, _feelings, _channels, _findings, _segment, _mixed):
        if third := rule(values):
            return third
    return _actors(values)


def _of_lane(values: _Values) -> ThirdField | None:
    for lane, tells in _KINDS:
        share = values.share(tells)
        if share >= 0.6 and not any(map(words.is_customer, values.distinct)):
            return ThirdField("lane", f"its words say the {lane.lower()}", lane, is_sure=share >= 0.75)
    return None


def _swapped(values: _Values) -> ThirdField | None:
    """Whoever acts stands before the score, again and again, and behind it what they do, ever new."""
    count = len(values.whole)
    names, thirds = len(set(map(word_key, values.names))), len(set(map(word_key, values.whole)))
    # *Open app* is no name of a system, *App* is.
    named = sum(words.is_customer(n) or (" " not in n and words.is_system(n)) for n in values.names) / count
    is_told = named >= 0.6 and names < count and not any(map(words.is_customer, values.parts))
    is_repeated = count > 3 and names <= count / 2 and thirds >= 2 * names
    if "" in values.names or thirds < 0.8 * count or not (is_told or is_repeated):
        return None
    if values.share(lambda word: is_felt(word, values.language)) >= 0.5:
        return None
    return ThirdField("swapped", "the same few names stand before the scores, and deeds behind them")


def is_felt(text: str, language: str) -> bool:
    """Tell whether a text is a word for a feeling, an emoji with a plain valence, or several of these."""
    if len(text) > 60 or words.is_rather_a_name(text) or words.is_customer(text):
        return False
    first = tuple(dict.fromkeys(name for name in (language, "en") if name in LANGUAGES))
    said = moments(text, whole_vocabulary(first, ()))
    return all(feeling.scores and not feeling.unknown for feeling in said)


def _feelings(values: _Values) -> ThirdField | None:
    felt = frozenset(word for word in values.distinct if is_felt(word, values.language))
    who = frozenset(filter(_is_someone, values.distinct - felt))
    share = len(felt) / max(1, len(values.distinct - who))
    if share < 0.5 or (len(values.distinct) > 1 and len(felt) < 2):
        return None
    if who:
        return ThirdField(
            "mixed",
            "some of its words are feelings, and some are who takes part",
            felt=values.distinct - who,
            is_sure=share >= 0.65,
        )
    return ThirdField("feelings", "its words are feelings", felt=felt, is_sure=share >= 0.65)


def _is_someone(text: str) -> bool:
    return words.is_customer(text) or words.is_system(text) or words.is_role(text)


def _judges(text: str, language: str) -> bool:
    """Tell whether a phrase says how something is: what it is not, what there is too much of, how it feels."""
    first = tuple(dict.fromkeys(name for name in (language, "en") if name in LANGUAGES))
    vocabulary = whole_vocabulary(first, ())
    said = moments(text, vocabulary)
    hints = any(feeling.scores or feeling.against for feeling in said)
    return hints or vocabulary.denies(word_key(text)) or words.is_too_much(text)


def _length(text: str) -> float:
    """Return how many words a text has; signs of scripts without blanks count as half a word."""
    return len(text.split()) + len(_WIDE.findall(text)) / 2.5 * bool(_WIDE.search(text))


def _findings(values: _Values) -> ThirdField | None:
    """Sentences, ever new ones, are said of the task; names are short and come again."""
    count = len(values.whole)
    length = sum(map(_length, values.parts)) / len(values.parts)
    distinct = len(set(map(word_key, values.whole))) / count
    if count < 2 or distinct < 0.8 or length < _FEW_WORDS or values.share(_is_someone) > 0.3:
        return None
    if length < 4 and len(values.distinct) < 0.75 * len(values.parts):
        return None
    judging = sum(_judges(text[:_LONG], values.language) for text in values.whole) / count
    if length < _MANY_WORDS and (judging < 0.3 or count < 3):
        return None
    return ThirdField("findings", "it says something else of each task", is_sure=length >= 3 or judging >= 0.5)


def _channels(values: _Values) -> ThirdField | None:
    share = values.share(words.is_channel)
    if len(values.distinct) < 2 or share < 0.6 or any(map(words.is_customer, values.distinct)):
        return None
    return ThirdField("channels", "its words are channels, or what is met there", is_sure=share >= 0.7)


def _segment(values: _Values) -> ThirdField | None:
    if len(values.distinct) > 1 or words.is_system(values.parts[0]) or not _LETTER.search(values.parts[0]):
        return None
    if len(values.whole) < values.tasks or len(set(values.whole)) > 1:
        return None
    return ThirdField("segment", "every task has the same")


def _mixed(values: _Values) -> ThirdField | None:
    felt = frozenset(word for word in values.distinct if is_felt(word, values.language))
    if len(felt) < 2 or len(felt) < 0.2 * len(values.distinct):
        return None
    return ThirdField("mixed", "some of its words are feelings", felt=felt, is_sure=False)


def _actors(values: _Values) -> ThirdField:
    many = len(values.parts) >= 6
    is_ever_new = many and len(values.distinct) > 0.9 * len(values.parts)
    return ThirdField(
        "actors", "its words are who takes part", is_sure=not is_ever_new or values.share(_is_someone) > 0.2
    )


def customer_of(tasks: Sequence[MermaidTask]) -> str:
    """Return the only word of the third fields that is one for customers, '' where it is not the most frequent."""
    parts = [part for task in tasks for part in parted(task.third.text)]
    counts = Counter(map(word_key, parts))
    customers = [part for part in parts if words.is_customer(part)]
    if len(set(map(word_key, customers))) != 1 or len(customers) < max(counts.values()):
        return ""
    return customers[0]


def takes_part_in_most(who: str, tasks: Sequence[MermaidTask]) -> bool:
    """Tell whether somebody takes part in half of the tasks that name anybody, or in more."""
    named = [{*map(word_key, parted(task.third.text))} for task in tasks if task.third.text]
    return 2 * sum(word_key(who) in names for names in named) >= len(named)
