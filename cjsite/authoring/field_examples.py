"""An example of every field, and where readers of the site see it, from the lists in field_examples/."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

from cjsite.base.frozen import frozen
from cjsite.reading.tree import load

PLACES: Mapping[str, str] = {
    "head": "at the head of the journey's page",
    "figures": "in the figures above the map",
    "decisions": "among the decisions above the map",
    "map": "on the map",
    "details": "in the details of the touchpoint",
    "text": "in the map as text",
    "below": "below the map",
    "home": "on the home page",
    "personas": "on the persona's page",
    "departments": "on the page of the department",
    "opportunities": "on the page of opportunities",
    "sources": "on the page of sources",
    "tags": "on the page of the tag",
    "insights": "on the pages of insights",
    "findings": "on the map's page of findings",
    "pages": "on the page itself",
    "everywhere": "on every page",
    "address": "in the address of the page, or of the place on it",
    "nowhere": "nowhere: it serves those who write",
}
"""Where a reader of the site sees what an author wrote in a field, by a short name."""
_HERE = "HERE"


@frozen
class FieldExample:
    """One field by example. text: its whole file. own: of that, what the example is about.

    where: names of PLACES. reads: what stands there, '' where it is no text.
    """

    file: str
    text: str
    own: str
    where: tuple[str, ...]
    reads: str


def field_example(record: str, field: str) -> FieldExample:
    """Return the example of a record's field. Raises KeyError where there is none."""
    entry = _entries()[record]
    about = {**entry, **(entry["fields"].get(field) or _entries()["shared"]["fields"][field])}
    own = about["example"]
    is_whole = "file" in about or entry["in"] == "page"
    text = own if is_whole else in_frame(frame_of(record), own)
    reads = about["reads"] if "reads" in about else next(_texts(load(own), field), "")
    return FieldExample(about.get("file") or _frame(record)["file"], text, own, tuple(about["where"]), reads or "")


def described() -> list[tuple[str, str]]:
    """Return each record and field that there is an entry of its own about."""
    entries = _entries().items()
    return [(name, field) for name, entry in entries if name != "shared" for field in entry.get("fields", ())]


def title_of(record: str) -> str:
    """Return what a record is called in sentences."""
    title: str = _entries().get(record, {}).get("title", record.replace("-", " "))
    return title


def frame_of(record: str) -> str:
    """Return what stands around the examples of a record."""
    return _frame(record)["text"]


def _frame(record: str) -> Mapping[str, str]:
    frame: Mapping[str, str] = _entries()["frames"][_entries()[record]["in"]]
    return frame


def in_frame(frame: str, own: str) -> str:
    """Return an example with what is around it; what it says itself takes the place of what the frame says."""
    before, indent, after = re.split(rf"(?m)^( *){_HERE}\n", frame)
    mine = [f"{indent}{line}" if line else "" for line in own.splitlines()]
    for key in re.findall(r"(?m)^(\w+):", own):
        field = rf"(?m)^{indent}{key}:.*\n(?:{indent} .*\n)*"
        before, after = re.sub(field, "", before), re.sub(field, "", after)
        # A thing in a list begins with a dash, and so must what takes the place of its first line.
        item = re.compile(rf"(?m)^{indent[:-2]}- {key}:.*\n\Z")
        if indent and item.search(before):
            before = item.sub("", before)
            mine[0] = f"{indent[:-2]}- {mine[0].lstrip()}"
    return f"{before}{chr(10).join(mine)}\n{after}"


def _texts(tree: Any, field: str) -> Iterator[str]:
    """Yield the texts that an example gives a field."""
    if isinstance(tree, list):
        for item in tree:
            yield from _texts(item, field)
    elif isinstance(tree, dict):
        value = tree.get(field)
        yield from (text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str))
        for inner in tree.values():
            yield from _texts(inner, field)


@cache
def _entries() -> Mapping[str, Any]:
    """Return what the files hold, each record by its name, and all frames as `frames`."""
    folder = resources.files("cjsite.authoring").joinpath("field_examples")
    trees = {file.name: load(file.read_text("utf-8")) for file in folder.iterdir() if file.name.endswith(".yml")}
    frames = trees.pop("frames.yml")
    return {"frames": frames, **{name: entry for tree in trees.values() for name, entry in tree.items()}}
