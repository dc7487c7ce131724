"""Whatever an author writes: setting texts apart loses nothing, and makes no page that is not whole."""

import re

from hypothesis import given
from hypothesis import strategies as st

from cjsite.templating.isolates import as_elements
from cjsite.text.direction import FSI, LRI, PDI, RLI, Direction, is_isolate, isolated

SIGNS = st.sampled_from([*"ab 1+.(", "ه", "د", "\u202e", "\u200f", FSI, LRI, RLI, PDI, "&amp;", "&lt;"])
TEXTS = st.lists(SIGNS, max_size=12).map("".join)
DIRECTIONS: st.SearchStrategy[Direction] = st.sampled_from(["ltr", "rtl"])


@given(text=TEXTS, around=DIRECTIONS)
def test_a_text_stays_what_it_is(text: str, around: Direction) -> None:
    apart = isolated(text, around)
    assert text in apart
    assert apart == text or is_isolate(apart)
    assert isolated(apart, around) == apart


@given(texts=st.lists(TEXTS, min_size=1, max_size=4), language=st.sampled_from(["", "en"]))
def test_elements_are_closed_where_they_are_opened(texts: list[str], language: str) -> None:
    page = "".join(f'<p title="{text}">{isolated(text, "ltr")}<b>{text}</b></p>' for text in texts)
    shown = as_elements(page.encode(), language).decode()
    bare = re.compile(f"</?bdi[^>]*>|[{FSI}{LRI}{RLI}{PDI}]")
    assert bare.sub("", shown) == bare.sub("", page)
    depth = 0
    for tag in re.findall(r"<(/?)(?:bdi|p|b)\b", shown):
        depth += -1 if tag else 1
        assert depth >= 0
    assert depth == 0
