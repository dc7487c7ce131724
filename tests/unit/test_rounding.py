"""Figures are rounded in one place: half away from zero, and shares so that they add up."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.analysis.sources import KnownBy
from cjsite.base.span import Span
from cjsite.text.rounding import rounded, shares
from tests.support.content import content
from tests.support.page import document, wording

TWENTIETHS = st.integers(-400, 400)


@pytest.mark.parametrize(
    "terms", [(1.45,), (1.4, 1.5), (1.1, 1.8), (1.9, 1.0), (2.0, 0.9), (1.7, 1.3, 1.35), (0.1, 2.8)]
)
def test_equal_means_look_equal(terms: tuple[float, ...]) -> None:
    mean = sum(terms) / len(terms)
    assert wording().signed(mean) == "+1.5" and wording().signed(-mean) == "−1.5"
    assert wording().number(mean, 1) == "1.5" and wording().percent(mean) == "1.5%"


@given(TWENTIETHS)
def test_a_half_goes_away_from_zero_for_both_signs(n: int) -> None:
    value = n / 20
    up = rounded(value, 1)
    assert up == -rounded(-value, 1) and str(up) != "-0.0"
    assert up * 10 == int(abs(Fraction(n, 2)) + Fraction(1, 2)) * (1 if n >= 0 else -1)


@given(st.lists(TWENTIETHS, min_size=1, max_size=9), st.randoms())
def test_the_order_of_a_sum_changes_no_figure(terms: list[int], chance: st.DataObject) -> None:
    mixed = list(terms)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    means = [sum(n / 20 for n in some) / len(some) for some in (terms, mixed)]
    assert rounded(means[0], 1) == rounded(means[1], 1)


@given(st.lists(st.integers(0, 500), max_size=8), st.integers(0, 2))
def test_shares_of_one_whole_add_up(counts: list[int], digits: int) -> None:
    parts = shares(counts, digits)
    assert sum(parts) == (100 if sum(counts) else 0)
    for part, count in zip(parts, counts, strict=True):
        exact = Fraction(100 * count, sum(counts) or 1)
        assert abs(Fraction(part) - exact) < Fraction(1, 10**digits)
        assert part >= 0 and (count or not part)


def test_the_ways_to_know_add_up_on_the_page() -> None:
    known = KnownBy((3, 3, 2, 0, 0))
    assert [int(share) for share in known.percents] == [38, 37, 25, 0, 0]
    steps = "".join(
        f"      - {{title: T{n}, emotion: 1, confidence: {said}}}\n"
        for n, said in enumerate(["observed"] * 3 + ["reported"] * 3 + ["inferred"] * 2)
    )
    site = content(f"-- journeys/a.yml --\ntitle: A\nstages:\n  - title: S\n    steps:\n{steps}")
    text = document(site, "insights/evidence.html").text
    assert "Observed 38%" in text and "Reported 37%" in text and "Inferred 25%" in text


def test_whole_per_cent_round_like_all_figures() -> None:
    assert [wording().percent(value, 0) for value in (12.5, 13.5, 0.5)] == ["13%", "14%", "1%"]
    assert wording("de").percent(12.25) == "12,3\xa0%"


def test_times_round_like_all_figures() -> None:
    assert [wording().duration(minutes) for minutes in (0.5, 1.5, 2.5)] == ["1 min", "2 min", "3 min"]
    assert wording().duration(Span.exactly(2.5)) == "3 min"


def test_tables_of_a_site_are_on_its_scale() -> None:
    site = content("""
-- site.yml --
title: T
emotion_scale: 1 to 10
-- channels.yml --
web: {title: Web}
-- journeys/a.yml --
title: A
stages:
  - {title: S, phase: before, steps: [{title: W, channel: web, device: phone, emotion: 9}]}
  - {title: T, phase: after, steps: [{title: V, channel: web, emotion: 10}]}
-- journeys/b.yml --
title: B
emotion_scale: -2 to 2
stages: [{title: S, phase: before, steps: [{title: W, channel: web, emotion: 2}]}]
""")
    text = document(site, "insights/touchpoints.html").text
    for wanted in ("9.7", "9.5", "10.0", "9.0"):
        assert wanted in text, wanted
    assert "2.0" not in text, "the number of the map that has a scale of its own"
