"""Lines of which YAML makes nothing where they stand: too far in or out, rows of tables, remarks."""

import re
from collections.abc import Sequence

from cjsite.reading.yaml_line import BLOCK_TEXT, ENTRY, Slip, indent, slip

_HEADER = re.compile(r"\s*(?:-\s+)*(?P<key>[\w-]+):\s+[|>][-+0-9]*\s*")
_FIELD = re.compile(r"\s*(?:-\s+)*[\w-]+:(?:\s.*)?")
_NAME = re.compile(r"\s*(?:-\s+)*(?P<key>[\w-]+):(?P<value>)\s*")
_SIGNS = ("'", '"', "[", "{")
_RULE = re.compile(r"[\s|:+-]+")
_REMARK = re.compile(r"\s*(?://|/\*|<!--|;|--\s)")
_LOOK_BACK = 40


def row(lines: Sequence[str], number: int) -> Slip | None:
    """Return a table that the line is a row of: YAML has none."""
    if not _is_row(lines[number]):
        return None
    first = last = number
    while first > 0 and _is_row(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and _is_row(lines[last + 1]):
        last += 1
    cells = [cell.strip() for cell in re.split(r"\t+|\|", lines[first].strip().strip("|")) if cell.strip()]
    mend = (
        f"write each row as an entry, like `- title: {cells[0] if cells else '…'}`, and its other cells as fields"
    )
    message = "a table stands here, and none is read in YAML"
    others = tuple((n, "") for n in range(first + 1, last + 1))
    return Slip(first, indent(lines[first]), message, mend, "", others)


def _is_row(line: str) -> bool:
    cells = [cell for cell in re.split(r"\t+|\|", line.strip().strip("|")) if cell.strip()]
    is_rule = "|" in line and _RULE.fullmatch(line) is not None
    return is_rule or (len(cells) > 1 and ":" not in line and (line.lstrip()[:1] == "|" or "\t" in line.strip()))


def remark(lines: Sequence[str], number: int) -> Slip | None:
    """Return a comment as other languages write it."""
    line = lines[number]
    sign = _REMARK.match(line)
    if not sign:
        return None
    text = line[sign.end() :].strip().removesuffix("-->").removesuffix("*/").strip()
    return Slip(number, indent(line), "a comment begins with `#`", f"write: # {text}", "")


def too_deep(lines: Sequence[str], number: int) -> Slip | None:
    """Return a line that stands further in than the one above, which has its value already."""
    above = next((line for line in reversed(lines[:number]) if line.strip()), "") if number < len(lines) else ""
    entry, held = (ENTRY.fullmatch(line) for line in (lines[number] if number < len(lines) else "", above))
    if not entry or not held or not entry["key"] or not held["key"] or BLOCK_TEXT.fullmatch(held["value"]):
        return None
    depth = held.start("key")
    if indent(lines[number]) <= depth:
        return None
    if outlier := _too_far_out(lines, number, depth):
        return outlier
    message = "this line stands further in than the one above, which has its value already"
    meant = " " * depth + lines[number].lstrip()
    return Slip(number, entry.start("key"), message, "begin it below the first letter of that line", meant)


def _too_far_out(lines: Sequence[str], number: int, depth: int) -> Slip | None:
    """Return the line above where those around it all begin as far in as each other, and it does not."""
    begun = [n for n in range(number - 1, -1, -1) if lines[n].strip()][:2]
    if len(begun) < 2:
        return None
    before, deep = ENTRY.fullmatch(lines[begun[1]]), indent(lines[number])
    if not before or not before["key"] or before.start("key") != deep or lines[begun[0]].lstrip().startswith("- "):
        return None
    message = "this line begins further out than those around it"
    meant = " " * deep + lines[begun[0]].lstrip()
    return Slip(begun[0], depth, message, f"write {deep} blanks before it", meant)


def flat_text(lines: Sequence[str], number: int) -> Slip | None:
    """Return a text below `|` or `>` that does not stand further in than its name, as it has to."""
    for at in range(min(number, len(lines) - 1), max(-1, number - _LOOK_BACK), -1):
        header = _HEADER.fullmatch(lines[at])
        below = next((n for n in range(at + 1, len(lines)) if lines[n].strip()), None)
        if not header or below is None:
            continue
        depth = header.start("key")
        if indent(lines[below]) > depth:
            return _torn_text(lines, number, below)
        end = next((n for n in range(below + 1, len(lines)) if _FIELD.fullmatch(lines[n])), len(lines))
        message = f"the text of `{header['key']}` must stand further in than its name"
        blanks = " " * (depth + 2)
        moved = tuple(
            (n, blanks + lines[n].lstrip()) for n in range(below + 1, max(end, number + 1)) if n < len(lines)
        )
        mend = f"write {depth + 2} blanks before each of its lines"
        return Slip(below, 0, message, mend, blanks + lines[below].lstrip(), moved)
    return None


def _torn_text(lines: Sequence[str], number: int, first: int) -> Slip | None:
    if number >= len(lines) or number <= first or _FIELD.fullmatch(lines[number]):
        return None
    depth = indent(lines[first])
    message = f"this line stands further out than the first line of its text, line {first + 1}"
    return Slip(
        number,
        indent(lines[number]),
        message,
        f"write {depth} blanks before it",
        " " * depth + lines[number].lstrip(),
    )


def misaligned(lines: Sequence[str], number: int) -> Slip | None:
    """Return a line that stands between the depths of those above, put at the nearest of its kind."""
    if number >= len(lines) or not lines[number].strip():
        return None
    line = lines[number]
    is_entry = line.lstrip().startswith("- ")
    depths: dict[int, int] = {}
    for at in range(number - 1, -1, -1):
        above = lines[at]
        if not above.strip() or above.lstrip().startswith("#"):
            continue
        dash = above.lstrip().startswith("- ")
        if dash and is_entry:
            depths.setdefault(indent(above), at)
        elif not is_entry:
            depths.setdefault(indent(above) + (len(above.lstrip()) - len(above.lstrip(" -")) if dash else 0), at)
        if indent(above) == 0:
            break
    here = indent(line)
    if is_entry and (field := _field_at(lines, number, here)) is not None:
        message = f"an entry of a list stands here beside `{lines[field].strip()}`, which is none"
        return Slip(
            number, here, message, f"write `- ` before what begins in line {field + 1} as well, or nowhere", ""
        )
    if not depths or here in depths or not (is_entry or _FIELD.fullmatch(line)):
        return None
    # What goes on right below an entry says where its dash was meant to stand.
    goes_on = indent(lines[number + 1]) - 2 if is_entry and lines[number + 1 :] else -1
    depth = goes_on if goes_on in depths else min(depths, key=lambda each: (abs(each - here), -each))
    message = "this line begins between the lines above, and belongs to none of them"
    mend = (
        f"write {depth} blanks before it, as line {depths[depth] + 1} begins"
        if depth
        else "begin it without blanks"
    )
    return Slip(number, here, message, mend, " " * depth + line.lstrip())


def _field_at(lines: Sequence[str], number: int, depth: int) -> int | None:
    """Return the line above of the same depth, if a field begins there and no entry."""
    above = next((n for n in range(number - 1, -1, -1) if lines[n].strip() and indent(lines[n]) <= depth), None)
    if above is None or indent(lines[above]) != depth or lines[above].lstrip().startswith(("- ", "#")):
        return None
    # A list may stand right below the name that it belongs to.
    return None if lines[above].rstrip().endswith(":") else above


def gone_on(lines: Sequence[str], stopped_at: tuple[int, int], opened_at: tuple[int, int] | None) -> Slip | None:
    """Return the line where the text above goes on, which has to stand further in than its name."""
    number = opened_at[0] if opened_at else stopped_at[0]
    if not 0 < number < len(lines) or not lines[number].strip() or _FIELD.fullmatch(lines[number]):
        return None
    above = ENTRY.fullmatch(lines[number - 1]) or _NAME.fullmatch(lines[number - 1])
    if not above or not above["key"] or indent(lines[number]) > above.start("key") or above["value"][:1] in _SIGNS:
        return None
    blanks = " " * (above.start("key") + 2)
    message = f"this line is no field; if the text of `{above['key']}` goes on here, it must stand further in"
    mend = f"write {len(blanks)} blanks before it"
    return Slip(number, indent(lines[number]), message, mend, blanks + lines[number].lstrip())


def missing_comma(
    lines: Sequence[str], stopped_at: tuple[int, int], opened_at: tuple[int, int] | None
) -> Slip | None:
    """Return a line without its comma, where all is written with brackets, as in JSON."""
    if not opened_at or "".join(lines).lstrip()[:1] not in "{[":
        return None
    before = next((n for n in range(min(stopped_at[0], len(lines)) - 1, -1, -1) if lines[n].strip()), 0)
    line = lines[before].rstrip()
    if before <= opened_at[0] or line.endswith((",", "{", "[", ":")):
        return None
    return slip(before, len(line), "a comma is missing at the end of this line", f"{line},")
