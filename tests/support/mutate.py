"""Random changes to source files: of bytes, of lines, of what the YAML means."""

import copy
import random
from collections.abc import Callable, Iterator
from typing import Any

import yaml

SIGNS = "\t\0{}[]:,&*!|>'\"%@`#-?~\n \u2028é漢🙂<"
VALUES: tuple[Any, ...] = (
    "", "~", "x", "-1", "0", "9e99", "nan", "-0", "99999999999999999999", "yes", "2026-02-31", "a" * 600,
    "<b>&", "{{ x }}", "../../etc/passwd", "\u202eleft", [], {}, [[]], {"": ""}, [None], {"value": "1"}, None,
)  # fmt: skip


def by_byte(random_: random.Random, data: bytes) -> bytes:
    """Return the data with some bytes changed, removed, doubled or put in."""
    found = bytearray(data)
    for _ in range(random_.choice((1, 1, 1, 5))):
        at = random_.randrange(len(found) + 1)
        choice = random_.randrange(4)
        if choice == 0:
            found[at:at] = random_.choice(SIGNS).encode()
        elif choice == 1:
            del found[at : at + random_.choice((1, 1, 20))]
        elif choice == 2:
            found[at : at + 1] = bytes([random_.randrange(256)])
        else:
            found[at:at] = found[at : at + 40]
    return bytes(found)


def by_line(random_: random.Random, data: bytes) -> bytes:
    """Return the data with a line removed, doubled, moved, cut short or pushed in."""
    lines = data.split(b"\n")
    at, other = random_.randrange(len(lines)), random_.randrange(len(lines))
    choice = random_.randrange(5)
    if choice == 0:
        del lines[at]
    elif choice == 1:
        lines.insert(other, lines[at])
    elif choice == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif choice == 3:
        lines[at] = lines[at][: random_.randrange(len(lines[at]) + 1)]
    else:
        lines[at] = b" " * random_.randrange(1, 4) + lines[at]
    return b"\n".join(lines)


def by_meaning(random_: random.Random, data: bytes) -> bytes:
    """Return YAML (or Markdown's front matter) with a value changed, removed, doubled, renamed or moved."""
    head, front, body = _parts(data)
    tree = yaml.load(front, yaml.CBaseLoader)
    places = list(_places(tree))
    if not places:
        return by_line(random_, data)
    holder, key = random_.choice(places)
    choice = random_.randrange(5)
    if choice == 0:
        holder[key] = random_.choice(VALUES)
    elif choice == 1:
        del holder[key]
    elif choice == 2:
        giver, name = random_.choice(places)
        holder[key] = copy.deepcopy(giver[name])  # what holds it may be in it
    elif isinstance(holder, list):
        holder.insert(key, holder[key])
    elif choice == 3:
        holder[random_.choice(("title", "emotion", "steps", "id", "x"))] = holder.pop(key)
    else:
        holder[key] = [holder[key], holder[key]]
    return head + _dump(tree) + body


def kindly(random_: random.Random, data: bytes) -> bytes:
    """Return the data after an edit that authors make every day: a feeling, a text, a step more or less.

    What an earlier edit has broken stays as it is.
    """
    head, front, body = _parts(data)
    try:
        tree = yaml.load(front, yaml.CBaseLoader)
    except yaml.YAMLError:
        return data
    scalars = [(h, k) for h, k in _places(tree) if isinstance(h[k], str)]
    numbers = [(h, k) for h, k in scalars if k in ("emotion", "value") and _is_number(h[k])]
    texts = [(h, k) for h, k in scalars if k in ("actions", "thoughts", "text", "title", "description", "interest")]
    lists = [(h, k) for h, k in _places(tree) if isinstance(h, list) and isinstance(h[k], dict)]
    if numbers and random_.random() < 0.4:
        holder, key = random_.choice(numbers)
        holder[key] = str(random_.choice((-2, -1, -0.5, 0, 1, 1.5, 2)))
    elif texts and random_.random() < 0.6:
        holder, key = random_.choice(texts)
        holder[key] += random_.choice((" again", " *now*", ", more or less", " & co"))
    elif lists:
        holder, key = random_.choice(lists)
        if random_.random() < 0.5:
            del holder[key]
        else:
            holder.insert(key, {k: v for k, v in holder[key].items() if k != "id"})
    return head + _dump(tree) + body


def _parts(data: bytes) -> tuple[bytes, bytes, bytes]:
    if not data.startswith(b"---\n"):
        return b"", data, b""
    front, rule, body = data[4:].partition(b"\n---\n")
    return b"---\n", front, rule + body


def _dump(tree: Any) -> bytes:
    return yaml.dump(tree, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=1000).encode()


class _Plain(yaml.CSafeDumper):
    """Writes repeated things out: anchors are not allowed."""

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    keys: Any = list(tree) if isinstance(tree, dict) else range(len(tree)) if isinstance(tree, list) else ()
    for key in keys:
        yield tree, key
        yield from _places(tree[key])


def _is_number(text: str) -> bool:
    return text.lstrip("-").replace(".", "", 1).isdigit()


HARSH: tuple[Callable[[random.Random, bytes], bytes], ...] = (by_byte, by_line, by_meaning)
