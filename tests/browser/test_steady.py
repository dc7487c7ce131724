"""Nothing moves when the theme's fonts come late."""

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import DESK, PHONE, Visitor
from tests.browser.pages import KINDS

pytestmark = pytest.mark.browser

SIZES = {"desk": DESK, "phone": PHONE}
MOST = 0.02
SHIFTS = """
    window.shifts = 0;
    new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) shifts += shift.value;
    }).observe({ type: "layout-shift", buffered: true });
"""
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


@pytest.mark.parametrize("size", SIZES)
def test_late_fonts_move_nothing(visit: Visitor, size: str) -> None:
    # A way to ask that no other test has: the tab has loaded no fonts yet.
    with visit(SIZES[size], locale="en-IE") as here:
        page, late = here.page, list[Route]()
        page.add_init_script(SHIFTS)
        page.route("**/*.woff2", lambda route: late.append(route))
        shifts = {}
        for kind in ("home", "journey", "department", "persona", "summary", "backlog", "findings of a map"):
            late.clear()
            page.goto(here.base + KINDS[kind], wait_until="domcontentloaded")
            _let_fonts_come(page, late)
            shifts[kind] = page.evaluate("shifts")
        page.unroute("**/*.woff2")
    assert {kind: shift for kind, shift in shifts.items() if shift > MOST} == {}


def _let_fonts_come(page: Page, late: list[Route]) -> None:
    page.evaluate(SETTLED)
    assert page.evaluate("document.fonts.status") == "loading"
    assert late
    for route in late:
        route.continue_()
    page.evaluate("() => document.fonts.ready.then(() => {})")
    page.evaluate(SETTLED)


def test_what_was_kept_free_is_given_back(visit: Visitor) -> None:
    with visit(DESK, locale="en-NZ") as here:
        page, late = here.page, list[Route]()
        page.route("**/*.woff2", lambda route: late.append(route))
        page.goto(here.base + KINDS["journey"], wait_until="domcontentloaded")
        _let_fonts_come(page, late)
        kept = "document.querySelectorAll('[style*=min-block-size]').length"
        assert page.evaluate(kept) > 0
        assert page.evaluate("map.querySelectorAll('[style*=min-block-size]').length") > 0
        page.evaluate("document.getElementById('lane-pains').click()")
        assert page.evaluate("map.querySelectorAll('[style*=min-block-size]').length") == 0
        assert page.evaluate(kept) > 0, "a choice on the map moves nothing in the head"
        page.set_viewport_size(PHONE)
        page.evaluate(SETTLED)
        assert page.evaluate(kept) == 0
        page.unroute("**/*.woff2")
