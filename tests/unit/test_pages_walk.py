"""The walkthrough: where one is on the way, who walks it, and what they see."""

from cjsite.pages.insights.walk import WalkData
from tests.support.content import content
from tests.support.page import document, page

SITE = """
-- site.yml --
title: Site
emotion_scale: 1 to 5
-- personas/ana.yml --
title: Ana
-- journeys/a.yml --
title: A
persona: ana
stages:
  - title: S
    steps:
      - {title: Looks, emotion: 2}
      - {title: Waits}
      - {title: Gets it, emotion: 4.5}
      - {title: Pays, emotion: 5}
"""


def test_each_step_is_on_the_curve_and_what_is_not_known_has_no_point_there() -> None:
    shown = page(content(SITE), "walk/a.html").data
    assert isinstance(shown, WalkData)
    steps = [step for stage in shown.stages for step in stage.steps]
    assert [step.at.x for step in steps] == ["12.5%", "37.5%", "62.5%", "87.5%"]
    assert [len(step.at.spots) for step in steps] == [1, 0, 1, 1]
    assert document(content(SITE), "walk/a.html").source.count('href="#way"') == 4


def test_numbers_are_written_as_on_the_map() -> None:
    text = document(content(SITE), "walk/a.html").text
    assert "Bad 2 Looks" in text
    assert "2.0" not in text
    assert "4.5" in text
