"""How the cells of a lane become fields of a step: as what the format has for them, else as a lane of its own."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic_core import PydanticCustomError

from cjsite.exchange.lane_words import lane_of
from cjsite.exchange.table_cells import items, unmarked
from cjsite.model.quantities import parse_duration
from cjsite.model.slugs import slug

_LINE = 500
_NAME_WORDS = 4
_NAME = 48
_BETWEEN = re.compile(r"[,;/|、，；／]|\s(?:and|und|et|y|e|en|or|oder)\s")
_BETWEEN_PEOPLE = re.compile(r"\s*[,、，]\s*|\s+\+\s+")
_SIDE = re.compile(r"\s*[:：]\s*|\s+[-–—/|]\s+")
_ID_LIKE = re.compile(r"\w[\w.-]*")
Texts = tuple[str, ...]
Fields = dict[str, Any]

PROSE = ("goal", "needs", "description", "expectation", "why")
"""Fields of one text that goes on, however many sentences it has."""
AS_TEXTS = ("actions", "thoughts", "quotes", "gains")
OF_WHOLE = ("emotion", "frontstage", "backstage", "props", "duration", "wait", "moment_of_truth", "metrics")
"""Fields that a step may have beside several touchpoints."""
OF_ONE = ("channel", "department", "device", "expectation", "why")
"""Fields that stand on a touchpoint where a step has several."""
TARGETS = (
    *AS_TEXTS, *OF_WHOLE, *OF_ONE, "touchpoints", "pain_points", "opportunities", "systems", "goal", "needs",
    "actors", "place", "description", "notes", "time", "lanes",
)  # fmt: skip
"""What a lane may be taken as; `systems` are the systems of what happens backstage."""


def is_name(text: str) -> bool:
    """Tell whether a text names one thing, like a channel or a department."""
    short = len(text) <= _NAME and len(text.split()) <= _NAME_WORDS and bool(re.search(r"[^\W\d_]", text))
    return short and not _BETWEEN.search(text) and not text.endswith((".", "!", "?", "…"))


def side_of_stage(label: str) -> tuple[str, str]:
    """Return the side of the stage that a label names, and who works there; two empty texts where it does not.

    >>> side_of_stage("**Backstage – IT team**"), side_of_stage("Backstage actions")
    (('backstage', 'IT team'), ('', ''))
    """
    side, _, who = _SIDE.sub("\n", unmarked(label), count=1).partition("\n")
    field = lane_of(side)
    is_told = field in ("frontstage", "backstage") and is_name(who) and not lane_of(who)
    return (field, who) if is_told else ("", "")


def people(text: str) -> Texts:
    """Return who a cell names: commas and pluses part names, and nothing else.

    >>> people("Guest + Cook"), people("Guest, Cook"), people("Whoever is at the desk, perhaps")
    (('Guest', 'Cook'), ('Guest', 'Cook'), ('Whoever is at the desk, perhaps',))
    """
    return tuple(name for item in items(text) for name in _names(item))


def _names(text: str) -> Texts:
    parts = tuple(_BETWEEN_PEOPLE.split(text))
    return parts if all(map(is_name, parts)) else (text,)


def _is_duration(text: str) -> bool:
    try:
        parse_duration(text)
    except PydanticCustomError:
        return False
    return True


def _all_alone(test: Callable[[str], bool]) -> Callable[[Sequence[Texts]], bool]:
    return lambda cells: all(len(texts) <= 1 and all(test(text) for text in texts) for texts in cells)


def _each(test: Callable[[str], bool]) -> Callable[[Sequence[Texts]], bool]:
    return lambda cells: all(test(text) for texts in cells for text in texts)


def _fits_line(text: str) -> bool:
    return len(text) <= _LINE


_SUITS: Mapping[str, Callable[[Sequence[Texts]], bool]] = {
    "channel": _each(is_name),
    "department": _all_alone(is_name),
    "duration": _all_alone(_is_duration),
    "wait": _all_alone(_is_duration),
    "time": _all_alone(_fits_line),
    "place": _all_alone(_fits_line),
    "device": _each(_fits_line),
    "actors": _each(_fits_line),
    "touchpoints": _each(_fits_line),
    "props": _each(_fits_line),
    "systems": _each(_fits_line),
    "opportunities": _each(lambda text: _fits_line(text) and bool(slug(text))),
    "moment_of_truth": _all_alone(lambda text: len(text) <= _LINE and len(text.split()) > 1),
    "metrics": _each(lambda text: len(text) <= _LINE and not _ID_LIKE.fullmatch(text)),
}
NO_FIELDS = ("satisfaction", "importance", "trigger")
"""What lists know as lanes, and the format has no field for: they stay the author's own without a doubt."""
NEVER = ("evidence", *NO_FIELDS)
"""Those, and what the format asks for in another form than people write into cells."""


def suits(field: str, cells: Sequence[Texts]) -> bool:
    """Tell whether all cells of a lane can be taken as a field."""
    return field not in NEVER and (field not in _SUITS or _SUITS[field](cells))


def texts_as(field: str, texts: Texts) -> Fields:
    """Return texts as the field of a step that holds them; feelings and names are made elsewhere."""
    if field == "pain_points":
        return {"pain_points": [{"text": text} for text in texts]}
    if field == "opportunities":
        return {"opportunities": [{"title": text} for text in texts]}
    if field == "systems":
        return {"backstage": [{"system": text} for text in texts]}
    if field == "moment_of_truth":
        return {field: {"asks": texts[0]}}
    if field in ("duration", "wait", "time", "place"):
        return {field: texts[0]}
    if field in ("goal", "needs", "description", "expectation", "why"):
        return {"goal" if field == "needs" else field: as_prose(texts)}
    if field == "metrics":
        return {field: dict.fromkeys(texts)}
    return {field: list(texts)}


def as_prose(texts: Texts) -> str:
    """Return several texts as one of Markdown."""
    return texts[0] if len(texts) == 1 else "\n".join(f"- {text}" for text in texts)


def add(fields: Fields, more: Fields) -> None:
    """Add fields to those of a step; what is there already is kept, and lists go on."""
    for name, value in more.items():
        if isinstance(value, list) and name in fields:
            fields[name] = [*fields[name], *value]
        elif isinstance(value, dict) and isinstance(fields.get(name), dict):
            fields[name] = {**fields[name], **value}
        elif name in PROSE and name in fields:
            fields[name] = f"{fields[name]}\n\n{value}"
        else:
            fields[name] = value


def add_lane(fields: Fields, name: str, texts: Texts) -> None:
    """Add texts to a lane of the author's own."""
    lanes = fields.setdefault("lanes", {})
    lanes[name] = [*lanes.get(name, []), *texts]
