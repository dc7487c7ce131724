"""Entries of lists without their `- `, and entries that are one text with fields below it."""

import re
from collections.abc import Sequence

from cjsite.reading.yaml_line import ENTRY, Slip, field_names, indent, slip

_FIELD = re.compile(r"\s*(?P<key>[A-Za-z_]+):(?:\s+(?P<value>\S.*))?\s*")
_TEXT = re.compile(r"\s*-\s+(?P<text>[^\s\"'\[\]{}#&*!|>%@`][^:#]*)")
_BULLET = re.compile(r"(?P<head>\s*)(?P<sign>[*+•]|\d{1,2}[.)])\s+(?P<text>\S.*)")
_LISTS = ("stages", "steps")
"""What holds a list, whether a second entry stands in it or not."""
_NO_DASH = "an entry of a list begins here, without its `- `"


def entry_without_dash(lines: Sequence[str], number: int) -> Slip | None:
    """Return an entry that begins without its dash: after others of its list, or as the first."""
    if number >= len(lines) or not _FIELD.fullmatch(lines[number]):
        return None
    return _later(lines, number) or _first(lines, number)


def _later(lines: Sequence[str], number: int) -> Slip | None:
    """Return the line where it stands right below the dash of an entry and begins another."""
    depth = indent(lines[number])
    fields: list[str] = []
    for at in range(number - 1, -1, -1):
        line = lines[at]
        if not line.strip() or line.lstrip().startswith("#") or indent(line) > depth + 2:
            continue
        is_dash = indent(line) == depth and line.lstrip().startswith("- ")
        if not is_dash and indent(line) != depth + 2:
            return None
        if field := _FIELD.fullmatch(line.replace("- ", "  ", 1) if is_dash else line):
            fields.append(field["key"])
        if is_dash:
            break
    own = _FIELD.fullmatch(lines[number])
    if not own or own["key"] not in fields or not own["value"]:
        return None
    return slip(number, depth, _NO_DASH, f"{' ' * depth}- {lines[number].strip()}")


def entry_too_deep(lines: Sequence[str], number: int) -> Slip | None:
    """Return an entry that begins among the fields of the one before it, with all that belongs to it."""
    line = lines[number] if number < len(lines) else ""
    depth = indent(line)
    own = _FIELD.fullmatch(line.replace("- ", "  ", 1)) if line.lstrip().startswith("- ") else None
    if not own or depth < 2:
        return None
    below = next((n for n in range(number + 1, len(lines)) if lines[n].strip()), number)
    if indent(lines[below]) > depth + 2 and (displaced := displaced_entry(lines, below)):
        return displaced
    fields: list[str] = []
    for at in range(number - 1, -1, -1):
        above = lines[at]
        if not above.strip() or above.lstrip().startswith("#") or indent(above) > depth:
            continue
        is_dash = indent(above) == depth - 2 and above.lstrip().startswith("- ")
        if not is_dash and (indent(above) != depth or above.lstrip().startswith("- ")):
            return None
        if field := _FIELD.fullmatch(above.replace("- ", "  ", 1) if is_dash else above):
            fields.append(field["key"])
        if is_dash:
            break
    if own["key"] not in fields:
        return None
    moved: list[tuple[int, str]] = []
    for at in range(number + 1, len(lines)):
        if lines[at].strip() and indent(lines[at]) <= depth:
            break
        moved.append((at, lines[at][2:]))
    message = "this entry begins further in than the one before it"
    mend = f"write {depth - 2} blanks before its `-`" + (", and two less before each line of it" if moved else "")
    return Slip(number, depth, message, mend, line[2:], tuple(moved))


def displaced_entry(lines: Sequence[str], number: int) -> Slip | None:
    """Return the entry above whose dash stands elsewhere than its fields, this line first, and its list say."""
    begun = _above(lines, number) if number < len(lines) and _FIELD.fullmatch(lines[number]) else None
    if begun is None or not lines[begun].lstrip().startswith("- "):
        return None
    here, dash = indent(lines[begun]), indent(lines[number]) - 2
    own = _FIELD.fullmatch(lines[begun].replace("- ", "  ", 1))
    if dash in (here, -2, -1) or not own or not own["value"]:
        return None
    after = next((line for line in lines[number + 1 :] if line.strip()), "")
    if indent(after) == here + 2 and not after.lstrip().startswith("- "):
        return None  # The others stand where its dash says.
    around = (line for at, line in enumerate(lines) if at != begun)
    if not any(line.startswith(" " * dash + "- ") for line in around):
        return None
    message = f"this entry begins further {'in' if here > dash else 'out'} than what belongs to it"
    meant = " " * dash + lines[begun].lstrip()
    return Slip(begun, here, message, f"write {dash} blanks before its `-`", meant)


