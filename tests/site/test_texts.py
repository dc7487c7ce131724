"""No text is lost: every string that an author wrote for readers is on the built site, and no other is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml

from tests.support import command
from tests.support.html import Document, Site
from tests.support.texts import strings

CONTENT = command.ROOT / "content"
FOR_AUTHORS = {"notes"}
"""The fields of which readers see nothing."""


def _key_of(text: str) -> str:
    """Return the letters and digits alone, so that quotes, dashes, spaces and soft hyphens do not matter."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _plain(text: str) -> str:
    return Document(f"<html>{markdown.markdown(text, extensions=['tables', 'sane_lists'])}</html>").text


def _sources() -> Iterator[tuple[str, Any]]:
    """Yield the path and the tree of every source of the example, read without any of cjsite."""
    for path in sorted(CONTENT.rglob("*")):
        if path.suffix == ".yml":
            yield path.relative_to(CONTENT).as_posix(), yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
        elif path.suffix == ".md":
            yield path.relative_to(CONTENT).as_posix(), _markdown(path.read_text("utf-8"))


def _markdown(text: str) -> list[Any]:
    front, body = re.fullmatch(r"(?:---\n(.*?)\n---\n)?(.*)", text, re.DOTALL).groups()  # type: ignore[union-attr]
    blocks = re.findall(r"^```yaml\n(.*?)^```$", body, re.DOTALL | re.MULTILINE)
    prose = re.sub(r"^```yaml\n.*?^```$", "", body, flags=re.DOTALL | re.MULTILINE)
    trees = [yaml.load(part, yaml.CBaseLoader) for part in (front or "", *blocks)]
    paragraphs = [part for part in re.split(r"\n\s*\n", prose) if part.strip()]
    return [*trees, {"prose": paragraphs}]


def _pages_of(path: str, site: Site) -> list[Document]:
    """Return the pages where a source's texts must be; those of registries are shown where they are used."""
    folder, name = path.partition("/")[0], Path(path).with_suffix("").name
    if folder not in ("journeys", "personas", "pages"):
        return list(site.pages.values())
    # What an author waives is said on the page of a map's findings, beside what is waived.
    urls = [f"{folder}/{name}.html", *([f"findings/{name}.html"] if folder == "journeys" else [])]
    return [site.pages[url] for url in urls]


SOURCES = dict(_sources())
TITLES = {
    **{name: fields["title"] for name, fields in SOURCES["opportunities.yml"].items()},
    **{Path(p).stem: tree[0]["title"] for p, tree in SOURCES.items() if p.startswith("opportunities/")},
}
"""The titles of registered opportunities by id: a step may name one by its id, and then shows its title."""


@pytest.mark.parametrize("path", SOURCES)
def test_no_text_is_lost(example: Site, path: str) -> None:
    words = _key_of(" ".join(document.text for document in _pages_of(path, example)))
    texts = [(key, TITLES.get(text, text)) for key, text in strings(SOURCES[path]) if key not in FOR_AUTHORS]
    lost = [f"{key}: {text}" for key, text in dict.fromkeys(texts) if _key_of(_plain(text)) not in words]
    assert texts, "nothing was compared"
    assert lost == []


def test_no_note_for_authors_is_published(example: Site) -> None:
    every = _key_of(" ".join(document.text for document in example.pages.values()))
    notes = [text for tree in SOURCES.values() for key, text in strings(tree) if key in FOR_AUTHORS]
    assert notes, "nothing was looked for"
    assert [text for text in notes if _key_of(_plain(text)) in every] == []


REGISTRIES = {
    "department": SOURCES["departments.yml"],
    "channel": SOURCES["channels.yml"],
    "evidence": SOURCES["evidence.yml"],
}


@pytest.mark.parametrize("path", [path for path in SOURCES if path.startswith("journeys/")])
def test_what_a_map_refers_to_is_named_on_its_page(example: Site, path: str) -> None:
    """Ids are for authors; readers see the title of what is meant."""
    words = _key_of(_pages_of(path, example)[0].text)
    lost = [
        f"{kind}: {name}"
        for kind, name in dict.fromkeys(_references(SOURCES[path]))
        if name in REGISTRIES[kind] and _key_of(REGISTRIES[kind][name]["title"]) not in words
    ]
    assert lost == []


def _references(tree: Any, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(tree, dict):
        for name, value in tree.items():
            yield from _references(value, "department" if name in ("owner", "to") else name)
    elif isinstance(tree, list):
        for item in tree:
            yield from _references(item, key)
    elif isinstance(tree, str) and key in REGISTRIES:
        yield key, tree
