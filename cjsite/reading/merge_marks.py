"""Marks that a merge leaves in a file where two versions of it differ."""

import re
from collections.abc import Iterator, Sequence

_MARK = re.compile(r"(?P<sign>[<>|=])(?P=sign){6}(?:\s.*)?")
_CERTAIN = re.compile(r"^(?:<{7}|>{7}|\|{7})(?:\s|$)", re.MULTILINE)
"""What nobody writes for another reason: a line of `=` may also stand below a heading."""

MESSAGE = "two versions of the file stand here, with a mark of the merge between them"
MEND = "keep what is right of both, and remove the lines of `<`, `=` and `>`"


def merge_marks(text: str, lines: Sequence[str]) -> Iterator[int]:
    """Yield the numbers, from 0, of a text's lines that are marks of a merge."""
    if _CERTAIN.search(text):
        yield from (number for number, line in enumerate(lines) if _MARK.fullmatch(line))
