"""Cells of feelings: words and emoji as the format reads them, numbers only where their scale is declared."""

import re
from collections.abc import Sequence
from typing import Any

from pydantic_core import PydanticCustomError

from cjsite.base.frozen import frozen
from cjsite.model.numerals import is_numeral, number_in, rating_in
from cjsite.text.feeling_cell import moments
from cjsite.text.vocabulary import whole_vocabulary

_END = r"([+\-−]?\d{1,3}(?:[.,]\d)?)"
_SCALE = re.compile(
    rf"(?<![\d.,/]){_END}\s*(?:\.\.\.?|…|–|—|-|~|〜|～|to|bis|à|a|al|até|tot|do|до|至|から)\s*{_END}(?![\d%])"
)
_ENDS = re.compile(rf"(?<![\d.,/]){_END}\s*[=:(（]\s*[^\W\d_]")
"""An end of a scale that is told with what it means: `1 = awful`."""
_STARS = re.compile(r"[★☆⭐✩✭\ufe0f\s]+(?:[½])?")
_NUMBER = re.compile(r"(?<![\w.,])([+\-−]?\d{1,3}(?:[.,]\d+)?)(?:\s*/\s*\d{1,3})?(?![\w%.,]*\d)")
_IN_BRACKETS = re.compile(r"(?<=\S)\s*[(（][+\-−]?\d{1,3}(?:[.,]\d+)?[)）]$")
_AT_START = re.compile(r"^[+\-−]?\d{1,3}(?:[.,]\d+)?(?:\s*/\s*\d{1,3})?\s*[:–—-]?\s+(?=[^\W\d])")
_LINE = 500
_SENTENCE = 6
"""Words above which a cell that no list knows is a sentence, and no name of a feeling."""
Ends = tuple[float, float]


@frozen
class ReadFeelings:
    """What a cell says of feelings: samples of the format, or a number that nothing says the meaning of."""

    samples: tuple[dict[str, Any], ...] = ()
    unread: tuple[str, ...] = ()
    off_scale: bool = False


def scale_in(label: str) -> Ends | None:
    """Return the ends of a scale that a label names, like `Emotion (1-5)` or `−2 … +2`.

    >>> scale_in("Emotion (1-5)"), scale_in("Gefühl (-2 bis +2)"), scale_in("Mood /5"), scale_in("1=bad, 5=good")
    ((1.0, 5.0), (-2.0, 2.0), None, (1.0, 5.0))
    """
    match = _SCALE.search(label)
    ends = match.groups() if match else _ENDS.findall(label)
    if len(ends) != len(("low", "high")):
        return None
    low, high = (float(end.replace("−", "-").replace(",", ".")) for end in ends)
    return (low, high) if low < high else None


def feelings(texts: Sequence[str], scale: Ends | None, languages: tuple[str, ...]) -> ReadFeelings:
    """Return what the texts of a cell say of feelings."""
    samples: list[dict[str, Any]] = []
    unread: list[str] = []
    off = False
    for text in texts:
        if _STARS.fullmatch(text) or len(text) > _LINE:
            unread.append(text)
        elif (value := _value(text)) is not None:
            on = scale is not None and scale[0] <= value <= scale[1]
            off = off or (scale is not None and not on)
            samples += [{"value": value}] if on else []
            unread += [] if on else [text]
        elif is_numeral(text):
            unread.append(text)
        else:
            samples.append(_said(text, scale, languages))
    return ReadFeelings(tuple(samples), tuple(unread), off)


def _value(text: str) -> float | None:
    plain = text.strip(" *_`()[]")
    try:
        rating = rating_in(plain)
        return rating[0] if rating else number_in(plain)
    except PydanticCustomError:
        return None


def _said(text: str, scale: Ends | None, languages: tuple[str, ...]) -> dict[str, Any]:
    """Return a sample of words; a number among them counts where its scale is declared."""
    sample: dict[str, Any] = {"words": [text]}
    numbers = _NUMBER.findall(text) if scale else []
    if scale and len(numbers) == 1:
        value = _value(numbers[0])
        if value is not None and scale[0] <= value <= scale[1]:
            return {"value": value, "words": [_AT_START.sub("", _IN_BRACKETS.sub("", text.strip()))]}
    understood = any(feeling.scores for feeling in moments(text, whole_vocabulary(languages, ())))
    if not understood and len(text.split()) > _SENTENCE:
        return {"text": text}
    return sample


def has_number(text: str) -> bool:
    """Tell whether a number stands among the words of a cell."""
    return bool(_NUMBER.search(text))


def is_feeling(text: str, languages: tuple[str, ...]) -> bool:
    """Tell whether all of a text is words for feelings."""
    told = moments(text[:_LINE], whole_vocabulary(languages, ()))
    return all(feeling.scores and not feeling.unknown for feeling in told)
