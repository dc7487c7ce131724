"""YAML read through: what is well written is read as it is, and no slip hides what stands below it."""

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from cjsite.reading.yaml_recovery import read_through

WORDS = st.text(alphabet="aé9 -:#'\"[]{},*&!%@`>|?–\\.", max_size=12).map(str.strip)
TREES = st.recursive(WORDS, lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(
    st.text(alphabet="abc", min_size=1, max_size=3), inner, min_size=1, max_size=3), max_leaves=12)  # fmt: skip
SLIPS = ("x: a: b", "x: *a*", 'x: "a', "x: @a", "x: > 5", "x: - no", "title:A", "x: [a", "x: 'it's'")


def _texts(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _texts(value) for key, value in tree.items()}
    return [_texts(item) for item in tree] if isinstance(tree, list) else tree


@given(TREES, st.sampled_from([None, '"', "'"]), st.booleans())
def test_what_a_program_writes_is_read_as_it_is(tree: Any, quote: str | None, in_brackets: bool) -> None:
    text = yaml.safe_dump(
        tree, default_style=quote, default_flow_style=in_brackets, allow_unicode=True, width=10**6
    )
    reading = read_through(text.removesuffix("...\n"))
    assert reading.faults == []
    assert _texts(reading.tree) == (tree if tree != "" else "")


@given(st.lists(st.sampled_from((*SLIPS, "")), min_size=1, max_size=8))
def test_every_slip_has_its_line_and_what_stands_between_is_read(slips: list[str]) -> None:
    lines = [
        line for number, slip in enumerate(slips) for line in (slip.replace("x", f"x{number}"), f"k{number}: v")
    ]
    reading = read_through("\n".join(lines))
    told = {place[0] for place, _, _ in reading.faults}
    assert told >= {2 * number + 1 for number, slip in enumerate(slips) if slip}
    assert not reading.is_torn
    assert all(reading.tree[f"k{number}"] == "v" for number in range(len(slips)))


BITS = (
    "#x",
    '"',
    "[",
    "{",
    "}",
    ": ",
    "- ",
    "\u2013 ",
    "\u2028",
    "\u0085",
    "\t",
    "---",
    "title:x",
    "-a",
    ", b}",
    "<<<<<<< a",
    "",
)


@given(st.lists(st.sampled_from([*BITS, "a: b", "  - c: d", "\n"]), max_size=14))
def test_no_text_ends_the_reading(parts: list[str]) -> None:
    reading = read_through("".join(parts))
    assert all(message and mend and line > 0 for (line, _), message, mend in reading.faults)


def test_what_follows_a_second_document_is_told_once_and_an_empty_end_is_read() -> None:
    assert [place for place, _, _ in read_through("a: b #x\n---\nc: d: e\n").faults] == [(1, 7), (2, 1)]
    assert read_through("a: #x\nb:\n  - ").tree is not None
