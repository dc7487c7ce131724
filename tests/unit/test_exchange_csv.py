"""Tables as text: every way that spreadsheets save one gives the same cells, each with its place."""

import csv
import doctest
import importlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.exchange.csv_table import csv_table_grids, is_csv_table
from cjsite.exchange.imported import NotImported
from cjsite.text.spreadsheet import cell, text_of_cell
from tests.support.sheets import said, texts

ROWS = [["Phase", "Wartet", "Fährt"], ["Gefühl", "-1,5", "2"], ["Zitat", 'Wo, bitte;\nist "sie"?', "a|b\tc"]]


def _written(sign: str, rows: list[list[str]] = ROWS) -> str:
    stream = io.StringIO()
    csv.writer(stream, delimiter=sign).writerows(rows)
    return stream.getvalue()


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_separator_and_encoding_gives_the_same_cells(sign: str, encoding: str) -> None:
    data = _written(sign).encode(encoding)
    assert is_csv_table("a.csv", data) and is_csv_table("-", data)
    (grid,) = csv_table_grids("a.csv", data)
    assert texts(grid) == ROWS
    assert any("read as Windows-1252" in note for note in said(grid)) == (encoding == "cp1252")
    assert any("between its cells" in note for note in said(grid)) == (sign != ",")


def test_a_declared_separator_counts() -> None:
    (grid,) = csv_table_grids("a.csv", b"sep=;\r\na,b;c,d\r\ne,f;g,h\r\n")
    assert texts(grid) == [["a,b", "c,d"], ["e,f", "g,h"]]
    assert str(grid.place) == "a.csv:2:1"


def test_places_are_lines_of_rows_and_numbers_of_cells() -> None:
    (grid,) = csv_table_grids("a.csv", b'a,b\n"one\ntwo",c\nd,\n')
    assert [str(row[-1].place) for row in grid.rows] == ["a.csv:1:2", "a.csv:2:2", "a.csv:4:2"]


def test_what_keeps_a_spreadsheet_from_running_or_counting_is_no_text() -> None:
    rows = _written(",", [["id", "text"], ['="007"', "'=1+1"], ["'tis", "'- none"]])
    (grid,) = csv_table_grids("a.csv", rows.encode())
    assert texts(grid)[1:] == [["007", "=1+1"], ["'tis", "- none"]]


def test_empty_rows_and_columns_at_the_edge_are_not_there() -> None:
    (grid,) = csv_table_grids("a.csv", b"A late ferry,,,\n,,,\nStage,Waits,,\n\nPain,dear,,\n")
    assert texts(grid) == [["Stage", "Waits"], ["Pain", "dear"]]
    assert (grid.title, grid.above) == ("A late ferry", ())
    (grid,) = csv_table_grids("a.csv", b"It was late.,,,\n,,,\nStage,Waits,,\n\nPain,dear,,\n")
    assert (grid.title, [text for _, text in grid.above]) == ("", ["It was late."])


@pytest.mark.parametrize(
    "text",
    [
        "# A map\n\nOne, two, three\n",
        "| Stage | Waits | Goes |\n|---|---|---|\n| a | b | c |\n",
        "Stage | Waits | Goes\n--- | --- | ---\na | b | c\n",
        '{"a": 1, "b": 2,\n"c": 3, "d": 4}',
        "journey\n  title A, b, c\n  Go: 5: Me, You, They\n",
        "Dear all, this, and that\nshould, well, not be\n\na, table\n",
        "",
    ],
)
def test_other_texts_are_no_tables(text: str) -> None:
    assert not is_csv_table("-", text.encode())


def test_other_files_are_no_tables() -> None:
    for data in (b"PK\x03\x04,,,\n,,,", b"%PDF-1,2,3\n1,2,3", bytes(range(256))):
        assert not is_csv_table("a.txt", data)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("Этап,Чувство\nОжидание,плохо\n".encode("cp1251"), "neither UTF-8 nor UTF-16 nor Windows-1252"),
        (b"a,b\0\0\0c", "neither UTF-8"),
        (b"a,b\n" + b"x" * 200_000 + b",c\n", "a.csv:2:1: the cells of this row cannot be told apart"),
        (b'a,b\nc,"d\ne,f\ng,h\n', "a.csv:2:1: the cells of this row cannot be told apart"),
        (b"\n , \n", "no cell of this table has a text"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(NotImported, match=sentence):
        csv_table_grids("a.csv", data)


_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl"]), max_size=9).map(str.strip)


@given(st.lists(st.lists(_TEXTS, min_size=3, max_size=3), min_size=2, max_size=5), st.sampled_from(",;\t"))
def test_every_word_of_a_table_comes_in(rows: list[list[str]], sign: str) -> None:
    data = f"sep={sign}\n{_written(sign, [[cell(text) for text in row] for row in rows])}".encode()
    words = {text for row in rows for text in row if text and "_x" not in text and "'" not in text}
    if not any(map(any, rows)):
        return
    grids = csv_table_grids("a.csv", data)
    shown = {text for grid in grids for row in texts(grid) for text in row}
    above = " ".join(text for grid in grids for _, text in grid.above)
    assert {text for text in words if text not in shown and text.rstrip(": ") not in above} == set()


@given(st.text(alphabet="=+-@,;\t\n\r a1.％", max_size=12))
def test_a_guarded_text_is_read_as_it_was(text: str) -> None:
    assert text_of_cell(cell(text)) == text


@pytest.mark.parametrize(
    "name", ["decoding", "hidden_cells", "number_formats", "ods_look", "sheet_text", "xlsx_look"]
)  # fmt: skip
def test_examples(name: str) -> None:
    assert doctest.testmod(importlib.import_module(f"cjsite.exchange.{name}")).failed == 0
