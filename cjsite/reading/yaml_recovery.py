"""YAML read through to its end: a slip is told where it was made, and what stands below it is read all the same."""

from dataclasses import dataclass, field
from typing import Any

from cjsite.reading.tree import Unreadable, events, load
from cjsite.reading.yaml_line import Slip
from cjsite.reading.yaml_misreadings import Fault, is_suspect, misreadings
from cjsite.reading.yaml_slips import slip_in, told_at_once

_MOST_SLIPS = 60
_MOST_MENDS = 3
"""How often one line is read otherwise than it stands there."""
_MOST_READ = 4_000_000
"""Characters that are parsed for one file at most, however many slips it has."""


@dataclass
class RecoveredTree:
    """What a text says, as far as it can be read; is_torn: whether a part of it is left out.

    mended: the lines that were read as they were meant, from 0.
    """

    tree: Any = None
    faults: list[Fault] = field(default_factory=list)
    is_torn: bool = False
    mended: list[int] = field(default_factory=list)


def read_through(text: str, first_line: int = 1) -> RecoveredTree:
    """Return the tree of a YAML text and all that is wrong with it; `first_line` is its line in the file."""
    # What is said of other lines names them as they are counted in the file.
    lines, first_line = [""] * (first_line - 1) + text.split("\n"), 1
    reading = RecoveredTree()
    for seen in list(told_at_once(text, lines)):
        _take_up(reading, seen, lines, first_line)
    for _ in range(max(3, min(_MOST_SLIPS, _MOST_READ // (len(text) + 1)))):
        try:
            reading.tree = load("\n".join(lines), first_line)
            break
        except Unreadable as error:
            reading.tree = error.tree
            if error.stopped_at is None:
                reading.faults += error.faults
                break
            if not _mended(reading, error, lines, first_line):
                reading.is_torn = True
                break
    if reading.tree is not None and is_suspect(text):
        read = "\n".join(lines)
        reading.faults += [
            ((line + first_line - 1, column), message, mend)
            for (line, column), message, mend in misreadings(events(read), lines)
        ]
    reading.faults.sort(key=lambda fault: fault[0])
    return reading


def _mended(reading: RecoveredTree, error: Unreadable, lines: list[str], first_line: int) -> bool:
    """Make the lines such that the parser gets further, and note why; False where it cannot."""
    line, column = error.stopped_at or (0, 0)
    stopped_at = line - first_line + 1, column
    opened_at = error.opened_at and (error.opened_at[0] - first_line + 1, error.opened_at[1])
    seen = slip_in(lines, stopped_at, opened_at)
    # What is still wrong as it was meant is not mended on and on: each time it might be twice as long.
    if seen and seen.meant != lines[seen.line] and reading.mended.count(seen.line) < _MOST_MENDS:
        _take_up(reading, seen, lines, first_line)
        return True
    # Nobody can know what was meant: it is left out with all below it, and the next of its depth is read.
    reading.is_torn = True
    at = next((n for n in range(min(stopped_at[0], len(lines) - 1), -1, -1) if lines[n].strip()), None)
    if at is None:
        return False
    if not _is_told(reading, line + 1):
        reading.faults.append(error.faults[-1])
    depth = _depth(lines[at])
    lines[at] = ""
    for below in range(at + 1, len(lines)):
        if lines[below].strip() and _depth(lines[below]) <= depth:
            break
        lines[below] = ""
    return True


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip())


def _take_up(reading: RecoveredTree, slip: Slip, lines: list[str], first_line: int) -> None:
    # A line that is not right even as it was meant to be is told of once.
    if not _is_told(reading, slip.line + first_line):
        reading.faults.append(((slip.line + first_line, slip.column + 1), slip.message, slip.mend))
    lines[slip.line] = slip.meant or ""
    reading.mended.append(slip.line)
    for number, meant in slip.also:
        lines[number] = meant


def _is_told(reading: RecoveredTree, line: int) -> bool:
    return any(place[0] == line for place, _, _ in reading.faults)
