"""What holds for every tag, however it is written."""

import re

from hypothesis import given
from hypothesis import strategies as st

from cjsite.summaries.tags import tag_key, tag_links

TAGS = st.text(min_size=1, max_size=60)


@given(TAGS)
def test_a_tag_has_an_address_unless_it_is_blank(tag: str) -> None:
    key = tag_key(tag)
    assert bool(key) == bool(tag.strip())
    assert re.fullmatch(r"[\w-]*", key)
    assert [link.url for link in tag_links([tag])] == ([f"reference.html#tag-{key}"] if key else [])


@given(st.lists(st.sampled_from(["pay", "back", "Größe", "7"]), min_size=1, max_size=5), st.sampled_from(" -_"))
def test_capitals_and_what_joins_words_make_no_other_tag(words: list[str], joined: str) -> None:
    assert tag_key(joined.join(words).upper()) == tag_key(" ".join(words).lower())
