"""A map whose customers part: its line forks and joins; and lines that there is little to say of."""

import datetime

import pytest

from cjsite.model.content import Content
from cjsite.pages.journey.page import JourneyData
from tests.support.content import content, map_of
from tests.support.page import data, document
from tests.support.summary import findings

HELP = """
-- personas/ana.yml --
title: Ana
-- personas/bo.yml --
title: Bo
-- journeys/a.yml --
title: Help
personas: [ana, bo]
paths: {callback: {title: Callback, share: 30%}, counter: {title: Counter, personas: bo}}
stages:
  - title: Ask
    steps:
      - {title: Asks, emotions: {ana: 0, bo: 0.5}}
      - {title: Waits, path: main, emotions: {ana: -1, bo: -2}}
      - {title: Is called, path: callback, emotions: {ana: {value: 2, words: Glad}, bo: 1}}
      - {title: Drives, path: counter, emotions: {bo: -1.5}}
      - {title: Is helped, emotions: {ana: 1, bo: 0.8}}
"""


@pytest.fixture(scope="module")
def parted() -> JourneyData:
    return data(content(HELP))


def _classes(site: Content, name: str) -> list[str]:
    every = (element.attributes.get("class") or "" for element in document(site).elements)
    return [classes for classes in every if name in classes.split()]


def _summary(steps: str) -> str:
    """Return what is said of the line of a map with a path `x`."""
    written = f"title: A\npaths: [x]\nstages: [{{title: S, steps: [{steps}]}}]"
    ((_, summary),) = data(content(f"-- journeys/a.yml --\n{written}")).text.summaries
    return summary


def test_the_main_line_passes_over_the_steps_of_other_routes(parted: JourneyData) -> None:
    ana, _ = parted.lines
    assert ana.weak.count("c") == 2, "over its own three steps of five, no more"
    assert [stroke.weak.count("c") for stroke in ana.branches] == [2], "from the fork to its step, and back"


def test_a_line_forks_only_into_routes_that_its_persona_may_take(parted: JourneyData) -> None:
    assert [len(line.branches) for line in parted.lines] == [1, 2]
    drives = parted.stages[0].steps[3].touchpoints[0].marks
    assert [len(marks.faces) for marks in drives] == [0, 1], "Ana, who never comes by, has no mark there"


def test_each_fork_says_where_it_leads_and_how_many_go_there(parted: JourneyData) -> None:
    marks = [touchpoint.marks for step in parted.stages[0].steps for touchpoint in step.touchpoints]
    ana, bo = ([own.fork.text if own.fork else "" for own in persona] for persona in zip(*marks, strict=True))
    assert ana == ["", "Main route", "30% Callback", "", ""]
    assert bo == ["", "Main route", "30% Callback", "Counter", ""]


def test_a_part_that_two_routes_share_names_both() -> None:
    page = data(
        content(
            "-- journeys/a.yml --\ntitle: A\npaths: {x: {share: 20%}, y: {share: 5%}}\n"
            "stages: [{title: S, steps: [A, {title: B, path: [x, y], emotion: 1}, {title: C, path: main}]}]"
        )
    )
    marks = [t.marks[0] for step in page.stages[0].steps for t in step.touchpoints]
    assert [mark.fork and mark.fork.text for mark in marks] == [None, "20% x; 5% y", "75% Main route"]


def test_the_line_that_is_aimed_at_forks_like_that_of_today() -> None:
    steps = "[{title: A, emotion: 1}, {title: B, path: x, emotion: -2}, {title: C, emotion: 1}]"
    head, stages = "paths: [x]", f"stages: [{{title: S, steps: {steps}}}]"
    site = content(
        f"-- journeys/a.yml --\ntitle: A\n{head}\n{stages}\n"
        f"-- journeys/b.yml --\ntitle: B\nstate: to-be\nderived_from: a\n{head}\n{stages}"
    )
    future = data(site).future
    assert future is not None
    assert future.weak.count("M") == 2, "the branch begins anew at the fork"
    assert [len(rails) for rails in future.rails] == [2, 3, 2], "both routes run past the step of one"


def test_branches_differ_from_the_main_line_and_from_each_other_in_more_than_colour() -> None:
    strokes = {tuple(classes.split()[1:]) for classes in _classes(content(HELP), "branch") if "weak" in classes}
    assert {("branch", "b1"), ("branch", "b2")} <= strokes


def test_on_the_phone_a_branch_runs_beside_the_steps_of_others(parted: JourneyData) -> None:
    waits = parted.stages[0].steps[1].rails
    through = [rail.kind for rail in waits if {"from", "on"} <= set(rail.place.split())]
    assert through == ["weak person-1 branch b1", "weak person-2 branch b1", "weak person-2 branch b2"]
    assert [rail.kind for rail in waits if rail.kind not in through] == [
        *["weak person-1"] * 2,
        *["weak person-2"] * 2,
    ]


