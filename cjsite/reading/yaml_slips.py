"""Slips in YAML that its parser stumbles over: where each was made, what to write, and the line so written.

The parser says where it could not go on, which is often lines below the slip, in words for those who know YAML.
Here the line is looked for that was meant otherwise. Read as it was meant, the rest of the file is checked as well.
"""

import re
from collections.abc import Iterator, Sequence

from cjsite.reading.merge_marks import MEND, MESSAGE, merge_marks
from cjsite.reading.yaml_entries import LIST_SLIPS, other_bullet, text_with_fields
from cjsite.reading.yaml_layout import flat_text, gone_on, misaligned, missing_comma, remark, row, too_deep
from cjsite.reading.yaml_line import ENTRY, Slip, field_names, indent, slip
from cjsite.reading.yaml_quotes import unquoted

_GLUED = re.compile(
    r"(?P<head>\s*(?:-\s+)*)(?P<quote>[\"']?)(?P<key>[A-Za-z_]+)(?P=quote)(?P<colon>[:：﹕])(?P<value>\S.*)"
)
_BRACKETED = re.compile(r"\s*(?:-\s+)*(?P<key>\w[\w-]*)\s+(?P<value>\{.*\}|\[.*\])\s*")
_BARE = re.compile(r"(?P<head>\s*(?:-\s+)*)(?P<key>[A-Za-z_]+)(?:\s*=\s*|\s+)(?P<value>[^\s:=][^:]*)")
_NAME = re.compile(r"(?P<head>\s*(?:-\s+)*)(?P<key>[A-Za-z_]+)\s*")
_WIDE = re.compile(r"(?P<head>\s*(?:-\s+)*[\w ]+)[：﹕]\s*(?P<value>.*)")
_BLANKS = re.compile(r"[\s-]*[\u00a0\u2007\u202f\u3000]")
_BLANK_BEHIND = re.compile(r"(?P<head>\s*(?:(?:-\s+)*[\w ]+:|-))[\u00a0\u2007\u202f\u3000]\s*(?P<value>.*)")
_TAB = re.compile(r" *(?:- *)*\t")
_BREAKS = re.compile("[\u0085\u2028\u2029]")
_DASHED = re.compile(r"(?P<head>\s*)-(?P<text>[^\s\d.,>-].*)")
_LOOK_BACK = 40
"""Lines above the one that the parser stopped at in which an open quote is looked for."""


def told_at_once(text: str, lines: Sequence[str]) -> Iterator[Slip]:
    """Yield the lines of a text that can be seen to be wrong before anything is parsed."""
    for number in merge_marks(text, lines):
        yield Slip(number, 0, MESSAGE, MEND, "")
    for number, line in enumerate(lines if _BREAKS.search(text) else ()):
        if not line.isascii() and (end := _BREAKS.search(line)):
            message = "a line separator stands here, which nobody sees and YAML takes for the end of the line"
            yield Slip(number, end.start(), message, "write a blank, or a new line", _BREAKS.sub(" ", line))


def slip_in(lines: Sequence[str], stopped_at: tuple[int, int], opened_at: tuple[int, int] | None) -> Slip | None:
    """Return the slip that made the parser stop, None where no line says clearly what was meant.

    stopped_at: line and column, from 0. opened_at: where the quote or bracket began that it was in.
    """
    line, _ = stopped_at
    for number in dict.fromkeys((min(line, len(lines) - 1), line - 1)):
        if 0 <= number < len(lines):
            for of_line in (_signs, _glued, _dashed, other_bullet, colonless, _name_alone, unquoted):
                if seen := of_line(lines[number], number):
                    return seen
            for look in (row, remark, text_with_fields):
                if seen := look(lines, number):
                    return seen
    within = missing_comma(lines, stopped_at, opened_at) or _open(lines, stopped_at, opened_at)
    listed = next(filter(None, (look(lines, line) for look in LIST_SLIPS)), None)
    layout = flat_text(lines, line) or gone_on(lines, stopped_at, opened_at) or misaligned(lines, line)
    return listed or too_deep(lines, line) or within or layout


