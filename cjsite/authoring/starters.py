"""Filled examples to start from."""

import re
from collections.abc import Collection
from importlib import resources
from pathlib import Path

from cjsite.base.content_path import is_reserved, reserved_part
from cjsite.base.problem import Refusal
from cjsite.model.types import slug
from cjsite.reading.tree import Unreadable, load


class Taken(Refusal):
    """Raised when a starter would overwrite a file, or has no name to write to."""


def start(kind: str, name: str, root: Path) -> list[Path]:
    """Write a starter of a kind (site, journey, persona) and return the files written. Raises Taken."""
    if not slug(name):
        raise Taken(f"'{name}' has no letter or digit to make a file name of")
    stem = slug(name) if not is_reserved(slug(name)) else f"{slug(name)}-{kind}"
    if kind == "site":
        folder = root / name
        if part := reserved_part(Path(name).as_posix()):
            raise Taken(f"Windows cannot store a folder named '{part}'; choose another name")
        registries = {folder / "content" / file: _read(file) for file in ("channels.yml", "departments.yml")}
        files = {
            folder / "content" / "site.yml": _text("site.yml", name),
            **registries,
            folder / "content" / "journeys" / "first-journey.yml": _text("journey.yml", "Our first journey"),
        }
    elif kind == "journey":
        text = _only_known(_text("journey.yml", name), root / "content")
        files = {root / "content" / "journeys" / f"{stem}.yml": text}
    else:
        files = {root / "content" / "personas" / f"{stem}.md": _text("persona.md", name)}
    for path in files:
        if path.exists():
            raise Taken(f"{path} is there already")
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return list(files)


def _read(file: str) -> str:
    return resources.files("cjsite.authoring").joinpath("starter_files", file).read_text("utf-8")


def _text(file: str, title: str) -> str:
    return _read(file).format(title=_quoted(title))


def _only_known(journey: str, content: Path) -> str:
    """Turn what the example names and this site does not have into comments, so that it builds at once."""
    for fields, registry in (("channel", "channels.yml"), ("department|owner", "departments.yml")):
        journey = _without_others(journey, fields, _registered(content / registry))
    return journey


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
