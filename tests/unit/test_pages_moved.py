"""Redirects: what stands at the old addresses of maps, steps and pages."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.edition.edition import edition
from cjsite.edition.readers import Readers
from cjsite.model.moved import addressed_thing
from cjsite.pages.sitemap import sitemap
from tests.support.content import content
from tests.support.html import Document
from tests.support.page import TODAY, document, html, wording

MAPS = """
-- journeys/größe.yml --
title: Size & fit
stages: [{title: S, steps: [{title: Pay}, {title: Leave}]}]
-- journeys/ride.yml --
title: Ride
state: to-be
derived_from: größe
stages: [{title: S, steps: [{title: Get on}]}]
-- personas/anna.md --
---
title: Anna
---
-- departments.yml --
it: IT
-- pages/about.md --
# About
"""
REDIRECTS = """
  old: größe
  old#buy: größe#pay
  old#ride: ride#get-on
  größe#paid: größe#pay
  größe#boarding: ride#get-on
  older: ride
  journeys/oldest.html: pages/about.html
  departments/edv: departments/it.html
  personas/ann: personas/anna
"""
SITE = f"-- site.yml --\ntitle: Rides\nredirects:{REDIRECTS.rstrip()}\n{MAPS}"
NEW = "../journeys/gr%C3%B6%C3%9Fe.html"


def _refresh(shown: Document) -> list[str]:
    metas = [element.attributes for element in shown.elements if element.tag == "meta"]
    return [meta["content"] or "" for meta in metas if meta.get("http-equiv") == "refresh"]


def _canonical(shown: Document) -> list[str | None]:
    return [e.attributes["href"] for e in shown.elements if e.attributes.get("rel") == "canonical"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("journeys/old.html", NEW),
        ("walk/old.html", "../walk/gr%C3%B6%C3%9Fe.html"),
        ("findings/old.html", "../findings/gr%C3%B6%C3%9Fe.html"),
        ("compare/older.html", "../compare/ride.html"),
        ("journeys/oldest.html", "../pages/about.html"),
        ("departments/edv.html", "../departments/it.html"),
        ("departments/edv/touchpoints.html", "../../departments/it/touchpoints.html"),
        ("personas/ann.html", "../personas/anna.html"),
    ],
)
def test_an_old_address_leads_on(old: str, new: str) -> None:
    shown = document(content(SITE), old)
    assert _refresh(shown) == [f"0; url={new}"]
    assert _canonical(shown) == [new]
    assert new in [link for link in shown.links if "data-moved" not in link]


def test_with_an_address_the_page_that_counts_is_the_new_one() -> None:
    one = content(SITE.replace("title: Rides", "title: Rides\naddress: https://example.org/"))
    assert _canonical(document(one, "journeys/old.html")) == ["https://example.org/journeys/gr%C3%B6%C3%9Fe.html"]
    listed = next(d for d in sitemap(one, wording(), TODAY).downloads if d.url == "sitemap.xml").make().decode()
    assert "journeys/ride.html" in listed
    assert not [name for name in ("old", "older", "oldest", "edv", "ann.") if f"/{name}" in listed]


def test_steps_of_a_map_that_is_gone_have_ways_of_their_own() -> None:
    source = html(content(SITE), "journeys/old.html")
    ways = dict(re.findall(r'<li class="moved" id="([^"]+)">\s*<a href="([^"]+)"', source))
    assert ways == {"at-buy": f"{NEW}#at-pay", "at-ride": "../journeys/ride.html#at-get-on"}


def test_a_step_by_its_old_name_has_a_place_on_its_map_that_leads_to_the_new_one() -> None:
    source = html(content(SITE), "journeys/gr%C3%B6%C3%9Fe.html")
    ways = dict(re.findall(r'<p class="moved" id="([^"]+)"><a href="([^"]+)"', source))
    assert ways == {"at-paid": f"{NEW}#at-pay", "at-boarding": "../journeys/ride.html#at-get-on"}
    assert "assets/moved." in source


def test_a_map_of_which_nothing_has_moved_says_nothing_of_it() -> None:
    assert "moved" not in html(content(SITE), "journeys/ride.html")


@given(st.text(max_size=80))
def test_no_redirect_leaves_the_folders_that_pages_stand_in(text: str) -> None:
    thing = addressed_thing(text)
    if thing:
        assert "/" not in thing.id and thing.id != ".." and not thing.id.startswith(".")
        assert addressed_thing(str(thing)) == thing


WITHHELD = """
-- site.yml --
audiences: [crew]
redirects:
  past: secret
  secret#old: secret#step
  open#hidden-name: open#hidden
  past#old: open#seen
  once: open
  once#hidden-name: open#hidden
-- journeys/secret.yml --
title: Secret
audience: crew
stages: [{title: S, steps: [{title: Step}]}]
-- journeys/open.yml --
title: Open
stages: [{title: S, steps: [{title: Seen}, {title: Hidden, audience: crew}]}]
"""


def test_what_is_left_out_has_no_old_names() -> None:
    whole = content(WITHHELD)
    everyone = edition(whole, Readers()).content
    assert {*everyone.settings.redirects} == {"past#old", "once"}
    pages = {page.url for page in sitemap(everyone, wording(), TODAY).pages}
    assert "journeys/once.html" in pages and "journeys/past.html" not in pages
    shown = "".join(html(everyone, url) for url in ("journeys/once.html", "journeys/open.html"))
    assert not [name for name in ("secret", "past", "hidden-name", "at-hidden") if name in shown]
    crew = edition(whole, Readers(frozenset({"crew"}))).content
    assert crew.settings.redirects == whole.settings.redirects
