"""Lists of more rows than a page holds: every row is on one page, and every page is reached by plain links."""

import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.support.html import Document, Site
from tests.support.many_maps import MAPS

MOST_BYTES = 300_000
"""Of any page that is not a map's own."""
EVERY = Counter({f"m{n}.html": 1 for n in range(MAPS)})
LISTS = {
    "index.html": r'<li data-id=.*?<div class="course">',
    "insights/atlas.html": r'<li class="depth-.*?</p>',
    "insights/goals.html": r"<tr>.*?</tr>",
    "insights/effort.html": r"<tr>.*?</tr>",
    "insights/moments.html": r"<tr>.*?</tr>",
    "insights/evidence.html": r"<tr>.*?</tr>",
    "personas/ana.html": r'<div class="about">.*?</h3>',
    "departments/shop.html": r"<li[^>]*>(?:(?!</li>).)*?\?department=shop",
}


@pytest.fixture(scope="module")
def long(long_site: Path) -> Site:
    """The site of many small maps, to be read once by all tests of this file."""
    return Site(long_site)


def _series(site: Site, url: str) -> list[str]:
    """Return the addresses of a list's pages, as the link to the next one leads from page to page."""
    pages = [url]
    while following := [
        e for e in site.pages[pages[-1]].elements if e.tag == "a" and e.attributes.get("rel") == "next"
    ]:
        target = site.target(pages[-1], following[0].attributes["href"])
        assert target
        pages.append(target[0])
    return pages


def _leading(site: Site, pages: list[str], within: str, prefix: str) -> Counter[str]:
    """Return how often headings, rows or entries of a list's pages lead to each of some pages."""
    rows = (row for page in pages for row in re.findall(within, site.pages[page].source, re.S))
    return Counter(name for row in rows for name in re.findall(rf'href="(?:\.\./)*{prefix}([^"#?]+)', row)[:1])


@pytest.mark.parametrize("url", LISTS)
def test_every_map_stands_once_on_one_of_the_pages(long: Site, url: str) -> None:
    pages = _series(long, url)
    assert len(pages) == 3
    assert _leading(long, pages, LISTS[url], "journeys/") == EVERY


def test_every_touchpoint_of_a_department_stands_once_the_worst_first(long: Site) -> None:
    pages = _series(long, "departments/shop/touchpoints.html")
    rows = [
        row for page in pages for row in re.findall(r'<tr><th scope="row".*?</tr>', long.pages[page].source, re.S)
    ]
    places = [re.findall(r'href="(?:\.\./)*(journeys/[^"]+)', row)[0] for row in rows]
    assert (len(pages), len(rows), len(set(places))) == (5, 2 * MAPS, 2 * MAPS)
    values = [float(row.partition('class="number">')[2].partition("<")[0].replace("−", "-")) for row in rows]
    assert values == sorted(values)


def test_every_opportunity_and_source_stands_once_and_is_found_from_the_first_page(long: Site) -> None:
    for url, stem, entry in (
        ("opportunities.html", "opportunity-known", "opportunity"),
        ("reference.html", "source-study", "entry"),
    ):
        full = Counter(
            e.attributes["id"]
            for page in _series(long, url)
            for e in long.pages[page].elements
            if e.tag == "article" and e.attributes.get("class") == entry and stem in e.attributes["id"]
        )
        assert full == Counter({f"{stem}-{n}": 1 for n in range(MAPS)})
        assert {f"{stem}-{n}" for n in range(MAPS)} <= set(long.pages[url].ids)


def test_the_backlog_goes_on_where_it_ends(long: Site) -> None:
    pages = _series(long, "insights/opportunities.html")
    ids = [id_ for page in pages for id_ in long.pages[page].ids if id_.startswith("item-")]
    assert ids == [f"item-{n}" for n in range(1, 2 * MAPS + 1)]
    assert len(pages) == 5


def test_pages_tell_which_they_are_and_lead_on(long: Site) -> None:
    second = long.pages["insights/goals/2.html"]
    (nav,) = [e for e in second.elements if e.attributes.get("class") == "pages-nav"]
    assert nav.attributes["aria-label"] and "Page 2 of 3" in nav.text and "101 to 200 of 230" in nav.text
    heads = {e.attributes["rel"]: e.attributes["href"] for e in second.elements if e.tag == "link"}
    assert (heads["prev"], heads["next"]) == ("../../insights/goals.html", "../../insights/goals/3.html")
    assert "Page 2 of 3" in next(e.text for e in second.elements if e.tag == "title")
    assert not [
        e for e in long.pages["departments/index.html"].elements if e.attributes.get("class") == "pages-nav"
    ]


def test_every_link_between_the_pages_leads_somewhere(long: Site) -> None:
    links = ((page, link) for page, own in long.pages.items() for link in {*own.links})
    # Most pages lead to the same places: each is looked for once.
    pages = {target: page for page, link in links if (target := long.target(page, link))}
    broken = [(page, target) for target, page in pages.items() if not _is_there(long, *target)]
    assert broken == []


def _is_there(site: Site, path: str, fragment: str) -> bool:
    ids = site.pages[path].ids if path in site.pages and fragment else [fragment]
    return (site.folder / path).is_file() and fragment in ids


def test_no_page_about_many_maps_is_large(long: Site) -> None:
    own = ("journeys", "walk", "findings")
    sizes = {page: len(document.source.encode()) for page, document in long.pages.items()}
    assert {page: size for page, size in sizes.items() if size > MOST_BYTES and page.split("/")[0] not in own} == {}


def test_the_files_of_the_list_hold_every_map(long: Site) -> None:
    form = next(e for e in long.pages["index.html"].elements if "data-files" in e.attributes)
    rows = []
    for number in range(1, int(form.attributes["data-files"]) + 1):
        script = (long.folder / f"lists/journeys-{number}.js").read_text("utf-8")
        rows += json.loads(script.partition(" = ")[2].rstrip(";\n"))
        assert len(script.encode()) <= 1_000_000
    assert Counter(urlsplit(row["url"]).path.removeprefix("journeys/") for row in rows) == EVERY
    order = [
        e.attributes["data-id"]
        for p in _series(long, "index.html")
        for e in long.pages[p].elements
        if "data-id" in e.attributes
    ]
    assert [Path(row["url"]).stem for row in rows] == order


def test_short_lists_have_one_page_and_no_file(example: Site) -> None:
    assert not [page for page in example.pages if re.search(r"/\d+\.html$", page)]
    assert not (example.folder / "lists").exists()


def test_a_department_may_be_called_as_a_page_would_be(long: Site) -> None:
    assert Document(long.pages["departments/shop-2.html"].source).text != long.pages["departments/shop/2.html"].text
