"""What the YAML parser's messages mean to someone who does not know YAML."""

from typing import Any

import yaml

from cjsite.reading.yaml_line import ENTRY, in_quotes, needs_quotes
from cjsite.reading.yaml_quotes import COLON


def explain(said: str, line: str, column: int) -> tuple[str, str]:
    """Return what a parser's message means, and the mend."""
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent or line[column : column + 1] == "\t":
        return "a tab stands where YAML wants spaces", "replace the tab by spaces (two a level)"
    if "mapping values are not allowed" in said:
        return COLON, 'put the text between quotes: "…: …"; or begin the line below its neighbours'
    if "could not find expected ':'" in said:
        return "this line is neither `name: value` nor part of a list", "add the `:` or mend the indentation"
    if "unexpected end of stream" in said or "end of stream" in said:
        return "a quote or bracket is not closed", "close it"
    if "expected <block end>" in said or "did not find expected key" in said or "expected '-' indicator" in said:
        return "the indentation does not fit the lines above", "align it with its neighbours; close open quotes"
    if "cannot start any token" in said:
        return needs_quotes(line[column : column + 1]), "put the text between quotes"
    if "expected ',' or" in said:
        return "a bracket or a comma is missing", "separate the items by commas and close the bracket"
    if "control characters" in said or "special characters" in said:
        return "a control character stands here", "remove it"
    return (
        "nobody can tell what belongs to what from here",
        "write `name: value`, or `- ` before each entry of a list",
    )


def syntax(error: yaml.YAMLError, text: str) -> tuple[tuple[int, int], str, str]:
    """Return where the parser could not go on (line and column, from 1), what that means, and the mend."""
    mark = getattr(error, "problem_mark", None)
    said = str(getattr(error, "problem", "") or getattr(error, "reason", "") or error)
    if mark is None:  # a character that YAML does not allow
        position = getattr(error, "position", 0)
        before = text[:position]
        at = (before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1)
        return at, "a control character stands here", "remove it"
    at = (mark.line + 1, mark.column + 1)
    lines = text.splitlines()
    line = lines[mark.line] if mark.line < len(lines) else ""
    return at, *explain(said, line, mark.column)


def sign_fault(text: str, event: Any, sign: str) -> tuple[str, str]:
    """Return what is wrong with an alias, an anchor or a tag: most who wrote one meant a text that begins so."""
    line, begin = text.split("\n")[event.start_mark.line], event.start_mark.column
    if event.anchor and all(f"{mark}{event.anchor}" in text for mark in "*&"):
        return f"`{sign}{event.anchor}` copies no text here", "write the text out wherever it belongs"
    return needs_quotes(sign), f"write: {(line[:begin] + in_quotes(line[begin:].rstrip())).strip()}"


def key_fault(text: str, event: Any) -> tuple[str, str]:
    """Return what is wrong with a key in brackets: as a value, it was meant as a text."""
    entry = ENTRY.fullmatch(text.split("\n")[event.start_mark.line])
    if entry and entry["value"].startswith(("{{", "[[", "{%")):
        return needs_quotes(entry["value"][0]), f"write: {(entry['head'] + in_quotes(entry['value'])).strip()}"
    return "a key must be a word", "write `name: value`; put text with brackets in quotes"
