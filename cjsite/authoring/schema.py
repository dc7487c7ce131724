"""The JSON Schema of each kind of content file, derived from the models that read it."""

import json
from collections.abc import Collection, Mapping
from errno import EACCES
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from cjsite.analysis.rules import CODES
from cjsite.authoring.schema_view import Ids, authors_view
from cjsite.base.folder import Folder
from cjsite.base.writing import replace
from cjsite.model.site import Settings
from cjsite.model.types import Kind
from cjsite.reading.file_kinds import FOLDERS, REGISTRIES, useful_bytes
from cjsite.reading.files import MODELS
from cjsite.reading.ids import ids_of
from cjsite.summaries.journey_json import JourneyDocument
from cjsite.summaries.metrics_json import MetricsDocument

PUBLISHED: Mapping[str, type[BaseModel]] = {"journey-json": JourneyDocument, "metrics-json": MetricsDocument}
"""What sites publish as JSON, by the names of its schemas: no file of an author's has them."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA_FOLDER = Path(".cjsite", "schema")
"""Where a site's schemas are kept, below the folder that holds `content/`."""
_FILES: Mapping[str, Kind] = {kind: kind for kind in MODELS if kind not in REGISTRIES}
"""The kinds of things that have a file of their own, by the names of their schemas; `evidence` is a registry's."""


def schemas(ids: Ids | None = None) -> Mapping[str, dict[str, Any]]:
    """Return the schema of each kind of file by its name: `site`, `journey`, `departments` …

    ids: what the site has, for the places where it is named.
    """
    ids = {"finding": dict.fromkeys(CODES, ""), **(ids or {})}
    return {name: _schema(schema, name, ids) for name, schema in _plain().items()}


@cache
def _plain() -> Mapping[str, Mapping[str, Any]]:
    """Return the schemas as the models give them: the same whatever the site has."""
    plain = {kind: model.model_json_schema() for kind, model in MODELS.items()}
    named: dict[str, Mapping[str, Any]] = {"site": Settings.model_json_schema()}
    named |= {name: _by_id(plain[kind]) for name, kind in REGISTRIES.items()}
    return named | {name: plain[kind] for name, kind in _FILES.items()}


def published_schema(name: str = "journey-json") -> dict[str, Any]:
    """Return the schema of what is exported or published as JSON: everything in one form."""
    plain = PUBLISHED[name].model_json_schema(mode="serialization")
    return {"$schema": _DIALECT, "title": f"cjsite: {name}", **_without(plain, ("title", "x-ref"))}


def _without(node: Any, keys: Collection[str]) -> Any:
    """Return a schema without what is no part of its meaning; what fields are called stays, whatever it is."""
    if isinstance(node, list):
        return [_without(item, keys) for item in node]
    if not isinstance(node, dict):
        return node
    left = {key: _without(value, keys) for key, value in node.items() if key not in keys and key != "properties"}
    if isinstance(node.get("properties"), dict):
        left["properties"] = {name: _without(field, keys) for name, field in node["properties"].items()}
    return left


def globs(content: str) -> Mapping[str, tuple[str, ...]]:
    """Return for each schema that editors need the patterns of its files, the content folder being called so."""
    folders = {kind: folder for folder, kind in FOLDERS.items()}
    found: dict[str, tuple[str, ...]] = {"site": (f"{content}/site.yml",)}
    found |= {name: (f"{content}/{name}.yml", f"{content}/{name}.yaml") for name in REGISTRIES}
    for name, kind in _FILES.items():
        found[name] = tuple(f"{content}/{folders[kind]}/**/*.{suffix}" for suffix in ("yml", "yaml"))
    return found


def ids_below(root: Path) -> Ids:
    """Return the ids of the site in a folder, as far as they can be seen."""
    return ids_of(Folder(root / "content", root, most=useful_bytes).scan())


def schema_text(schema: Mapping[str, Any]) -> str:
    """Return a schema as JSON text."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path, ids: Ids | None = None) -> list[Path]:
    """Write every schema into the folder and return their paths; what is there already stays as it is."""
    written = []
    for name, schema in schemas(ids).items():
        path, data = folder / f"{name}.json", schema_text(schema).encode()
        if not path.is_file() or path.read_bytes() != data:
            replace(path, data)
        written.append(path)
    return written


def write_site_schemas(root: Path, ids: Ids) -> list[Path]:
    """Write the schemas of a site where its editors look for them, and let git look away; return their paths.

    Raises OSError where that cannot be done, or would be done elsewhere.
    """
    if not (root / SCHEMA_FOLDER).resolve().is_relative_to(root.resolve()):
        raise PermissionError(EACCES, "leads out of the project", str(root / SCHEMA_FOLDER))
    mark = root / SCHEMA_FOLDER.parts[0] / ".gitignore"
    if not mark.exists():
        replace(mark, b"*\n")
    return write_schemas(root / SCHEMA_FOLDER, ids)


def _by_id(schema: Mapping[str, Any]) -> dict[str, Any]:
    """Return the schema of a file that holds such things by their ids; one of which nothing is said is empty."""
    one = {key: value for key, value in schema.items() if key != "$defs"}
    entry = one if one.get("required") else {"anyOf": [one, {"type": "null"}]}
    return {"type": "object", "additionalProperties": entry, "$defs": schema.get("$defs", {})}


def _schema(schema: Mapping[str, Any], name: str, ids: Ids) -> dict[str, Any]:
    tidy: dict[str, Any] = authors_view(schema, ids)
    return {
        "$schema": _DIALECT,
        "title": f"cjsite: {name}",
        **{key: value for key, value in tidy.items() if key != "title"},
    }
