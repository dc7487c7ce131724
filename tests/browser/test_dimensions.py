"""What drawing counts on is what the browser shows, and both have it from one number."""

import re

import pytest
from playwright.sync_api import Page, ViewportSize

from cjsite.drawing import dimensions as d
from tests.browser.conftest import DESK, PHONE, Visitor
from tests.browser.pages import KINDS, MAP

pytestmark = pytest.mark.browser

TALL = ViewportSize(width=1440, height=1000)
FIT = f"{MAP}?zoom=fit"
# Its texts are short, so that its columns are as narrow as they may be.
SHORT = KINDS["future journey"]

# Each shared number: the window and the page where it is seen, on what, in which property; and what drawing takes.
SEEN = {
    "--lane-height": (TALL, MAP, ".curve", "height", d.LANE),
    "--lowest-lane": (DESK, MAP, ".curve", "height", d.LOWEST_LANE),
    "--narrow-column": (DESK, SHORT, "article", "width", d.NARROW),
    "--fit-column": (DESK, FIT, "#journey", "--column", d.FIT),
    "--face-size": (DESK, MAP, ".point:not(.minor) > .face", "width", d.FACE_SIZE),
    "--small-face-size": (DESK, MAP, ".point.minor > .face", "width", d.SMALL_FACE_SIZE),
    "--diamond-size": (DESK, MAP, ".point > .diamond", "width", d.DIAMOND_SIZE),
    "--word-size": (DESK, MAP, ".word", "font-size", d.WORD_SIZE),
    "--word-line": (DESK, MAP, ".word", "line-height", d.WORD_LINE),
    "--word-lines": (DESK, FIT, ".word > b", "-webkit-line-clamp", d.WORD_LINES),
    "--word-width": (DESK, MAP, ".word", "max-width", d.WORD_WIDTH),
    "--fit-word-share": (DESK, FIT, ".word", "max-width", 100 * d.FIT_WORD_WIDTH / d.FIT),
    "--score-line": (DESK, MAP, ".word > small", "line-height", d.SCORE_LINE),
    "--note-size": (DESK, MAP, ".future-note", "font-size", d.NOTE_SIZE),
    "--note-lines": (DESK, MAP, ".future-note", "-webkit-line-clamp", d.NOTE_LINES),
}

PAGES = sorted({url for _, url, *_ in SEEN.values()})


def _styled(page: Page, selector: str, name: str) -> str:
    styled: str = page.eval_on_selector(selector, f"e => getComputedStyle(e).getPropertyValue('{name}')")
    return styled


def _px(styled: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)(px|rem|%|)", styled.strip()).groups()  # type: ignore[union-attr]
    return float(number) * (d.ROOT if unit == "rem" else 1)


def _set(page: Page, name: str, value: str) -> None:
    page.evaluate("([name, value]) => document.documentElement.style.setProperty(name, value)", [name, value])


def test_every_shared_number_is_looked_at() -> None:
    shared = set(re.findall(r"(--[\w-]+):", d.shared_css().partition("}")[0]))
    assert shared == SEEN.keys() | {"--y-top", "--y-unit"}


@pytest.mark.parametrize("url", PAGES)
def test_a_shared_number_is_what_is_shown(visit: Visitor, url: str) -> None:
    with visit() as here:
        page = here.go(url)
        for number, (size, seen_on, *_) in SEEN.items():
            if seen_on == url:
                page.set_viewport_size(size)
                _assert_it_is_what_is_shown(page, number)


def _assert_it_is_what_is_shown(page: Page, number: str) -> None:
    _, _, selector, name, value = SEEN[number]
    # Browsers lay out in sixty-fourths of a pixel.
    assert _px(_styled(page, selector, name)) == pytest.approx(value, abs=1 / 64), number
    _set(page, number, "7" if number.endswith("-lines") else "777px")
    assert _px(_styled(page, selector, name)) in (7, 777), f"{number}: there is no second number"
    _set(page, number, "")


def test_the_lane_is_ruled_where_the_scale_stands(visit: Visitor) -> None:
    with visit() as here:
        page = here.go(MAP)
        for top, unit in ((d.Y_TOP, d.Y_UNIT), (10, 20)):
            _set(page, "--y-top", f"{top:g}%")
            _set(page, "--y-unit", f"{unit:g}%")
            places = _styled(page, ".feeling-ground", "background-position").split(", ")
            ruled = {float(place.split()[1].rstrip("%px")) for place in places}
            assert ruled == {0, 100, *(top + step * unit for step in range(5))}


def test_scripts_know_from_the_stylesheet_whether_they_run_on_a_phone(visit: Visitor) -> None:
    with visit() as here:
        page = here.go(MAP)
        for size, said in ((PHONE, "1"), (DESK, "")):
            page.set_viewport_size(size)
            assert page.evaluate("cjsite.styled('--on-phone')") == said
