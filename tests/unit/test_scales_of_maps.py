"""A map with other numbers than its site: every figure about several maps is on the site's scale, by hand here."""

from typing import Any

import pytest

from tests.support.content import content
from tests.support.page import data, page

HOUSE = """
-- departments.yml --
desk: The desk
-- channels.yml --
web: {title: The web, control: owned}
"""
# On 1 to 5: 2, 1, 4, 5. On −2 to +2: −1, −2, +1, +2.
STAGES = """
stages:
- {title: Reads, emotion: {value: 2, spread: [1, 3]}, functional: 5, satisfaction: 4, channel: web,
   department: desk}
- title: Asks
  steps:
  - title: Asks
    emotion: 4
    touchpoints: [{title: One, emotion: 1, channel: web, department: desk}, {title: Two, channel: web}]
  - {title: Leaves, emotion: 5, functional: 4.5}
"""
MAP = f"-- journeys/a.yml --\ntitle: A\nemotion_scale: 1 to 5\n{STAGES}"
# On −5 to +5: +2.5, 0. On −2 to +2: +1, 0.
FUTURE = """
-- journeys/b.yml --
title: B
state: to-be
derived_from: a
emotion_scale: -5 to 5
stages:
- {title: Reads, emotion: 2.5}
- {title: Asks, steps: [{title: Leaves, emotion: 0}]}
"""
CLOSE = pytest.approx


def _data(site: str, url: str) -> Any:
    return page(content(site), url).data


def _line(site: str = "") -> Any:
    return _data(HOUSE + site + MAP, "insights/feelings.html").journeys[0]


def test_the_feelings_of_all_maps_are_on_the_site_s_scale() -> None:
    line = _line()
    assert (line.mean, line.peak_end) == (CLOSE(0), CLOSE(0)), "(−1 − 2 + 1 + 2)/4; the strongest, −2, and the last"
    assert [(point.value, point.so_far) for point in line.points] == [
        (-1, CLOSE(-1)), (-2, CLOSE(-1.5)), (1, CLOSE(-2 / 3)), (2, CLOSE(0)),
    ]  # fmt: skip
    assert (line.drop.size, line.rise.size) == (CLOSE(-1), CLOSE(3))
    assert [(worth.felt.value, worth.functional, worth.gap) for worth in line.worths] == [
        (-1, 2, CLOSE(3)), (2, 1.5, CLOSE(-0.5)),
    ]  # fmt: skip
    assert line.worths[0].satisfaction == 4, "that is no feeling"


def test_a_site_without_a_minus_has_its_own_numbers_for_the_same() -> None:
    line = _line("-- site.yml --\nemotion_scale: 1 to 10\n")
    assert [point.value for point in line.points] == [3.25, 1, 7.75, 10]
    assert (line.mean, line.drop.size, line.rise.size) == (CLOSE(5.5), CLOSE(-2.25), CLOSE(6.75))


def test_channels_and_departments_have_the_mean_of_touchpoints_on_the_site_s_scale() -> None:
    site = HOUSE + MAP
    (web,) = (row for row in _data(site, "insights/touchpoints.html").channels if row.id == "web")
    assert (web.mean, web.known) == (CLOSE(-1.5), 2)
    assert _data(site, "departments/desk.html").health.mean == CLOSE(-1.5)


def test_two_maps_of_different_scales_are_compared_on_that_of_the_site() -> None:
    shown = _data(HOUSE + MAP + FUTURE, "compare/b.html")
    assert [(side.lowest, side.mean, side.ending) for side in (shown.before, shown.after)] == [
        (-2, CLOSE(0), 2), (0, CLOSE(0.5), 0),
    ]  # fmt: skip
    felt = {turn.kind: (turn.before, turn.after) for turn in shown.turns if turn.kind == "changed"}
    assert [side.value for side in felt["changed"] if side] == [2, 0]


def test_a_pair_is_shown_in_the_numbers_of_the_map_that_shows_it() -> None:
    site = content(HOUSE + MAP + FUTURE)
    change = {row.name: (row.now, row.future) for row in data(site).changes}
    assert (change["Mean feeling"], change["Lowest feeling"]) == (("3", "3.5"), ("1", "3"))
    other = {row.name: (row.now, row.future) for row in data(site, "journeys/b.html").changes}
    assert (other["Mean feeling"], other["Lowest feeling"]) == (("0.0", "+1.3"), ("−5.0", "0.0"))
    (reads,) = (row for row in data(site).text.rows if row.id == "reads")
    assert (reads.feelings[0].score, reads.feelings[0].range, reads.future) == ("2", "1 to 3", "4")
