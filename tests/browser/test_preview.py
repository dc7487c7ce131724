"""What the preview adds to pages, and its own pages, as everybody can use them."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.browser.conftest import DESK, PHONE, Visit, Visitor
from tests.support.preview import previewing

pytestmark = pytest.mark.browser
MAP = "journeys/coffee.html"
CONNECTED = "() => window.LiveReload?.connector?.protocol === 7"


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_bar_notes_problems_and_the_join_page_are_accessible(
    visit: Visitor, size: ViewportSize, tmp_path: Path
) -> None:
    with previewing(tmp_path) as preview, visit(size, base=preview.url) as tab:
        page = tab.go(MAP)
        assert tab.axe() == []
        page.get_by_role("button", name="Note").click()
        assert page.get_by_label("Notes on this map").inner_text() == "First sip: Ask about the cup"
        assert tab.axe() == []
        page.wait_for_function(CONNECTED)
        preview.change("emotion: -1 ", "emotions: -1\n        emotoin: 7 ")
        page.locator(".preview-problems").wait_for(state="visible")
        assert "unknown key emotoin; did you mean emotion" in page.locator(".preview-problems").inner_text()
        assert tab.axe() == []
        tab.go("_preview/join")
        assert tab.axe() == []
        assert tab.overflow() <= 0


def test_who_asks_by_another_name_gets_a_page_like_any_other(browser: Browser, tmp_path: Path) -> None:
    with previewing(tmp_path) as preview, browser.new_context() as context:
        page = context.new_page()
        # The page as it is sent, for no browser finds a name that nobody has.
        answer = preview.ask(preview.get("/", host="box.example")).decode().partition("\r\n\r\n")[2]
        page.set_content(answer)
        assert page.locator("main code").all_inner_texts() == ["localhost", "--allow-host box.example"]
        assert Visit(page, "").axe() == []
