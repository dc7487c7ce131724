"""JSON knows where each thing stands, and what is none says where and why."""

import pytest

from cjsite.exchange.located_json import MOST_VALUES, load_json
from cjsite.reading.tree import Unreadable, mark_of


def test_places_are_lines_and_columns() -> None:
    tree = load_json('{\n  "a": [1,\n    "x"],\n "b": {"c": null}}')
    assert tree == {"a": [1, "x"], "b": {"c": None}}
    assert mark_of(tree, ("a", 1)) == (3, 5)
    assert mark_of(tree, ("b", "c"), key=True) == (4, 8)
    assert mark_of(tree, ("b", "c")) == (4, 13)


@pytest.mark.parametrize(
    ("text", "mark", "message"),
    [
        ("", (1, 1), "the text ends here"),
        ('{"a": 1,}', (1, 9), "`}` stands here"),
        ('{"a" 1}', (1, 6), "`1}` stands here"),
        ("[1 2]", (1, 4), "`2]` stands here"),
        ('{"a": 1} x', (1, 10), "something stands behind"),
        ('{"a": 1,\n "a": 2}', (2, 2), "`a` stands here twice"),
        ('["\\u0007"]', (1, 2), "control character"),
        ('["open]', (1, 2), "Unterminated string"),
        ("[1e999]", (1, 2), "too large"),
        ("[NaN]", (1, 2), "`NaN]` stands here"),
        ("[" * 41 + "]" * 41, (1, 1), "nested too deeply"),
        ("[" + "0," * MOST_VALUES + "0]", (1, 2 * MOST_VALUES), "more than 100,000 values"),
    ],
)
def test_what_is_none_says_where_and_why(text: str, mark: tuple[int, int], message: str) -> None:
    with pytest.raises(Unreadable) as raised:
        load_json(text)
    ((at, said, mend),) = raised.value.faults
    assert (at, message in said, bool(mend)) == (mark, True, True), said


def test_long_numbers_and_halves_of_signs_do_no_harm() -> None:
    assert load_json("[" + "9" * 200 + "]") == [float("9" * 200)]
    assert load_json('["\\ud800", "\\ud83d\\ude00"]') == ["\ufffd", "😀"]