def first_without_dash(lines: Sequence[str], number: int) -> Slip | None:
    """Return the first entry of the list that this line goes on with, where it lacks its dash."""
    line = lines[number] if number < len(lines) else ""
    depth = indent(line)
    if not line.lstrip().startswith("- "):
        return None
    head = next((n for n in range(number - 1, -1, -1) if lines[n].strip() and indent(lines[n]) < depth), None)
    first = next((n for n in range(head + 1, number) if lines[n].strip()), None) if head is not None else None
    if first is None or indent(lines[first]) != depth + 2 or not _FIELD.fullmatch(lines[first]):
        return None
    meant = f"{' ' * depth}- {lines[first].strip()}"
    return Slip(first, depth + 2, _NO_DASH, f"begin it with {depth} blanks, then `- `", meant)


def list_without_name(lines: Sequence[str], number: int) -> Slip | None:
    """Return a list that stands below a value: nothing says what it is a list of."""
    line = lines[number] if number < len(lines) else ""
    begun = _above(lines, number)
    above = ENTRY.fullmatch(lines[begun]) if begun is not None else None
    if not line.lstrip().startswith("- ") or not above or not above["key"]:
        return None
    if indent(line) <= above.start("key") or above["value"].startswith(("|", ">")):
        return None
    end = next((n for n in range(number, len(lines)) if lines[n].strip() and indent(lines[n]) < indent(line)), None)
    name = "steps" if above.start("key") else "stages"
    message = f"a list begins here below `{above['key']}`, which has its value already"
    mend = f"write a line above it with the name of the list, like `{name}:`"
    return Slip(
        number, indent(line), message, mend, "", tuple((n, "") for n in range(number + 1, end or len(lines)))
    )


def _first(lines: Sequence[str], number: int) -> Slip | None:
    """Return the line above where it begins the first entry of a list, and this line goes on with it."""
    begun = _above(lines, number)
    if begun is None or not (field := _FIELD.fullmatch(lines[begun])) or not field["value"]:
        return None
    depth, deeper = indent(lines[begun]), indent(lines[number])
    if deeper <= depth or not _is_in_list(lines, begun, number, deeper - 2):
        return None
    meant = f"{' ' * (deeper - 2)}- {lines[begun].strip()}"
    if deeper - 2 == depth:
        return slip(begun, depth, _NO_DASH, meant)
    return Slip(begun, depth, _NO_DASH, f"begin it with {deeper - 2} blanks, then `- `", meant)


def _is_in_list(lines: Sequence[str], begun: int, number: int, dash: int) -> bool:
    head = _above(lines, begun)
    opened = _FIELD.fullmatch(lines[head]) if head is not None else None
    if opened and opened["key"] in _LISTS and not opened["value"]:
        return True
    after = next((line for line in lines[number:] if line.strip() and indent(line) < dash + 2), "")
    return indent(after) == dash and after.lstrip().startswith("- ")


def _above(lines: Sequence[str], number: int) -> int | None:
    """Return the nearest line above that says something."""
    return next(
        (n for n in range(number - 1, -1, -1) if lines[n].strip() and not lines[n].lstrip().startswith("#")), None
    )


def text_with_fields(lines: Sequence[str], number: int) -> Slip | None:
    """Return the entry above that is one text, where this line is a field of it."""
    begun = _above(lines, number) if number < len(lines) and _FIELD.fullmatch(lines[number]) else None
    text = _TEXT.fullmatch(lines[begun]) if begun is not None else None
    if begun is None or not text or indent(lines[number]) != text.start("text"):
        return None
    key = "text" if "severity:" in lines[number] else "title"
    meant = f"{lines[begun][: text.start('text')]}{key}: {text['text'].rstrip()}"
    return slip(begun, text.start("text"), "this entry has fields below it, and its own text has no name", meant)


def other_bullet(line: str, number: int) -> Slip | None:
    """Return an entry that begins as Markdown lets one begin."""
    bullet = _BULLET.fullmatch(line)
    if not bullet:
        return None
    field = _FIELD.fullmatch(bullet["text"])
    if bullet["sign"][0].isdigit() and not (field and field["key"] in field_names()):
        return None
    message = f"a list has a `-` before each entry here, not a `{bullet['sign']}`"
    return slip(number, bullet.start("sign"), message, f"{bullet['head']}- {bullet['text']}")


LIST_SLIPS = (displaced_entry, first_without_dash, entry_without_dash, entry_too_deep, list_without_name)
"""What is looked for in the list that a line stands in, in this order."""
