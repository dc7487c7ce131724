"""YAML as a tree of dicts, lists and texts that knows where each thing stands.

Built from parser events: duplicate keys, anchors and deep nesting are refused with a place, and scalars stay
text (YAML 1.1 would turn `no`, `12:30` and `1.10` into other things).
"""

import copy
from collections.abc import Callable, Iterable
from typing import Any
from unicodedata import normalize

import yaml
from yaml import AliasEvent, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent

from cjsite.base.controls import CONTROL, named
from cjsite.reading.yaml_faults import key_fault, sign_fault, syntax

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML without libyaml
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

DEPTH_LIMIT = 40
_EMPTY = ("", "~", "null")

Mark = tuple[int, int]
"""Line and column, from 1."""
Loc = tuple[int | str, ...]


class Fields(dict[str, Any]):
    """A mapping that knows where its keys and values stand."""

    __slots__ = ("keys_at", "values_at")

    def __init__(self) -> None:
        super().__init__()
        self.keys_at: dict[str, Mark] = {}
        self.values_at: dict[str, Mark] = {}


class Items(list[Any]):
    """A list that knows where its items stand."""

    __slots__ = ("items_at",)

    def __init__(self) -> None:
        super().__init__()
        self.items_at: list[Mark] = []


class Unreadable(Exception):
    """YAML that cannot be understood: every message with its mark, and the tree as far as there is one.

    stopped_at, opened_at: where the parser could go on no further, and where began what it was in; lines and
    columns from 0.
    """

    def __init__(
        self, faults: list[tuple[Mark, str, str]], tree: Any = None, error: yaml.YAMLError | None = None
    ) -> None:
        self.faults = faults
        self.tree = tree
        self.stopped_at = _at(getattr(error, "problem_mark", None))
        self.opened_at = _at(getattr(error, "context_mark", None))
        super().__init__(faults[0][1])


def load(text: str, first_line: int = 1) -> Any:
    """Return the text's tree: Fields, Items, str, or None for an empty value; `first_line` is its line in the file.

    Raises Unreadable with all duplicate keys, anchors and the like, or the syntax error that ends the reading.
    """
    return _Reader("\n" * (first_line - 1) + text).document()


def mark_of(tree: Any, loc: Loc, *, key: bool = False) -> Mark:
    """Return where the thing at `loc` stands (its key if asked), or the nearest thing around it."""
    holder: Any = None
    at: Any = None
    is_there = False
    for part in loc:
        is_there = False
        kind = type(tree)
        if kind is Items and isinstance(part, str) and (index := _named(tree, part)) is not None:
            holder, at, tree = tree, index, tree[index]
            kind = type(tree)
        if kind is Fields or (kind is Items and isinstance(part, int)):
            try:
                holder, at, tree = tree, part, tree[part]
                is_there = True
            except LookupError:  # the nearest thing is what was found last
                pass
    if holder is None:
        return 1, 1
    if isinstance(holder, Items):
        marks: Any = holder.items_at
    else:
        marks = holder.keys_at if key and is_there else holder.values_at
    place: Mark = marks[at]
    return place


def _named(items: Items, name: str) -> int | None:
    """Return where in a list a thing stands that goes by its name elsewhere: as a text, or as a key."""
    return next(
        (i for i, item in enumerate(items) if name == item or (type(item) is Fields and name in item)), None
    )


def without(tree: Any, locs: Iterable[Loc]) -> Any:
    """Return a copy of the tree without the things at `locs` (or what is nearest around them)."""
    pruned = copy.deepcopy(tree)
    # From the back, so that what is still to be removed keeps its index.
    for loc in sorted({_existing(tree, loc) for loc in locs}, key=lambda loc: [str(part).zfill(9) for part in loc])[
        ::-1
    ]:
        holder = pruned
        for part in loc[:-1]:
            holder = holder[part]
        if loc:
            marks: Any = holder.items_at if isinstance(holder, Items) else holder.values_at
            del holder[loc[-1]], marks[loc[-1]]
    return pruned


