"""A line of YAML as authors write it: its entry, its value, and the line as it was meant."""

import re
from functools import cache

from cjsite.base.frozen import frozen
from cjsite.model.types import Record

_KEY = r"\"[^\"]+\"|'[^']+'|[^\s\"'#\[\]{},:-][^\"'#\[\]{}:]*"
ENTRY = re.compile(rf"(?P<head>\s*(?:-\s+)*(?:(?P<key>{_KEY}):\s+|-\s+))(?P<value>\S.*?)\s*")
"""A line with a value: after a key, or in a list."""
BLOCK_TEXT = re.compile(r"[>|][-+0-9]*(?:\s+#.*)?")
_BELOW_ZERO = re.compile(r"-[\d.,]")
CANNOT_BEGIN = tuple("*&!%@`>|?{}[],-:")


@frozen
class Slip:
    """A slip: its line and column (from 0), and the line as it was meant, None where nobody can know.

    also: other lines that were meant otherwise for the same reason.
    """

    line: int
    column: int
    message: str
    mend: str
    meant: str | None = None
    also: tuple[tuple[int, str], ...] = ()


def slip(line: int, column: int, message: str, meant: str) -> Slip:
    """Return a slip whose mend is the line as it was meant."""
    return Slip(line, column, message, f"write: {meant.strip()}", meant)


def in_quotes(text: str) -> str:
    """Return a text between quotes, as YAML reads it."""
    return f'"{text}"' if '"' not in text and "\\" not in text else "'" + text.replace("'", "''") + "'"


def needs_quotes(sign: str) -> str:
    """Return what is wrong with a text that begins with a sign that means something to YAML."""
    return f"a text that begins with {'a backtick' if sign == '`' else f'`{sign}`'} needs quotes"


def begins_otherwise(text: str) -> bool:
    """Tell whether a text begins with a sign that means something to YAML; a number below zero does not."""
    return text.startswith(CANNOT_BEGIN) and not _BELOW_ZERO.match(text)


def indent(line: str) -> int:
    """Return how many blanks a line begins with."""
    return len(line) - len(line.lstrip())


@cache
def field_names() -> frozenset[str]:
    """Return the names of all fields that content may have."""
    below, names = [Record], set[str]()
    while below:
        model = below.pop()
        below += model.__subclasses__()
        names |= model.model_fields.keys()
    return frozenset(names)
