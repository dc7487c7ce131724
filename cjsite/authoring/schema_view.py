"""A model's JSON Schema as editors need it: it accepts what the reader accepts, and knows the site's ids."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from cjsite.model.types import Kind, in_any_case

Ids = Mapping[Kind, Mapping[str, str]]
"""The ids that there are of some kinds, each with its title; of the others, nobody knows."""
_YES_OR_NO = ("0", "1", "f", "n", "no", "off", "on", "t", "true", "false", "y", "yes")
_NO_TEXT = {"not": {"minLength": 1}}
"""The empty text, said so that editors do not offer it."""
_BESIDE = ("title", "description", "default", "examples")
"""What says something about a value, and is no condition on it."""


def authors_view(node: Any, ids: Ids) -> Any:
    """Return a schema, or a part of one, in which values look as editors see them.

    The reader leaves scalars as they are written: `age: 38` is a text to it, `yes` means true, and what is left
    empty is as good as absent. The ids of files are no keys of theirs.
    """
    if isinstance(node, list):
        return [authors_view(item, ids) for item in node]
    if not isinstance(node, dict):
        return node
    shown = {key: authors_view(value, ids) for key, value in node.items() if key != "x-ref"}
    if shown.get("default", 0) in ("", None, [], {}):
        del shown["default"]  # editors offer it, and it is nothing
    if "x-ref" in node:
        return _reference(shown, node["x-ref"], ids)
    if shown.get("type") == "string":
        return _text(shown)
    if shown.get("type") == "boolean":
        return _with(
            shown, [{"type": "boolean"}, {"enum": [0, 1]}, {"type": "string", "pattern": in_any_case(_YES_OR_NO)}]
        )
    if isinstance(shown.get("properties"), dict):
        needed = shown.get("required", ())
        properties = {name: value for name, value in shown["properties"].items() if _is_written(name, shown)}
        shown["properties"] = {
            name: value if name in needed else _or_nothing(value) for name, value in properties.items()
        }
    return shown


def _is_written(name: str, record: Mapping[str, Any]) -> bool:
    """Tell whether an author may write a field: a file has its name for an id, a part of a journey may have one."""
    return name != "id" or any(part in record["properties"] for part in ("steps", "emotion", "phase"))


def _text(node: dict[str, Any]) -> dict[str, Any]:
    """Let a text look like a number or like true, unless its pattern wants something else than words."""
    if {"enum", "const", "format"} & node.keys() or not re.search(node.get("pattern", ""), "true"):
        return node
    return {**node, "type": ["string", "number", "boolean"]}


def _reference(node: dict[str, Any], ref: Mapping[str, Any], ids: Ids) -> dict[str, Any]:
    """Return what may stand where something else is named."""
    titles = ids.get(ref["kind"])
    if not titles:
        return _text(node)
    names = {**titles, **dict.fromkeys(ref["also"], "")}
    values = {form: title for name, title in names.items() for form in _forms(name)}
    listed = {"enum": [*values], "enumDescriptions": [*values.values()]}
    return _with(node, [listed, _NO_TEXT if ref["or_text"] == "never" else _text({"type": "string"})])


def _forms(name: str) -> Iterator[Any]:
    """Yield an id as a text, and as what an editor takes it for that is written like a number."""
    yield name
    try:
        form = json.loads(name)
    except ValueError:
        return
    if isinstance(form, int | float):
        yield form


def _with(node: Mapping[str, Any], choices: list[Any]) -> dict[str, Any]:
    return {**{key: value for key, value in node.items() if key in _BESIDE}, "anyOf": choices}


def _or_nothing(node: dict[str, Any]) -> dict[str, Any]:
    """Let a field stay empty."""
    nothing = {"type": "null"}
    if node.keys() <= {"anyOf", *_BESIDE} and "anyOf" in node:
        return node if nothing in node["anyOf"] else {**node, "anyOf": [*node["anyOf"], nothing]}
    return _with(node, [{key: value for key, value in node.items() if key not in _BESIDE}, nothing])
