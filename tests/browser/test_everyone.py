"""What a map owes those who listen, those whose system chooses the colours, and those whom motion makes ill."""

import pytest

from tests.browser.conftest import Visitor
from tests.browser.pages import KINDS, MAP

pytestmark = pytest.mark.browser
SOON = 40
"""Lines of the accessibility tree within which a map has said what matters most."""


def test_what_hurts_most_is_heard_first(visit: Visitor) -> None:
    with visit() as here:
        tree = here.go(MAP).locator("body").aria_snapshot().splitlines()
        heard = "\n".join(tree[:SOON])
        first = ("It is worst at", "What hurts", "give up", "Responsible", "Planned")
        assert [words for words in first if words not in heard] == []


def test_marks_are_seen_among_forced_colours_whatever_was_chosen(visit: Visitor) -> None:
    with visit() as here:
        page = here.go(KINDS["first draft"])
        page.emulate_media(forced_colors="active", color_scheme="dark")
        ink = "getComputedStyle(document.documentElement).getPropertyValue('--ink')"
        on_dark = page.evaluate(ink)
        page.evaluate("document.documentElement.dataset.theme = 'light'")
        assert page.evaluate(ink) == on_dark
        for mark in (".map .feeling-ground", ".map .gap"):
            drawn = page.locator(mark).first.evaluate("mark => getComputedStyle(mark).backgroundImage")
            assert "gradient" in drawn, mark
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        line = page.locator(".map .curve path.firm, .map .curve path.weak").first
        assert line.evaluate("line => getComputedStyle(line).stroke") not in ("none", paper)
        page.emulate_media(forced_colors="none")


def test_nothing_moves_for_those_who_ask_for_it(visit: Visitor) -> None:
    """Every visit asks for it; with the wish taken back, something does move."""
    moving = """[...document.querySelectorAll("*")].some((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return transitionDuration !== "0s" || animationName !== "none" || scrollBehavior === "smooth";
    })"""
    with visit() as here:
        page = here.go(f"{MAP}#at-hold")
        assert not page.evaluate(moving)
        page.emulate_media(reduced_motion="no-preference")
        assert page.evaluate(moving)
        page.emulate_media(reduced_motion="reduce")