def test_the_summary_tells_the_fork_and_the_return(parted: JourneyData) -> None:
    (_, ana), (_, bo) = parted.text.summaries
    assert ana.startswith("Main route: Starts with Asks: 0.0. Falls to its lowest point at Waits")
    assert ana.endswith("From Asks, 30% go by Callback: Is called (Glad, +2.0). Back at Is helped.")
    assert "From Asks, some go by Counter: Drives (−1.5). Back at Is helped." in bo
    assert "Counter" not in ana


def test_a_route_may_begin_at_the_start_and_never_come_back() -> None:
    ahead, back = "{title: A, path: x, emotion: 1}, {title: B, emotion: 0}", "{title: C, path: x}"
    summary = _summary(f"{ahead}, {back}, {{title: D, path: main}}")
    assert "From the start, some go by x: A (+1.0). Back at B." in summary
    assert "From B, some go by x: C (not known). It ends there." in summary


def test_a_route_that_only_leaves_out_steps_says_so() -> None:
    summary = _summary("{title: A, emotion: 1}, {title: B, path: main, emotion: 0}, {title: C, emotion: 1}")
    assert summary.endswith("From A, some go by x: no steps of its own. Back at C.")


def test_the_table_names_the_routes_only_where_there_are_any(parted: JourneyData) -> None:
    assert [row.routes for row in parted.text.rows] == ["", "Main route", "Callback, 30%", "Counter", ""]
    assert parted.text.has_routes
    assert not data(map_of("- {title: A, emotion: 1}")).text.has_routes


def test_the_strip_follows_the_persona_who_is_chosen(parted: JourneyData) -> None:
    felt = [(f.person, f.whose, f.kind, f.value) for f in parted.figures if f.person]
    assert ("person-1", "Ana", "lowest", "−1.0") in felt
    assert ("person-2", "Bo", "highest", "+1.0") in felt
    common = [(f.kind, f.value, f.note) for f in parted.figures if not f.person]
    assert ("lowest", "−2.0", "Bo") in common, "whoever is chosen, the worst of all is told"
    assert len(parted.minis) == 2
    assert [classes.split()[-1] for classes in _classes(content(HELP), "course")] == ["person-1", "person-2"]


def test_every_persona_with_a_line_of_their_own_is_on_the_map() -> None:
    people = [f"p{n}" for n in range(5)]
    files = "".join(f"-- personas/{p}.yml --\ntitle: {p}\n" for p in people)
    feelings = ", ".join(f"{p}: {n / 2 - 1}" for n, p in enumerate(people))
    site = content(
        f"{files}-- journeys/a.yml --\ntitle: A\npersonas: [{', '.join(people)}]\n"
        f"stages: [{{title: S, steps: [{{title: T, emotions: {{{feelings}}}}}]}}]"
    )
    assert [line.name for line in data(site).lines] == people


def _crowd(count: int) -> Content:
    people = [f"p{n}" for n in range(count)]
    files = "".join(f"-- personas/{p}.yml --\ntitle: Name {p}\n" for p in people)
    feelings = ", ".join(f"{p}: {n * 4 / count - 2}" for n, p in enumerate(people))
    steps = f"[{{title: T, emotions: {{{feelings}}}}}, {{title: U, emotions: {{{feelings}}}}}]"
    journey = f"title: A\npersonas: [{', '.join(people)}]\nstages: [{{title: S, steps: {steps}}}]"
    return content(f"{files}-- journeys/a.yml --\n{journey}")


def test_of_many_lines_every_one_can_be_chosen_and_those_told_apart_are_drawn() -> None:
    site = _crowd(9)
    styles = [line.style for line in data(site).lines]
    assert styles[:6] == ["s1", "s2", "s3", "s4", "s5", "s6"]
    assert set(styles[6:]) == {"extra"}
    page = document(site)
    choices = [e for e in page.elements if e.attributes.get("name") == "person"]
    assert len(choices) == 9
    assert "Six lines are drawn" in page.text
    names = [e for e in page.elements if e.tag == "label" and "person-" in (e.attributes.get("class") or "")]
    # At the lines' ends, and beneath the slide of a stage.
    assert [e.text.strip() for e in names] == 2 * [f"Name p{n}" for n in range(9)]
    assert [e.attributes["for"] for e in names] == 2 * [e.attributes["id"] for e in choices], "a click chooses"
    texts = {e.attributes.get("id"): e.text.strip() for e in page.elements}
    own = [texts[e.attributes["aria-labelledby"]] for e in choices]
    assert own == [f"Name p{n}" for n in range(9)], "and is not read twice"
    assert "Six lines are drawn" not in document(_crowd(5)).text


def test_of_many_people_the_head_shows_some_and_folds_the_rest() -> None:
    page = document(_crowd(9))
    assert "3 more" in [e.text for e in page.elements if e.tag == "summary"]


