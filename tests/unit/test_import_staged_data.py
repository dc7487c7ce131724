"""JSON and YAML with a list of stages: keys are lanes, and numbers are feelings only on a declared scale."""

import json
from typing import Any

import pytest

from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported
from cjsite.exchange.journey_json import is_journey_json
from cjsite.exchange.staged_data import is_staged_data, read_staged_data

AWARE = {"actions": ["Reads", "Asks"], "pains": ["Fear"], "feelings": {"quote": "Now or never", "feeling_score": 4}}
PICK = {"actions": ["Compares"], "pains": ["Terms", "Pace"], "feelings": {"quote": "Ready", "feeling_score": 5}}
DOCUMENT: dict[str, Any] = {
    "persona": "Lou the Learner",
    "scenario": {"title": "Manager", "description": "Lou wants to learn."},
    "expectations": ["A welcome", "A plan"],
    "phases": {"awareness": AWARE, "pick_one": PICK},
}


def _map(document: Any, options: ImportOptions | None = None) -> ImportedMap:
    data = json.dumps(document).encode()
    assert is_staged_data("a.json", data)
    assert not is_journey_json("a.json", data), "one importer answers for a file"
    (one,) = read_staged_data("a.json", data, options or ImportOptions())
    return one


def test_phases_by_name_are_stages() -> None:
    one = _map(DOCUMENT)
    first, second = one.journey.stages
    assert (first.title, second.title) == ("Awareness", "Pick one")
    assert (first.actions, first.quotes) == (("Reads", "Asks"), ("Now or never",))
    assert [pain.text for pain in second.pain_points] == ["Terms", "Pace"]
    assert one.personas[0].title == "Lou the Learner"
    assert (one.journey.scenario, one.journey.expectations) == (
        "Manager: Lou wants to learn.",
        ("A welcome", "A plan"),
    )


def test_phases_in_a_list_have_titles() -> None:
    one = _map({"title": "Learning", "phases": [{"title": "Aware", **AWARE}, {"name": "Pick", **PICK}]})
    assert (one.journey.title, [stage.title for stage in one.journey.stages]) == ("Learning", ["Aware", "Pick"])


def test_a_number_is_a_feeling_only_on_a_declared_scale() -> None:
    first = _map(DOCUMENT).journey.stages[0]
    assert (first.emotion, first.lanes) == ((), {"Feeling score": ("4",)})
    scaled = _map(DOCUMENT, ImportOptions(scale=(1, 10)))
    assert [sample.value for sample in scaled.journey.stages[0].emotion] == [4]
    assert any("--scale" in doubt.message for doubt in _map(DOCUMENT).doubts)


def test_things_with_fields_are_said_in_one_text() -> None:
    aware = {
        **AWARE,
        "touchpoints": [{"channel": "web", "type": "ad"}],
        "painPoints": [{"text": "Slow", "level": 3}],
    }
    one = _map({"stages": [{"stage": "A", **aware}, {"stage": "B", **PICK}]})
    written = repr(one.journey)
    assert "Channel: web, Type: ad" in written
    assert "Slow (Level: 3)" in written


def test_stages_may_hold_steps() -> None:
    steps = [{"name": "Reads", "emotion": "sad", "pains": "Dull"}, {"name": "Asks", "emotion": "happy"}]
    one = _map(
        {"journey": {"name": "N", "stages": [{"name": "A", "steps": steps}, {"name": "B", "steps": steps[:1]}]}}
    )
    assert [[step.title for step in stage.steps] for stage in one.journey.stages] == [["Reads", "Asks"], ["Reads"]]


def test_yaml_is_read_alike() -> None:
    text = "title: T\nstages:\n  - name: A\n    actions: Reads\n    emotions: sad\n  - name: B\n    actions: Asks\n"
    assert is_staged_data("a.yaml", text.encode())
    (one,) = read_staged_data("a.yaml", text.encode(), ImportOptions())
    assert [stage.actions for stage in one.journey.stages] == [("Reads",), ("Asks",)]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("a.yml", "stages: [build, test]\nbuild: {script: make}\n"),
        ("a.yml", "stages:\n  - {stage: Build, jobs: [{script: make}]}\n"),
        ("a.json", '{"steps": [{"run": "make", "uses": "x"}]}'),
        ("a.json", '[{"event": "x", "time": 1}]'),
        ("a.json", '{"format": "cjsite-journey", "journey": {"stages": [{"actions": [], "emotion": 1}]}}'),
        ("a.json", "{"),
        ("a.md", "# stages"),
    ],
)
def test_other_lists_of_stages_are_none(path: str, text: str) -> None:
    assert not is_staged_data(path, text.encode())
    if path != "a.md":
        with pytest.raises(NotImported):
            read_staged_data(path, text.encode(), ImportOptions())


def test_touchpoints_with_fields_of_their_own_keep_them() -> None:
    web = {"name": "Website", "channel": "Web", "emotion": "curious", "description": "Shows a map"}
    met = [web, {"name": "App", "channel": "Phone", "type": "digital"}]
    stages = [
        {"name": "Find", "touchpoints": met, "painPoints": ["No prices; nobody asks"]},
        {"name": "Ride", "actions": ["Unlocks"], "touchpoints": [{"name": "Bike", "channel": "Street"}]},
    ]
    [made] = read_staged_data("a.json", json.dumps({"title": "Bikes", "stages": stages}).encode(), ImportOptions())
    first, second = made.journey.stages
    (step,) = first.steps or (first,)
    assert [(own.title, own.channel, bool(own.emotion)) for own in step.touchpoints] == [
        ("Website", "web", True), ("App", "phone", False),
    ]  # fmt: skip
    assert (step.description, step.lanes) == ("Website: Shows a map", {"Type": ("App: digital",)})
    assert [pain.text for pain in step.pain_points] == ["No prices; nobody asks"]
    assert (second.actions, second.touchpoints[0].channel) == (("Unlocks",), "street")


def test_what_people_do_at_a_touchpoint_makes_it_a_step() -> None:
    own = {"name": "Desk", "actions": ["Asks"], "thoughts": "Hm", "pains": ["Queue"]}
    stages = [{"name": name, "touchpoints": [own]} for name in ("Before", "After")]
    [made] = read_staged_data("a.json", json.dumps({"stages": stages}).encode(), ImportOptions())
    assert [step.title for step in made.journey.steps()] == ["Desk", "Desk"]
