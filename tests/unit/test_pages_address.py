"""Where a site stands on the web: what its pages, its list of addresses and its PDF make of that."""

import xml.etree.ElementTree as ET
from urllib.parse import urljoin

import pytest
from icalendar import Calendar
from pydantic_core import PydanticCustomError

from cjsite.model.web_address import edit_address, site_address
from cjsite.pages.sitemap import sitemap
from cjsite.pages.sitemap_xml import in_parts
from cjsite.poster.printed_copy import for_paper
from tests.support.content import content
from tests.support.html import Document
from tests.support.page import TODAY, document, html, wording

MAPS = """
-- personas/priya.md --
---
title: Priya
---
-- journeys/größe.yml --
title: A "quoted" <map>
scenario: She has 5 minutes & no umbrella
persona: priya
-- journeys/b.yml --
title: B
language: pt
"""
ADDRESS = "https://example.org/our%20maps/"
SITE = f"-- site.yml --\ntitle: Rides\naddress: {ADDRESS}\n{MAPS}"
WITHOUT = f"-- site.yml --\ntitle: Rides\n{MAPS}"


def _metas(shown: Document) -> dict[str, str]:
    metas = (e.attributes for e in shown.elements if e.tag == "meta" and "property" in e.attributes)
    return {meta["property"] or "": meta["content"] or "" for meta in metas}


def _canonical(shown: Document) -> list[str | None]:
    links = (e.attributes for e in shown.elements if e.tag == "link")
    return [link["href"] for link in links if link.get("rel") == "canonical"]


def _files(text: str) -> dict[str, bytes]:
    one = content(text)
    return {file.url: file.make() for file in sitemap(one, wording(), TODAY).downloads if "sitemap" in file.url}


def test_a_page_names_its_whole_address_and_what_previews_say() -> None:
    shown = document(content(SITE), "journeys/gr%C3%B6%C3%9Fe.html")
    url = f"{ADDRESS}journeys/gr%C3%B6%C3%9Fe.html"
    assert _canonical(shown) == [url]
    assert _metas(shown) == {
        "og:url": url,
        "og:type": "article",
        "og:title": 'A "quoted" <map>',
        "og:description": "She has 5 minutes & no umbrella",
        "og:site_name": "Rides",
        "og:locale": "en_US",
    }


def test_the_home_page_is_the_address_and_maps_have_their_own_language() -> None:
    one = content(SITE)
    assert _canonical(document(one, "index.html")) == [ADDRESS]
    assert _metas(document(one, "index.html"))["og:type"] == "website"
    assert _metas(document(one, "journeys/b.html"))["og:locale"] == "pt_BR"


def test_a_page_on_which_a_list_goes_on_says_so_in_its_preview() -> None:
    tags = ", ".join(f"t{number}" for number in range(101))
    one = content(f"-- site.yml --\naddress: {ADDRESS}\n-- journeys/b.yml --\ntags: [{tags}]\n")
    shown = [_metas(document(one, url))["og:title"] for url in ("tags/index.html", "tags/index/2.html")]
    assert shown == ["Tags", "Tags, Page 2 of 2"]


def test_without_an_address_nothing_is_said_of_it() -> None:
    one = content(WITHOUT)
    assert _canonical(document(one, "index.html")) == []
    assert _metas(document(one, "index.html")) == {}
    assert _files(WITHOUT) == {}


def test_the_list_of_addresses_is_that_of_all_pages_but_the_one_for_what_is_not_there() -> None:
    files = _files(SITE)
    root = ET.fromstring(files["sitemap.xml"])
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert root.tag == f"{space}urlset"
    assert all([child.tag for child in url] == [f"{space}loc"] for url in root)
    pages = {page.url for page in sitemap(content(SITE), wording(), TODAY).pages} - {"404.html", "index.html"}
    assert sorted(url[0].text or "" for url in root) == sorted({ADDRESS} | {ADDRESS + page for page in pages})


def test_a_review_in_a_calendar_leads_to_its_map() -> None:
    def urls(text: str) -> list[str | None]:
        dated = text.replace("title: B\n", "title: B\nreviewed_on: 2026-01-01\n")
        files = sitemap(content(dated), wording(), TODAY).downloads
        made = next(file for file in files if file.url.endswith(".ics")).make()
        return [event.get("url") for event in Calendar.from_ical(made).walk("VEVENT")]

    assert urls(SITE) == [f"{ADDRESS}journeys/b.html"]
    assert urls(WITHOUT) == [None]


