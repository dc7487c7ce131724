"""Content as an editor sees it, which reads YAML 1.2 and holds what it reads against a schema."""

import json
import re
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from cjsite.reading.file_kinds import FOLDERS, REGISTRIES


class _Core(yaml.CSafeLoader):
    """Reads scalars by the core schema of YAML 1.2: `yes`, `12:30` and `2026-01-02` are texts."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), [*_first])


def seen(text: str) -> Any:
    """Return what an editor takes a YAML text for."""
    return json.loads(json.dumps(yaml.load(text, _Core)))


def schema_name(path: str) -> str:
    """Return the name of the schema for a file below `content/`, '' where it is no YAML."""
    folder, _, rest = path.partition("/")
    if not path.endswith((".yml", ".yaml")):
        return ""
    name = folder.partition(".")[0]
    return FOLDERS[folder] if rest else name if name in ("site", *REGISTRIES) else ""


def marked(path: str, data: bytes, schemas: Any) -> list[str]:
    """Return what an editor would mark in a file below `content/`."""
    name = schema_name(path)
    if not name:
        return []
    validator = Draft202012Validator(schemas[name])
    found = validator.iter_errors(seen(data.decode("utf-8-sig")))
    return [f"{path}: {list(error.path)}: {error.message[:200]}" for error in found]
