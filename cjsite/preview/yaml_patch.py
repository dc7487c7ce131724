"""Small changes to YAML that keep every other byte: comments, quotes, order and line ends stay the author's.

A round-trip library writes the whole file anew from its tree. Here the parser only says where things stand, and a
piece of text is put there; the result is read again, and refused unless it means the old thing plus the change.
"""

import copy
import json
import re
from collections.abc import Callable
from typing import Any

import yaml

from cjsite.base.problem import Refusal
from cjsite.reading.tree import Fields, Items, Loc, Unreadable, load

_Node = yaml.Node
_SAFE = re.compile(r"[^\W\d_][^\n:#{}\[\],&*!|>'\"%@`]*")
_LINE_END = re.compile(r"\r\n|\n|\r")
_WORDS_OF_YAML = {"null", "true", "false", "yes", "no", "on", "off", "y", "n"}


class Unsplicable(Refusal):
    """Raised with the reason why a text cannot be changed without touching the rest of it."""


def appended(text: str, loc: Loc, field: str, addition: str) -> str:
    """Return the YAML with a text added to a list of texts, the field `field` of the thing at `loc`."""
    holder = _find(text, loc)
    value = _child(holder, field)
    if value is None:
        new = _with_field(text, holder, field, f"[{_quoted(addition)}]")
    elif isinstance(value, yaml.SequenceNode):
        new = _with_item(text, value, addition)
    elif _is_empty(value):
        new = _insert(text, value.start_mark.index, f" [{_quoted(addition)}]")
    elif isinstance(holder, yaml.MappingNode) and not holder.flow_style and _is_broken(text, value):
        new = _with_second(text, holder, value, addition)
    else:
        start, end = value.start_mark.index, _end(text, value)
        new = text[:start] + f"[{_in_flow(text, value)}, {_quoted(addition)}]" + text[end:]
    return _checked(text, new, loc, lambda tree: _append(tree, field, addition))


def replaced(text: str, loc: Loc, value: str) -> str:
    """Return the YAML with the one-line scalar at `loc` written as `value`."""
    node = _find(text, loc)
    if not isinstance(node, yaml.ScalarNode) or node.style in ("|", ">"):
        raise Unsplicable("this is not a value in one line")
    new = text[: node.start_mark.index] + value + text[_end(text, node) :]
    return _checked(text, new, loc[:-1], lambda tree: _put(tree, loc[-1], value))


def given(text: str, loc: Loc, field: str, value: str) -> str:
    """Return the YAML with a field, not there yet, given to the thing at `loc`; a bare text becomes fields.

    The field that a bare text stands for is its title; of a feeling it is its words.
    """
    holder = _find(text, loc)
    empty = _child(holder, field)
    new = _insert(text, empty.start_mark.index, f" {value}") if empty else _with_field(text, holder, field, value)
    return _checked(text, new, loc, lambda tree: _put(tree, field, value))


def _with_field(text: str, holder: _Node, field: str, value: str) -> str:
    if isinstance(holder, yaml.ScalarNode):
        # `- Pays` has no room for a field: it becomes `- {title: Pays, …}`, still in one line.
        return _opened(text, holder, field, value)
    if not isinstance(holder, yaml.MappingNode) or not holder.value:
        raise Unsplicable("there is nothing here that could hold it")
    if holder.flow_style:
        # Before the closing brace, after the last value: a comma that trails there is left out.
        last = _end(text, holder.value[-1][1])
        return _insert(text, last, f", {field}: {value}")
    # A block's fields stand in one column: the new one goes there, below all that belongs to the last.
    indent = " " * holder.start_mark.column
    last = _last(text, holder)
    return _insert(text, last, f"{_line_end(text, last)}{indent}{field}: {value}")


def _is_broken(text: str, scalar: _Node) -> bool:
    """Tell whether a text runs over several lines, which are the author's as well."""
    return "\n" in text[scalar.start_mark.index : _end(text, scalar)]


def _with_second(text: str, holder: _Node, first: _Node, addition: str) -> str:
    """Return the text with a list in place of a text of several lines, which keeps them: it is the first item."""
    start, end = first.start_mark.index, _end(text, first)
    item = _line_end(text, start) + " " * (holder.start_mark.column + 2) + "- "
    return f"{text[:start].rstrip(' ')}{item}{_deeper(text[start:end])}{item}{_quoted(addition)}{text[end:]}"


def _deeper(written: str) -> str:
    """Return lines with all but the first two columns further in."""
    return re.sub(r"\n(?=[^\r\n])", "\n  ", written)


