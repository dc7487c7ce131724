"""Cells of tables: nothing in them is run, whichever separator a spreadsheet takes, and numbers are numbers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.text.spreadsheet import cell


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        (" \u00a0@A1", "' \u00a0@A1"),
        ("＝1", "'＝1"),
        ("\tx", "'\tx"),
        ("late;=A1", "late;'=A1"),
        ("late\n-A1", "late\n'-A1"),
        ('late;"=A1"', 'late;\'"=A1"'),
        (("a", "+b"), "a;' +b"),
        ("x - y = z", "x - y = z"),
        ("-5", "-5"),
        ("late; -5 %; +3,5", "late; -5 %; +3,5"),
        ("-5+A1", "'-5+A1"),
        (-2.5, "-2.5"),
        (-1e-7, "-1e-07"),
        (0, "0"),
        (None, ""),
    ],
)
def test_cells(value: object, written: str) -> None:
    assert cell(value) == written


@given(st.text(alphabet="=+-@,;\t\n\r \"'1a%.＝", max_size=12))
def test_no_part_of_a_cell_is_a_formula(text: str) -> None:
    for part in re.split(r"[,;\t\r\n]", cell(text)):
        bare = part.strip(' "')
        if bare[:1] in tuple("=+-@＝"):
            assert re.fullmatch(r'[+-]\d[\d.]*\s?%?\s*"*', bare)
