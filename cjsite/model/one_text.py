"""What one text may be: a line and no table, one thing and not several."""

import re
from unicodedata import normalize

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

_BREAK = re.compile(r"\s*[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")
_SEVERAL = re.compile(r"[,;]\s|[、，；،؛]|\s(?:->|→|>|\||/|•)\s|\n|(?:^|\s)\d+[.)]\s")


def one_line(text: str) -> str:
    """Return a short text on one line; a table that was pasted into it is a problem."""
    # A block text (`title: >`) ends with a line break, which no heading, attribute or calendar may hold.
    if text.isprintable():
        return text
    inner = text.strip()
    if "\t" in inner and ("\n" in inner or inner.count("\t") > 1):
        message = "a tab stands inside this text, as in a row of a table; write each cell as a field of its own"
        raise PydanticCustomError("table", message)
    return _BREAK.sub(" ", text).strip(" ")


def one_form(value: object) -> object:
    """Return a name in the one form of Unicode in which names are compared; some systems write `ö` as two signs."""
    return value if not isinstance(value, str) or value.isascii() else normalize("NFC", value)


def several_in(text: str) -> list[str]:
    """Return the things that are written as one text with commas or the like between them; none where it is one.

    >>> several_in("Choose, buy"), several_in("選ぶ、買う"), several_in("Choose")
    (['Choose', 'buy'], ['選ぶ', '買う'], [])
    """
    parts = [part.strip(" -[]") for part in _SEVERAL.split(text)]
    parts = [part for part in parts if part]
    return parts if len(parts) > 1 else []


def one_each(value: object, info: ValidationInfo) -> object:
    """Return a list of names, or one; several that are written as one text are a problem."""
    if isinstance(value, str) and (parts := several_in(value)):
        raise PydanticCustomError("several", several_message(info.field_name or ""), {"first": parts[0]})
    return value


def several_message(field: str) -> str:
    """Return what is said of several things as one text, `first` being the first of them."""
    mend = "write each on a line of its own, the first as `- {first}`"
    return f"`{field}` is one text, and would be one of them; {mend}"
