"""A map that is read by its moments of truth leads with them."""

from tests.support.content import content
from tests.support.page import data, document

MAP = """
-- journeys/a.yml --
title: A
reading: decision-points
stages:
  - title: S
    steps:
      - {title: Looks, emotion: 1, moment_of_truth: {asks: Is it *mine*?, bail_rate: 30%}}
      - {title: Thinks}
      - {title: Pays, emotion: -2, moment_of_truth: {}}
"""


def test_moments_of_truth_stand_before_the_map_in_its_order() -> None:
    page = document(content(MAP))
    assert [one.felt.at.title for one in data(content(MAP)).moments] == ["Looks", "Pays"]
    assert page.text.index("Where customers decide") < page.text.index("Is it mine?") < page.text.index("Map view")
    assert "Is it mine? : Some risk 1 Looks Good, 30% give up" in page.text
    assert {"#at-looks", "#at-pays"} <= set(page.links)


def test_a_continuous_map_and_one_without_moments_have_no_such_list() -> None:
    continuous = MAP.replace("reading: decision-points\n", "")
    without = "-- journeys/a.yml --\ntitle: A\nreading: decision-points\nstages: [{title: S, steps: [T]}]\n"
    for text in (continuous, without):
        assert "decisions-title" not in document(content(text)).ids
