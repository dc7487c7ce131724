"""What holds for every kind of page, in a real browser."""

import pytest
from playwright.sync_api import Page, ViewportSize

from tests.browser.conftest import DESK, PHONE, Visit, Visitor
from tests.browser.pages import KINDS
from tests.support.html import Site

WIDTHS = (320, 390, 768, 1024, 1440, 1920)
PLAIN = "404.html"
"""What has no looks where nobody says at which address the site is."""
DRESSED = [pytest.param(url, id=kind) for kind, url in KINDS.items() if url != PLAIN]
every_kind = pytest.mark.parametrize("url", DRESSED)
pytestmark = pytest.mark.browser


def test_the_kinds_are_all_there(example: Site) -> None:
    assert {_shelf(url) for url in example.pages} == set(map(_shelf, KINDS.values()))
    assert set(KINDS.values()) <= example.pages.keys()


def _shelf(url: str) -> tuple[str, int]:
    """Return the first folder of an address, and how deep it leads; not where it leads through a thing's name."""
    return url.partition("/")[0] if "/" in url else "", url.count("/")


@every_kind
def test_accessible_and_quiet(visit: Visitor, url: str) -> None:
    """No rule is broken, the console is silent, the policy holds, little is asked for and nothing elsewhere."""
    with visit(PHONE) as here:
        page = here.go(url)
        styles = [asked.rpartition("/")[2].partition(".")[0] for asked in here.requests if asked.endswith(".css")]
        wanted = [
            "cjsite",
            *["large"] * (url == KINDS["long journey"]),
            "print",
            *["search"] * (url == KINDS["search"]),
        ]
        assert sorted(styles) == wanted
        assert len([asked for asked in here.requests if asked.endswith(".js")]) <= 2 + (url == KINDS["search"])
        assert here.axe() == []
        # Made wider, not loaded again: of a large page that takes as long as one of the looks at it.
        page.set_viewport_size(DESK)
        assert here.axe() == [], "desk"


def test_what_is_not_there_is_plain_text_that_all_can_read(visit: Visitor, example: Site) -> None:
    """From the disk: of a server, browsers ask for an icon that a page does not name."""
    with visit(PHONE, base=f"{example.folder.as_uri()}/") as here:
        page = here.go(PLAIN)
        assert page.locator("a, link, script, style, [style]").count() == 0
        assert here.overflow() == 0
        assert here.axe() == []


@pytest.mark.parametrize(("colour", "start"), [("#bbb", "color-contrast"), ("#444", "dark: color-contrast")])
def test_one_pale_text_among_many_is_seen(visit: Visitor, colour: str, start: str) -> None:
    """Of texts that look alike one is looked at; one that looks like no other is never passed over."""
    with visit() as here:
        page = here.go(KINDS["department"])
        page.locator("main p:visible:not(:has(a))").last.evaluate(
            "(one, colour) => { one.style.color = colour; }", colour
        )
        faults = here.axe()
        assert len(faults) == 1
        assert faults[0].startswith(start)


@every_kind
def test_keys_paper_and_every_width_from_the_disk(visit: Visitor, example: Site, url: str) -> None:
    """The first tab leads to the content; print is light and has the words; only the map is wider than windows."""
    with visit(scheme="dark", base=example.folder.as_uri() + "/") as here:
        page = here.go(url)
        assert page.locator("h1").is_visible()
        styled = page.evaluate("getComputedStyle(document.body).getPropertyValue('--paper') !== ''")
        assert styled, "the stylesheet is there"
        _assert_the_first_tab_leads_to_the_content(page)
        page.emulate_media(media="print")
        assert page.locator("h1").is_visible()
        assert page.evaluate("getComputedStyle(document.documentElement).colorScheme").startswith("light")
        page.emulate_media(media="null")
        assert _too_wide(here, is_map=url.startswith("journeys/")) == {}


def _assert_the_first_tab_leads_to_the_content(page: Page) -> None:
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')").startswith("#")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('main, #map') !== null || location.hash !== ''")


def _too_wide(here: Visit, *, is_map: bool) -> dict[int, int]:
    """Return by how many pixels the page is wider than windows of a width."""
    wide = {}
    for width in WIDTHS:
        here.page.set_viewport_size(ViewportSize(width=width, height=900))
        if here.overflow() > 0 and not (is_map and width > PHONE["width"]):
            wide[width] = here.overflow()
    return wide


@every_kind
def test_readable_without_scripts(visit: Visitor, url: str) -> None:
    """All text is in the page as it comes, and what only scripts can use is not shown."""
    with visit(java_script_enabled=False) as here:
        page = here.go(url)
        assert page.locator("h1").is_visible()
        assert page.locator("main").inner_text().strip()
        assert page.locator(".js-only:visible").count() == 0
        if "journeys/" not in url:
            assert here.overflow() <= 0
