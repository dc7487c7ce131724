"""Marks that a merge leaves in a file where two versions of it differ."""

import re
from collections.abc import Iterator, Sequence

from cjsite.reading.source import Source

_MARK = re.compile(r"(?P<sign>[<>|=])(?P=sign){6}(?:\s.*)?")
_CERTAIN = ("<<<<<<<", ">>>>>>>", "|||||||")
"""What nobody writes for another reason: a line of `=` may also stand below a heading."""

MESSAGE = "two versions of the file stand here, with a mark of the merge between them"
MEND = "keep what is right of both, and remove the lines of `<`, `=` and `>`"


def merge_marks(text: str, lines: Sequence[str]) -> Iterator[int]:
    """Yield the numbers, from 0, of a text's lines that are marks of a merge."""
    if not any(sign in text for sign in _CERTAIN):
        return
    marks = [number for number, line in enumerate(lines) if _MARK.fullmatch(line)]
    if any(lines[number].startswith(_CERTAIN) for number in marks):
        yield from marks


def told_merge(source: Source) -> list[int]:
    """Return the numbers, from 0, of a file's lines that are marks of a merge, each noted as a problem."""
    marks = list(merge_marks(source.text, source.lines))
    for number in marks:
        source.problem((number + 1, 1), MESSAGE, MEND)
    return marks
