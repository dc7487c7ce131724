"""A record with some of its parts changed or gone, and all else the very objects that it was made of."""

from collections.abc import Callable
from typing import Any, TypeVar

from cjsite.model.journey import Stage
from cjsite.model.types import Record

R = TypeVar("R", bound=Record)
Change = Callable[[Any], Any]
"""What becomes of a value that is no list and no mapping: itself, another, or None where it goes."""


_OF_FRAME = frozenset({"id", "title", "phase", "audience", "steps", "notes"})
"""Fields of a stage that only say which steps it is about, or are for authors."""


def mapped(value: Any, change: Change) -> Any:
    """Return a value with a change made to what it holds; None where nothing is left of it."""
    if isinstance(value, tuple):
        items = tuple(new for item in value if (new := mapped(item, change)) is not None)
        return value if _same(items, value) else items or None
    if isinstance(value, dict):
        # Of a name without a value nothing can be left out: a figure may have only a name.
        news = ((key, item, mapped(item, change)) for key, item in value.items())
        pairs = [(key, new) for key, item, new in news if item is None or new is not None]
        return value if _same([new for _, new in pairs], value.values()) else type(value)(pairs) or None
    return None if value is None else change(value)


def _same(new: Any, old: Any) -> bool:
    return len(new) == len(old) and all(new_part is old_part for new_part, old_part in zip(new, old, strict=True))


def renewed(record: R, changes: dict[str, Any]) -> R:
    """Return a record with some fields changed; those changed to None are as if nobody had written them."""
    kept = {name: value for name, value in changes.items() if value is not None}
    copy = record.but(**kept) if kept else record
    return copy.unset(*(changes.keys() - kept.keys())) if len(kept) < len(changes) else copy


def is_hollow(record: Record, changes: dict[str, Any]) -> bool:
    """Tell whether changes leave of a stage nothing but its name: no step, and nothing that it says itself.

    >>> is_hollow(Stage(title="Pays", phase="after"), {"steps": None})
    True
    >>> is_hollow(Stage(title="Pays", goal="A cup"), {"steps": None})
    False
    """
    is_bare = isinstance(record, Stage) and "steps" in changes and changes["steps"] is None
    return is_bare and record.model_fields_set <= _OF_FRAME
