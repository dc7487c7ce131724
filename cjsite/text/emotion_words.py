"""Lists of words and emoji for feelings, with the scores that they stand for: in emotion_words/, one a language.

A row of a list is a number with the words that stand for it, or one of ROLES with words that take cells apart. A
word with bars is a stem with its endings: `ravi||e` is *ravi* and *ravie*. A sign ~ shows that a word is written
without a blank on that side. Rows hold words as `word_key` makes them.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import resources

LANGUAGES = ("en", "ar", "de", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "vi", "zh")
"""The languages that have a list, in the order in which they are asked."""
ROLES = ("measure", "and", "or", "not", "if")
"""What words that are no feelings do: say how much, join, leave a choice, deny, set a condition."""
_EMOJI = "emoji"
_SAME = str.maketrans({
    "’": "'", "‘": "'", "ʼ": "'", "\N{NON-BREAKING HYPHEN}": "-", "ё": "е", "\N{ARABIC TATWEEL}": None,
    "\N{VARIATION SELECTOR-16}": None, **{chr(sign): None for sign in (*range(0x64B, 0x653), 0x670)},
})  # fmt: skip
"""What is written in several ways: apostrophes, the Russian ё, Arabic vowel signs, the colour selector of emoji."""


def word_key(word: str) -> str:
    """Return a word as lists hold it: in lower case and one spelling, without what stands around it."""
    if word.isascii():
        return " ".join(word.lower().split()).strip(" .!")
    # The capital İ is two signs in lower case, of which Turkish writes the first.
    plain = unicodedata.normalize("NFKC", word).replace("İ", "i").casefold().translate(_SAME)
    return " ".join(plain.split()).strip(" .!")


@lru_cache(32)
def emotion_words(language: str) -> Mapping[str, float]:
    """Return the scores (−2 to +2) of a language's words; a language without a list has none."""
    scores: dict[str, float] = {}
    for name, words in _rows(language):
        if name not in ROLES:
            scores.update(dict.fromkeys(words, float(name)))
    return scores


def emoji_scores() -> Mapping[str, float]:
    """Return the scores (−2 to +2) of the emoji that have a plain valence."""
    return emotion_words(_EMOJI)


def role_words(languages: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Return the words of some languages by each of ROLES."""
    rows = [row for language in languages for row in _rows(language)]
    return {role: frozenset(word for name, words in rows if name == role for word in words) for role in ROLES}


@lru_cache(32)
def _rows(language: str) -> list[tuple[str, list[str]]]:
    if language not in (*LANGUAGES, _EMOJI):
        return []
    text = resources.files("cjsite.text").joinpath("emotion_words", f"{language}.txt").read_text("utf-8")
    rows = (row.split(": ", 1) for row in text.splitlines() if row and not row.startswith("#"))
    return [(name, [*_forms(words.split(", "))] if "|" in words else words.split(", ")) for name, words in rows]


def _forms(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        stem, bar, endings = word.partition("|")
        if bar:
            yield from (stem + ending for ending in endings.split("|"))
        else:
            yield word
