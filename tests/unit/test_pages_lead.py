"""The headline of a map: what its data say, and nothing where they are silent."""

import pytest

from cjsite.pages.journey.lead import Lead
from tests.support.content import content, map_of
from tests.support.page import data, document

REGISTRIES = """
-- departments.yml --
care: {title: Customer service}
-- channels.yml --
phone: {title: Phone}
word: {title: Word of mouth, control: none}
-- personas/ana.yml --
title: Ana
-- personas/bo.yml --
title: Bo
"""


def _lead(steps: str, head: str = "") -> Lead | None:
    return data(
        content(f"{REGISTRIES}-- journeys/a.yml --\ntitle: A\n{head}\nstages: [{{title: S, steps: [{steps}]}}]")
    ).lead


def test_the_headline_tells_where_it_is_worst_why_who_gives_up_whose_it_is_and_what_is_planned() -> None:
    hold = (
        "{title: On hold, channel: phone, department: care, emotion: {value: -1.8, words: Furious}, "
        "pain_points: [{text: No music, severity: 1}, {text: No place in the queue., severity: 5}], "
        "moment_of_truth: {asks: Hold?, bails_out: Hangs up, bail_rate: 27%}, "
        "opportunities: [{title: Nicer music, value: 5}, {title: Call back, status: doing}]}"
    )
    found = _lead(f"{{title: Calls, emotion: 1}}, {hold}")
    assert found is not None
    assert found.first == "It is worst at On hold: Furious (−1.8)."
    assert found.rest == (
        "What hurts: No place in the queue.",
        "27% give up: Hangs up.",
        "Responsible: Customer service.",
        "Planned: Call back.",
    )


def test_what_the_map_does_not_say_is_left_out() -> None:
    found = _lead("{title: T, emotion: 1}, {title: U, channel: word, emotion: -1}")
    assert found == Lead("It is worst at U: Bad (−1.0).", "#at-u", ())


@pytest.mark.parametrize(
    "steps", ["- A", "- {title: A, emotion: -1}", "- {title: A, emotion: 1}\n- {title: B, emotion: 0}"]
)
def test_where_nothing_is_worst_there_is_no_headline(steps: str) -> None:
    assert data(map_of(steps)).lead is None


def test_an_idea_is_no_plan_and_a_touchpoint_of_nobody_is_told() -> None:
    found = _lead(
        "{title: T, emotion: 1}, {title: U, channel: phone, emotion: -1, opportunities: [{title: Call back}]}"
    )
    assert found is not None
    assert found.rest == ("No team owns it.", "An idea: Call back.")


def test_where_only_other_steps_have_a_plan_it_says_that_nothing_is_planned() -> None:
    found = _lead("{title: T, emotion: 1, opportunities: [Call back]}, {title: U, channel: word, emotion: -1}")
    assert found is not None
    assert found.rest == ("Nothing is planned.",)


def test_of_several_personas_it_names_who_fares_worst() -> None:
    steps = "{title: T, emotions: {ana: 1, bo: -2}}, {title: U, emotion: 0}"
    found = _lead(steps, "personas: [ana, bo]")
    assert found is not None
    assert found.first == "It is worst for Bo at T: Very bad (−2.0)."


def test_those_who_give_up_elsewhere_are_told_with_the_place() -> None:
    steps = "{title: T, moment_of_truth: {asks: Go on?, bail_rate: 5%}, emotion: 1}, {title: U, emotion: -1}"
    found = _lead(steps)
    assert found is not None
    assert found.rest == ("5% give up at T.",)
    assert _lead("{title: T, moment_of_truth: {asks: Go on?, bail_rate: 5%}}") == Lead(
        "5% give up at T.", "#at-t", ()
    )


def test_readers_find_the_headline_above_the_map() -> None:
    page = document(map_of("- {title: A, emotion: 1}\n- {title: B, emotion: -1}"))
    text = page.text
    assert text.index("It is worst at B: Bad (−1.0).") < text.index("How it ends")
