"""Markdown of any shape: no word of it is lost, and none runs into the next."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.text import prose
from cjsite.text.dialect import inlines
from cjsite.text.dialect.converter import Blocks, Converter
from tests.support.html import Document

PREFIXES = st.sampled_from(
    ["", "", "  ", "    ", "- ", "  - ", "    - ", "* ", "1. ", "3) ", "10. ", "> ", "> - ", ">", "# ", "#", "## ",
     "- [ ] ", "- [x] ", "| ", "[a]: ", "[^1]: ", "[^2]: ", ": ", "=", "-", "~", "+ ", "\t", "- - ", "***", "~~"]
)  # fmt: skip
SUFFIXES = st.sampled_from(
    ["", "", "", "  ", "\\", " |", " | ", "[^1]", "*", "_", "~~", " #", "`", "``", ":", "\n", "\n\n", "](", ")",
     "[", "!["]
)  # fmt: skip
BARE = st.sampled_from(["", "===", "---", "***", "```", "~~~", "|---|:-:|", "|-|", ">", "-"])
LINES = st.tuples(PREFIXES, st.sampled_from(["a", "ab"]), SUFFIXES) | st.tuples(BARE, st.just(""), st.just(""))
_EDGE = re.compile(r"</?(?:p|li|h\d|td|th|tr|pre|br|blockquote|ul|ol|table)\b[^>]*>")


@pytest.mark.parametrize("show", [prose.inline, prose.block], ids=["inline", "block"])
@given(lines=st.lists(LINES, max_size=12))
def test_no_word_is_lost(show: Callable[[str], str], lines: list[tuple[str, str, str]]) -> None:
    # With two words a line may be a table's row, or hold what ends between them.
    written = [[f"word{number}{letter}" for letter in letters] for number, (_, letters, _) in enumerate(lines)]
    texts = [prefix + " | ".join(words) + suffix for (prefix, _, suffix), words in zip(lines, written, strict=True)]
    apart = _EDGE.sub(" ", show("\n".join(texts)))
    words = re.findall(r"(?<![a-z0-9])word\d+[ab](?![a-z0-9])", Document(f"<html>{apart}</html>").text)
    assert sorted(words) == sorted(word for words in written for word in words)


SIGNS = st.sampled_from(
    ["`", "``", "\\", "\\`", "\\&", "&amp;", "&", "[^1]", "\n[^1]: ", "[", "](b)", "![", "<http://a.b>", "<", ">",
     "<a@b.cd>", "a@b.cd", "@", "  \n", "\n", "\n\n", "\n- ", "\n| ", " | ", "\n|-|", "http://a.b", "www.a.b", "*",
     "**", "_", "~~", "\t", "\x02", "\x03", "a", "b c"]
)  # fmt: skip
WITH_ALL_PATTERNS = {kind: Converter(kind) for kind in ("text", "cell", "line")}
for converter in WITH_ALL_PATTERNS.values():
    converter._patterns = inlines.PatternsBySigns(converter._md.inlinePatterns, {})


@pytest.mark.parametrize("kind", ["text", "cell", "line"])
@given(text=st.lists(SIGNS, max_size=12).map("".join))
def test_a_pattern_that_is_not_asked_would_not_have_matched(kind: Blocks, text: str) -> None:
    assert prose.converter_of(kind)(text) == WITH_ALL_PATTERNS[kind](text)
