"""A map as a journey diagram: what Mermaid draws of it, and what is told to be left out."""

from cjsite.exchange.export_formats import Export
from cjsite.exchange.mermaid_writer import write_mermaid
from cjsite.summaries.journey_inputs import journey_inputs
from tests.support.content import content
from tests.support.mermaid import map_in
from tests.support.page import TODAY

MAP = """\
-- journeys/a.yml --
title: "Tea: the #1; *quick* <b>"
segment: Guests
emotion_scale: {scale}
stages:
- title: "section one: pour"
  steps:
  - {{title: "title page #3: a; b", emotion: {high}, actors: ["Ida, who pours", "Bo: cook"], thoughts: Mm}}
  - {{title: Waits}}
  - title: Drinks
    touchpoints: [{{title: Cup, emotion: {{value: {low}, words: [tired]}}}}, {{title: Saucer}}]
"""


def _export(scale: str, low: float, high: float) -> Export:
    return write_mermaid(journey_inputs(content(MAP.format(scale=scale, low=low, high=high)), TODAY)["a"])


def test_names_are_written_so_that_mermaid_draws_them() -> None:
    text = _export("1 to 5", 1, 4.5).data.decode()
    assert text.split("\n") == [
        "journey",
        "    title Tea#58; the #35;1#59; quick #lt;b#gt;",
        "    section #115;ection one#58; pour",
        "      #116;itle page #35;3#58; a#59; b: 4.5: Ida#44; who pours, Bo#58; cook",
        "      %% Waits",
        "      Drinks – Cup: 1: Guests",
        "      %% Drinks – Saucer",
        "",
    ]


def test_what_goes_out_comes_in_again() -> None:
    only = map_in(_export("1 to 5", 1, 4.5).data).journey
    assert only.title == "Tea: the #1; quick <b>"
    assert [(step.title, step.emotion[0].value) for step in only.steps()] == [
        ("title page #3: a; b", 4.5), ("Drinks – Cup", 1),
    ]  # fmt: skip
    assert next(only.steps()).actors == ("Ida, who pours", "Bo: cook")


def test_numbers_are_moved_and_never_stretched() -> None:
    moved = _export("-2 to 2", -2, 1.5)
    assert ": 4.5: Ida" in moved.data.decode() and "Cup: 1: Guests" in moved.data.decode()
    assert any("3 higher" in text for text in moved.left_out)
    stretched = _export("0 to 10", 0, 9)
    assert "Ida" not in stretched.data.decode(), "a task without a score of its own would get a neutral face"
    assert any("from 0 to 10" in text for text in stretched.left_out)


def test_what_is_left_out_is_told() -> None:
    told = " ".join(_export("1 to 5", 1, 4.5).left_out)
    assert "not known (2 times)" in told
    assert "the words of feelings" in told and "`thoughts`" in told and "segment" not in told


def test_touchpoints_of_a_step_that_is_felt_as_a_whole_are_told() -> None:
    steps = "[{title: Eats, emotion: 1, touchpoints: [Plate, Glass]}, {title: Goes, touchpoints: [Goes]}]"
    text = f"-- journeys/a.yml --\ntitle: A\nstages: [{{title: S, steps: {steps}}}]\n"
    left_out = write_mermaid(journey_inputs(content(text), TODAY)["a"]).left_out
    assert [own for own in left_out if "touchpoints" in own] == ["`touchpoints` (2 times)"]
