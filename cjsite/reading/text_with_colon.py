"""A text with a colon in it, which YAML takes for a field: as an entry of a list, it is one more often than not."""

from collections.abc import Collection, Sequence
from typing import Any

from cjsite.reading.tree import Fields, Items, Loc
from cjsite.reading.yaml_line import in_quotes


def text_with_colon(root: Any, loc: Loc, lines: Sequence[str]) -> str:
    """Return how an entry is written that is one text, or a title with what belongs to it; '' for others.

    loc: where the field stands that nobody knows.
    """
    around, key = _at(root, loc[:-1]), str(loc[-1])
    if not isinstance(around, Fields) or key not in around:
        return ""
    is_title = not isinstance(around[key], str)
    if is_title and loc[1:] and all(isinstance(value, Fields | Items | None) for value in around.values()):
        return f"or, if this is a title, write: - title: {key}"
    return written if not is_title and (written := as_text(around, lines)) else ""


def as_text(entry: Any, lines: Sequence[str]) -> str:
    """Return how an entry of a list is written that has one field and is meant as one text; '' for others."""
    if not isinstance(entry, Fields) or len(entry) != 1:
        return ""
    line, column = next(iter(entry.keys_at.values()))
    written = lines[line - 1] if line <= len(lines) else ""
    head, text = written[: column - 1], written[column - 1 :].strip()
    return f"if this is one text, write: - {in_quotes(text)}" if head.strip().endswith("-") else ""


def is_wrapped(root: Any, loc: Loc, names: Collection[str]) -> bool:
    """Tell whether what an unknown field holds are fields that stand right where it stands."""
    held = _at(root, loc)
    return isinstance(held, Fields) and any(name in names for name in held)


def _at(root: Any, loc: Loc) -> Any:
    for part in loc:
        if isinstance(root, Fields) and part in root:
            root = root[str(part)]
        elif isinstance(root, Items) and isinstance(part, int) and part < len(root):
            root = root[part]
        elif not (isinstance(root, Fields) and part == 0):  # one thing stands for a list of one
            return None
    return root
