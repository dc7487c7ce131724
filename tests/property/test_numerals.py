"""Numbers as people write them: whatever way one is written, it is read as the same, or not at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from cjsite.base.span import Span, sum_of
from cjsite.model.numerals import is_numeral, number_in, rating_in, share_in
from cjsite.model.quantities import parse_duration, parse_share
from cjsite.model.types import Count, Number, Rank

THOUSANDS = st.sampled_from([" ", "\u00a0", "\u2009", "\u202f", "'", "’"])
MINUS = st.sampled_from(["-", "−", "–", "− "])
FIGURES = st.decimals(-(10**9), 10**9, places=2, allow_nan=False)
MINUTES = st.integers(1, 5000)


@given(FIGURES, THOUSANDS, st.sampled_from(".,"), MINUS)
def test_a_number_is_the_same_however_it_is_written(figure: object, gap: str, point: str, minus: str) -> None:
    value = float(str(figure))
    written = f"{abs(value):,.2f}".replace(".", point if point == "." else ";").replace(",", gap).replace(";", ",")
    assert number_in(f"{minus}{written}" if value < 0 else written) == value
    assert is_numeral(written)


@given(st.integers(1000, 10**9), st.sampled_from(",."))
def test_marks_between_thousands_are_read_or_told_and_never_guessed(value: int, mark: str) -> None:
    written = f"{value:,}".replace(",", mark)
    if written.count(mark) > 1:
        assert number_in(written) == value
    elif mark == ".":
        assert number_in(written) == value / 1000, "a point is the decimal point of the format"
    else:
        with pytest.raises(PydanticCustomError, match="may be"):
            number_in(written)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (number_in, rating_in, share_in):
        try:
            found = read(text)
        except PydanticCustomError as error:
            assert "; " in error.message(), "with a mend"
        else:
            assert found is None or is_numeral(text)


@given(st.integers(0, 100), st.integers(1, 100))
def test_a_part_of_something_is_a_share(part: int, whole: int) -> None:
    for written in (f"{part}/{whole}", f"{part} of {whole}", f"{part} out of {whole}"):
        assert rating_in(written) == (part, whole)
        assert share_in(written) == pytest.approx(100 * part / whole)
    assert (parse_share(f"{part}%"), parse_share(f"{part},5 %" if part < 100 else "100 %")) == (
        part, part + 0.5 if part < 100 else 100,
    )  # fmt: skip


@pytest.mark.parametrize("written", ["1,234", "8/10", "3 of 7", "30%", "30 per cent", "74\u202f%"])
def test_what_no_number_can_be_is_told_alike_in_every_field(written: str) -> None:
    told = []
    for kind in (Number, Count, Rank):
        with pytest.raises(ValidationError) as refused:
            TypeAdapter(kind).validate_python(written)
        (error,) = refused.value.errors()
        assert error["type"] == "numeral"
        told.append(error["msg"].partition("; ")[0])
    assert len(set(told)) == 1


@pytest.mark.parametrize(
    ("written", "rank"), [("4", 4), ("4,0", 4), ("+4", 4), ("4/5", 4), ("3 of 5", 3), ("3 von 5", 3)]
)
def test_a_rating_with_the_top_of_the_field_is_its_number(written: str, rank: int) -> None:
    assert TypeAdapter(Rank).validate_python(written) == rank


@given(MINUTES, MINUTES, st.sampled_from(["–", "-", " to ", " – ", " — "]), st.booleans())
def test_a_range_of_time_has_both_ends(one: int, other: int, between: str, named: bool) -> None:
    low, high = sorted((one, other))
    written = f"{low}{' min' if named else ''}{between}{high} min"
    if not named and between == " to ":
        written = f"{low} to {high} minutes"
    assert parse_duration(written).minutes == Span(low, high)
    if low < high:
        with pytest.raises(PydanticCustomError, match="backwards"):
            parse_duration(f"{high} min{between}{low} min")


@given(st.lists(st.tuples(MINUTES, MINUTES).map(sorted).map(lambda ends: Span(*ends)), max_size=6))
def test_a_sum_of_ranges_lies_between_the_sums_of_their_ends(spans: list[Span]) -> None:
    whole = sum_of(spans)
    assert (whole.low, whole.high) == (sum(s.low for s in spans), sum(s.high for s in spans))
    saved = whole - whole
    assert saved.low == -saved.high <= 0
    assert saved.sign == 0
