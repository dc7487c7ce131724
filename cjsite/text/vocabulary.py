"""The words that cells of feelings are taken apart with: those that stand for a score, and those beside them."""

import re
from collections import deque
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from cjsite.text.emotion_words import LANGUAGES, emoji_scores, emotion_words, role_words

_BLANK = re.compile(" ")
_PHRASE = 5
"""Words that a phrase on a list has, at most."""
_TAKEN = 6
"""Words at the ends of a phrase that are taken off, at most."""
Own = tuple[tuple[str, float], ...]
"""An author's own words with their scores, in order."""


class Joint(NamedTuple):
    """A word that joins parts of a phrase: where it begins and ends, and whether it leaves a choice of them."""

    begin: int
    end: int
    is_choice: bool


class _Words:
    """Words to be found in a phrase, with a blank on each side where their sign ~ does not say otherwise."""

    def __init__(self, words: Collection[str]) -> None:
        self.apart = frozenset(word for word in words if "~" not in word)
        # A blank at both ends of the phrase stands for its beginning and end.
        self.attached = [f" {word} ".replace(" ~", "").replace("~ ", "") for word in sorted(words) if "~" in word]

    def places(self, phrase: str) -> Iterator[tuple[int, int]]:
        """Yield where the words begin and end in a phrase."""
        starts = [0, *(match.end() for match in _BLANK.finditer(phrase)), len(phrase) + 1]
        for number, begin in enumerate(starts[:-1]):
            for after in starts[number + 1 : number + 1 + _PHRASE]:
                if phrase[begin : after - 1] in self.apart:
                    yield begin, after - 1
        padded = f" {phrase} "
        for word in self.attached:
            at = padded.find(word)
            while at >= 0:
                yield max(at - 1, 0), min(at - 1 + len(word), len(phrase))
                at = padded.find(word, at + 1)

    def stand_in(self, phrase: str) -> bool:
        """Tell whether any of the words stands in a phrase."""
        return next(self.places(phrase), None) is not None


class Vocabulary:
    """Scores by word, and words by their role; words and phrases are as `word_key` makes them."""

    def __init__(self, scores: Mapping[str, float], roles: Mapping[str, Collection[str]]) -> None:
        self._scores = scores
        self._and, self._or, self._not, self._if = (_Words(roles[role]) for role in ("and", "or", "not", "if"))
        beside = [word for role in ("measure", "and", "or") for word in roles[role]]
        self._apart = frozenset(word for word in beside if "~" not in word)
        # Words with the sign on both sides join parts, and mean nothing at an end.
        self._leading = tuple(sorted(word[:-1] for word in beside if word[0] != "~" and word[-1] == "~"))
        self._trailing = tuple(sorted(word[1:] for word in beside if word[0] == "~" and word[-1] != "~"))

    def score(self, word: str) -> float | None:
        """Return the score on −2 to +2 of a word, a phrase or an emoji, None if it is on no list."""
        return self._scores.get(word)

    def is_beside(self, phrase: str) -> bool:
        """Tell whether a phrase only says how much, or joins."""
        return any(core in self._apart for core, _ in self.cores(phrase))

    def cores(self, phrase: str) -> Iterator[tuple[str, bool]]:
        """Yield a phrase, then what is left of it without words at its ends that say how much, or join.

        With each, whether such a word leaves a choice. The less is taken off, the earlier.
        """
        seen = {phrase}
        waiting = deque([(phrase, False, 0)])
        while waiting:
            core, choice, taken = waiting.popleft()
            yield core, choice
            for shorter, leaves in self._shorter(core) if taken < _TAKEN else ():
                if shorter not in seen:
                    seen.add(shorter)
                    waiting.append((shorter, choice or leaves, taken + 1))

    def _shorter(self, phrase: str) -> Iterator[tuple[str, bool]]:
        words = phrase.split(" ")
        for count in range(min(len(words) - 1, _PHRASE), 0, -1):
            first, last = " ".join(words[:count]), " ".join(words[-count:])
            if first in self._apart:
                yield " ".join(words[count:]), first in self._or.apart
            if last in self._apart:
                yield " ".join(words[:-count]), False
        if phrase.startswith(self._leading):
            yield from ((phrase[len(word) :].strip(), False) for word in self._leading if phrase.startswith(word))
        if phrase.endswith(self._trailing):
            yield from ((phrase[: -len(word)].strip(), False) for word in self._trailing if phrase.endswith(word))

    def joints(self, phrase: str) -> list[Joint]:
        """Return the words in a phrase that join what stands before and after them."""
        ands = [Joint(*place, False) for place in self._and.places(phrase)]
        return ands + [Joint(*place, True) for place in self._or.places(phrase)]

    def denies(self, phrase: str) -> bool:
        """Tell whether a phrase says that something is not so."""
        return self._not.stand_in(phrase)

    def sets_condition(self, phrase: str) -> bool:
        """Tell whether a phrase says when something is so."""
        return self._if.stand_in(phrase)


@lru_cache(32)
def vocabulary(languages: tuple[str, ...], own: Own) -> Vocabulary:
    """Return the words of some languages, the first before the others; own: the author's, before all of them."""
    scores: dict[str, float] = {}
    for language in reversed(languages):
        scores.update(emotion_words(language))
    return Vocabulary({**scores, **emoji_scores(), **dict(own)}, role_words(languages))


@lru_cache(32)
def whole_vocabulary(languages: tuple[str, ...], own: Own) -> Vocabulary:
    """Return the words of all languages, some before the others; own: the author's, before all of them.

    A word that is good in one of the others and bad in another means nothing, and what denies in one of them is no
    measure in another.
    """
    others = [language for language in LANGUAGES if language not in languages]
    scores = dict(emotion_words(others[0])) if others else {}
    torn = set()
    for language in others[1:]:
        for word, score in emotion_words(language).items():
            if scores.setdefault(word, score) * score < 0:
                torn.add(word)
    for word in torn:
        del scores[word]
    for language in reversed(languages):
        scores.update(emotion_words(language))
    roles, first = role_words(LANGUAGES), role_words(languages)
    measures = (roles["measure"] - roles["not"] - roles["if"]) | first["measure"]
    return Vocabulary({**scores, **emoji_scores(), **dict(own)}, {**roles, "measure": measures})
