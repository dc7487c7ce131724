"""Fields of a journey as importers of other programs' files put them together, before they are validated."""

from collections.abc import Iterable
from typing import Any

from pydantic import ValidationError

from cjsite.base.problem import Place
from cjsite.exchange.imported import NotImported
from cjsite.model.journey import Journey
from cjsite.model.slugs import slug

MOST_OF_LINE = 500
"""Characters of a text that stands on one line."""
_MOST_OF_TITLE = 120
Parts = dict[str, Any]


def titled(text: str, fallback: str = "") -> Parts:
    """Return a text as a title; one too long for it, whole as a description below its beginning."""
    line = " ".join(text.split()) or fallback
    if len(line) <= _MOST_OF_TITLE:
        return {"title": line}
    cut = line.rfind(" ", _MOST_OF_TITLE // 2, _MOST_OF_TITLE)
    return {"title": f"{line[: cut if cut > 0 else _MOST_OF_TITLE]} …", "description": text}


def opportunity(text: str) -> Parts:
    """Return a text as an opportunity of a step's own: a word with a hyphen would be taken for another's id."""
    fields = titled(text)
    body = fields.pop("description", "")
    own = {"kind": "improvement"} if "-" in text and slug(text) == text else {}
    return {**fields, **own, **({"body": body} if body else {})}


def add(fields: Parts, name: str, *values: Any) -> None:
    """Add values to the list that a field holds."""
    if values:
        fields[name] = [*fields.get(name, ()), *values]


def add_lane(fields: Parts, lane: str, *texts: str) -> None:
    """Add texts to a lane of the author's own."""
    if texts:
        lanes = fields.setdefault("lanes", {})
        lanes[lane] = [*lanes.get(lane, ()), *texts]


def add_text(fields: Parts, name: str, text: str) -> None:
    """Add a paragraph to a text."""
    if text:
        fields[name] = "\n\n".join(filter(None, (fields.get(name, ""), text)))


def listed(texts: Iterable[str]) -> str:
    """Return texts as a list in Markdown."""
    return "\n".join(f"- {text}" for text in texts)


def journey_of(fields: Parts, path: str) -> Journey:
    """Return the journey of these fields. Raises NotImported where one of them is more than the format allows."""
    try:
        return Journey.model_validate(fields)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        at = "/".join(map(str, first["loc"]))
        raise NotImported(Place(path), f"{at} cannot be written: {first['msg'].partition('; ')[0]}") from None