def test_a_long_list_is_split_and_an_index_leads_to_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cjsite.pages.sitemap_xml.in_parts", lambda entries: in_parts(entries, most=20))
    whole = _files(SITE)
    index = ET.fromstring(whole["sitemap.xml"])
    assert index.tag.endswith("}sitemapindex")
    parts = [part[0].text or "" for part in index]
    assert parts == [f"{ADDRESS}sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    assert {*whole} == {"sitemap.xml", *(part.removeprefix(ADDRESS) for part in parts)}
    listed = [url[0].text for part in parts for url in ET.fromstring(whole[part.removeprefix(ADDRESS)])]
    monkeypatch.undo()
    assert listed == [url[0].text for url in ET.fromstring(_files(SITE)["sitemap.xml"])]


def test_parts_hold_as_many_and_as_much_as_a_file_may() -> None:
    assert [len(part) for part in in_parts(["x"] * 120_001)] == [50_000, 50_000, 20_001]
    assert [len(part) for part in in_parts(["x" * 100] * 7, most_bytes=500)] == [3, 3, 1]
    assert in_parts([]) == [[]]


def test_what_is_not_there_has_ways_on_from_any_depth() -> None:
    shown = document(content(SITE), "404.html")
    pages = {page.url for page in sitemap(content(SITE), wording(), TODAY).pages}
    ways = [urljoin(f"{ADDRESS}a/b/c/d.html", link) for link in shown.links if not link.startswith("#")]
    assert {f"{ADDRESS}index.html", f"{ADDRESS}insights/index.html"} <= {*ways}
    assert [way for way in ways if way.removeprefix(ADDRESS) not in pages and "/assets/" not in way] == []
    sources = [
        e.attributes.get("src") or e.attributes.get("href") for e in shown.elements if e.tag in ("link", "script")
    ]
    assert all((source or "").startswith("/our%20maps/assets/") for source in sources)
    assert _canonical(shown) == []


def test_what_is_not_there_is_plain_text_where_nobody_knows_how_deep_it_is() -> None:
    source = html(content(WITHOUT), "404.html")
    assert not any(sign in source for sign in ("href", "src=", "style", "<script", "<nav", "<a"))
    assert "This page is not here" in Document(source).text and "Rides" in Document(source).text


LINKS = (
    b'<html><meta charset="utf-8"><a class="x" href="../index.html#a&amp;b">1</a><a href="#at-c">2</a>'
    b'<a href="file:///S:/x">3</a><a href="mailto:a@b.org">4</a><a href="https://else.org/?a=1&amp;b">5</a>'
    b'<a href="http://[">6</a>'
)


def test_a_printed_page_has_whole_links_and_none_to_the_machine_that_prints() -> None:
    printed = Document(for_paper(LINKS, "A3", f"{ADDRESS}journeys/b.html").decode())
    assert printed.links == [
        f"{ADDRESS}index.html#a&b",
        f"{ADDRESS}journeys/b.html#at-c",
        "mailto:a@b.org",
        "https://else.org/?a=1&b",
    ]
    assert Document(for_paper(LINKS, "A3").decode()).links == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://Example.org", "https://example.org/"),
        (" http://example.org:8080/a/ ", "http://example.org:8080/a/"),
        ("https://bücher.example/größe", "https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe/"),
        ("https://[::1]:8000/x", "https://[::1]:8000/x/"),
        ("https://example.org/a/index.html", "https://example.org/a/"),
    ],
)
def test_an_address_is_written_as_links_have_it(written: str, meant: str) -> None:
    assert site_address(written) == meant
    assert site_address(meant) == meant


@pytest.mark.parametrize(
    "written", ["javascript:alert(1)", "//example.org/", "https://exa mple.org", 'https://a"b/']
)
def test_what_is_no_address_on_the_web_is_refused(written: str) -> None:
    for read in (site_address, lambda text: edit_address(text + "{path}")):
        with pytest.raises(PydanticCustomError):
            read(written)
