"""Words and emoji for feelings, and the scores they stand for."""

from collections.abc import Mapping
from dataclasses import replace

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.model.emotion import Scale
from cjsite.text.emotion_words import word_key
from cjsite.text.feeling_cell import FeelingText, moments
from cjsite.text.vocabulary import Own, vocabulary, whole_vocabulary


@frozen
class Lexicon:
    """What decoding needs to read a feeling: the scale, the languages whose lists come first, the author's words.

    own: scores on −2 to +2 by word, as lists hold them.
    """

    scale: Scale
    languages: tuple[str, ...]
    own: Own

    def read(self, text: str) -> tuple[FeelingText, ...]:
        """Return what a text says of feelings, one after another: at least one, perhaps of nothing known."""
        told = moments(text, vocabulary(self.languages, self.own))
        if any(feeling.unknown for feeling in told):
            return moments(text, whole_vocabulary(self.languages, self.own))
        return told

    def amid(self, language: str) -> "Lexicon":
        """Return what cells of a map in a language are read with: its list first ('' = as before)."""
        first = language.split("-")[0]
        if not first or first == self.languages[0]:
            return self
        return replace(self, languages=(first, *(other for other in self.languages if other != first)))


@memo
def lexicon(languages: tuple[str, ...], scale: Scale, own_words: Mapping[str, float]) -> Lexicon:
    """Return what cells are read with: lists of languages in their order, the others below, own words on top."""
    own = tuple((word_key(word), scale.normal(value)) for word, value in own_words.items())
    return Lexicon(scale, tuple(language.split("-")[0] for language in languages), own)
