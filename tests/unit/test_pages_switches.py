"""Changes of channel on the map, and the filter by domain."""

import pytest

from cjsite.drawing.dimensions import USUAL_FILTERS
from cjsite.drawing.geometry import USUAL
from cjsite.pages.journey.cells import TouchpointCells
from cjsite.pages.journey.page import JourneyData
from tests.support.content import content, map_of
from tests.support.page import data, document

CHANNELS = """
-- channels.yml --
phone: {title: Phone}
web: {title: Website}
"""
STEPS = """
- {title: Looks, channel: web, domain: marketing}
- {title: Thinks}
- {title: Looks again, channel: web}
- {title: Calls, channel: phone, domain: [service, marketing]}
- {title: Is asked, channel: phone, domain: service}
"""
CHANNELS_OF_MANY = "-- channels.yml --\n" + "".join(f"c{n}: {{title: C{n}}}\n" for n in range(USUAL_FILTERS + 1))
BRANCHES = """
-- channels.yml --
phone: {title: Phone}
web: {title: Website}
shop: {title: Shop}
-- journeys/a.yml --
title: A
paths: [online]
stages:
  - title: S
    steps:
      - {title: Calls, channel: phone}
      - {title: Buys here, channel: shop, path: main}
      - {title: Buys there, channel: web, path: online}
      - {title: Is thanked, channel: phone}
"""


def _cells(shown: JourneyData) -> list[TouchpointCells]:
    return [point.cells for stage in shown.stages for step in stage.steps for point in step.touchpoints]


def test_a_change_of_channel_says_which_it_comes_from() -> None:
    built = map_of(STEPS, CHANNELS)
    assert {cell.title: cell.arrives for cell in _cells(data(built)) if cell.arrives} == {
        "Calls": "coming from Website"
    }
    page = document(built)
    assert "coming from Website: Phone" in page.text
    assert "change of channel" in page.text


def test_changes_are_those_of_a_route_and_not_from_one_branch_to_another() -> None:
    assert {cell.title: cell.arrives for cell in _cells(data(content(BRANCHES)))} == {
        "Calls": "",
        "Buys here": "coming from Phone",
        "Buys there": "coming from Phone",
        "Is thanked": "coming from Shop",
    }


def test_a_map_can_be_filtered_by_domain() -> None:
    shown = data(map_of(STEPS, CHANNELS))
    kept = {choice.id: choice.kept for choice in shown.domains}
    served = {
        cell.title: [one for one, name in kept.items() if name in cell.classes.split()] for cell in _cells(shown)
    }
    assert served == {
        "Looks": ["marketing"],
        "Thinks": [],
        "Looks again": [],
        "Calls": ["marketing", "service"],
        "Is asked": ["service"],
    }
    assert "filter-domain" in document(map_of(STEPS, CHANNELS)).ids
    assert "filter-domain" not in document(map_of("- {title: Calls, channel: phone}", CHANNELS)).ids


def _by_channel(count: int) -> str:
    """Return a step by each of so many channels."""
    return "\n".join(f"- {{title: S{n}, channel: c{n}}}" for n in range(count))


@pytest.mark.parametrize(
    ("steps", "registries", "is_large"),
    [
        ("\n".join(f"- S{n}" for n in range(USUAL)), "", False),
        ("\n".join(f"- S{n}" for n in range(USUAL + 1)), "", True),
        (_by_channel(USUAL_FILTERS), CHANNELS_OF_MANY, False),
        (_by_channel(USUAL_FILTERS + 1), CHANNELS_OF_MANY, True),
    ],
)
def test_only_large_maps_load_the_rules_for_many_columns_and_choices(
    steps: str, registries: str, is_large: bool
) -> None:
    site = map_of(steps, registries)
    assert data(site).is_large == is_large
    assert ("assets/large." in document(site).source) == is_large
