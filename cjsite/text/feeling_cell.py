"""What people write into a cell for a feeling, taken apart: words, emoji, signs, alternatives, one after another.

A part counts only if it is on a list as a whole, without its measure words: nothing is looked for inside a phrase,
or *not resentful* would be resentful. What such a phrase holds can only speak against the others.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cjsite.text.emotion_words import word_key
from cjsite.text.vocabulary import Vocabulary

_ARROW = re.compile(r"\s*(?:[-=–—]+>|[→⇒⇨➡➔➜➝⟶])\ufe0f?\s*|\s*>+\s*")
_PARTS = re.compile(r"""[,;/|·•+&\n、，；／・،؛()\[\]{}（）「」『』【】"“”„«»<>]|\s[-–—]+\s|[.!?](?=\s)|[。！？]""")
_SIGNS = " \t.!?…*_`~#'’‘=•^°:+-–—→⇒"
_GENDER = re.compile(
    r"(?<=\w)(?:\((?:e|a|s|es|as|ne|in|te)\)|[·*:]-?(?:e|a|in|innen|se|euse|ne|ère|ive|trice)(?:[·.]?s)?"
    r"|/-?(?:e|a|se|euse|ne|ère|ive|trice))(?!\w)"
)
"""Endings for the other gender, as in *frustré(e)* and *cansado/a*: the word is the same."""
_FACE = "[\U0001f000-\U0001faff\u2300-\u23ff\u2600-\u27bf\u2b50\u2b55]"
_DRESS = "[\ufe0f\U0001f3fb-\U0001f3ff]*"
_EMOJI = re.compile(f"{_FACE}{_DRESS}(?:\u200d(?:{_FACE}|[\u2640\u2642]){_DRESS})*")
_NO_FACE = re.compile("[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d[\u2640\u2642]")
"""What may be part of an emoji and says nothing of a feeling: colours, and whether it is a man or a woman."""
_JOINTS = 8
"""Words that join, above which a phrase is a sentence and no list of feelings."""
_PHRASE = 4
"""Words that a phrase on a list may have to be seen inside a longer one."""


class _Part(NamedTuple):
    """A part of a cell that is understood: the scores of its words, and whether it leaves a choice of them."""

    scores: tuple[float, ...]
    choice: bool


class FeelingText(NamedTuple):
    """What a text says of feelings at one moment, scores on −2 to +2.

    text: as it was written. scores: of what is known. choice: whether they are alternatives. unknown: the parts
    that are on no list, as they were written. against: scores of words inside of these, of which none is sure.
    """

    text: str
    scores: tuple[float, ...] = ()
    choice: bool = False
    unknown: tuple[str, ...] = ()
    against: tuple[float, ...] = ()

    @property
    def score(self) -> float | None:
        """Return the mean of what is known, None if nothing is, or if what is not understood speaks against it."""
        if not self.scores:
            return None
        mean = sum(self.scores) / len(self.scores)
        return None if any(score * mean < 0 for score in self.against) else mean

    @property
    def spread(self) -> tuple[float, float] | None:
        """Return the lowest and the highest of alternatives that differ."""
        low, high = (min(self.scores), max(self.scores)) if self.scores else (0.0, 0.0)
        return (low, high) if self.choice and low < high and self.score is not None else None


def moments(text: str, vocabulary: Vocabulary) -> tuple[FeelingText, ...]:
    """Return what a text says of feelings, one after another in time: at least one, perhaps of nothing known."""
    whole = vocabulary.score(word_key(text))
    if whole is not None:
        return (FeelingText(text, (whole,)),)
    pieces = [said for said in _ARROW.split(text) if said.strip(_SIGNS)]
    every = tuple(_moment(said, vocabulary) for said in pieces) if len(pieces) > 1 else ()
    return every if any(feeling.scores for feeling in every) else (_moment(text, vocabulary),)


def together(texts: Sequence[FeelingText]) -> FeelingText:
    """Return as one what several texts say of the same moment."""
    if len(texts) == 1:
        return texts[0]
    return FeelingText(
        ", ".join(feelings.text for feelings in texts),
        tuple(score for feelings in texts for score in feelings.scores),
        any(feelings.choice for feelings in texts),
        tuple(part for feelings in texts for part in feelings.unknown),
        tuple(score for feelings in texts for score in feelings.against),
    )


def _moment(text: str, vocabulary: Vocabulary) -> FeelingText:
    words: list[float] = []
    faces: list[float] = []
    unknown: list[str] = []
    choice = False
    for written in _PARTS.split(_GENDER.sub("", text)):
        said = _EMOJI.sub(" ", written).strip(_SIGNS)
        key = word_key(said)
        own = [s for face in _EMOJI.findall(written) if (s := vocabulary.score(emoji_key(face))) is not None]
        part = _known(key, vocabulary)
        if part:
            words += part.scores
            choice = choice or part.choice
        elif any(sign.isalpha() for sign in key) and not vocabulary.is_beside(key):
            unknown.append(said)
            # A face beside a condition says how it would feel.
            own = own if own and not vocabulary.sets_condition(key) else []
        faces += own
    scores = tuple(words or faces)
    # Where nothing is known, it is the cell as a whole that nobody understands.
    unclear = tuple(unknown) if scores else (text.strip(),)
    against = tuple(score for said in unknown for score in _hints(word_key(said), vocabulary))
    return FeelingText(text.strip(), scores, choice and len(scores) > 1, unclear, against)


def emoji_key(emoji: str) -> str:
    """Return an emoji as lists hold it: whatever its colours are, and whether it is a man's or a woman's."""
    return _NO_FACE.sub("", emoji)


def _known(phrase: str, vocabulary: Vocabulary) -> _Part | None:
    """Return what a part of a cell means, None if it is on no list and not made of what is."""
    for core, choice in vocabulary.cores(phrase):
        score = vocabulary.score(core)
        if score is not None:
            return _Part((score,), choice)
    joints = vocabulary.joints(phrase)
    for joint in joints if len(joints) <= _JOINTS else ():
        before = _known(phrase[: joint.begin].strip(), vocabulary)
        after = before and _known(phrase[joint.end :].strip(), vocabulary)
        if before and after:
            return _Part(before.scores + after.scores, joint.is_choice or before.choice or after.choice)
    return None


def _hints(phrase: str, vocabulary: Vocabulary) -> list[float]:
    """Return the scores that words inside a phrase hint at.

    What is not good is bad (*not convinced*), what is not bad need not be good (*not resentful*), and what depends
    on something is neither.
    """
    if vocabulary.sets_condition(phrase):
        return []
    scores = list(_inside(phrase, vocabulary))
    return [-score for score in scores if score > 0] if vocabulary.denies(phrase) else scores


def _inside(phrase: str, vocabulary: Vocabulary) -> Iterator[float]:
    """Yield the scores of the words inside a phrase that is not understood."""
    words = phrase.split()
    spans = [" ".join(words[begin:end]) for begin, end in _spans(len(words), 1)]
    for word in words:
        # Some scripts have no blanks; a sign alone is no word of theirs.
        if any(sign >= "\u3040" for sign in word):
            spans += [word[begin:end] for begin, end in _spans(len(word), 2)]
    yield from (score for span in spans if (score := vocabulary.score(span)) is not None)


def _spans(length: int, shortest: int) -> Iterator[tuple[int, int]]:
    for begin in range(length):
        yield from ((begin, end) for end in range(begin + shortest, min(length, begin + _PHRASE) + 1))
