"""What holds for every tag, however it is written."""

import re

from hypothesis import given
from hypothesis import strategies as st

from cjsite.base.content_path import is_reserved
from cjsite.model.slugs import slug
from cjsite.summaries.tags import tag_key, tag_links
from cjsite.summaries.urls import published_path, tag_url

TAGS = st.text(min_size=1, max_size=60) | st.sampled_from(["Index", "NUL", "con", "𒀀" * 500, "𒀀" * 499, "語" * 90])


@given(TAGS)
def test_a_tag_has_an_address_unless_it_is_blank(tag: str) -> None:
    key = tag_key(tag)
    assert bool(key) == bool(tag.strip())
    assert re.fullmatch(r"[\w-]*", key)
    assert [link.url for link in tag_links([tag])] == ([tag_url(key)] if key else [])


@given(TAGS.filter(lambda tag: bool(tag_key(tag))), TAGS.filter(lambda tag: bool(tag_key(tag))))
def test_each_tag_has_a_page_of_its_own_that_every_disk_can_hold(tag: str, other: str) -> None:
    path = published_path(tag_url(tag_key(tag)))
    folder, _, name = path.partition("/")
    assert folder == "tags" and "/" not in name and len(name.encode()) <= 255
    assert path != "tags/index.html" and not is_reserved(name)
    assert (tag_key(tag) == tag_key(other)) == (path == published_path(tag_url(tag_key(other))))


@given(st.lists(st.sampled_from(["pay", "back", "Größe", "7"]), min_size=1, max_size=5), st.sampled_from(" -_"))
def test_capitals_and_what_joins_words_make_no_other_tag(words: list[str], joined: str) -> None:
    assert tag_key(joined.join(words).upper()) == tag_key(" ".join(words).lower())


@given(st.integers(1, 300))
def test_a_tag_is_its_own_however_late_it_differs_from_another(length: int) -> None:
    assert tag_key("é" * length) != tag_key("é" * (length + 1))


def test_signs_that_tell_something_make_another_tag() -> None:
    tags = ["18", "<18", ">18", "18+", "18 %", "€ 18", "C", "C#", "C++", "c 2b", "c2b"]
    assert len({tag_key(tag) for tag in tags}) == len(tags)
    assert tag_key("#Refund") == tag_key("refund!") and tag_key("18%") == tag_key("18 %")
    assert tag_key("[Refund](https://example.org/?a=b+c)") == "refund"


@given(st.text(min_size=1, max_size=4))
def test_a_tag_of_signs_is_not_the_tag_of_their_numbers(signs: str) -> None:
    key = tag_key(signs)
    assert not key or slug(signs) or tag_key(key) != key
