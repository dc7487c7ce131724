"""A tree of fields, lists and scalars as YAML text: in blocks, with comments above what they are about."""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cjsite.exchange.yaml_scalars import WIDTH, block, holdable, in_brackets, number, plain_or_quoted
from cjsite.model.one_text import several_in

Way = tuple[str | int, ...]
"""Keys and numbers of items that lead to a thing in a tree."""
Comments = Mapping[Way, Sequence[str]]
"""Sentences by the way to what they are about."""
_MOST_IN_BRACKETS, _SHORT = 4, 60
"""Items of a list between brackets, and letters of all of them."""
_AS_LIST = frozenset({"stages", "steps", "touchpoints"})
"""What is a list even of one, as more are likely to come."""
_AS_FIELDS = frozenset({"emotion", "handoff", "emotions"})
"""What is hardly ever several: one of them needs no list around it, even if it has fields."""


def yaml_text(tree: Mapping[Any, Any], comments: Comments | None = None) -> str:
    """Return a tree as YAML; comments: what to say above a thing."""
    return "".join(f"{line}\n" for line in _fields(tree, (), 0, comments or {}))


def comment_lines(sentence: str, indent: int = 0) -> list[str]:
    """Return a sentence as lines of a comment."""
    head = " " * indent + "# "
    words = " ".join(holdable(sentence).split())
    return textwrap.wrap(words, WIDTH, initial_indent=head, subsequent_indent=head, break_on_hyphens=False)


def way_to(tree: Any, at: str) -> Way:
    """Return the way to what `at` names, like `stages/0/emotion`, or to the nearest that there is around it.

    What of it is not there is passed over: a stage that is one step has that step's fields without a list between.
    """
    way: list[str | int] = []
    parts = at.split("/") if at else []
    while parts:
        step, used = _step(tree, parts)
        if step is not None:
            way.append(step)
            tree = tree[step]
        del parts[:used]
    return tuple(way)


def _step(tree: Any, parts: Sequence[str]) -> tuple[str | int | None, int]:
    """Return the next step on a way, and how many of its parts it is: a lane's name may have a slash in it."""
    if isinstance(tree, list) and parts[0].isdecimal() and int(parts[0]) < len(tree):
        return int(parts[0]), 1
    if isinstance(tree, dict):
        joined = ((key, used) for used in range(len(parts), 0, -1) if (key := "/".join(parts[:used])) in tree)
        return next(joined, (None, 1))
    return None, 1


def _fields(tree: Mapping[Any, Any], way: Way, indent: int, comments: Comments) -> Iterator[str]:
    for key, value in tree.items():
        here = (*way, key)
        for sentence in comments.get(here, ()):
            yield from comment_lines(sentence, indent)
        name = plain_or_quoted(holdable(key)) if isinstance(key, str) else number(key)
        yield from _value(f"{' ' * indent}{name}:", value, here, indent, comments)


def _items(items: Sequence[Any], way: Way, indent: int, comments: Comments) -> Iterator[str]:
    for index, item in enumerate(items):
        here = (*way, index)
        for sentence in comments.get(here, ()):
            yield from comment_lines(sentence, indent)
        head = f"{' ' * indent}-"
        if not isinstance(item, dict) or not item:
            yield from _value(head, item, here, indent, comments)
            continue
        is_begun = False
        for line in _fields(item, here, indent + 2, comments):
            is_first = not is_begun and not line.lstrip().startswith("# ")
            yield f"{head} {line.lstrip()}" if is_first else line if is_begun else line.removeprefix("  ")
            is_begun = is_begun or is_first


def _value(head: str, value: Any, way: Way, indent: int, comments: Comments) -> Iterator[str]:
    if isinstance(value, list) and _stands_alone(value, way, comments):
        way, value = (*way, 0), value[0]
    if isinstance(value, str):
        text = holdable(value)
        sign, *lines = block(text, indent + 2) or [plain_or_quoted(text)]
        yield f"{head} {sign}"
        yield from lines
    elif isinstance(value, dict) and value:
        yield head
        yield from _fields(value, way, indent + 2, comments)
    elif isinstance(value, list) and value and not _is_short(value, way, comments):
        yield head
        yield from _items(value, way, indent + 2, comments)
    elif isinstance(value, list | dict):
        items = ", ".join(item if isinstance(item, str) else number(item) for item in value)
        yield f"{head} {{}}" if isinstance(value, dict) else f"{head} [{items}]"
    elif isinstance(value, int | float):
        yield f"{head} {number(value)}"
    else:
        yield head if value is None else f"{head} {value}"


def _stands_alone(items: list[Any], way: Way, comments: Comments) -> bool:
    """Tell whether the only one of a list may stand for it."""
    if len(items) != 1 or (*way, 0) in comments or _AS_LIST.intersection(way[-1:]):
        return False
    only = items[0]
    if isinstance(only, dict):
        return bool(only) and bool(_AS_FIELDS.intersection(way[-2:]))
    # Several tags written as one text are a slip, so that one which looks like several must be seen to be one.
    return way[-1:] != ("tags",) or not isinstance(only, str) or not several_in(only)


def _is_short(items: list[Any], way: Way, comments: Comments) -> bool:
    """Tell whether a list is short enough for brackets, and nothing is said of one of its items."""
    if len(items) > _MOST_IN_BRACKETS or any((*way, index) in comments for index in range(len(items))):
        return False
    words = [item for item in items if isinstance(item, str)]
    is_simple = all(isinstance(item, int | float | str) for item in items) and all(map(in_brackets, words))
    return is_simple and sum(map(len, words)) <= _SHORT
