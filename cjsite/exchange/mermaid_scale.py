"""The scores of a diagram: on Mermaid's scale, on another that is declared, or numbers and nothing more."""

import re
from collections.abc import Iterator

from cjsite.base.frozen import frozen
from cjsite.exchange.imported import ImportOptions
from cjsite.exchange.mermaid_journey import MermaidJourney
from cjsite.exchange.mermaid_task import is_score
from cjsite.model.numerals import rating_in
from cjsite.model.types import LARGEST

MERMAID_SCALE = (1.0, 5.0)
"""What Mermaid's documentation calls a score: a number from 1 to 5, both included."""
_DECLARED = re.compile(
    r"(?P<low>[-−]?\d{1,3})\s*(?:…|\.{2,3}|[-–—~→/]|to|bis|à|a|al|до|tot|do|から|到|至|حتى)\s*\+?(?P<high>\d{1,3})(?!\d)"
)
_SCALE_WORD = re.compile(
    r"scale|score|rating|satisf|skala|bewert|note[ns]?\b|échelle|escala|puntu|nota|scala|voto|шкал|оценк|балл|ölçek|puan"
    r"|thang|điểm|schaal|skali|点|分数|评分|評分|점수|척도|スコア|評価|مقياس|درجة",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[-+−–]?\d+(?:[.,٫]\d+)?")


@frozen
class MermaidScale:
    """The scale that a diagram's scores stand on; ends: None where nobody says it. source: who says it."""

    ends: tuple[float, float] | None
    source: str


def score_in(text: str) -> float | None:
    """Return the number that the score of a task says, None if it says none; of `4/5`, the first."""
    if not is_score(text) or (match := _NUMBER.match(text.strip())) is None:
        return None
    number = float(match[0].replace("–", "-").replace("−", "-").replace("٫", ".").replace(",", "."))
    return number if abs(number) <= LARGEST else None


def beside_score(text: str) -> str:
    """Return what stands behind the number of a score: an emoji, or words in brackets."""
    match = _NUMBER.match(text.strip())
    rest = text.strip()[match.end() :].strip() if match and is_score(text) else ""
    if rest.startswith("("):
        return rest.strip("() ")
    return "" if rest.startswith("/") or not any(ord(sign) > 0x2000 for sign in rest) else rest


def scale_of(journey: MermaidJourney, options: ImportOptions) -> MermaidScale:
    """Return the scale of a diagram's scores: the command line's, the diagram's own, or Mermaid's where all fit."""
    if options.scale:
        return MermaidScale(options.scale, "--scale")
    scores = [score for score in map(score_in, _texts(journey)) if score is not None]
    own = next(_declared(journey, scores), None)
    if own:
        return MermaidScale(own, "the diagram itself")
    low, high = MERMAID_SCALE
    tops = [rating[1] for text in _texts(journey) if (rating := rating_in(text))]
    fits = all(low <= score <= high for score in scores) and all(top == high for top in tops)
    return MermaidScale(MERMAID_SCALE if fits else None, "Mermaid")


def _texts(journey: MermaidJourney) -> Iterator[str]:
    return (task.score.text for section in journey.sections for task in section.tasks)


def _declared(journey: MermaidJourney, scores: list[float]) -> Iterator[tuple[float, float]]:
    texts = [text.text for text in (*journey.described, journey.title) if text]
    for text in (*texts, *(note.text for _, _, note in journey.notes)):
        for match in _DECLARED.finditer(text) if _SCALE_WORD.search(text) else ():
            low, high = float(match["low"].replace("−", "-")), float(match["high"])
            if low < high and scores and all(low <= score <= high for score in scores):
                yield low, high
