"""Which strings of a source file are texts for readers, and which are addresses, choices or numbers."""

import re
from collections.abc import Callable, Iterator
from typing import Any

# Words that the format gives a meaning: the page shows that meaning in words of the theme.
CHOICES = {
    "state", "status", "reading", "phase", "ends", "kind", "control", "source", "confidence", "response",
    "quality", "action", "better", "audience", "views", "per", "cases_per", "service", "promise",
}  # fmt: skip
# Shown in another form: numbers, dates, lengths of time, shares.
FORMATTED = {
    "reviewed_on", "on", "done_on", "review_every", "date", "due", "duration", "wait", "bail_rate", "share",
    "emotion_words",
    "currency",
}  # fmt: skip
# Addresses: of other things, of files, of the page itself. In fields below them there is text again.
ADDRESSES = {
    "id", "persona", "personas", "owner", "department", "channel", "channels", "evidence", "parent", "derived_from",
    "journey", "path", "compensated_by", "caused_by", "handoff", "to", "done_by", "should_be_by", "menu", "theme",
    "language", "icon", "image", "file", "photo", "link", "code", "step",
}  # fmt: skip
_NUMBER = re.compile(r"[+−-]?\d+([.,]\d+)?|true|false")


def strings(tree: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield the texts below a tree, each with the key it stands under."""
    if isinstance(tree, dict):
        yield from (("lane", name) for name in tree if key == "lanes")
        for name, value in tree.items():
            if name in ADDRESSES or (name == "steps" and key != "stages"):
                items = value if isinstance(value, list) else [value]
                yield from strings([item for item in items if isinstance(item, dict)], name)
            elif name not in CHOICES | FORMATTED:
                yield from strings(value, name)
    elif isinstance(tree, list):
        for item in tree:
            yield from strings(item, key)
    elif isinstance(tree, str) and not _NUMBER.fullmatch(tree.strip()):
        yield key, tree


def with_texts(tree: Any, change: Callable[[str], str], key: str = "") -> Any:
    """Return the tree with each of its texts changed, and all else as it was."""
    if isinstance(tree, dict):
        pairs = ((name, _value(value, change, name, key)) for name, value in tree.items())
        return {change(name) if key == "lanes" else name: value for name, value in pairs}
    if isinstance(tree, list):
        return [with_texts(item, change, key) for item in tree]
    return change(tree) if isinstance(tree, str) and not _NUMBER.fullmatch(tree.strip()) else tree


def _value(value: Any, change: Callable[[str], str], name: str, key: str) -> Any:
    if name in ADDRESSES or (name == "steps" and key != "stages"):
        items = value if isinstance(value, list) else [value]
        changed = [with_texts(item, change, name) if isinstance(item, dict) else item for item in items]
        return changed if isinstance(value, list) else changed[0]
    return value if name in CHOICES | FORMATTED else with_texts(value, change, name)
