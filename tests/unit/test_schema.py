"""The JSON Schema says what the reader does."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from cjsite.authoring.schema import schemas
from tests.support.command import ROOT

CONTENT = ROOT / "content"
NAMES = {"personas": "persona", "journeys": "journey", "opportunities": "opportunity", "pages": "page"}


def _files() -> Iterator[tuple[str, Path]]:
    for path in sorted(CONTENT.rglob("*.yml")):
        folder = path.relative_to(CONTENT).parts[0]
        yield (path.stem if path.parent == CONTENT else NAMES[folder]), path


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schemas()[name])


@pytest.mark.parametrize(("name", "path"), [pytest.param(*f, id=f[1].name) for f in _files()])
def test_the_example_obeys_its_schema(name: str, path: Path) -> None:
    tree = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    validator = jsonschema.Draft202012Validator(schemas()[name])
    assert [f"{list(e.path)}: {e.message[:200]}" for e in validator.iter_errors(_as_json(tree))] == []


def _as_json(tree: Any) -> Any:
    """Return the tree as an editor sees it: dates are texts, and `on` is a name, as since YAML 1.2."""
    if isinstance(tree, dict):
        return {"on" if key is True else str(key): _as_json(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_as_json(item) for item in tree]
    return tree.isoformat() if hasattr(tree, "isoformat") else tree


def test_every_field_explains_itself() -> None:
    silent = [where for name, schema in schemas().items() for where in _silent(schema, name)]
    assert silent == []


def _silent(node: Any, where: str) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _silent(item, where)
    elif isinstance(node, dict):
        properties = node.get("properties")
        if isinstance(properties, dict):
            yield from (f"{where}.{key}" for key, field in properties.items() if "description" not in field)
        for key, value in node.items():
            yield from _silent(value, f"{where}.{key}")


def test_unknown_keys_and_wrong_words_are_marked_while_typing() -> None:
    validator = jsonschema.Draft202012Validator(schemas()["journey"])
    assert validator.is_valid({"title": "A", "stages": [{"title": "S", "steps": ["T"]}]})
    assert not validator.is_valid({"titel": "A"})
    assert not validator.is_valid({"title": "A", "state": "as_is"})
    assert not validator.is_valid({"title": "A", "stages": [{"phase": "never"}]})
    assert not validator.is_valid({"title": "A", "stages": [{"steps": [{"importance": 9}]}]})


@pytest.mark.parametrize("emotion", [1, "angry", {"value": 1}, [1, "sad", {"words": ["glad"]}], "−1.5"])
def test_every_form_of_a_feeling_is_allowed(emotion: object) -> None:
    journey = {"title": "A", "stages": [{"title": "S", "steps": [{"title": "T", "emotion": emotion}]}]}
    assert jsonschema.Draft202012Validator(schemas()["journey"]).is_valid(journey)


@pytest.mark.parametrize("paths", ["call", ["call", "kiosk"], {"call": None}, {"call": {"personas": "jo"}}])
@pytest.mark.parametrize("path", ["call", ["call", "main"]])
def test_every_form_of_a_path_is_allowed(paths: object, path: object) -> None:
    journey = {"title": "A", "paths": paths, "stages": [{"title": "S", "steps": [{"title": "T", "path": path}]}]}
    assert jsonschema.Draft202012Validator(schemas()["journey"]).is_valid(journey)


@pytest.mark.parametrize("audiences", [["staff"], {"staff": "Ours"}, {"staff": None}, {"staff": {"title": "Ours"}}])
def test_every_form_of_audiences_is_allowed(audiences: object) -> None:
    assert jsonschema.Draft202012Validator(schemas()["site"]).is_valid({"audiences": audiences})
