"""One file's bytes to the objects in it: what can be done without knowing any other file."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

from cjsite.base.content_path import is_reserved
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.base.problem import Problem
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.persona import Persona
from cjsite.model.placed_link import PlacedLink
from cjsite.model.registry import Channel, Department, Evidence, Metric
from cjsite.model.site import Document, Settings
from cjsite.model.slugs import slug
from cjsite.model.types import Identified, Kind
from cjsite.reading.decode import decode
from cjsite.reading.entry import AnyEntry, Entry, Located, entry, located
from cjsite.reading.journeys import settle
from cjsite.reading.lexicon import Lexicon, for_map
from cjsite.reading.lists import check_list
from cjsite.reading.markdown import journey_tree, with_body, yaml_tree
from cjsite.reading.markdown_slips import body_slips, front_slip
from cjsite.reading.placed_links import placed_links
from cjsite.reading.redirects import PlacedRedirect, placed_redirects
from cjsite.reading.references import references
from cjsite.reading.source import Source
from cjsite.reading.tree import Fields, Mark
from cjsite.reading.yaml_slips import colonless

MODELS: Mapping[Kind, type[Identified]] = {
    "department": Department,
    "channel": Channel,
    "evidence": Evidence,
    "metric": Metric,
    "persona": Persona,
    "opportunity": Opportunity,
    "journey": Journey,
    "page": Document,
}


@frozen
class Decoded:
    """What one file holds: its objects and its problems; blind: ids that cannot be seen for them ('*': any)."""

    entries: tuple[AnyEntry, ...]
    problems: tuple[Problem, ...]
    blind: tuple[tuple[Kind, str], ...] = ()


@frozen
class DecodedSettings:
    """The site's settings as far as they can be understood, with what in them is checked later, and problems."""

    settings: Settings
    references: tuple[Located, ...] = ()
    links: tuple[PlacedLink, ...] = ()
    problems: tuple[Problem, ...] = ()
    redirects: tuple[PlacedRedirect, ...] = ()


@memo(by="path")
def decode_settings(path: str, data: bytes) -> DecodedSettings:
    """Return what `site.yml` holds."""
    source = Source(path, data)
    tree = yaml_tree(source)
    settings, tree = decode(Settings, Fields() if tree is None else tree, source, None)
    if settings is None:
        return DecodedSettings(Settings(), problems=tuple(source.problems))
    check_list(tree, ("audiences",), source)
    named, links = tuple(located(references(settings), tree, source)), tuple(placed_links(settings, tree, source))
    redirects = tuple(placed_redirects(settings, tree, source))
    return DecodedSettings(settings, named, links, tuple(source.problems), redirects)


@memo(by="path")
def decode_registry(path: str, data: bytes, kind: Kind, lexicon: Lexicon) -> Decoded:
    """Return the objects of a registry file: fields by id."""
    source = Source(path, data)
    tree = yaml_tree(source)
    entries: list[Entry] = []
    stem = PurePosixPath(path).stem
    if tree is None and source.problems:
        return Decoded((), tuple(source.problems), ((kind, "*"),))
    if tree is not None and not isinstance(tree, Fields):
        mend = "write each as `id: {title: …}`" + (", without `- `" if isinstance(tree, list) else "")
        source.problem((1, 1), f"{path} must hold {stem} by id", mend)
        # What it would hold cannot be missing elsewhere.
        return Decoded((), tuple(source.problems), ((kind, "*"),))
    tree = Fields() if tree is None else tree
    if list(tree) == [stem] and isinstance(tree[stem], Fields):
        mend = "take it away, and begin the ids below it without blanks"
        source.problem(tree.keys_at[stem], f"`{stem}` stands around all that this file holds", mend)
        return Decoded((), tuple(source.problems), ((kind, "*"),))
    for name in tree:
        if not _can_be_id(name):
            _refuse_id(source, name, tree.keys_at[name])
            continue
        if is_reserved(name):
            message = f"'{name}' cannot be an id: Windows could not store the page of that name"
            source.problem(tree.keys_at[name], message, f"write another, like '{slug(name)}-{kind}'")
        value, seen = decode(MODELS[kind], tree, source, lexicon, (name,), {"id": name})
        if value is not None:
            entries.append(entry(kind, _titled(value), seen, source, (name,)))
    return Decoded(tuple(entries), tuple(source.problems))


