"""The JSON Schema of each kind of content file, derived from the models that read it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cjsite.model.site import Settings
from cjsite.reading.files import MODELS

_REGISTRIES = {"department": "departments", "channel": "channels", "evidence": "evidence", "metric": "metrics"}


def schemas() -> Mapping[str, dict[str, Any]]:
    """Return the schema of each kind of file by its name: `site`, `journey`, `departments` …"""
    found = {"site": _schema(Settings.model_json_schema(), "site")}
    for kind, model in MODELS.items():
        schema = model.model_json_schema()
        if kind in _REGISTRIES or kind == "opportunity":
            name = _REGISTRIES.get(kind, "opportunities")
            found[name] = _schema(_by_id(schema), name)
        if kind not in _REGISTRIES:
            found[kind] = _schema(schema, kind)
    return found


def schema_text(name: str) -> str:
    """Return a schema as JSON text. Raises KeyError for a name that there is not."""
    return json.dumps(schemas()[name], indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema into the folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in schemas():
        path = folder / f"{name}.json"
        path.write_text(schema_text(name), "utf-8", newline="\n")
        written.append(path)
    return written


def _by_id(schema: dict[str, Any]) -> dict[str, Any]:
    definitions = schema.pop("$defs", {})
    return {"type": "object", "additionalProperties": schema, "$defs": definitions}


def _schema(schema: dict[str, Any], name: str) -> dict[str, Any]:
    tidy: dict[str, Any] = _authors_view(schema)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"cjsite: {name}",
        **{key: value for key, value in tidy.items() if key != "title"},
    }


def _authors_view(node: Any) -> Any:
    """Return a schema as an author's editor needs it: texts may look like numbers, ids of files are not keys."""
    if isinstance(node, list):
        return [_authors_view(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: _authors_view(value) for key, value in node.items()}
    if found.get("type") == "string" and not {"enum", "const", "pattern", "format"} & found.keys():
        # `age: 38` is a text to the reader, which leaves scalars as they are written.
        found["type"] = ["string", "number", "boolean"]
    properties = found.get("properties")
    if isinstance(properties, dict) and "id" in properties and "steps" not in properties:
        found["properties"] = {k: v for k, v in properties.items() if k != "id" or _is_part(properties)}
    return found


def _is_part(properties: Mapping[str, Any]) -> bool:
    """Tell whether the properties are those of a stage, step or touchpoint, which may name their own id."""
    return "emotion" in properties or "phase" in properties
