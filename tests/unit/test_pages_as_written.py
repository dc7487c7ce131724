"""Pages show what was written, and nothing that nobody wrote."""

import pytest

from tests.support.content import map_of
from tests.support.page import data, document

IDEAS = """
-- departments.yml --
shop: {title: Shop}
-- opportunities.yml --
bell: {title: A bell, steps: [a#waits], owner: shop, solutions: [Brass]}
lamp: {title: A lamp, status: idea, kind: wow, steps: [a#waits], solutions: [{title: Glass, status: planned}]}
"""


@pytest.mark.parametrize(
    "url", ["journeys/a.html", "opportunities.html", "insights/opportunities.html", "departments/shop.html"]
)
def test_an_opportunity_is_called_an_idea_where_its_author_does(url: str) -> None:
    text = document(map_of("- title: Waits", IDEAS), url).text
    before, _, bell = text.partition("A bell")
    assert "idea" not in bell.partition("A lamp")[0], before
    assert "Improvement" not in bell.partition("A lamp")[0]


def test_what_is_said_of_an_opportunity_stands_there() -> None:
    text = document(map_of("- title: Waits", IDEAS), "opportunities.html").text
    assert "idea" in text.partition("A lamp")[2]
    assert "Glass planned" in text
    assert text.count("idea") == 1


def test_a_map_says_how_far_its_own_opportunities_are_where_somebody_does() -> None:
    fields = "opportunities: [{title: A seat}, {title: A roof, status: idea}]"
    cells = data(map_of(f"- title: Waits\n  {fields}")).stages[0].steps[0].cells.openings
    assert {cell.title: cell.state for cell in cells} == {"A seat": "", "A roof": "idea"}
