"""What a reader can do on the pages that list, and on every page's head."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Visitor

pytestmark = pytest.mark.browser


def _titles(page: Page) -> list[str]:
    """Return the titles of the journeys that are shown, in order."""
    rows = page.locator(".journey-row").all()
    return [row.get_attribute("data-title") or "" for row in rows if row.is_visible()]


def test_a_choice_of_light_or_dark_is_kept(visit: Visitor) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    with visit(scheme="light") as here:
        page = here.go("index.html")
        before = page.evaluate(background)
        page.locator("[data-do=theme]").click()
        after = page.evaluate(background)
        assert after != before
        assert here.go("personas/index.html").evaluate(background) == after


def test_journeys_are_found_by_words(visit: Visitor) -> None:
    with visit() as here:
        page = here.go("index.html")
        everything = _titles(page)
        page.locator("#list-find").fill("battery")
        some = _titles(page)
        assert 0 < len(some) < len(everything)
        assert str(len(some)) in page.locator(".count").inner_text()
        assert "q=battery" in page.url
        assert _titles(here.go(page.url.removeprefix(here.base))) == some, "a shared address shows the same"
        page.locator("#list-find").fill("no such words")
        assert _titles(page) == []
        assert page.locator("[data-nothing]").is_visible()


@pytest.mark.parametrize("field", ["department", "product", "state"])
def test_journeys_are_chosen(visit: Visitor, field: str) -> None:
    with visit() as here:
        page = here.go("index.html")
        everything = _titles(page)
        select = page.locator(f"select[name={field}]")
        select.select_option(index=1)
        some = _titles(page)
        assert 0 < len(some) <= len(everything)
        assert f"{field}=" in page.url
        select.select_option("")
        assert _titles(page) == everything
        assert "?" not in page.url


def test_journeys_are_sorted(visit: Visitor) -> None:
    with visit() as here:
        page = here.go("index.html")
        by_need = _titles(page)
        sort = page.locator("select[name=sort]")
        sort.select_option("title")
        assert _titles(page) == sorted(by_need, key=str.casefold)
        sort.select_option("lowest")
        rows = page.locator(".journey-row").all()
        scores = [float(row.get_attribute("data-lowest") or "9") for row in rows]
        assert scores == sorted(scores)
        sort.select_option("")
        assert _titles(page) == by_need


def test_a_search_from_any_page_ends_in_the_list(visit: Visitor) -> None:
    with visit() as here:
        page = here.go("personas/index.html")
        page.locator("#find").fill("battery")
        page.keyboard.press("Enter")
        page.wait_for_url("**/index.html?q=battery")
        assert _titles(page) != []
