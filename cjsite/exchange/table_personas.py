"""Personas that stand beside a map: as a table, as a list under a heading, or as a line."""

import re
from collections.abc import Sequence

from cjsite.base.frozen import frozen
from cjsite.base.problem import Place
from cjsite.exchange.grid import Grid
from cjsite.exchange.lane_words import has_role, label_key
from cjsite.exchange.table_cells import is_blank, is_placeholder, items, unmarked
from cjsite.exchange.table_fields import Fields
from cjsite.exchange.table_kinds import is_of_persona
from cjsite.exchange.table_shape import rectangle
from cjsite.exchange.table_texts import around, heading_text
from cjsite.model.persona import Persona
from cjsite.model.slugs import slug

_FIELDS = (
    "name",
    "age",
    "location",
    "occupation",
    "goals",
    "frustrations",
    "tech",
    "devices",
    "quote",
    "lifestyle",
)
_LINES = {"age", "location", "occupation"}
_LISTS = {"goals", "frustrations", "devices"}
_NAMED = {*_FIELDS} - {"name", "quote"}
"""Fields that the page of a persona has a word for."""
_PREFIX = re.compile(r"^[^:：–—]*?(?:\bpersona\b|ペルソナ|画像)\s*\w{0,2}\s*[:：–—-]\s*", re.IGNORECASE)
_NAME_END = re.compile(r"\s*(?:[,(（:：;。–—]|(?<=\w\w\w)\.(?!\w)|\s-\s)")


@frozen
class ReadPersona:
    """A persona with the words of the source that it holds."""

    persona: Persona
    words: tuple[tuple[Place, str], ...]


def persona_role(label: str) -> str:
    """Return the field of a persona that a label stands for, '' if it is none."""
    return next((name for name in _FIELDS if has_role(label, f"persona-{name}")), "")


def persona_of_table(grid: Grid) -> ReadPersona | None:
    """Return the persona that a table of two columns describes, None if it describes none."""
    rows = rectangle(grid.rows)
    if not rows or len(rows[0]) != 2:
        return None
    roles = [persona_role(row[0].text) for row in rows]
    told = {role for role in roles if role}
    if len(told) < (2 if is_of_persona(grid) else 3) or not (is_of_persona(grid) or told & {"name", "age"}):
        return None
    header = 0 if roles[0] or rows[0][0].text.strip() == "" else 1
    pairs = [(row[0].place, row[0].text, row[1].text) for row in rows[header:] if not is_blank(row[1].text)]
    if not pairs or all(is_placeholder(text) for _, _, text in pairs):
        return None
    return _persona(_name(grid, pairs), pairs)


def persona_of_section(grid: Grid) -> ReadPersona | None:
    """Return the persona that a heading with texts describes, None if it describes none."""
    if grid.rows or not is_of_persona(grid) or not grid.above:
        return None
    texts = around(grid.above)
    name = _plain_name(grid.title) or _short(texts.first("persona")) or _first_bold(grid)
    if not name or any(is_placeholder(text) for _, text in grid.above[:1]):
        return None
    body = "\n\n".join(text for _, text in grid.above)[:20_000]
    return ReadPersona(Persona.model_validate(_named(name) | {"body": body}), grid.above)


def persona_of_heading(place: Place, title: str) -> ReadPersona | None:
    """Return the persona whose name stands in a heading like `Persona 2: Ana`, None if it names none."""
    match = _PREFIX.match(heading_text(title))
    return persona_of_line(place, heading_text(title)[match.end() :]) if match else None


def persona_of_line(place: Place, text: str) -> ReadPersona | None:
    """Return the persona that a line names, with the rest of the line as its story."""
    plain = unmarked(text)
    name = _short(plain)
    if not name or is_placeholder(text):
        return None
    fields = _named(name)
    if plain.strip(" .:,;").casefold() != name.casefold():
        fields["body"] = text
    return ReadPersona(Persona.model_validate(fields), ((place, plain),))


def _persona(name: str, pairs: Sequence[tuple[Place, str, str]]) -> ReadPersona:
    fields = _named(name)
    rest: list[str] = []
    called: dict[str, str] = {}
    for _, label, text in pairs:
        role = persona_role(label)
        texts = [unmarked(item) for item in items(text)]
        if role == "name" and unmarked(text) == name:
            continue
        if role in _LINES and role not in fields and len(text) <= 500:
            fields[role] = unmarked(text)
        elif role in _LISTS and role not in fields and all(len(item) <= 500 for item in texts):
            fields[role] = texts
        elif role in ("tech", "quote") and role not in fields:
            fields[role] = text
        else:
            role = ""
            rest.append(f"**{unmarked(label)}:** " + ("\n".join(("", "", *(f"- {t}" for t in items(text))))
                        if len(texts) > 1 else text))  # fmt: skip
        if role in _NAMED and label_key(label) not in (role, role.removesuffix("s")):
            called[role] = unmarked(label)[:500]
    if called:
        fields["field_names"] = called
    if rest:
        fields["body"] = "\n\n".join(rest)[:20_000]
    words = tuple((place, item) for place, _, text in pairs for item in items(text))
    return ReadPersona(Persona.model_validate(fields), words)


def _named(name: str) -> Fields:
    fields: Fields = {"title": name}
    if not slug(name):
        fields["id"] = "persona"
    return fields


def _name(grid: Grid, pairs: Sequence[tuple[Place, str, str]]) -> str:
    named = [unmarked(text) for _, label, text in pairs if persona_role(label) == "name"]
    return (named[0][:200] if named else "") or _plain_name(grid.title) or "Persona"


def _plain_name(title: str) -> str:
    """Return the name in a heading like `Persona: Ana`, '' if it only says that a persona follows."""
    plain = heading_text(title)
    named = _PREFIX.sub("", plain).strip()
    return "" if has_role(named, "persona") else named[:200]


def _short(text: str) -> str:
    return _NAME_END.split(unmarked(text).strip("\"'“”„"), maxsplit=1)[0].strip()[:80]


def _first_bold(grid: Grid) -> str:
    match = re.search(r"\*\*([^*\n]{2,80})\*\*", grid.above[0][1])
    return _short(match[1]) if match and not match[1].rstrip().endswith((":", "：")) else ""
