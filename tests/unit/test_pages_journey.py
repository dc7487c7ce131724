"""A journey's page: nothing is lost, nothing breaks it, nothing is shown that nobody wrote."""

import pytest
from markupsafe import escape

from tests.support.content import content, map_of
from tests.support.every_field import every_field
from tests.support.page import data, document, html


def test_every_field_of_the_format_is_on_the_page() -> None:
    files, words = every_field()
    shown = document(content(files)).text
    assert len(words) > 80
    assert [word for word in words if word not in shown] == []


def test_text_of_authors_stays_text() -> None:
    attack = "<img src=x onerror=alert(1)>"
    steps = f"- title: '{attack}'\n  actions: '{attack}'\n  lanes: {{'{attack}': '{attack}'}}\n  notes: '{attack}'"
    shown = html(map_of(steps, f"-- site.yml --\ntitle: '{attack}'\n"))
    assert "<img" not in shown
    assert str(escape(attack)) in shown


@pytest.mark.parametrize(
    "journey",
    [
        "title: A",
        "title: A\nstages: []",
        "title: A\nstages: [{title: S}]",
        "title: A\nstages: [{title: S}, {title: T, steps: [One]}]",
        "title: '*'\nstages: [{title: '*', steps: ['*']}]",
        "title: A\nstages: [{title: S, steps: [{touchpoints: [{channel: phone}, {}]}]}]",
    ],
)
def test_an_unfinished_map_is_shown(journey: str) -> None:
    shown = document(content(f"-- journeys/a.yml --\n{journey}\n-- channels.yml --\nphone: Phone\n"))
    assert any(element.tag == "h1" for element in shown.elements)
    assert len(shown.ids) == len(set(shown.ids))


def test_a_map_without_departments_or_evidence_has_no_lanes_for_them() -> None:
    found = data(map_of("- {title: A, emotion: 1}\n- {title: B, channel: phone}", "-- channels.yml --\nphone: P\n"))
    assert [lane.title for lane in found.rows.lanes] == ["Touchpoint", "Feeling"]
    assert found.rows.rules == ()


def test_lanes_and_cells_stand_in_the_same_rows() -> None:
    steps = "- {title: A, actions: Waits, thoughts: Hm, pain_points: Slow, lanes: {Mood music: Harp, Smell: Tea}}"
    shown = document(map_of(steps))
    rows: dict[str, set[str]] = {}
    for element in shown.elements:
        names = element.attributes.get("class", "").split()
        if names[:1] in (["lane"], ["cell"]):
            rows.setdefault(next(n for n in names if n.startswith("row")), set()).add(names[1])
    # Doing, touchpoint, feeling, thinking, pains and two of one's own.
    assert sorted(map(len, rows.values())) == [1] * 7


def test_a_long_map_becomes_a_timeline() -> None:
    steps = "\n".join(f"- {{title: Step {n}, emotion: {n % 5 - 2}}}" for n in range(298))
    first = "- {title: First, department: a, handoff: {to: b}}"
    last = "- {title: Last, backstage: {department: b, does: Takes}}"
    shown = html(map_of(f"{first}\n{steps}\n{last}", "-- departments.yml --\na: A\nb: B\n"))
    assert '<section class="timeline"' in shown
    assert shown.count('<article class="touchpoint') == 300


def test_more_lanes_of_ones_own_than_a_map_can_hold_are_in_the_details() -> None:
    lanes = ", ".join(f"Lane {n}: zq{n}z" for n in range(200))
    shown = document(map_of(f"- {{title: A, lanes: {{{lanes}}}}}")).text
    assert all(f"zq{n}z" in shown for n in range(200))


def test_a_feeling_over_a_whole_step_stands_between_its_touchpoints() -> None:
    steps = "- {title: A, emotion: 1}\n- {title: B, emotion: -1, touchpoints: [{title: C}, {title: D}]}"
    stage = data(map_of(steps)).stages[0]
    faces = [[mark.place for mark in t.marks[0].faces] for step in stage.steps for t in step.touchpoints]
    assert [len(found) for found in faces] == [1, 0, 1]
    assert " x0 " in faces[2][0]


def test_the_summary_names_start_turns_gaps_and_end() -> None:
    steps = (
        "- {title: A, emotion: 0}\n- {title: B, emotion: {value: -2, words: Lost}}\n- C\n- {title: D, emotion: 1.5}"
    )
    (_, told), *others = data(map_of(steps)).text.summaries
    assert others == []
    assert told == (
        "Starts with A: 0.0. Falls to its lowest point at B: Lost (−2.0). Not known at C. "
        "Ends at its highest point with D: +1.5."
    )


def test_numbers_are_written_on_the_authors_scale() -> None:
    scale = "-- site.yml --\nemotion_scale: {min: 1, max: 5, labels: {1: Awful, 5: Great}}\n"
    found = data(map_of("- {title: A, emotion: 4}", scale))
    assert [tick.number for tick in found.ticks] == ["5", "4", "3", "2", "1"]
    assert (found.ticks[0].word, found.ticks[4].word) == ("Great", "Awful")
    assert found.text.rows[0].feelings[0].score == "4"


def test_filters_keep_the_touchpoints_of_a_department_and_a_channel() -> None:
    steps = (
        "- {title: A, channel: phone, department: support}\n"
        "- {title: B, channel: web, backstage: [{department: it, does: Runs}]}"
    )
    registries = (
        "-- departments.yml --\nsupport: Service\nit: Systems\n-- channels.yml --\nphone: Phone\nweb: Website\n"
    )
    found = data(map_of(steps, registries))
    assert [(c.id, c.kept) for c in found.departments] == [("support", "d1"), ("it", "d2")]
    assert [t.cells.classes for step in found.stages[0].steps for t in step.touchpoints] == [" d1 c1", " d2 c2"]


def test_the_same_content_makes_an_equal_page() -> None:
    one = map_of("- {title: A, emotion: [1, -1], opportunities: Better}\n- B")
    assert data(one) == data(one)


def test_a_step_of_another_journey_is_named_by_its_title() -> None:
    one = content("""
-- journeys/a.yml --
title: A
stages: [{title: S, steps: [{title: Calls, caused_by: b#promise, emotion: {value: -1, compensated_by: b#thanks}}]}]
-- journeys/b.yml --
title: The other one
stages: [{title: S, steps: [{title: The promise, id: promise}, {title: A thank-you, id: thanks}]}]
""")
    links = {element.text for element in document(one).elements if element.tag == "a"}
    assert {"The other one: The promise", "The other one: A thank-you"} <= links


@pytest.mark.parametrize("url", ["journeys/a.html", "journeys/b.html", "opportunities.html", "index.html"])
def test_titles_of_others_are_words_alone(url: str) -> None:
    """A map's parent, parts and neighbours, where an opportunity helps, and what the search looks through."""
    steps = "stages: [{title: S, steps: [{title: 'One *zqstep*', id: one}]}]"
    site = content(
        f"-- journeys/a.yml --\ntitle: 'The *zqwhole*'\n{steps}\n"
        f"-- journeys/b.yml --\ntitle: 'A *zqpart*'\nparent: a\n{steps}\n"
        "-- opportunities.yml --\nmend: {title: Mend it, steps: [a#one, b#one]}\n"
    )
    shown = html(site, url)
    assert "zqwhole" in shown
    assert "zqpart" in shown
    assert "*zq" not in shown
