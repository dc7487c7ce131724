"""Tables that spreadsheets open: no text of an author's is run as a formula, or read as a number or a day."""

import csv
import io
import re
from collections.abc import Iterable
from functools import lru_cache

_PART = r"[ \t\r\n\v\f\xa0\"]*"
_RISKY = re.compile(rf"(?P<start>\A(?=[\t\r\n])|(?:\A|[,;\t\r\n])(?={_PART}[=+\-@＝＋－＠]))")
"""Where a cell begins, or would if the table were read with another separator, and what begins is no plain text."""
_SIGN = re.compile(r"[=+\-@＝＋－＠](?<![^\s,;\"].)|\A[\t\r\n]")
"""What is in every text that has such a place: most texts have none, and are looked through quickly."""
_LINE = re.compile(r"[\t\r\n]")
_NUMBER = re.compile(rf"{_PART}[+-]\d[\d.,]*\s?%?\s*(?=[;\t\r\n]|\Z)")


def cell(value: object) -> str:
    """Return a value as a cell; a sign in front tells spreadsheets that a text is one, numbers stay numbers.

    >>> cell("=1+1"), cell("late; -5%; =x"), cell(-2.5), cell("- none")
    ("'=1+1", "late; -5%;' =x", '-2.5', "'- none")
    """
    if isinstance(value, int | float):
        return str(value)
    text = "; ".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
    if not _SIGN.search(text):
        return text
    return _RISKY.sub(lambda risk: risk[0] if _is_plain(text, risk) else f"{risk[0]}'", text)


def _is_plain(text: str, risk: re.Match[str]) -> bool:
    """Tell whether a number begins where a formula might; one in the first of several lines begins a sum of all."""
    number = _NUMBER.match(text, risk.end())
    return bool(number) and not (risk.end() == 0 and _LINE.search(text.rstrip()))


_MONTHS = """
    abr abril ago agosto août apr april aprile aug august augustus avr avril dec december dez dezember
    dezembro dic dicembre diciembre déc décembre ene enero feb febbraio febrero februar februari february fev
    fevereiro févr février gen gennaio giu giugno jan janeiro januar januari january janv janvier juil juillet
    juin jul julho juli julio july jun june junho juni junio lug luglio maart mag maggio mai maio mar march
    mars marzo março may mayo mei mrt mär märz nov november novembre novembro noviembre oct october octobre
    octubre okt oktober ott ottobre out outubro sep sept september septembre septiembre set setembro settembre
"""
"""Months as the languages that spreadsheets are most often set to write them."""
_DAYS = "sun mon tue wed thu fri sat sunday monday tuesday wednesday thursday friday saturday"
_WORDS = rf"(?<![^\W\d_])(?:[etz]|[ap]\.?m|{'|'.join(f'{_MONTHS} {_DAYS}'.split())})(?![^\W\d_])"
_NUMERIC = re.compile(rf"(?:[^\S\r\n]|[\d()+\-−–.,٫٬:/'’%٪€$£¥年月日]|{_WORDS})+\Z", re.IGNORECASE)
_TRUTHS = "true false wahr falsch vrai faux vero falso verdadero verdadeiro waar onwaar"
_TRUTH = re.compile(rf"\s*(?:{'|'.join(_TRUTHS.split())})\s*\Z", re.IGNORECASE)
_DIGIT = re.compile(r"\d")


def _is_read_otherwise(text: str) -> bool:
    """Tell whether a text is taken for a number, a sum, a day, a time or a truth: `007`, `1-2`, `1e5`."""
    bare = text.lstrip("'")
    return bool((_NUMERIC.match(bare) and _DIGIT.search(bare)) or _TRUTH.match(bare))


@lru_cache(4096)
def text_cell(text: str) -> str:
    """Return a text as a cell that stays one: an id, a title, a name.

    >>> text_cell("007"), text_cell("1-2"), text_cell("3 May 2026"), text_cell("=1"), text_cell("12 riders")
    ("'007", "'1-2", "'3 May 2026", "'=1", '12 riders')
    """
    return f"'{text}" if _is_read_otherwise(text) else cell(text)


def csv_rows(rows: Iterable[Iterable[str]]) -> str:
    """Return cells as rows of CSV (RFC 4180)."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def csv_file(parts: Iterable[str]) -> bytes:
    """Return rows of CSV as a file: UTF-8, with the byte-order mark by which spreadsheets know it.

    parts: written one after the other, so that no more of them is held than the file.
    """
    file = io.BytesIO()
    file.write(b"\xef\xbb\xbf")
    for part in parts:
        file.write(part.encode())
    return file.getvalue()


_GUARDED = r"(?:[ \t\r\n\v\f\xa0\"]|(?<=[,;\t\r\n])')*"
_GUARD = re.compile(rf"(\A|[,;\t\r\n])'(?={_GUARDED}[=+\-@＝＋－＠]|(?<=\A')[\t\r\n])")
"""What `cell` puts there, and what it stands before; other signs of it may stand between."""


def text_of_cell(written: str) -> str:
    """Return what a cell says without the signs that `cell` and `text_cell` put there.

    >>> text_of_cell("'=1+1"), text_of_cell("late; -5%;' =x"), text_of_cell("'007"), text_of_cell("'tis")
    ('=1+1', 'late; -5%; =x', '007', "'tis")
    """
    if written.startswith("'") and _is_read_otherwise(written):
        return written[1:]
    return _GUARD.sub(r"\1", written)
