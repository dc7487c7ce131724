"""The reference for authors in the preview, in a real browser: readable at any width, in light and dark."""

from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.conftest import DESK, PHONE, Visitor
from tests.support.preview import previewing


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_the_reference_can_be_read_by_everybody(visit: Visitor, size: ViewportSize, tmp_path: Path) -> None:
    with previewing(tmp_path) as preview, visit(size, base=preview.url) as tab:
        for name in ("", "/journey", "/csv", "/emotions.ar", "/messages", "/E101"):
            tab.go(f"_preview/reference{name}")
            assert tab.axe() == []
            assert tab.overflow() <= 0, name
        tab.page.get_by_label("Field, message or finding").fill("feeling")
        with tab.page.expect_navigation():
            tab.page.keyboard.press("Enter")
        assert tab.page.get_by_role("heading", level=1).inner_text() == "Feeling"
