"""Cells of tables: nothing in them is run, whichever separator a spreadsheet takes, and numbers are numbers."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.text.spreadsheet import cell, text_cell, text_of_cell


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


@pytest.mark.parametrize(
    "text",
    [
        "007",
        "1-2",
        "1/2",
        "1e5",
        "+5",
        "1,000",
        "1.10",
        "12:30 PM",
        "9 a.m.",
        "3. Mai",
        "mars 2026",
        "5 %",
        "$3",
        "TRUE",
        "wahr",
        "Tue 5 Mar",
        "2024-01-02T10:00Z",
        "١٢٫٥٪",
        "'7",
    ],
)
def test_a_text_that_looks_like_a_number_is_told_to_be_one(text: str) -> None:
    assert text_cell(text) == f"'{text}" and text_of_cell(text_cell(text)) == text


def test_a_number_in_the_first_of_several_lines_begins_no_sum() -> None:
    assert cell("+5\n+6") == "'+5\n+6" and text_of_cell("'+5\n+6") == "+5\n+6"
    assert cell("-5%; late") == "-5%; late"


def test_a_row_of_hours_is_looked_through_as_quickly_as_any_text() -> None:
    # Where one text can be read in two ways at each hour, twenty of them take half a minute, and forty for ever.
    hours = "9 a.m. 5 am. " * 40 + "daily"
    assert text_cell(hours) == hours


@pytest.mark.parametrize("text", ["", "12 riders", "May", "Q4", "a#1-2", "e", "trueness", "1-2#a", "5 € off", "am"])
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert text_cell(text) == text


@given(st.text(alphabet="07+-=,.:/ 'e%aM", max_size=8))
def test_a_sign_that_makes_a_text_of_a_number_goes_again(text: str) -> None:
    written = text_cell(text)
    assert written == cell(text) or text_of_cell(written) == text