def _existing(tree: Any, loc: Loc) -> Loc:
    way: list[int | str] = []
    for part in loc:
        if isinstance(tree, Items) and isinstance(part, str) and (index := _named(tree, part)) is not None:
            way.append(index)
            tree = tree[index]
        if part in tree if isinstance(tree, Fields) else isinstance(tree, Items) and part in range(len(tree)):
            way.append(part)
            tree = tree[part]
    return tuple(way)


def events(text: str) -> Iterable[Any]:
    """Yield the parser's events of a text; raises yaml.YAMLError where it can go on no further."""
    return yaml.parse(text, Loader=_Loader)


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.faults: list[tuple[Mark, str, str]] = []
        self.depth = 0

    def document(self) -> Any:
        try:
            loader = _Loader(self.text)
            # What yaml.parse does, without a generator between: of a map's thousand events each would pass it.
            self.take: Callable[[], Any] = loader.get_event
            try:
                tree = self._document()
            finally:
                loader.dispose()
        except yaml.YAMLError as error:
            raise Unreadable([*self.faults, syntax(error, self.text)], error=error) from None
        if self.faults:
            raise Unreadable(self.faults, tree)
        return tree

    def _document(self) -> Any:
        tree = None
        seen = False
        while (event := self.take()) is not None:
            if type(event) is yaml.DocumentStartEvent:
                if seen:
                    self._fault(event, "a second document starts here", "keep one document a file; remove `---`")
                    break
                seen = True
                tree = self._node(self.take())
        return tree

    def _fault(self, event: yaml.Event, message: str, mend: str) -> None:
        self.faults.append((_mark(event), message, mend))

    def _sign(self, event: Any, sign: str) -> None:
        self._fault(event, *sign_fault(self.text, event, sign))

    def _node(self, event: Any) -> Any:
        # By type: the parser has no kinds of events below these.
        kind = type(event)
        if kind is AliasEvent:
            self._sign(event, "*")
            return None
        if event.anchor:
            self._sign(event, "&")
        elif event.tag and event.tag != "!":
            self._sign(event, "!")
        if kind is ScalarEvent:
            value = event.value
            # Only a text in double quotes can hold what was not in the file.
            if event.style == '"' and (control := CONTROL.search(value)):
                self._fault(event, named(control[0]), "take it out of this text")
            return None if value in _EMPTY and event.implicit[0] else value
        self.depth += 1
        if self.depth > DEPTH_LIMIT:
            raise Unreadable([*self.faults, (_mark(event), "nested too deep", f"keep to {DEPTH_LIMIT} levels")])
        node = self._fields() if kind is MappingStartEvent else self._items()
        self.depth -= 1
        return node

    def _fields(self) -> Fields:
        fields = Fields()
        take, node, keys_at, values_at = self.take, self._node, fields.keys_at, fields.values_at
        while type(event := take()) is not MappingEndEvent:
            if type(event) is not ScalarEvent:
                self._fault(event, *key_fault(self.text, event))
                node(event)
                node(take())
                continue
            key, value_event = node(event) or "", take()
            if not key.isascii():
                # A key may be an id, and is compared with what others write, in one form of Unicode.
                key = normalize("NFC", key)
            value = node(value_event)
            if key in fields:
                first = keys_at[key][0]
                self._fault(event, f"`{key}` stands here twice", f"it is in line {first} already; keep one of them")
                continue
            fields[key] = value
            keys_at[key] = _mark(event)
            values_at[key] = keys_at[key] if value is None else _mark(value_event)
        return fields

    def _items(self) -> Items:
        items = Items()
        while type(event := self.take()) is not SequenceEndEvent:
            items.append(self._node(event))
            items.items_at.append(_mark(event))
        return items


def _at(mark: Any) -> tuple[int, int] | None:
    return None if mark is None else (mark.line, mark.column)


def _mark(event: Any) -> Mark:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1