def _signs(line: str, number: int) -> Slip | None:
    """Return a sign that looks like a blank or a colon, and is none to YAML."""
    if blank := _BLANKS.match(line):
        indent = line[: len(line) - len(line.lstrip())]
        meant = re.sub("[\u00a0\u2007\u202f\u3000]", " ", indent) + line.lstrip()
        return slip(number, blank.end() - 1, "a no-break space stands where YAML wants plain ones", meant)
    if "\ufeff" in line:
        meant = line.replace("\ufeff", "")
        return slip(number, line.index("\ufeff"), "a sign that nobody sees stands in this word", meant)
    if tab := _TAB.match(line):
        meant = line[: tab.end()].replace("\t", "  ") + line[tab.end() :]
        return Slip(number, tab.end() - 1, "a tab stands where YAML wants spaces",
                    "replace the tab by spaces (two a level)", meant)  # fmt: skip
    if behind := _BLANK_BEHIND.fullmatch(line):
        meant = f"{behind['head']} {behind['value']}"
        return slip(number, behind.end("head"), "a no-break space stands where YAML wants plain ones", meant)
    if wide := _WIDE.fullmatch(line):
        meant = f"{wide['head']}: {wide['value']}".rstrip()
        return slip(number, wide.end("head"), "this colon is not the plain `:`", meant)
    return None


def _glued(line: str, number: int) -> Slip | None:
    """Return a known name with its value right behind the colon."""
    glued = _GLUED.fullmatch(line)
    if not glued or glued["key"].lower() not in field_names():
        return None
    meant = f"{glued['head']}{glued['key'].lower()}: {glued['value']}"
    return slip(number, glued.start("colon"), "a blank is missing after the colon", meant)


def colonless(line: str, number: int) -> Slip | None:
    """Return a known name with its value, and no colon between them."""
    if bracketed := _BRACKETED.fullmatch(line):
        meant = f"{line[: bracketed.end('key')]}: {bracketed['value']}"
        return slip(number, bracketed.end("key"), f"a `:` is missing after `{bracketed['key']}`", meant)
    bare = _BARE.fullmatch(line)
    if not bare or bare["key"].lower() not in field_names():
        return None
    meant = f"{bare['head']}{bare['key'].lower()}: {bare['value']}"
    return slip(number, bare.end("key"), f"a `:` is missing after `{bare['key']}`", meant)


def _name_alone(line: str, number: int) -> Slip | None:
    """Return a known name that stands alone, and has no colon behind it."""
    name = _NAME.fullmatch(line)
    if not name or name["key"] not in field_names():
        return None
    return slip(number, name.end("key"), f"a `:` is missing after `{name['key']}`", f"{line.rstrip()}:")


def _dashed(line: str, number: int) -> Slip | None:
    """Return an entry of a list without a blank behind its dash."""
    dashed = _DASHED.fullmatch(line)
    if not dashed:
        return None
    message = "a blank is missing after the `-`"
    return slip(number, dashed.start("text"), message, f"{dashed['head']}- {dashed['text']}")


def _open(lines: Sequence[str], stopped_at: tuple[int, int], opened_at: tuple[int, int] | None) -> Slip | None:
    """Return the quote or bracket above that is still open, and swallowed what the parser did not understand."""
    for number, at, sign in _candidates(lines, stopped_at, opened_at):
        closing = {"[": "]", "{": "}"}.get(sign, sign)
        if sign in "[{" and lines[number].rstrip().endswith(closing):
            continue  # It is closed, and something is wrong inside.
        if sign in "[{" and lines[number].rstrip().endswith(sign):
            return _open_over_lines(lines, number, at, closing)
        what = "quote" if sign in "\"'" else f"`{sign}`"
        return slip(number, at, f"a {what} is opened here and not closed", lines[number].rstrip() + closing)
    return None


def _open_over_lines(lines: Sequence[str], number: int, at: int, closing: str) -> Slip:
    """Return the bracket of which nothing says where it is closed: below the lines that stand further in."""
    last = number
    for below in range(number + 1, len(lines)):
        if lines[below].strip() and indent(lines[below]) <= indent(lines[number]):
            break
        last = below if lines[below].strip() else last
    message = f"a `{lines[number][at]}` is opened here and not closed"
    mend = f"write a `{closing}` at the end of line {last + 1}"
    return Slip(number, at, message, mend, lines[number] + " ", ((last, f"{lines[last]}{closing}"),))


def _candidates(
    lines: Sequence[str], stopped_at: tuple[int, int], opened_at: tuple[int, int] | None
) -> Iterator[tuple[int, int, str]]:
    if opened_at and opened_at[0] < len(lines):
        sign = lines[opened_at[0]][opened_at[1] : opened_at[1] + 1]
        if sign and sign in "\"'[{":
            yield *opened_at, sign
    for number in range(min(stopped_at[0], len(lines)) - 1, max(-1, stopped_at[0] - _LOOK_BACK), -1):
        entry = ENTRY.fullmatch(lines[number])
        value = entry["value"] if entry else ""
        if entry and value[0] in "\"'" and value.count(value[0]) == 1:
            yield number, entry.start("value"), value[0]
