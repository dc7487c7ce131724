"""The page that holds a map against its future: one chart, and what becomes of what."""

import pytest

from cjsite.pages.insights.comparison import ComparisonData
from tests.support.content import content
from tests.support.page import document, page

PAIR = """
-- channels.yml --
phone: {title: Phone}
app: {title: App}
-- journeys/now.yml --
title: Hilfe am Telefon
language: de
stages:
  - title: S
    steps:
      - {title: Calls, id: calls, channel: phone, emotion: -1, wait: 21 min, contacts: 2, pain_points: [A, B],
         moment_of_truth: {asks: Hold?, bail_rate: 27%}}
      - {title: Asks again, id: again, emotion: -2}
      - {title: Is helped, id: helped, emotion: 1}
-- journeys/then.yml --
title: Hilfe in der App
language: de
state: to-be
derived_from: now
stages:
  - title: S
    steps:
      - {title: Calls, id: calls, channel: app, emotion: 0.5, wait: 0 min, pain_points: [A],
         moment_of_truth: {asks: Hold?, bail_rate: 8%}}
      - {title: Is asked, id: asked, emotion: 1}
      - {title: Is helped, id: helped, emotion: 1}
"""


@pytest.fixture(scope="module")
def pair() -> ComparisonData:
    held = page(content(PAIR), "compare/then.html").data
    assert isinstance(held, ComparisonData)
    return held


def test_the_table_tells_what_became_of_what(pair: ComparisonData) -> None:
    calls = next(turn for turn in pair.turns if turn.kind == "changed")
    assert calls.difference == 1.5
    became = {change.field: (change.before, change.after) for change in calls.fields}
    assert became["wait"] == ("21 min", "0 min")
    assert became["channel"] == ("Phone", "App")
    assert became["contacts"] == ("2", "not said"), "what is not said is no zero"
    assert became["moment_of_truth"] == ("27% give up", "8% give up")
    assert became["pain_points"] == ("2", "1")
    text = document(content(PAIR), "compare/then.html").text
    assert "wait: 21 min → 0 min" in text
    assert "feeling: −1.0 → +0.5" in text


def test_one_chart_aligns_both_lines_by_their_touchpoints(pair: ComparisonData) -> None:
    assert [turn.kind for turn in pair.turns] == ["changed", "added", "removed", "kept"]
    assert pair.chart.columns == 4
    spots = [(point.side, point.spot.x) for point in pair.chart.points]
    assert spots == [
        ("before", "12.5%"), ("before", "62.5%"), ("before", "87.5%"),
        ("after", "12.5%"), ("after", "37.5%"), ("after", "87.5%"),
    ]  # fmt: skip
    assert pair.chart.gain
    assert not pair.chart.loss


def test_a_heading_with_a_title_of_another_language_bears_that_language() -> None:
    page_source = document(content(PAIR), "compare/then.html").source
    assert '<h1><bdi lang="de">Hilfe am Telefon</bdi>: now and then</h1>' in page_source
