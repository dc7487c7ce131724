"""Tags lead to all that bears them, and maps are found by them."""

from urllib.parse import unquote

import pytest

from tests.support.content import content
from tests.support.html import Document
from tests.support.page import document, html

SITE = """
-- personas/priya.md --
---
title: Priya Nair
tags: [Refund first]
---
-- opportunities.yml --
callback: {title: Call back, tags: refund-first}
-- journeys/a.yml --
title: A
tags: [refund first, Größe, 🔥]
stages:
  - title: S
    steps:
      - title: Waits
        tags: phone
        opportunities: [{title: A chair, tags: comfort}]
        touchpoints: [{title: The queue, tags: queue}, {title: The desk, tags: [phone]}]
-- journeys/b.yml --
title: B
"""


def _bearing() -> dict[str, list[str]]:
    """Return where the links of each tag's entry lead, by the tag's address."""
    entries = html(content(SITE), "reference.html").partition('id="tags-title"')[2].split("<article")[1:]
    parsed = (Document(f"<html><article{entry}</html>") for entry in entries)
    return {entry.ids[0]: entry.links for entry in parsed}


def test_a_tag_lists_all_that_bears_it_each_once() -> None:
    assert _bearing() == {
        "tag-1f525": ["journeys/a.html"],
        "tag-comfort": ["journeys/a.html#at-waits"],
        "tag-grösse": ["journeys/a.html"],
        "tag-phone": ["journeys/a.html#at-waits", "journeys/a.html#at-the-desk"],
        "tag-queue": ["journeys/a.html#at-the-queue"],
        "tag-refund-first": ["journeys/a.html", "opportunities.html#opportunity-callback", "personas/priya.html"],
    }


@pytest.mark.parametrize(
    ("url", "tags"),
    [
        ("journeys/a.html", {"refund-first", "grösse", "1f525", "phone", "queue"}),
        ("opportunities.html", {"refund-first"}),
        ("personas/priya.html", {"refund-first"}),
        ("journeys/b.html", set()),
    ],
)
def test_what_bears_a_tag_leads_to_it(url: str, tags: set[str]) -> None:
    named = (link.partition("reference.html#tag-")[2] for link in document(content(SITE), url).links)
    assert {unquote(tag) for tag in named if tag} == tags


def test_the_links_of_tags_lead_somewhere() -> None:
    site = content(SITE)
    for bearing in _bearing().values():
        for link in bearing:
            url, _, place = link.partition("#")
            assert not place or place in document(site, url).ids


def test_an_idea_that_stands_on_a_step_alone_tells_its_tags_there() -> None:
    assert "Tags: comfort" in document(content(SITE)).text


def test_maps_are_found_by_the_tags_on_them() -> None:
    rows = [e.attributes for e in document(content(SITE), "index.html").elements if "data-words" in e.attributes]
    words = {row["data-id"]: row["data-words"] for row in rows}
    assert [tag for tag in ("refund first", "grösse", "phone", "queue", "comfort") if tag not in words["a"]] == []
    assert "phone" not in words["b"]


def test_a_site_without_tags_has_no_place_for_them() -> None:
    shown = document(content("-- journeys/b.yml --\ntitle: B\n"), "reference.html")
    assert "Tags" not in shown.text and "tags-title" not in shown.ids
