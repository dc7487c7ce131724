"""Maps of cjsite as YAML, from another site: what they name does not come along, and is told."""

from pathlib import PurePosixPath
from typing import Any

from cjsite.base.frozen import replace
from cjsite.base.problem import Place
from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported
from cjsite.exchange.source_notes import SourceNotes
from cjsite.model.journey import Journey
from cjsite.reading.decode import decode
from cjsite.reading.markdown import yaml_tree
from cjsite.reading.references import references
from cjsite.reading.source import SIZE_LIMIT, Source
from cjsite.reading.tree import Fields, Items, mark_of

_SUFFIXES = (".yml", ".yaml")
_COME_NOT = ("persona", "department", "channel", "evidence", "journey")
"""Kinds of things that a map needs, and that stand in files of their own."""


def is_site_yaml(path: str, data: bytes) -> bool:
    """Tell whether a file is a map of this format, without anything that cannot be understood."""
    begins = path.lower().endswith(_SUFFIXES) or b"cjsite/schema/journey.json" in data[:200]
    return begins and len(data) <= SIZE_LIMIT and b"stages" in data and _read(path, data) is not None


def read_site_yaml(path: str, data: bytes, options: ImportOptions) -> tuple[ImportedMap, ...]:  # noqa: ARG001
    """Return the map of a file. Raises NotImported where there is anything in it that cannot be understood."""
    read = _read(path, data)
    if read is None:
        raise NotImported(Place(path), "this is no map as it stands in `content/journeys/`")
    journey, tree = read
    notes = SourceNotes(path)
    _note_words(tree, notes)
    named = {(own.ref.kind, own.name): own for own in reversed(references(journey)) if own.ref.or_text == "never"}
    for (kind, name), own in reversed(named.items()):
        if kind in _COME_NOT:
            message = f"this names the {kind} '{name}', which does not come along; see that it is there"
            notes.doubt(mark_of(tree, own.loc), name, message, "/".join(map(str, own.loc)))
    return (replace(notes.map(journey.but(id=PurePosixPath(path).stem)), is_ours=True),)


def _read(path: str, data: bytes) -> tuple[Journey, Fields] | None:
    source = Source(path, data)
    tree = yaml_tree(source)
    if not isinstance(tree, Fields) or source.problems or "stages" not in tree:
        return None
    journey, _ = decode(Journey, tree, source, None)
    return (journey, tree) if journey and journey.stages and not source.problems else None


def _note_words(tree: Any, notes: SourceNotes) -> None:
    if isinstance(tree, Fields):
        for key, value in tree.items():
            if isinstance(value, str) and key != "id":
                notes.text(tree.values_at[key], value)
            _note_words(value, notes)
    elif isinstance(tree, Items):
        for value, mark in zip(tree, tree.items_at, strict=True):
            if isinstance(value, str):
                notes.text(mark, value)
            _note_words(value, notes)
