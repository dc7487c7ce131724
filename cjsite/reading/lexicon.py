"""Words and emoji for feelings, and the scores they stand for."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources

from cjsite.frozen import frozen
from cjsite.model.emotion import Scale


@frozen
class Lexicon:
    """A scale and a word list: what decoding needs to read a feeling. Scores are on −2 to +2."""

    scale: Scale
    scores: Mapping[str, float]

    def score(self, word: str) -> float | None:
        """Return the score of a word or emoji, None if it is not on the list."""
        key = _key(word)
        found = self.scores.get(key)
        # Emoji come with and without the selector that asks for a coloured picture.
        return found if found is not None else self.scores.get(key.replace("\N{VARIATION SELECTOR-16}", ""))


def lexicon(language: str, scale: Scale, own_words: Mapping[str, float]) -> Lexicon:
    """Return the word list of a language, English below it, with the author's own words on top."""
    scores = dict(_shipped("en"))
    scores.update(_shipped(language.split("-")[0]))
    scores.update({_key(word): scale.normal(value) for word, value in own_words.items()})
    return Lexicon(scale, scores)


def _key(word: str) -> str:
    return " ".join(word.casefold().split()).strip(" .!…")


@lru_cache(16)
def _shipped(language: str) -> Mapping[str, float]:
    source = resources.files("cjsite.reading").joinpath("emotion_words", f"{language}.txt")
    if not source.is_file():
        return {}
    scores: dict[str, float] = {}
    for row in source.read_text("utf-8").splitlines():
        if row and not row.startswith("#"):
            number, words = row.split(":", 1)
            scores.update({_key(word): float(number) for word in words.split(",")})
    return scores
