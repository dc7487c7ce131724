"""Maps that come from tables as tests read them, and which words of a table are not in them."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from cjsite.exchange.grid import Grid
from cjsite.exchange.html_tables import html_grids, is_html_tables, read_html_tables
from cjsite.exchange.imported import ImportedMap, ImportOptions
from cjsite.exchange.markdown_tables import markdown_grids, read_markdown_tables

TABLES = Path(__file__).parent / "tables"
NO_OPTIONS = ImportOptions()
_WORD = re.compile(r"[^\W_]+")


def markdown(text: str, options: ImportOptions = NO_OPTIONS) -> tuple[ImportedMap, ...]:
    """Return the maps of a Markdown text."""
    return read_markdown_tables("map.md", text.encode(), options)


def only_map(text: str, options: ImportOptions = NO_OPTIONS) -> ImportedMap:
    """Return the only map of a Markdown text."""
    maps = markdown(text, options)
    assert len(maps) == 1
    return maps[0]


def read_file(name: str) -> tuple[tuple[Grid, ...], tuple[ImportedMap, ...]]:
    """Return the tables and the maps of one of the sample files."""
    data = (TABLES / name).read_bytes()
    if is_html_tables(name, data):
        return html_grids(name, data), read_html_tables(name, data, NO_OPTIONS)
    return markdown_grids(name, data), read_markdown_tables(name, data, NO_OPTIONS)


def words_of(texts: Iterable[str]) -> set[str]:
    """Return the words of texts, however they are marked up."""
    return {word.casefold() for text in texts for word in _WORD.findall(text)}


def text_of_map(made: ImportedMap) -> str:
    """Return all that a map and what comes along with it say."""
    things = (made.journey, *made.personas, *made.departments, *made.channels)
    return " ".join(
        str(value) for thing in things for value in _texts(json.loads(thing.model_dump_json(exclude_unset=True)))
    )


def _texts(tree: object) -> Iterator[object]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield key
            yield from _texts(value)
    elif isinstance(tree, list):
        for item in tree:
            yield from _texts(item)
    else:
        yield tree