def test_a_line_bears_the_names_of_all_who_feel_so() -> None:
    files = "".join(f"-- personas/{p.lower()}.yml --\ntitle: {p}\n" for p in ("Ana", "Bo", "Cy"))
    steps = "[{title: T, emotions: {ana: 1, bo: -1, cy: 1}}, {title: U, emotion: 0}]"
    site = content(
        f"{files}-- journeys/a.yml --\ntitle: A\npersonas: [ana, bo, cy]\nstages: [{{title: S, steps: {steps}}}]"
    )
    assert [line.name for line in data(site).lines] == ["Ana, Cy", "Bo"]


def test_of_a_flat_line_it_is_said_once_that_every_step_is_the_same() -> None:
    site = map_of("- {title: A, emotion: 1}\n- {title: B, emotion: 1}\n- {title: C, emotion: 1}")
    page = data(site)
    assert page.text.summaries == (("", "It feels the same at every step: Good (+1.0)."),)
    assert [(f.kind, f.value, f.note) for f in page.figures[:1]] == [("level", "Good", "+1.0, at every step")]
    assert not {"lowest", "highest", "ending"} & {f.kind for f in page.figures}
    assert not _classes(site, "lowest")


def test_a_flat_line_with_gaps_says_where_nothing_is_known() -> None:
    page = data(map_of("- {title: A, emotion: 1}\n- B\n- {title: C, emotion: 1}"))
    assert page.text.summaries == (("", "It feels the same wherever it is known: Good (+1.0). Not known at B."),)
    assert page.figures[0].note == "+1.0, wherever it is known"


def test_a_line_of_many_turns_is_told_by_those_that_matter() -> None:
    steps = "\n".join(f"- {{title: T{n}, emotion: {(1, -1)[n % 2] * (1 + n / 40)}}}" for n in range(40))
    ((_, told),) = data(map_of(steps)).text.summaries
    assert told.startswith("Starts with T0: +1.0.")
    assert "lowest point with T39: −2.0." in told
    assert told.endswith("33 more turns are in the table.")
    assert len(told) < 400


def test_many_gaps_are_counted_and_not_named() -> None:
    steps = "\n".join("- T" if n % 2 else f"- {{title: K{n}, emotion: {n % 3}}}" for n in range(12))
    ((_, told),) = data(map_of(steps)).text.summaries
    assert "Not known at" not in told
    assert "6 of 12 touchpoints are not known." in told


def test_of_one_touchpoint_no_course_is_told() -> None:
    assert data(map_of("- {title: A, emotion: -1}")).text.summaries == (("", "A: Bad (−1.0)."),)


def test_a_gap_is_a_band_and_no_face_and_said_once_where_it_begins() -> None:
    site = map_of("- {title: A, emotion: 1}\n- B\n- C\n- {title: D, emotion: words only}\n- {title: E, emotion: 0}")
    marks = [touchpoint.marks[0] for step in data(site).stages[0].steps for touchpoint in step.touchpoints]
    assert [mark.is_gap for mark in marks] == [False, True, True, True, False]
    words = [(mark.captions[0].word, mark.captions[0].place.split()[-1]) for mark in marks[1:4]]
    assert words == [("Not known", "mid"), ("Not known", "again"), ("words only", "mid")]
    assert len(_classes(site, "gap")) == 4, "three columns and the legend"
    lane = document(site).source.split('class="stages"')[1].split('class="legend"')[0]
    assert "i-face-good" in lane and "i-face-unknown" not in lane


def test_where_a_persona_never_comes_by_is_no_gap(parted: JourneyData) -> None:
    drives = parted.stages[0].steps[3].touchpoints[0].marks
    assert [marks.is_gap for marks in drives] == [False, False]


def test_a_map_without_any_feeling_says_so_once_and_shows_no_faces() -> None:
    site = map_of("\n".join(f"- Step {n}" for n in range(9)))
    page = data(site)
    faces = [face for step in page.stages[0].steps for t in step.touchpoints for m in t.marks for face in m.faces]
    assert faces == []
    assert len(_classes(site, "unfelt")) == 1
    assert [(f.kind, f.value) for f in page.figures if f.kind != "heard"] == [("level", "Not known")]
    assert {cell.word for row in page.text.rows for cell in row.feelings} == {""}


def test_words_that_no_number_is_known_for_stay_on_the_map_all_the_same() -> None:
    page = data(map_of("- {title: A, emotion: Frumious}\n- B"))
    words = [c.word for step in page.stages[0].steps for t in step.touchpoints for m in t.marks for c in m.captions]
    assert words == ["Frumious"]


@pytest.mark.parametrize(
    ("steps", "titles"),
    [("- X\n- B\n- C", ["A"]), ("- X\n- {title: B, emotion: 1}\n- C", ["X", "C"]), ("- X", ["X"])],
)
def test_that_nobody_was_asked_at_all_is_found_once(steps: str, titles: list[str]) -> None:
    hits = [f.message for f in findings(map_of(steps), datetime.date(2026, 11, 21)) if f.code == "F101"]
    assert hits == [f"nobody knows how “{title}” feels" for title in titles]
