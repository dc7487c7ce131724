"""Cells of tables that spreadsheets open: no text of an author's is taken for a formula, and run."""

import re

_PART = r"[ \t\r\n\v\f\xa0\"]*"
_RISKY = re.compile(rf"(?P<start>\A(?=[\t\r\n])|(?:\A|[,;\t\r\n])(?={_PART}[=+\-@＝＋－＠]))")
"""Where a cell begins, or would if the table were read with another separator, and what begins is no plain text."""
_NUMBER = re.compile(rf"{_PART}[+-]\d[\d.,]*\s?%?\s*(?=[;\t\r\n]|\Z)")


def cell(value: object) -> str:
    """Return a value as a cell; a sign in front tells spreadsheets that a text is one, numbers stay numbers.

    >>> cell("=1+1"), cell("late; -5%; =x"), cell(-2.5), cell("- none")
    ("'=1+1", "late; -5%;' =x", '-2.5', "'- none")
    """
    if isinstance(value, int | float):
        return str(value)
    text = "; ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    return _RISKY.sub(lambda risk: risk[0] if _NUMBER.match(text, risk.end()) else f"{risk[0]}'", text)


_GUARDED = r"(?:[ \t\r\n\v\f\xa0\"]|(?<=[,;\t\r\n])')*"
_GUARD = re.compile(rf"(\A|[,;\t\r\n])'(?={_GUARDED}[=+\-@＝＋－＠]|(?<=\A')[\t\r\n])")
"""What `cell` puts there, and what it stands before; other signs of it may stand between."""


def text_of_cell(written: str) -> str:
    """Return what a cell says without the signs that `cell` puts there.

    >>> text_of_cell("'=1+1"), text_of_cell("late; -5%;' =x"), text_of_cell("'tis")
    ('=1+1', 'late; -5%; =x', "'tis")
    """
    return _GUARD.sub(r"\1", written)