@memo(by="path")
def decode_object(path: str, data: bytes, kind: Kind, lexicon: Lexicon) -> Decoded:
    """Return the one object of a file; its id is the file's name."""
    source = Source(path, data)
    name, value, tree = object_of(source, kind, lexicon)
    if value is None:
        return Decoded((), tuple(source.problems), ((kind, name),))
    # A faulty map may lack steps that its author sees in it; others that name them are not to blame.
    blind: tuple[tuple[Kind, str], ...] = ((kind, name),) if source.problems and kind == "journey" else ()
    return Decoded((entry(kind, value, tree, source, ()),), tuple(source.problems), blind)


def object_of(source: Source, kind: Kind, lexicon: Lexicon) -> tuple[str, Identified | None, Any]:
    """Return the id of a file, what it holds (None for nothing) and the tree that this was made from.

    Problems are noted in the source.
    """
    name = PurePosixPath(source.path).stem
    if not _can_be_id(name):
        source.problem((1, 1), f"the file name '{name}' cannot be an id", f"rename it '{slug(name) or 'a-word'}'")
        name = slug(name) or "a-word"
    tree = _tree(source, kind, source.path.lower().endswith(".md"))
    # A persona may be a name alone, which is the file's; a map of nothing is none.
    if kind == "journey" and not tree and not source.problems:
        source.problem((1, 1), "nothing stands in this file", "begin with `title: …`, or remove it")
    if tree is None:
        return name, None, None
    words = for_map(lexicon, tree) if kind == "journey" else lexicon
    value, tree = decode(MODELS[kind], tree, source, words, (), {"id": name})
    check_list(tree, ("tags",), source)
    if isinstance(value, Journey):
        value = settle(value, tree, source)
    return name, None if value is None else _titled(value), tree


def _refuse_id(source: Source, name: str, mark: Mark) -> None:
    line = mark[0] - 1
    if "{" in name and (slip := colonless(source.lines[line], line)):
        source.problem((line + 1, slip.column + 1), slip.message, slip.mend)
    else:
        source.problem(mark, f"'{name}' cannot be an id", f"write '{slug(name) or 'a-word'}'")


def _can_be_id(name: str) -> bool:
    return bool(slug(name)) and slug(name) == name.casefold().replace("_", "-").replace(".", "-")


def _tree(source: Source, kind: Kind, is_markdown: bool) -> Any:
    if is_markdown:
        _note_markdown_slips(source, is_journey=kind == "journey")
        tree = journey_tree(source) if kind == "journey" else with_body(source)
        if kind == "page" and "title" not in tree:
            _take_heading(tree)
        return tree
    found = yaml_tree(source)
    if isinstance(found, str) and "\n" in source.text.strip():
        if source.problems:
            return None
        slips = [slip for n, line in enumerate(source.lines) if (slip := colonless(line, n))]
        for slip in slips:
            source.problem((slip.line + 1, slip.column + 1), slip.message, slip.mend)
        if not slips:
            mend = "begin with `title: …`"
            mend += "; a table of steps must be written as `stages:` with `steps:`" if kind == "journey" else ""
            source.problem((1, 1), "this file is one text, without any field", mend)
        return None
    return Fields() if found is None and not source.problems else found


def _note_markdown_slips(source: Source, *, is_journey: bool) -> None:
    front = front_slip(source.lines)
    slips = [front] if front else []
    if is_journey and not front:
        begin = source.lines.index("---", 1) + 1 if source.lines[0] == "---" and "---" in source.lines[1:] else 0
        slips += body_slips([""] * begin + source.lines[begin:])
    for slip in slips:
        source.problem((slip.line + 1, slip.column + 1), slip.message, slip.mend)


def _take_heading(tree: Fields) -> None:
    """Let a page's first heading of level 1 be its title."""
    first, _, rest = str(tree.get("body", "")).partition("\n")
    if first.startswith("# "):
        tree["title"], tree["body"] = first[2:].strip(" #"), rest.strip()
        tree.keys_at["title"] = tree.values_at["title"] = tree.values_at.get("body", (1, 1))


def _titled(value: Identified) -> Identified:
    if value.title:
        return value
    words = value.id.replace("-", " ").replace("_", " ")
    return value.but(title=words[:1].upper() + words[1:])
