"""Words and emoji for feelings, and the scores they stand for."""

from collections.abc import Mapping

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.model.emotion import Scale
from cjsite.text.emotion_words import emotion_words, word_key


@frozen
class Lexicon:
    """A scale and a word list: what decoding needs to read a feeling. Scores are on −2 to +2."""

    scale: Scale
    scores: Mapping[str, float]

    def score(self, word: str) -> float | None:
        """Return the score of a word or emoji, None if it is not on the list."""
        key = word_key(word)
        found = self.scores.get(key)
        # Emoji come with and without the selector that asks for a coloured picture.
        return found if found is not None else self.scores.get(key.replace("\N{VARIATION SELECTOR-16}", ""))


@memo
def lexicon(language: str, scale: Scale, own_words: Mapping[str, float]) -> Lexicon:
    """Return the word list of a language, English below it, with the author's own words on top."""
    scores = dict(emotion_words("en"))
    scores.update(emotion_words(language.split("-")[0]))
    scores.update({word_key(word): scale.normal(value) for word, value in own_words.items()})
    return Lexicon(scale, scores)
