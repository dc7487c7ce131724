"""A journey's map: what a reader can do with it."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, Visitor, comes_true
from tests.browser.pages import KINDS, MAP

pytestmark = pytest.mark.browser


def _panels(page: Page) -> list[str]:
    """Return the ids of the panels that are open."""
    ids: list[str] = page.locator(".panel:visible").evaluate_all("panels => panels.map((panel) => panel.id)")
    return ids


def _columns(page: Page) -> list[str]:
    """Return the touchpoints that are visible."""
    names: list[str] = page.eval_on_selector_all(
        "#map article.touchpoint",
        "all => all.filter(t => getComputedStyle(t).visibility !== 'hidden')"
        ".map(t => t.querySelector('.chip').hash.slice('#at-'.length))",
    )
    return names


# What brings the page into each of its states, and what there is once it is in it.
STATES = {
    "panel": (".chip >> nth=2", ".panel:target"),
    "fit": ("label:has(#zoom-fit)", "#zoom-fit:checked"),
    "compare": ("label:has(#view-compare)", "#view-compare:checked"),
    "future": ("label:has(#view-future)", "#view-future:checked"),
    "menu": (".lanes-menu:not(.filters-menu) > summary", ".lanes-menu:not(.filters-menu)[open]"),
    "present": ("[data-present-start]", "body.presenting"),
}


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_accessible(visit: Visitor, state: str) -> None:
    way, there = STATES[state]
    with visit() as here:
        page = here.go(MAP)
        page.locator(way).click()
        page.locator(there).wait_for(state="attached")
        assert here.axe() == []


def test_the_panel_on_the_phone_is_accessible(visit: Visitor) -> None:
    with visit(PHONE) as here:
        page = here.go(MAP)
        page.locator(".chip").nth(2).click()
        assert len(_panels(page)) == 1
        assert here.axe() == []
        assert here.overflow() <= 0


@pytest.mark.parametrize("scripts", [True, False])
def test_a_touchpoint_opens_its_panel(visit: Visitor, scripts: bool) -> None:
    with visit(java_script_enabled=scripts) as here:
        page = here.go(MAP)
        assert _panels(page) == []
        chip = page.locator(".chip").nth(3)
        name = (chip.get_attribute("href") or "").removeprefix("#")
        chip.click()
        assert _panels(page) == [name]
        page.locator(f"#{name} [rel=next]").click()
        assert len(_panels(page)) == 1
        assert _panels(page) != [name]
        page.locator(f"#{_panels(page)[0]} header > a").click()
        assert _panels(page) == []


def test_an_address_opens_a_panel(visit: Visitor) -> None:
    with visit() as here:
        page = here.go(MAP)
        name = (page.locator(".chip").nth(5).get_attribute("href") or "").removeprefix("#")
        page = here.go(f"{KINDS['home']}")
        page = here.go(f"{MAP}#{name}")
        assert _panels(page) == [name]


def test_the_keyboard_opens_moves_and_closes(visit: Visitor) -> None:
    with visit() as here:
        page = here.go(MAP)
        page.locator(".chip").nth(2).focus()
        page.keyboard.press("ArrowRight")
        focused = "document.activeElement.getAttribute('href')"
        third = page.locator(".chip").nth(3).get_attribute("href")
        assert page.evaluate(focused) == third
        page.keyboard.press("Enter")
        assert [f"#{name}" for name in _panels(page)] == [third]
        assert page.evaluate("document.activeElement.closest('.panel') !== null"), "focus goes into the panel"
        page.keyboard.press("ArrowRight")
        assert [f"#{name}" for name in _panels(page)] == [page.locator(".chip").nth(4).get_attribute("href")]
        page.keyboard.press("Escape")
        assert _panels(page) == []
        assert page.evaluate(focused) is not None, "focus returns to the map"
        page.keyboard.press("Home")
        assert page.evaluate(focused) == page.locator(".chip").first.get_attribute("href")
        page.keyboard.press("End")
        assert page.evaluate(focused) == page.locator(".chip").last.get_attribute("href")


@pytest.mark.parametrize("filter_", ["department", "channel", "service", "domain"])
def test_filters_live_in_the_address(visit: Visitor, filter_: str) -> None:
    with visit() as here:
        page = here.go(MAP)
        everything = _columns(page)
        if filter_ in ("service", "domain"):
            page.locator(".filters-menu summary").click()
        select = page.locator(f"#filter-{filter_}")
        value = select.locator("option").nth(1).get_attribute("value") or ""
        select.select_option(value)
        some = _columns(page)
        assert 0 < len(some) < len(everything)
        expect(page.locator("#filter-status")).to_contain_text(re.compile(rf"{len(some)}\D+{len(everything)}"))
        assert f"{filter_}={value}" in page.url
        again = here.go(page.url.removeprefix(here.base))
        assert _columns(again) == some, "a shared address shows the same"
        if filter_ in ("service", "domain"):
            again.locator(".filters-menu summary").click()
        again.locator(f"#filter-{filter_}").select_option("")
        assert _columns(again) == everything
        assert filter_ not in again.url


@pytest.mark.parametrize(("digits", "one"), [("", "1"), ("arab", "١"), ("arabext", "۱")])
def test_scripts_write_the_page_s_digits(visit: Visitor, digits: str, one: str) -> None:
    with visit() as here:
        page = here.go(MAP)
        page.evaluate("digits => digits && (document.body.dataset.digits = digits)", digits)
        page.locator("#filter-department").select_option(index=1)
        expect(page.locator("#filter-status")).not_to_be_empty()
        said = page.locator("#filter-status").inner_text()
        assert bool(re.search("[0-9]", said)) == (not digits), said
        page.locator("[data-present-start]").click()
        page.keyboard.press("ArrowRight")
        expect(page.locator(".show-title span")).to_contain_text(one)
        page.keyboard.press("Escape")


# Where everything stands that does not go, and which lanes say their names.
PLACES = """() => [
  ...['#map', '.toolbar', '.stage-head', '.axis'].map((n) => document.querySelector(n).getBoundingClientRect().y),
  ...[...document.querySelectorAll('.map .lane')].map((lane) => getComputedStyle(lane).visibility),
]"""


@pytest.mark.parametrize("width", [1440, 1280, 390])
def test_nothing_moves_when_a_filter_is_chosen(visit: Visitor, width: int) -> None:
    with visit() as here:
        here.page.set_viewport_size({"width": width, "height": 900})
        page = here.go(MAP)
        # What was held while fonts loaded is given back at any first choice: that is not what is asked here.
        page.evaluate("() => document.fonts.ready.then(() => dispatchEvent(new Event('resize')))")
        before = page.evaluate(PLACES)
        page.locator("#filter-department").select_option(index=1)
        expect(page.locator("#filter-status")).not_to_be_empty()
        assert page.evaluate(PLACES) == before
        assert "hidden" not in before


def test_names_are_told_once_and_the_map_begins_with_its_title(visit: Visitor) -> None:
    """A description that repeats a name is read after it; what a map is about is heard before where it stands."""
    with visit() as here:
        page = here.go(MAP)
        tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
        named = [node for node in tree if node.get("name", {}).get("value") and node.get("description")]
        assert [node for node in named if node["name"]["value"] == node["description"]["value"]] == []
        assert page.locator("header.intro").aria_snapshot().startswith("- heading")
        parts = {child for node in tree if node["role"]["value"] == "image" for child in node.get("childIds", [])}
        assert [node for node in tree if node["nodeId"] in parts and not node["ignored"]] == []


def test_lanes_can_be_hidden(visit: Visitor) -> None:
    with visit() as here:
        page = here.go(MAP)
        page.locator(".lanes-menu:not(.filters-menu) > summary").click()
        assert page.locator(".cell.thinking").first.is_visible()
        page.locator("#lane-thinking").uncheck()
        assert not page.locator(".cell.thinking").first.is_visible()
        again = here.go(page.url.removeprefix(here.base))
        assert not again.locator(".cell.thinking").first.is_visible(), "and a shared address shows the same"


def test_now_future_and_compare(visit: Visitor) -> None:
    with visit() as here:
        page = here.go(MAP)
        assert not page.locator(".added.future-only").is_visible()
        page.locator("label:has(#view-compare)").click()
        assert page.locator(".added.future-only").is_visible()
        assert page.locator(".delta").first.is_visible()


def test_fit_shows_the_whole_map(visit: Visitor) -> None:
    with visit() as here:
        page = here.go(MAP)
        assert here.overflow() > 0
        page.locator("label:has(#zoom-fit)").click()
        comes_true(page, "document.scrollingElement.scrollWidth <= document.scrollingElement.clientWidth")


def test_present_goes_stage_by_stage(visit: Visitor) -> None:
    with visit() as here:
        page = here.go(MAP)
        stages = page.locator("section.stage").count()
        page.locator("[data-present-start]").click()
        assert page.locator("#show").is_visible()
        titles = [page.locator(".show-title").inner_text()]
        for _ in range(stages + 1):
            page.keyboard.press("ArrowRight")
            titles.append(page.locator(".show-title").inner_text())
        assert len(set(titles)) == stages + 2, "an overview, each stage, now and future"
        page.keyboard.press("ArrowLeft")
        assert page.locator(".show-title").inner_text() == titles[-2]
        page.keyboard.press("Escape")
        assert not page.locator("#show").is_visible()


def test_words_on_the_curve_do_not_collide(visit: Visitor) -> None:
    """In the browser's own fonts: words cover neither each other nor another touchpoint's face."""
    for url in (MAP, KINDS["long journey"]):
        with visit() as here:
            page = here.go(url)
            assert page.evaluate(COLLISIONS) == [], url


COLLISIONS = """() => {
  const shown = e => e.getClientRects().length && getComputedStyle(e).visibility !== 'hidden';
  const boxes = (selector) => [...document.querySelectorAll(selector)].filter(shown)
    .map(e => ({text: e.textContent.trim().slice(0, 40), box: e.getBoundingClientRect(),
                column: e.closest('.touchpoint').querySelector('.chip').hash}));
  const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
                      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  const words = boxes('.feeling .word > b'), faces = boxes('.feeling .point');
  const found = [];
  words.forEach((word, i) => {
    words.slice(i + 1).forEach(other => meet(word.box, other.box) && found.push([word.text, other.text]));
    faces.filter(face => face.column !== word.column && meet(word.box, face.box))
      .forEach(face => found.push([word.text, 'face of ' + face.column]));
  });
  return found;
}"""


@pytest.mark.parametrize(("url", "sheets"), [(MAP, 1), (KINDS["long journey"], 4)])
def test_the_poster_fits_its_sheets(visit: Visitor, url: str, sheets: int) -> None:
    with visit() as here:
        page = here.go(url)
        pdf = page.pdf(prefer_css_page_size=True)
        assert len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf)) == sheets
        (width, height) = map(float, re.findall(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", pdf)[0])
        assert (round(width), round(height)) == (1191, 842), "A3 landscape"


def test_the_map_is_there_on_the_phone_and_not_endless(visit: Visitor) -> None:
    with visit(PHONE) as here:
        page = here.go(MAP)
        assert page.locator(".rail").first.is_visible()
        height = page.evaluate("document.fonts.ready.then(() => document.scrollingElement.scrollHeight)")
        assert height < 8000
