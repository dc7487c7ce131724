"""Markdown of any shape: no word of it is lost, and none runs into the next."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.text import prose
from tests.support.html import Document

PREFIXES = st.sampled_from(
    ["", "", "  ", "    ", "- ", "  - ", "    - ", "* ", "1. ", "3) ", "10. ", "> ", "> - ", ">", "# ", "#", "## ",
     "- [ ] ", "- [x] ", "| ", "[a]: ", "[^1]: ", "[^2]: ", ": ", "=", "-", "~", "+ ", "\t", "- - ", "***", "~~"]
)  # fmt: skip
SUFFIXES = st.sampled_from(
    ["", "", "", "  ", "\\", " |", " | ", "[^1]", "*", "_", "~~", " #", "`", "``", ":", "\n", "\n\n", "](", ")",
     "[", "!["]
)  # fmt: skip
LINES = st.one_of(
    st.tuples(PREFIXES, st.just(True), SUFFIXES),
    st.tuples(
        st.sampled_from(["", "===", "---", "***", "```", "~~~", "|---|:-:|", "|-|", ">", "-"]),
        st.just(False),
        st.just(""),
    ),
)


@pytest.mark.parametrize("show", [prose.inline, prose.block], ids=["inline", "block"])
@given(lines=st.lists(LINES, max_size=12))
def test_no_word_is_lost(show: Callable[[str], str], lines: list[tuple[str, bool, str]]) -> None:
    # A line has two words, so that it may be a table's row, or hold what ends between them.
    texts = [
        f"{prefix}word{number}a | word{number}b{suffix}" if has_words else prefix
        for number, (prefix, has_words, suffix) in enumerate(lines)
    ]
    text = "\n".join(texts)
    html = show(text)
    apart = re.sub(r"</?(?:p|li|h\d|td|th|tr|pre|br|blockquote|ul|ol|table)\b[^>]*>", " ", html)
    words = re.findall(r"word\d+[ab]", Document(f"<html>{apart}</html>").text)
    written = [f"word{number}{half}" for number, line in enumerate(lines) if line[1] for half in "ab"]
    assert sorted(words) == sorted(written)
