"""How far a block reaches that holds other blocks: what stands as far in as its first word, or has its mark."""

import re
from collections.abc import Sequence

from cjsite.text.dialect.lines import FENCE, HEADING, QUOTE, RULE, begins_block, fence_below

_MARKS = re.compile(r"^(?: {0,3}(?:>|[-+*]|\d{1,9}[.)])(?: |$))+")
"""Of the containers that a line opens before its first word."""


class _Open:
    """Follows the lines of a container: whether a line that is not marked as its own goes on with its paragraph."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._fence = ""

    def add(self, line: str) -> None:
        """Add a line that is the container's own."""
        self.lines.append(line)
        self._fence = fence_below(line, self._fence)

    def goes_on_with(self, line: str) -> bool:
        """Tell whether a line of words is the next of the paragraph that the container ends with."""
        last = _MARKS.sub("", self.lines[-1]) if self.lines else ""
        if not last.strip() or not line.strip() or self._fence or begins_block(line):
            return False
        return not (FENCE.match(last) or HEADING.match(last) or RULE.match(last))


def indented(lines: Sequence[str], start: int, first: str, depth: int) -> tuple[list[str], int]:
    """Return what stands `depth` blanks in from a line on, below a container's first words, and where it ends."""
    own = _Open()
    own.add(first)
    for number in range(start, len(lines)):
        line = lines[number]
        if not line.strip():
            if not first and number == start:
                return own.lines, number
            own.add("")
        elif line.startswith(" " * depth):
            own.add(line[depth:])
        elif own.goes_on_with(line):
            own.add(line.lstrip())
        else:
            return own.lines, number
    return own.lines, len(lines)


def quoted(lines: Sequence[str], start: int = 0) -> tuple[list[str], int]:
    """Return the lines of the quote that begins at a line, without its marks, and where it ends."""
    own = _Open()
    for number in range(start, len(lines)):
        line = lines[number]
        mark = QUOTE.match(line)
        if not mark and not own.goes_on_with(line):
            return own.lines, number
        own.add(line[mark.end() :] if mark else line.lstrip())
    return own.lines, len(lines)
