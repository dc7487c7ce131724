"""Filled examples to start from."""

import json
import re
from collections.abc import Collection, Mapping
from importlib import resources
from pathlib import Path

from cjsite.authoring.schema import SCHEMA_FOLDER, globs
from cjsite.base.content_path import is_reserved, reserved_part
from cjsite.base.problem import Refusal
from cjsite.model.slugs import slug
from cjsite.reading.tree import Unreadable, load

_REGISTRIES = ("site.yml", "channels.yml", "departments.yml", "evidence.yml")
_PERSONA = "Sam"
_NAMED_IN = {"channel": "channels", "department|owner": "departments", "evidence": "evidence"}
_WHOSE = re.compile(r"(?m)^persona: .*$")


class Taken(Refusal):
    """Raised when a starter would overwrite a file, or has no name to write to."""


def start_site(folder: Path) -> list[Path]:
    """Write a site into a folder, called like it, and return the files written. Raises Taken.

    Files of the folder's own stay as they are.
    """
    name = folder.resolve().name
    content = folder / "content"
    _check_name(name)
    around = next((own for own in folder.resolve().parents if (own / "content" / "site.yml").is_file()), None)
    if around and folder.resolve().is_relative_to(around / "content"):
        raise Taken(f"{folder} is in the content of the site '{around.name}'; start beside that site")
    if part := reserved_part(folder.as_posix()):
        raise Taken(f"Windows cannot store a folder named '{part}'; choose another name")
    if content.exists() and not (content.is_dir() and not any(content.iterdir())):
        raise Taken(f"{content} is there already; start in another folder, or move it away")
    texts = {file: _text(file, name) for file in _REGISTRIES}
    texts["journeys/first-journey.yml"] = _text("journey.yml", "Our first journey")
    texts[f"personas/{slug(_PERSONA)}.md"] = _text("persona.md", _PERSONA)
    beside = {folder / path: text for path, text in _beside().items()}
    return _written(
        {content / path: text for path, text in texts.items()}
        | {path: text for path, text in beside.items() if not path.exists()}
    )


def start(kind: str, name: str, root: Path) -> list[Path]:
    """Write a starter of a kind (journey, persona) and return the files written. Raises Taken."""
    _check_name(name)
    content = root / "content"
    stem = f"{slug(name)}-{kind}" if is_reserved(slug(name)) else slug(name)
    if kind == "journey":
        files = {content / "journeys" / f"{stem}.yml": _only_known(_text("journey.yml", name), content)}
    else:
        files = {content / "personas" / f"{stem}.md": _only_known(_text("persona.md", name), content)}
    for path in files:
        if path.exists():
            raise Taken(f"{path} is there already")
    return _written(files)


def _check_name(name: str) -> None:
    if not slug(name):
        raise Taken(f"'{name}' has no letter or digit to make a file name of")


def _written(files: Mapping[Path, str]) -> list[Path]:
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return list(files)


def _beside() -> Mapping[str, str]:
    """Return what stands beside the content, for git and for editors, by path."""
    folder = SCHEMA_FOLDER.as_posix()
    schemas = {f"./{folder}/{name}.json": list(globs) for name, globs in globs("content").items()}
    return {
        ".gitignore": f"output/\n{SCHEMA_FOLDER.parts[0]}/\n",
        ".vscode/settings.json": json.dumps({"yaml.schemas": schemas}, indent=2) + "\n",
        ".vscode/extensions.json": json.dumps({"recommendations": ["redhat.vscode-yaml"]}, indent=2) + "\n",
    }


def _read(file: str) -> str:
    return resources.files("cjsite.authoring").joinpath("starter_files", file).read_text("utf-8")


def _text(file: str, title: str) -> str:
    text = _read(file)
    return text.format(title=_quoted(title)) if "{title}" in text else text


def _only_known(journey: str, content: Path) -> str:
    """Turn what the example names and this site does not have into comments, so that it builds at once."""
    for fields, registry in _NAMED_IN.items():
        journey = _without_others(journey, fields, _registered(content / f"{registry}.yml"))
    return _WHOSE.sub(_whose(content), journey)


def _whose(content: Path) -> str:
    """Return the line that says whose journey it is: of the first persona that there is, or else of a group."""
    personas = sorted(path.stem for path in (content / "personas").glob("*.*"))
    if slug(_PERSONA) in personas:
        return f"persona: {slug(_PERSONA)}"
    return f"persona: {personas[0]}" if personas else "segment: People who need a present soon"


def _without_others(journey: str, fields: str, there: Collection[str]) -> str:
    """Turn lines of these fields into comments that name what is not there."""
    return re.sub(
        rf"(?m)^( *)((?:{fields}): (\w+))$", lambda m: m[0] if m[3] in there else f"{m[1]}# {m[2]}", journey
    )


def _registered(registry: Path) -> Collection[str]:
    """Return the ids in a registry, none where it cannot be read."""
    try:
        tree = load(registry.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, Unreadable):
        return ()
    return tree.keys() if isinstance(tree, dict) else ()


def _quoted(title: str) -> str:
    """Return a title as a YAML scalar that means exactly this text."""
    words = title.strip()
    plain = words[:1].isalnum() and not any(mark in words for mark in ":#'\"\\\n{}[]&*")
    return words if plain else '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
