"""Colours of a theme: contrast as WCAG 2.2 defines it, and refusal of what is too faint."""

from pathlib import Path

import pytest

from cjsite.theming.contrast import contrast, schemes, too_faint

TOKENS = (Path(__file__).parents[2] / "themes/default/assets/css/tokens.css").read_text("utf-8")


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000", "#fff", 21.0), ("#777777", "#ffffff", 4.48), ("#1b2430", "#1b2430", 1.0)]
)
def test_contrast(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


def test_the_shipped_colours_are_all_found_and_told_apart() -> None:
    light, dark = schemes(TOKENS)
    assert {"ink", "paper", "pos", "neg", "future"} <= light.keys() & dark.keys()
    assert list(too_faint(TOKENS)) == []


def test_a_theme_with_faint_text_is_told_which() -> None:
    said = list(too_faint(TOKENS + ":root{--ink-3:#cccccc}"))
    assert any("--ink-3 #cccccc on --paper #faf9f6" in line and "light" in line for line in said)


def test_what_holds_only_in_print_is_passed_over() -> None:
    found = schemes("@media print{:root{--paper:#fff}a{b:c}}:root{--paper:#000}")
    assert found == ({"paper": "#000"}, {"paper": "#000"})
