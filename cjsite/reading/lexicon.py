"""Words and emoji for feelings, and the scores they stand for."""

from collections.abc import Mapping

from pydantic import ValidationError

from cjsite.base.frozen import frozen, replace
from cjsite.base.memo import memo
from cjsite.model.emotion import SCORES, Scale
from cjsite.model.types import LARGEST
from cjsite.reading.tree import Fields
from cjsite.text.emotion_words import word_key
from cjsite.text.feeling_cell import FeelingText, moments
from cjsite.text.vocabulary import Own, vocabulary, whole_vocabulary

_ANY = Scale(min=-LARGEST, max=LARGEST)
"""Stands for a scale that cannot be read: that is the slip, and no number is to blame."""


@frozen
class Lexicon:
    """What decoding needs to read a feeling: the scale, the languages whose lists come first, the author's words.

    own: scores on −2 to +2 by word, as lists hold them. of_map: whether the scale is a map's own.
    """

    scale: Scale
    languages: tuple[str, ...]
    own: Own
    of_map: bool = False

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
    own = tuple((word_key(word), scale.moved(value, SCORES)) for word, value in own_words.items())
    return Lexicon(scale, tuple(language.split("-")[0] for language in languages), own)


def for_map(lexicon: Lexicon, tree: object) -> Lexicon:
    """Return what the cells of one map are read with: in its language first, on its own scale if it has one."""
    fields = tree if isinstance(tree, Fields) else {}
    language, written = fields.get("language"), fields.get("emotion_scale")
    # What is no language, or no scale, is told where it stands.
    local = lexicon.amid(language) if isinstance(language, str) else lexicon
    return local if written is None else replace(local, scale=_scale(written), of_map=True)


def _scale(written: object) -> Scale:
    try:
        return Scale.model_validate(written)
    except ValidationError:
        return _ANY
