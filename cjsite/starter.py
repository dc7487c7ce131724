"""Filled examples to start from."""

from importlib import resources
from pathlib import Path

from cjsite.model.types import slug


class Taken(Exception):
    """Raised when a starter would overwrite a file, or has no name to write to."""


def start(kind: str, name: str, root: Path) -> list[Path]:
    """Write a starter of a kind (site, journey, persona) and return the files written. Raises Taken."""
    if not slug(name):
        raise Taken(f"'{name}' has no letter or digit to make a file name of")
    if kind == "site":
        folder = root / name
        files = {
            folder / "content" / "site.yml": _text("site.yml", name),
            folder / "content" / "journeys" / "first-journey.yml": _text("journey.yml", "Our first journey"),
        }
    elif kind == "journey":
        files = {root / "content" / "journeys" / f"{slug(name)}.yml": _text("journey.yml", name)}
    else:
        files = {root / "content" / "personas" / f"{slug(name)}.md": _text("persona.md", name)}
    for path in files:
        if path.exists():
            raise Taken(f"{path} is there already")
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return list(files)


def _text(file: str, title: str) -> str:
    template = resources.files("cjsite").joinpath("starters", file).read_text("utf-8")
    return template.format(title=_quoted(title))


def _quoted(title: str) -> str:
    """Return a title as a YAML scalar that means exactly this text."""
    words = title.strip()
    plain = words[:1].isalnum() and not any(mark in words for mark in ":#'\"\\\n{}[]&*")
    return words if plain else '"' + words.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