def _opened(text: str, scalar: yaml.ScalarNode, field: str, value: str) -> str:
    """Return the text with a bare text written as fields in braces, itself the first of them."""
    start, end = scalar.start_mark.index, _end(text, scalar)
    own = "words" if field == "value" else "title"
    if scalar.style in ("|", ">"):
        below = _line_end(text, start) + " " * scalar.start_mark.column
        return f"{text[:start]}{own}: {_deeper(text[start:end])}{below}{field}: {value}{text[end:]}"
    fields = f"{own}: {_in_flow(text, scalar)}, {field}: {value}"
    return text[:start] + "{" + fields + "}" + text[end:]


def _in_flow(text: str, scalar: _Node) -> str:
    """Return a scalar as it may stand between brackets: as it is, if its signs mean nothing there."""
    # Between brackets a comma ends a value, which in a block it does not.
    written = text[scalar.start_mark.index : _end(text, scalar)]
    is_quoted = written[:1] in "\"'"
    if "\n" in written or (not is_quoted and re.search(r"[,{}\[\]]|: ", written)):
        return json.dumps(scalar.value, ensure_ascii=False)
    return written


def _with_item(text: str, items: yaml.SequenceNode, addition: str) -> str:
    if items.flow_style:
        if not items.value:
            return _insert(text, items.start_mark.index + 1, _quoted(addition))
        return _insert(text, _end(text, items.value[-1]), f", {_quoted(addition)}")
    indent = " " * items.start_mark.column
    last = _last(text, items)
    return _insert(text, last, f"{_line_end(text, last)}{indent}- {_quoted(addition)}")


def _quoted(text: str) -> str:
    """Return a text as YAML that is right in every context: as it is where nothing in it is special."""
    plain = _SAFE.fullmatch(text) and text == text.strip() and text.lower() not in _WORDS_OF_YAML
    return text if plain else json.dumps(text, ensure_ascii=False)


def _insert(text: str, at: int, addition: str) -> str:
    return text[:at] + addition + text[at:]


def _line_end(text: str, at: int) -> str:
    """Return the line end as the author writes it there: that of the line before, or else of the file."""
    ends = _LINE_END.findall(text, 0, at) or _LINE_END.findall(text)
    return ends[-1] if ends else "\n"


def _is_empty(node: _Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.start_mark.index == node.end_mark.index


def _find(text: str, loc: Loc) -> _Node:
    try:
        load(text)  # refuses what is too deep for the library
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (Unreadable, yaml.YAMLError):
        raise Unsplicable("the file has a slip; mend it first") from None
    for part in loc:
        node = _child(node, part) if node is not None else None
    if node is None:
        raise Unsplicable("it is not where it was; the file has changed")
    return node


def _child(node: _Node, part: int | str) -> _Node | None:
    if isinstance(node, yaml.MappingNode):
        return next((value for key, value in node.value if key.value == part), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        found: _Node = node.value[part]
        return found
    return None


def _end(text: str, node: _Node) -> int:
    """Return where a node's own text ends; the parser counts what follows a block's last line to the block."""
    if isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">"):
        return int(node.end_mark.index)
    if isinstance(node, yaml.CollectionNode) and node.flow_style:
        return int(node.end_mark.index)
    return _last(text, node)


def _last(text: str, node: _Node) -> int:
    """Return the end of the line on which a block's last value ends, comments behind it included."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end = int(node.end_mark.index)
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return len(text[:end].rstrip("\r\n "))
    stop = _LINE_END.search(text, end)
    return stop.start() if stop else len(text)


def _checked(old: str, new: str, loc: Loc, change: Callable[[Any], Any]) -> str:
    # Wherever the text was put, only what it then means counts: the old tree with one change, and nothing else.
    wanted = copy.deepcopy(load(old))
    holder: Any = wanted
    for part in loc[:-1]:
        holder = holder[part]
    if loc:
        holder[loc[-1]] = change(holder[loc[-1]])
    else:
        wanted = change(wanted)
    try:
        found = load(new)
    except Unreadable:
        found = None
    if found != wanted:
        raise Unsplicable("it cannot be put there without changing more; write it by hand")
    return new


def _append(tree: Any, field: str, addition: str) -> Any:
    fields = _fields(tree, "title")
    before = fields.get(field)
    listed = before if isinstance(before, list) else [] if before is None else [before]
    fields[field] = _items([*listed, addition])
    return fields


def _put(tree: Any, part: int | str, value: str) -> Any:
    if isinstance(tree, Items):
        tree[int(part)] = value
        return tree
    fields = _fields(tree, "words" if part == "value" else "title")
    fields[str(part)] = load(value) if isinstance(value, str) else value
    return fields


def _fields(tree: Any, own: str) -> Fields:
    if isinstance(tree, Fields):
        return tree
    fields = Fields()
    fields[own] = tree
    return fields


def _items(values: list[Any]) -> Items:
    items = Items()
    items += values
    return items
