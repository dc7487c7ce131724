"""Who serves at a touchpoint, and the two views of it: as customers perceive it, and as it is meant."""

from itertools import pairwise

from tests.support.content import map_of
from tests.support.html import Document
from tests.support.page import data, document

CHANNELS = """
-- channels.yml --
phone: {title: Phone, kind: human, service: human}
kiosk: {title: Kiosk, service: self-service}
post: {title: Post}
"""
STEPS = """
- {title: Calls, channel: phone}
- {title: Hears a voice, channel: phone, service: automated}
- {title: Buys, channel: kiosk}
- {title: Writes, channel: post}
- {title: Sits, service: human}
"""


def _details(page: Document, name: str) -> list[str]:
    """Return what follows a name in the details, in the order of the touchpoints."""
    return [then.text for now, then in pairwise(page.elements) if (now.tag, now.text) == ("dt", name)]


def test_a_touchpoints_own_service_comes_before_its_channels() -> None:
    page = document(map_of(STEPS, CHANNELS))
    assert _details(page, "Service") == ["served by a person", "automated", "self-service", "served by a person"]
    told = [(row.title, row.channel) for row in data(map_of(STEPS, CHANNELS)).text.rows]
    assert ("Hears a voice", "Phone, automated") in told and ("Writes", "Post") in told


def test_a_map_can_be_filtered_by_service() -> None:
    shown = data(map_of(STEPS, CHANNELS))
    kept = {choice.id: choice.kept for choice in shown.services}
    cells = [point.cells for stage in shown.stages for step in stage.steps for point in step.touchpoints]
    served = {cell.title: [way for way, name in kept.items() if name in cell.classes.split()] for cell in cells}
    assert served == {
        "Calls": ["human"],
        "Hears a voice": ["automated"],
        "Buys": ["self-service"],
        "Writes": [],
        "Sits": ["human"],
    }
    assert "filter-service" in document(map_of(STEPS, CHANNELS)).ids
    assert "filter-service" not in document(map_of("- {title: Writes, channel: post}", CHANNELS)).ids


def test_the_pages_on_channels_say_who_serves() -> None:
    site = map_of(STEPS, CHANNELS)
    assert "Kiosk ours, self-service" in document(site, "reference.html").text
    assert "self-service" in document(site, "insights/touchpoints.html").text


def test_how_it_is_perceived_stands_beside_how_it_is_meant() -> None:
    steps = """
- title: Asks
  perceived: Nobody *knows*
  intended: We ask once
  touchpoints:
    - {title: Passengers, perceived: They know more}
    - {title: Crew}
- {title: Pays, channel: phone, intended: Quick}
- {title: Leaves}
"""
    page, shown = document(map_of(steps, CHANNELS)), data(map_of(steps, CHANNELS))
    assert _details(page, "As customers perceive it") == ["They know more", "Nobody knows", "not said"]
    assert _details(page, "As we mean it") == ["We ask once", "We ask once", "Quick"]
    assert "of the whole step: Nobody knows" in page.text, "what is said of the step is not lost"
    assert [len(row.views) for row in shown.text.rows] == [2, 2, 2, 0]
    assert shown.text.views == ("As customers perceive it", "As we mean it")


def test_a_touchpoint_and_its_only_step_are_both_told() -> None:
    steps = "- {title: Asks, intended: Once, touchpoints: [{title: Crew, intended: Twice}]}"
    assert "Twice of the whole step: Once" in document(map_of(steps)).text


def test_a_map_that_says_neither_has_no_columns_for_them() -> None:
    shown = data(map_of("- {title: Asks}"))
    assert shown.text.views == () and "As we mean it" not in document(map_of("- {title: Asks}")).text


def test_a_step_may_belong_to_several_domains() -> None:
    page = document(map_of("- {title: Asks, domain: [sales, service]}\n- {title: Pays, domain: billing}"))
    assert _details(page, "Domain") == ["sales", "billing"]
    assert "Domain sales service" in page.text
