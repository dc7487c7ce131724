"""Values of JSON and YAML as the texts of a table's cells, each with its place."""

import re
from collections.abc import Collection, Iterator
from typing import Any

from cjsite.base.problem import Place
from cjsite.exchange.grid import Grid, GridCell
from cjsite.exchange.lane_words import LANE_FIELDS, has_role, lane_of
from cjsite.exchange.source_notes import shown
from cjsite.exchange.table_fields import NO_FIELDS
from cjsite.reading.tree import Fields, Items, Loc, mark_of

_JOINT = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_\-\s]+")
_FIRST = ("title", "name", "text", "description", "item", "value", "label")
"""Fields of a thing that say what it is; the others are said in brackets behind it."""


def in_words(key: str) -> str:
    """Return a key as words.

    >>> in_words("painPoints"), in_words("feeling_score")
    ('Pain points', 'Feeling score')
    """
    words = " ".join(part.lower() for part in _JOINT.split(key) if part)
    return words[:1].upper() + words[1:]


_NAMES = ("title", "name", "touchpoint", "label")
"""Fields that name a touchpoint."""


def met_in(fields: Fields) -> str:
    """Return the key of touchpoints that have fields of their own besides their names, '' if there is none."""
    for key, value in fields.items():
        entries = value if lane_of(in_words(key)) == "touchpoints" and isinstance(value, Items) else ()
        if entries and all(isinstance(own, Fields) and _name_of(own) and len(own) > 1 for own in entries):
            return key
    return ""


def _name_of(fields: Fields) -> str:
    return next((name for name in _NAMES if shown(fields.get(name))), "")


class StagedTexts:
    """The texts of a tree."""

    def __init__(self, path: str, tree: Any) -> None:
        self.path, self.tree = path, tree

    def at(self, loc: Loc) -> Fields:
        """Return the fields that stand at a place of the tree."""
        found = self.tree
        for part in loc:
            found = found[part]
        fields: Fields = found
        return fields

    def place(self, loc: Loc) -> Place:
        """Return where something stands in the file."""
        return Place(self.path, *mark_of(self.tree, loc))

    def cells(self, fields: Fields, loc: Loc, skipped: Collection[str]) -> Iterator[tuple[str, GridCell]]:
        """Yield the fields of a stage as cells with their labels; what is inside of one, by its own names."""
        for key, value in fields.items():
            if key in skipped:
                continue
            label, at = in_words(key), (*loc, key)
            if not isinstance(value, Fields):
                yield label, GridCell(self.text(value), self.place(at))
                continue
            for name, own in value.items():
                inner = in_words(name)
                is_lane = lane_of(inner) in LANE_FIELDS and lane_of(inner) not in NO_FIELDS
                yield (
                    inner if is_lane else label if name in _FIRST else f"{label} {inner.lower()}",
                    GridCell(self.text(own), self.place((*at, name))),
                )

    def met(self, fields: Fields, loc: Loc, skipped: Collection[str]) -> Iterator[Iterator[tuple[str, GridCell]]]:
        """Yield each touchpoint that has fields of its own as the cells of a row, which begin with its name."""
        key = met_in(fields)
        for number, own in enumerate(fields[key] if key else ()):
            yield self._meeting(own, (*loc, key, number), skipped)

    def _meeting(self, fields: Fields, loc: Loc, skipped: Collection[str]) -> Iterator[tuple[str, GridCell]]:
        name = _name_of(fields)
        title = " ".join(shown(fields[name]).split())
        yield "Touchpoints", GridCell(title, self.place((*loc, name)))
        for label, cell in self.cells(fields, loc, (*skipped, name)):
            of_step = lane_of(label) in ("", "description", "notes")
            # What a touchpoint has no field for stands at its step, and says which touchpoint it is about.
            text = f"{title}: {cell.text}" if of_step and cell.text else cell.text
            yield label, GridCell(text, cell.place)

    def text(self, value: Any) -> str:
        """Return a value as a text, a list as one of Markdown."""
        if isinstance(value, Items):
            texts = [text for item in value if (text := self.text(item))]
            # A list of one is a list: what parts a text elsewhere parts none of its entries.
            return (
                texts[0]
                if len(texts) == 1 and ";" not in texts[0]
                else "\n".join(f"- {' '.join(text.split())}" for text in texts)
            )
        if isinstance(value, Fields):
            first = [self.text(value[name]) for name in _FIRST if name in value]
            rest = [
                f"{in_words(key)}: {self.text(own)}" for key, own in value.items() if key not in (*_FIRST, "id")
            ]
            brackets = (
                f" ({', '.join(' '.join(text.split()) for text in rest)})" if rest and first else ", ".join(rest)
            )
            return ": ".join(filter(None, first)) + brackets
        return shown(value)

    def around(
        self, root: Fields, loc: Loc, skipped: Collection[str]
    ) -> tuple[Grid | None, list[tuple[Place, str]]]:
        """Return what is said beside the stages: a persona with fields of its own, and texts with their labels."""
        persona: Grid | None = None
        above = []
        for key, value in root.items():
            label, at = in_words(key), self.place((*loc, key))
            if key in skipped:
                continue
            if isinstance(value, Fields) and has_role(label, "persona"):
                rows = [
                    (GridCell(in_words(name), self.place((*loc, key, name))), GridCell(self.text(own), at))
                    for name, own in value.items()
                    if name != "id" and self.text(own)
                ]
                persona = Grid(label, tuple(rows), at) if len(rows) > 1 else None
            text = self.text(value)
            if text and (persona is None or persona.place != at):
                above.append((at, f"**{label}:**\n{text}" if text.startswith("- ") else f"**{label}:** {text}"))
        return persona, above
