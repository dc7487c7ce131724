"""Lists of words and emoji for feelings, with the scores that they stand for: in emotion_words/, one a language."""

from collections.abc import Mapping
from functools import lru_cache
from importlib import resources


def word_key(word: str) -> str:
    """Return a word as lists hold it: in lower case, without what stands around it."""
    return " ".join(word.casefold().split()).strip(" .!…")


@lru_cache(16)
def emotion_words(language: str) -> Mapping[str, float]:
    """Return the scores (−2 to +2) of a language's words; a language without a list has none."""
    source = resources.files("cjsite.text").joinpath("emotion_words", f"{language}.txt")
    if not source.is_file():
        return {}
    scores: dict[str, float] = {}
    for row in source.read_text("utf-8").splitlines():
        if row and not row.startswith("#"):
            number, words = row.split(":", 1)
            scores.update({word_key(word): float(number) for word in words.split(",")})
    return scores
