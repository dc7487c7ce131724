"""Markdown files with front matter, and journeys written as Markdown, as located trees."""

import re
from typing import Any

from cjsite.reading.comments import uncommented, uncommented_lines
from cjsite.reading.footnotes import FileNotes
from cjsite.reading.merge_marks import told_merge
from cjsite.reading.sections import sections
from cjsite.reading.source import Source
from cjsite.reading.tree import Fields, Items, Mark
from cjsite.reading.yaml_recovery import read_through
from cjsite.text.dialect.extents import quoted
from cjsite.text.dialect.lines import QUOTE, closes, fence_below

_FIELDS = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,})\s*ya?ml\b", re.IGNORECASE)
_QUOTED = re.compile(r"^[\"“„«‘'](.*)[\"”“»’']$", re.DOTALL)


def yaml_tree(source: Source, text: str | None = None, first_line: int = 1) -> Any:
    """Return the located tree of YAML with its problems noted in the source; None where there is no tree."""
    reading = read_through(source.text if text is None else text, first_line)
    for mark, message, mend in reading.faults:
        source.problem(mark, message, mend)
        source.misread.add(mark[0])
    source.is_torn = source.is_torn or reading.is_torn
    return uncommented(reading.tree, source)


def front_matter(source: Source) -> tuple[Fields, list[str], int]:
    """Return a Markdown file's fields, its body's lines, and the line number of the first of them."""
    lines = source.text.split("\n")
    for number in told_merge(source):
        lines[number] = ""
    if lines[0].rstrip() != "---":
        return Fields(), uncommented_lines(lines, 1, source), 1
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        source.problem((1, 1), "the front matter that begins here has no end", "add a line `---` below it")
        return Fields(), [], 1
    tree = yaml_tree(source, "\n".join(lines[1:end]), 2)
    if tree is not None and not isinstance(tree, Fields):
        source.problem((2, 1), "the front matter must be fields", "write `name: value` lines between the `---`")
        tree = None
    body = uncommented_lines(lines[end + 1 :], end + 2, source)
    return tree if isinstance(tree, Fields) else Fields(), body, end + 2


def with_body(source: Source) -> Fields:
    """Return a file's front matter with the Markdown below it as `body`."""
    fields, lines, first = front_matter(source)
    body = "\n".join(lines).strip()
    if body:
        _put(source, fields, "body", body, (first, 1))
    return fields


def journey_tree(source: Source) -> Fields:
    """Return the tree of a journey in Markdown: headings of level 2 are stages, of level 3 steps."""
    fields, lines, first = front_matter(source)
    stages = Items()
    here: Fields = fields
    prose_key = "narrative"
    notes = FileNotes(lines)
    for section in sections(notes.lines, first, source):
        level = section.level
        if level == 1 and section.title:
            _put(source, fields, "title", section.title, section.mark)
        elif level > 1:
            here, prose_key = _open(source, stages, level, section.title, section.mark), "description"
        _fill(source, here, section.lines, section.first_line, prose_key, is_step=level == 3)
    if stages:
        _put(source, fields, "stages", stages, stages.items_at[0])
    notes.complete(fields)
    return fields


def _open(source: Source, stages: Items, level: int, title: str, mark: Mark) -> Fields:
    if level == 3 and not stages:
        source.problem(mark, "this step stands before the first stage", "write a stage above it: `## Title`")
        return Fields()
    siblings = stages if level == 2 else stages[-1].setdefault("steps", Items())
    if not isinstance(siblings, Items):
        source.problem(mark, "steps stand both under `steps:` and as headings", "keep one of the two ways")
        return Fields()
    opened = Fields()
    if level == 3:
        stages[-1].keys_at.setdefault("steps", mark)
        stages[-1].values_at.setdefault("steps", mark)
    siblings.append(opened)
    siblings.items_at.append(mark)
    _put(source, opened, "title", title, mark)
    return opened


def _fill(source: Source, here: Fields, lines: list[str], first: int, prose_key: str, *, is_step: bool) -> None:
    """Put a section's fenced fields, its quotes and its prose into the fields."""
    start = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    opening = _FIELDS.match(lines[start]) if start < len(lines) and prose_key == "description" else None
    if opening:
        fence = opening["fence"]
        end = next((i for i in range(start + 1, len(lines)) if closes(lines[i], fence)), len(lines))
        tree = yaml_tree(source, "\n".join(lines[start + 1 : end]), first + start + 1)
        if isinstance(tree, Fields):
            for key, value in tree.items():
                _put(source, here, key, value, tree.keys_at[key], tree.values_at[key])
        elif tree is not None:
            source.problem((first + start + 1, 1), "this block must be fields", "write `name: value` lines in it")
        lines, first = lines[end + 1 :], first + end + 1
    prose, quotes = _split_quotes(source, lines, first) if is_step else ("\n".join(lines).strip(), Items())
    if quotes:
        _put(source, here, "quotes", quotes, quotes.items_at[0])
    if prose:
        at = first + next((i for i, line in enumerate(lines) if line.strip()), 0)
        _put(source, here, prose_key, prose, (at, 1))


def _split_quotes(source: Source, lines: list[str], first: int) -> tuple[str, Items]:
    prose: list[str] = []
    quotes = Items()
    number, fence = 0, ""
    while number < len(lines):
        line = lines[number]
        if fence or not QUOTE.match(line):
            fence = fence_below(line, fence)
            prose.append(line)
            number += 1
            continue
        mark = (first + number, line.index(">") + 1)
        own, number = quoted(lines, number)
        text = "\n".join(own).strip()
        # The page sets quotation marks; an author's own would stand there twice.
        inside = _QUOTED.match(text)
        if text:
            quotes.append(inside[1] if inside else text)
            quotes.items_at.append(mark)
        else:
            source.problem(mark, "there is nothing in this quote", "write what they said, or remove the `>`")
    return "\n".join(prose).strip(), quotes


def _put(source: Source, fields: Fields, key: str, value: Any, mark: Mark, value_mark: Mark | None = None) -> None:
    """Add a field; what stands there already is joined where both are texts, else a problem."""
    before = fields.get(key)
    if before is None:
        fields[key] = value
        fields.keys_at[key] = mark
        fields.values_at[key] = value_mark or mark
    elif key in ("description", "narrative", "body") and isinstance(before, str) and isinstance(value, str):
        fields[key] = f"{before}\n\n{value}"
    elif key == "quotes" and isinstance(value, Items):
        joined = Items()
        joined += [*(before if isinstance(before, list) else [before]), *value]
        joined.items_at = [fields.values_at[key]] * (len(joined) - len(value)) + value.items_at
        fields[key] = joined
    elif key != "title" or before != value:
        first = fields.keys_at[key][0]
        source.problem(mark, f"`{key}` is given twice", f"it stands in line {first} already; keep one of them")
