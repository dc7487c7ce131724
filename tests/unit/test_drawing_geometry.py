"""The feeling lane's coordinates and their utility classes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.drawing import geometry as g

scores = st.floats(-2, 2)


def rules() -> dict[str, str]:
    return dict(re.findall(r"\.(\w+)\{([^}]+)\}", g.utility_css() + g.large_css()))


RULES = rules()
STYLES = Path(__file__).parents[2] / "themes/default/assets/css"


def test_every_class_has_one_rule() -> None:
    assert (
        len(re.findall(r"\{", g.utility_css() + g.large_css()))
        == len(RULES)
        == 256 + 2 * 128 + 201 + 129 + 2 * 101 + 2 * 13 + 16
    )


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("n18", "--n:18"),
        ("y101", "--y:50.5%"),
        ("h128", "--h:64%"),
        ("x25", "--x:25%"),
        ("r50", "--r:50%"),
        ("dx12", "--dx:12px"),
        ("dxm48", "--dx:-48px"),
        ("dy0", "--dy:0px"),
        (g.row_class(1), "--row:1"),
        (g.row_class(128), "--row:128"),
        (g.to_class(2), "--to:2"),
        (g.to_class(129), "--to:129"),
    ],
)
def test_rules(name: str, rule: str) -> None:
    assert RULES[name] == rule


@given(scores, scores, st.floats(0, 1), st.integers(1, 256))
def test_classes_exist_and_say_the_number(a: float, b: float, fraction: float, count: int) -> None:
    low, high = sorted((a, b))
    assert float(RULES[g.y_class(a)][4:-1]) == pytest.approx(g.y_percent(a), abs=0.26)
    assert float(RULES[g.h_class(low, high)][4:-1]) == pytest.approx(16 * (high - low), abs=0.26)
    assert float(_said(g.x_class(fraction), "x")[4:-1]) == pytest.approx(100 * fraction, abs=0.51)
    assert float(RULES[g.r_class(a)][4:-1]) == g.rail_position(a)
    assert RULES[g.n_class(count)] == f"--n:{count}"


@pytest.mark.parametrize("px", range(-48, 49, 4))
def test_word_offsets(px: int) -> None:
    assert _said(g.dx_class(px), "dx") == f"--dx:{px}px"
    assert _said(g.dy_class(abs(px)), "dy") == f"--dy:{abs(px)}px"


def _said(name: str, number: str) -> str:
    """Return what a class says, or what the stylesheet takes where none is needed."""
    if name:
        return RULES[name]
    (usual,) = {value for css in STYLES.glob("*.css") for value in _usual(number, css.read_text("utf-8"))}
    return f"--{number}:{usual}"


def _usual(number: str, css: str) -> list[str]:
    return re.findall(rf"var\(--{number},([^)]+)\)", css)


def test_classes_that_are_not_needed_leave_no_trace() -> None:
    assert g.joined("y70", g.x_class(0.5), "r50") == "y70 r50"


def test_scale_ends() -> None:
    assert [g.y_percent(s) for s in (2, 0, -2)] == [19, 51, 83]
    assert [g.rail_position(s) for s in (-2, 0, 2)] == [12, 50, 88]


@pytest.mark.parametrize(
    "call",
    [
        lambda: g.n_class(0),
        lambda: g.n_class(257),
        lambda: g.row_class(0),
        lambda: g.row_class(129),
        lambda: g.to_class(1),
        lambda: g.to_class(130),
        lambda: g.dx_class(2),
        lambda: g.dx_class(52),
        lambda: g.dy_class(-4),
        lambda: g.x_class(1.1),
        lambda: g.y_class(9),
        lambda: g.y_class(float("nan")),
    ],
)
def test_numbers_without_a_class_are_refused(call: object) -> None:
    assert callable(call)
    with pytest.raises(ValueError):
        call()
