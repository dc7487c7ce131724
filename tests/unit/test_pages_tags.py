"""Tags lead to all that bears them, and maps are found by them."""

from urllib.parse import unquote

import pytest

from cjsite.edition.edition import edition
from cjsite.edition.readers import Readers
from cjsite.pages.sitemap import sitemap
from cjsite.pages.tags import TagsData
from tests.support.content import content
from tests.support.html import Document
from tests.support.page import TODAY, document, html, wording

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


ADDRESSES = {
    "1f525_": "tags/1f525_.html",
    "comfort": "tags/comfort.html",
    "grösse": "tags/gr%C3%B6sse.html",
    "phone": "tags/phone.html",
    "queue": "tags/queue.html",
    "refund-first": "tags/refund-first.html",
}


def _main(url: str, text: str = SITE) -> Document:
    """Return what a page shows, without what stands around every page."""
    return Document("<main" + html(content(text), url).partition("<main")[2].partition("</main>")[0] + "</main>")


def _bearing() -> dict[str, list[str]]:
    """Return what each tag's page leads to."""
    shown = {}
    for tag, url in ADDRESSES.items():
        links = dict.fromkeys(link.removeprefix("../") for link in _main(url).links)
        shown[tag] = [link for link in links if link != "tags/index.html" and link[0] != "#"]
    return shown


def test_a_tag_lists_all_that_bears_it_each_once() -> None:
    assert _bearing() == {
        "1f525_": ["journeys/a.html"],
        "comfort": ["journeys/a.html#at-waits"],
        "grösse": ["journeys/a.html"],
        "phone": ["journeys/a.html#at-waits", "journeys/a.html#at-the-desk"],
        "queue": ["journeys/a.html#at-the-queue"],
        "refund-first": ["journeys/a.html", "opportunities.html#opportunity-callback", "personas/priya.html"],
    }


def test_the_list_of_tags_leads_to_each_and_says_how_much_bears_it() -> None:
    assert [link.removeprefix("../") for link in _main("tags/index.html").links] == list(ADDRESSES.values())
    assert "refund first 1 map, 2 other things" in document(content(SITE), "tags/index.html").text
    assert "tags/index.html" in document(content(SITE), "reference.html").links


def test_the_list_of_all_is_whole_each_time_it_is_made() -> None:
    stubs = sitemap(content(SITE), wording(), TODAY).pages
    stub = next(stub for stub in stubs if stub.url == "tags/index.html")
    made = [stub.make.once() for _ in range(2)]
    assert [len(page.data.tags) for page in made if isinstance(page.data, TagsData)] == [len(ADDRESSES)] * 2


def test_maps_with_a_tag_stand_as_in_the_list_of_journeys_a_hundred_a_page() -> None:
    maps = content("".join(f"-- journeys/m{n:03}.yml --\ntitle: M{n:03}\ntags: many\n" for n in range(130)))
    first, second = (document(maps, url) for url in ("tags/many.html", "tags/many/2.html"))
    rows = [[e for e in page.elements if "data-id" in e.attributes] for page in (first, second)]
    assert [len(own) for own in rows] == [100, 30]
    assert "Tag: many" in first.text


@pytest.mark.parametrize(
    ("url", "tags"),
    [
        ("journeys/a.html", {"refund-first", "grösse", "1f525_", "phone", "queue"}),
        ("opportunities.html", {"refund-first"}),
        ("personas/priya.html", {"refund-first"}),
        ("journeys/b.html", set()),
    ],
)
def test_what_bears_a_tag_leads_to_it(url: str, tags: set[str]) -> None:
    links = document(content(SITE), url).links
    assert {unquote(link.partition("tags/")[2]) for link in links if "tags/" in link} == {f"{t}.html" for t in tags}


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
    one = content("-- journeys/b.yml --\ntitle: B\n")
    assert "tags" not in document(one, "reference.html").text.casefold()
    assert not [page.url for page in sitemap(one, wording(), TODAY).pages if page.url.startswith("tags/")]


def test_readers_see_no_tag_of_what_is_left_out() -> None:
    text = "-- site.yml --\naudiences: [crew]\n-- journeys/c.yml --\ntitle: C\naudience: crew\ntags: hush\n"
    seen = edition(content(text + SITE), Readers()).content
    pages = [page.url for page in sitemap(seen, wording(), TODAY).pages if page.url.startswith("tags/")]
    assert "tags/queue.html" in pages and "tags/hush.html" not in pages
    assert "hush" not in html(seen, "tags/index.html")
