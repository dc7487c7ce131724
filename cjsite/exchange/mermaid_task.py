"""A task of Mermaid's journey diagram, split from the right: name, score, third field.

Mermaid splits at the first colon; whoever writes *Code (ex: 5832): 5: Client* means the last score.
"""

import re
from collections.abc import Sequence

from cjsite.base.frozen import frozen, replace
from cjsite.exchange.mermaid_source import MermaidLine
from cjsite.exchange.mermaid_text import PlacedText, placed_text, with_held_commas, without_entities

_COLON = re.compile(r"(?<!\d):(?!//)|:(?!\d\d(?!\d)|//)|[：﹕]")
"""A colon that may part fields: of a time of day or an address it does not."""
_SCORE = re.compile(r"[-+−–]?\d+(?:[.,٫]\d+)?(?:\s*/\s*\d+)?\s*(?:[^\w\s,;()]+|\([^()]{1,60}\))?")
_NO_SCORE = re.compile(r"(?:[-–—?？.…]+|n/?a|tbd|none|null|nan|x+|score)?", re.IGNORECASE)


@frozen
class MermaidTask:
    """A task as its line says it: name, score and third field, each perhaps empty; line: as it was written.

    third: with commas that part nothing held, till it is parted, or shown by `with_commas`.
    """

    line: PlacedText
    name: PlacedText
    score: PlacedText
    third: PlacedText


def has_score(text: str) -> bool:
    """Tell whether a line has a field that can be read as a number, and so is meant as a task."""
    return any(map(is_score, _COLON.split(text)[1:]))


def is_score(text: str) -> bool:
    """Tell whether a field of a task can be read as a number."""
    return bool(_SCORE.fullmatch(text.strip()))


def is_no_score(text: str) -> bool:
    """Tell whether a field of a task says that there is no score."""
    return bool(_NO_SCORE.fullmatch(text.strip()))


def task_of(line: MermaidLine) -> MermaidTask:
    """Return the task of a line, split from the right: the last number is the score."""
    cuts = [(match.start(), match.end()) for match in _COLON.finditer(without_entities(line.text))]
    begins = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(line.text)]
    pieces = [line.text[begin:end] for begin, end in zip(begins, ends, strict=True)]
    score = _score_at(pieces)

    def text(first: int, last: int, *, holds_commas: bool = False) -> PlacedText:
        if first > last or first >= len(pieces):
            return PlacedText(line.place, "")
        own = line.text[begins[first] : ends[last]]
        return placed_text(line, with_held_commas(own) if holds_commas else own, begins[first])

    whole = placed_text(line, line.text, 0)
    if score:
        third = text(score + 1, len(pieces) - 1, holds_commas=True)
        return MermaidTask(whole, text(0, score - 1), text(score, score), third)
    last = len(pieces) - 1 if len(pieces) > 1 else len(pieces)
    third = text(last, last, holds_commas=True)
    return MermaidTask(whole, text(0, max(0, last - 1)), PlacedText(line.place, ""), third)


def _score_at(pieces: list[str]) -> int:
    """Return which of the fields is the score, 0 if there is none."""
    numbers = [number for number, piece in enumerate(pieces) if number and is_score(piece)]
    if not numbers:
        return len(pieces) - 2 if len(pieces) > 2 else (1 if len(pieces) == 2 and is_no_score(pieces[1]) else 0)
    last = numbers[-1]
    is_third = last == len(pieces) - 1 and last - 1 in numbers
    return last - 1 if is_third else last


def are_turned(tasks: Sequence[MermaidTask]) -> bool:
    """Tell whether the third field stands before the score in a diagram: the same few words come again there."""
    names = [task.name.text for task in tasks if ": " in task.name.text and not task.third.text]
    before = [name.rpartition(": ")[2] for name in names]
    return len(tasks) > 2 and len(before) == len(tasks) and len(set(before)) <= 0.7 * len(before)


def turned(task: MermaidTask) -> MermaidTask:
    """Return a task with what stands last in its name as its third field."""
    name, _, third = task.name.text.rpartition(": ")
    place = replace(task.name.place, column=task.name.place.column + len(name) + 2)
    return replace(task, name=PlacedText(task.name.place, name.strip()), third=PlacedText(place, third))
