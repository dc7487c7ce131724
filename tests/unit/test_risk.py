"""Grades of the risk of moments of truth: what makes each, who is judged, and how pages tell them apart."""

import datetime
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.analysis.journey_facts import journey_facts
from cjsite.analysis.moments import moments
from cjsite.analysis.risk import GRADES, Risk, risk, urgency_of
from cjsite.analysis.rules import CODES
from cjsite.base.folder import Folder
from cjsite.model.content import Content
from cjsite.reading.read import read
from cjsite.summaries.journey_inputs import journey_inputs
from tests.support.command import ROOT
from tests.support.content import content, map_of
from tests.support.page import TODAY, WHOLE_LANGUAGES, document, html, wording
from tests.support.summary import summary

RATES = st.one_of(st.none(), st.integers(0, 100).map(float))
SCORES = st.one_of(st.none(), st.integers(-20, 20).map(lambda n: n / 10))
RANKS = st.one_of(st.none(), st.integers(1, 5))
TWO = """
-- personas/ana.md --
-- personas/bo.md --
-- journeys/a.yml --
personas: [ana, bo]
stages:
  - title: S
    steps:
      - {title: Asks, emotions: {ana: 1, bo: -2}, importance: 4, moment_of_truth: Stay?}
      - {title: Waits, emotions: {ana: -0.5, bo: 1}, importance: 4, moment_of_truth: {asks: Wait?, bail_rate: 30%}}
      - {title: Rides, emotions: {ana: 1, bo: -0.5}, moment_of_truth: Ride on?}
      - {title: Pays, emotions: {ana: 1, bo: 1}, moment_of_truth: {asks: Pay?, bail_rate: 5%}}
      - {title: Goes, moment_of_truth: Come back?}
"""


def _grades(one: Content) -> list[Risk]:
    inputs = journey_inputs(one, TODAY)["a"]
    return [moment.risk for moment in journey_facts(inputs).moments]


@pytest.mark.parametrize(
    ("lowest", "rate", "importance", "grade"),
    [
        (-1.5, None, None, "high"), (-1.5, 0.0, 1, "high"), (-1.49, None, 5, "some"),
        (-0.1, 25.0, 4, "high"), (-0.1, 24.9, 4, "some"), (-0.1, 25.0, 3, "some"), (-0.1, 25.0, None, "some"),
        (0.0, 25.0, 5, "some"), (None, 90.0, 5, "some"), (2.0, 10.0, 5, "some"), (2.0, 9.9, 5, "low"),
        (0.0, None, 5, "low"), (None, 9.9, 5, "low"), (None, None, 5, "unknown"),
        (-1.5 + 1e-12, None, None, "high"), (-1e-12, None, None, "low"),
    ],
)  # fmt: skip
def test_grades(lowest: float | None, rate: float | None, importance: int | None, grade: Risk) -> None:
    assert risk(lowest, rate, importance) == grade


@given(SCORES, RATES, RANKS, st.integers(0, 20))
def test_what_feels_worse_is_never_less_of_a_risk(
    lowest: float | None, rate: float | None, rank: int | None, less: int
) -> None:
    if lowest is not None:
        before, after = risk(lowest, rate, rank), risk(lowest - less / 10, rate, rank)
        assert urgency_of(after) <= urgency_of(before)


def test_a_moment_is_judged_for_whoever_fares_worst() -> None:
    assert _grades(content(TWO)) == ["high", "high", "some", "low", "unknown"]
    swapped = TWO.replace("personas: [ana, bo]", "personas: [bo, ana]")
    assert _grades(content(swapped)) == ["high", "high", "some", "low", "unknown"]


def test_a_steps_moment_is_as_important_as_what_matters_most_there() -> None:
    touchpoints = "[{title: A, importance: 2}, {title: B, importance: 5, emotion: -1}]"
    one = map_of(f"- {{title: Asks, moment_of_truth: {{asks: Stay?, bail_rate: 25%}}, touchpoints: {touchpoints}}}")
    assert _grades(one) == ["high"]


def test_there_is_no_moment_on_no_line() -> None:
    assert moments() == ()


@pytest.mark.parametrize("language", WHOLE_LANGUAGES)
def test_pages_say_each_grade_by_word_and_by_shape(language: str) -> None:
    one = content(TWO + f"-- site.yml --\ntitle: X\nlanguage: {language}\n")
    t = wording(language)
    for url in ("insights/moments.html", "journeys/a.html", "index.html"):
        shown, written = document(one, url), html(one, url)
        for grade in GRADES:
            assert f"risk-{grade}" in written, (url, grade)
            assert t(f"risk.{grade}") in shown.text or t(f"risk.{grade}.inside") in shown.text, (url, grade)
    assert t("insight.moments.method") in document(one, "insights/moments.html").text


def test_the_tile_counts_what_is_at_high_risk_and_names_the_rest() -> None:
    found = summary(content(TWO), TODAY).focus.health
    assert (found.moments, found.high, found.at_risk) == (5, 2, 3)


def test_the_grades_of_the_example_tell_its_moments_apart() -> None:
    one = read(Folder(ROOT / "content").scan(), CODES)
    day = datetime.date(2026, 11, 29)
    current = [j for j in summary(one, day).journeys if j.card.current]
    counts = Counter(moment.risk for journey in current for moment in journey.insights.moments)
    assert [counts[grade] for grade in GRADES] == [13, 16, 0, 1]
