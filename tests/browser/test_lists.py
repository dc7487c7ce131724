"""What a reader can do on the pages that list, and on every page's head."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import DESK, PHONE, Visitor
from tests.browser.pages import KINDS
from tests.support.many_maps import MAPS
from tests.support.server import serving

pytestmark = pytest.mark.browser


def _titles(page: Page) -> list[str]:
    """Return the titles of the journeys that are shown, in order."""
    rows = page.locator(".journey-row:visible")
    titles: list[str] = rows.evaluate_all("rows => rows.map((row) => row.dataset.title ?? '')")
    return titles


def test_a_choice_of_light_or_dark_is_kept(visit: Visitor) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    with visit(scheme="light") as here:
        page = here.go("index.html")
        before = page.evaluate(background)
        page.locator("[data-do=theme]").click()
        after = page.evaluate(background)
        assert after != before
        assert here.go("personas/index.html").evaluate(background) == after
        assert page.evaluate("document.cookie") == "", "a site that is served needs none"
        page.evaluate("document.cookie = 'cjsite-theme=light; path=/'")
        assert here.go("index.html").evaluate(background) == before, "as pages from disk tell one another"
        page.context.clear_cookies()


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
        page.locator("#list-find").fill("VOSS")
        assert 0 < len(_titles(page)) < len(everything)
        voss = _titles(page)
        page.locator("#list-find").fill("voß")
        assert _titles(page) == voss, "letters are compared as the page has them, which folds ß to ss"
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


def test_journeys_are_found_on_all_pages_of_a_long_list(visit: Visitor, long_site: Path) -> None:
    with serving(long_site) as base, visit(base=base) as here:
        page = here.go("index/2.html")
        count, results = page.locator(".count"), page.locator("[data-results] a")
        assert str(MAPS) in count.inner_text() and not [url for url in here.requests if "/lists/" in url]
        page.locator("#list-find").fill("looks 117")
        results.first.wait_for()
        assert results.all_inner_texts() == ["Map 117"], "its row stands on another page"
        assert f"1 of {MAPS}" in count.inner_text() and not _titles(page)
        assert not page.locator(".pages-nav").is_visible()
        page.locator("#list-find").fill("")
        page.locator("select[name=sort]").select_option("title")
        results.nth(99).wait_for()
        assert results.all_inner_texts() == [f"Map {n:03}" for n in range(100)]
        page.locator("[data-results] button").click()
        assert results.count() == 200
        # The head, which stays in view, would cover a part of the row that is below it by chance.
        page.evaluate("() => scrollTo(0, 0)")
        assert here.overflow() == 0 and here.axe() == []
        page.locator("select[name=sort]").select_option("")
        page.locator(".pages-nav").wait_for()
        assert results.count() == 0 and page.locator(".journey-row").first.is_visible()
        assert here.axe() == [], "of the page with the ways to the others"
        results_page = here.go("index.html?q=looks+229")
        results_page.locator("[data-results] a").first.click()
        assert page.url.endswith("journeys/m229.html")


# Of each table: what is wider than its place, and the cells that do not say the name of their column.
CARDS = """() => [...document.querySelectorAll('table.stacked')].flatMap((table) => {
  const names = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
  const named = (row) => [...row.cells].map((cell, column) => [cell, names[column]]);
  const cells = [...table.tBodies[0].rows].flatMap(named);
  const silent = cells.filter(([cell, name]) => cell.matches('td:not(.position)') && cell.textContent.trim()
    && cell.dataset.name !== name).map(([, name]) => name);
  return table.scrollWidth > table.parentElement.clientWidth ? ['wide', ...silent] : silent;
})"""
WITH_TABLES = (
    "touchpoints",
    "effort",
    "handoffs",
    "backlog",
    "evidence",
    "feelings",
    "moments of truth",
    "comparison",
)


def test_tables_are_cards_on_phones(visit: Visitor) -> None:
    """Every cell says what its column is, and no table is wider than the window."""
    with visit(PHONE) as here:
        for kind in (*WITH_TABLES, "department", "touchpoints of a department"):
            page = here.go(KINDS[kind])
            page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true; })")
            assert page.locator("table.stacked").count() > 0
            assert page.evaluate(CARDS) == [], kind
            assert here.overflow() <= 0, kind


def test_a_summary_stands_on_one_screen(visit: Visitor) -> None:
    with visit(DESK) as here:
        page = here.go(KINDS["department that sums up"])
        assert page.evaluate("document.scrollingElement.scrollHeight") <= DESK["height"]
        assert page.locator("#summary .lows li").first.is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_what_is_closed_opens_for_who_is_led_there(visit: Visitor, scripts: bool) -> None:
    with visit(java_script_enabled=scripts) as here:
        page = here.go(KINDS["department"])
        closed = page.locator("details:has(> #findings)")
        assert closed.get_attribute("open") is None
        page.locator(".contents a[href='#findings']").click()
        page.locator("#findings li").first.wait_for()
        assert closed.get_attribute("open") is not None
