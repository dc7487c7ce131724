"""Tests of lists of which a page shows a hundred rows, and of what is put away on disk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.base.rows import PackedRows, Rows, encoded, selected
from cjsite.base.shelf import Shelf
from cjsite.summaries.links import Link

COUNTS = st.integers(0, 320)


def links(count: int) -> list[Link]:
    return [Link(f"Row {number}", f"row/{number}") for number in range(count)]


@given(COUNTS, st.integers(-330, 330), st.integers(-330, 330))
def test_packed_rows_are_the_rows(count: int, begin: int, end: int) -> None:
    rows = links(count)
    packed = PackedRows(Link, map(encoded, rows))
    assert len(packed) == count
    assert list(packed) == rows
    assert packed[begin:end] == tuple(rows[begin:end])
    if -count <= begin < count:
        assert packed[begin] == rows[begin]
    else:
        with pytest.raises(IndexError):
            packed[begin]


def test_rows_of_packed_rows_are_packed_as_well() -> None:
    rows = links(205)
    packed = selected(PackedRows(Link, map(encoded, rows)), lambda link: link.url.endswith("7"))
    assert isinstance(packed, PackedRows)
    assert tuple(packed) == selected(tuple(rows), lambda link: link.url.endswith("7")) != ()


def test_rows_are_made_when_they_are_asked_for_and_not_before() -> None:
    made: list[int] = []

    def make(number: int) -> int:
        made.append(number)
        return number * 10

    rows = Rows(range(1000), make)
    assert made == []
    assert rows[200:202] == (2000, 2010)
    assert made == [200, 201]
    assert rows == Rows(range(1000), make) != Rows(range(999), make)


@given(st.lists(st.dictionaries(st.text(max_size=3), st.binary(max_size=40), max_size=5), max_size=8), COUNTS)
def test_what_is_put_away_is_what_is_read(texts: list[dict[str, bytes]], most: int) -> None:
    shelf = Shelf(most)
    assert [dict(put) for put in [shelf.put(own) for own in texts]] == texts


def test_what_is_not_there_is_told() -> None:
    put = Shelf(0).put({"a": b"1", "b": b""})
    assert put.get("c") is None
    assert put["b"] == b""
    assert "a" in put
