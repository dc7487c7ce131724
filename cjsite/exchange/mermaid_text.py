"""Pieces of text of a Mermaid diagram, with what its signs stand for."""

import html
import re

from cjsite.base.frozen import frozen
from cjsite.base.problem import Place
from cjsite.exchange.mermaid_source import MermaidLine

_ENTITY = re.compile(r"#(?P<number>\d{1,7}|x[0-9a-fA-F]{1,6});|#(?P<name>[a-zA-Z]{2,31});")
_HELD = "\ue02c"
"""Stands for a comma that parts nothing: of a plane that nobody writes in."""
_BREAK = re.compile(r"<br\s{0,9}/?>", re.IGNORECASE)


@frozen
class PlacedText:
    """A piece of text and where it stands; '' where a diagram says nothing."""

    place: Place
    text: str


def placed_text(line: MermaidLine, text: str, at: int) -> PlacedText:
    """Return a piece of a line that begins at its sign `at`, as a reader sees it."""
    column = line.place.column + at + len(text) - len(text.lstrip())
    return PlacedText(Place(line.place.path, line.place.line, column), _plain(text))


def with_held_commas(text: str) -> str:
    """Return a text whose commas that are written as entities stay told from those that part."""
    return re.sub("#(?:44|x2[cC]|comma);", _HELD, text)


def with_commas(text: str) -> str:
    """Return a text with all of its commas as a reader sees them."""
    return text.replace(_HELD, ",")


def _plain(text: str) -> str:
    return " ".join(_BREAK.sub(" ", _ENTITY.sub(_meant, text)).split())


def _meant(entity: re.Match[str]) -> str:
    """Return the sign that an entity stands for, or its own signs: *#12;* is meant as a number and a semicolon."""
    sign = html.unescape(f"&{entity['name']};" if entity["name"] else f"&#{entity['number']};")
    return sign if len(sign) == 1 and sign.isprintable() else entity[0]


def without_entities(text: str) -> str:
    """Return a text of the same length in which no sign is part of an entity like `#35;`."""
    return _ENTITY.sub(_masked, text) if ";" in text else text


def _masked(entity: re.Match[str]) -> str:
    return entity[0] if _meant(entity) == entity[0] else "_" * len(entity[0])
