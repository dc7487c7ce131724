"""Files in the OpenJourney Format: both dialects, scores in any lane, and what is not scored is not known."""

import json
from typing import Any

import pytest

from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported
from cjsite.exchange.journey_json import is_journey_json
from cjsite.exchange.ojf import is_ojf, read_ojf

STAGES = [{"id": "s1", "name": "Order"}, {"id": "s2", "name": "Wait"}]
LANES = [
    {"id": "a", "name": "Customer Actions"},
    {"id": "t", "name": "Phone Touchpoints"},
    {"id": "p", "name": "Pain Points"},
    {"id": "f", "name": "Emotional State"},
]


def _node(**fields: Any) -> dict[str, Any]:
    return {"id": "n", "stageId": "s1", "swimlaneId": "a", "title": "Calls", **fields}


def _map(*nodes: dict[str, Any], **root: Any) -> ImportedMap:
    tree = {"version": "1.0", "stages": STAGES, "swimlanes": LANES, "nodes": list(nodes), **root}
    data = json.dumps(tree, indent=1).encode()
    assert is_ojf("a.json", data)
    assert not is_journey_json("a.json", data), "one importer answers for a file"
    (one,) = read_ojf("pizza-night.ojf", data, ImportOptions())
    return one


def test_a_node_is_a_step_in_its_stage() -> None:
    one = _map(_node(description="Dials"), _node(stageId="s2", title="Waits"), _node(title="Pays"))
    assert [[step.title for step in stage.steps] for stage in one.journey.stages] == [["Calls", "Pays"], ["Waits"]]
    assert next(one.journey.steps()).actions == ("Dials",)


@pytest.mark.parametrize(
    ("score", "value"),
    [(-5, -5.0), (5, 5.0), (0, 0.0), ("3", 3.0), (None, None), ("", None), (7, None), ("x", None)],
)
def test_a_score_of_any_lane_is_a_feeling_on_its_scale(score: Any, value: float | None) -> None:
    for lane in ("a", "t", "p", "f"):
        one = _map(_node(swimlaneId=lane, score=score))
        (step,) = one.journey.steps()
        assert [sample.value for sample in step.emotion] == ([] if value is None else [value])
        off_scale = score in (7, "x")
        assert ("Score" in step.lanes, bool([d for d in one.doubts if "no score" in d.message])) == (off_scale,) * 2
    assert (one.journey.emotion_scale.min, one.journey.emotion_scale.max) == (-5, 5)  # type: ignore[union-attr]


def test_a_node_without_a_score_has_its_word_alone() -> None:
    (step,) = _map(_node(sentiment="anxious")).journey.steps()
    ((sample),) = step.emotion
    assert (sample.value, sample.words) == (None, ("anxious",))


@pytest.mark.parametrize(("score", "words"), [(0, ()), (1, ()), (3, ("neutral",)), (None, ("neutral",))])
def test_neutral_says_nothing_beside_a_score_that_does(score: int | None, words: tuple[str, ...]) -> None:
    one = _map(_node(sentiment="neutral", score=score))
    ((sample),) = next(one.journey.steps()).emotion
    assert sample.words == words
    assert any("neutral" in own.source for own in one.taken) is not bool(words)


def test_a_lane_says_what_its_text_is() -> None:
    one = _map(
        _node(swimlaneId="p", description="No answer", severity="high"),
        _node(swimlaneId="t", description="The hotline", purpose="bottleneck", severity="medium"),
        _node(swimlaneId="t", title="Chat", description="Helps", severity="low"),
    )
    first, second, third = one.journey.steps()
    assert [(p.text, p.rank) for p in first.pain_points] == [("No answer", 4)]
    assert [(p.text, p.rank) for p in second.pain_points] == [("The hotline", 3)]
    assert second.lanes == {"Phone Touchpoints": ("Calls",)}
    assert (third.pain_points, third.lanes) == ((), {"Phone Touchpoints": ("Chat",)})
    assert third.description == "Helps", "what a node says of itself stays with it"
    assert second.tags == ("bottleneck",)


def test_a_lane_keeps_its_name_and_two_that_would_be_one_stay_two() -> None:
    lanes = [
        {"id": "a", "name": "Weather"},
        {"id": "b", "name": "User Actions"},
        {"id": "c", "name": "Actions"},
    ]
    one = _map(
        _node(swimlaneId="b", description="Dials"), _node(swimlaneId="c", description="Pays"), swimlanes=lanes
    )
    first, second = one.journey.steps()
    assert (first.actions, second.actions, second.lanes) == (("Dials",), (), {"Actions": ("Calls",)})
    assert second.description == "Pays"
    assert one.journey.lane_names == {"doing": "User Actions"}


def test_the_second_dialect_has_its_title_and_blueprint() -> None:
    blueprint = {
        "evidence": [{"item": "Menu", "type": "Physical"}],
        "onstage": [{"actor": "Waiter", "action": "Greets"}],
        "backstage": [{"actor": "Kitchen", "action": "Cooks"}],
        "support": [{"system": "Till", "description": "Prints"}],
    }
    one = _map(
        _node(blueprint=blueprint, isMomentOfTruth=True),
        metadata={"title": "Pizza", "persona": "Ana", "pov": "Hungry", "version": "1.1.0"},
    )
    (step,) = one.journey.steps()
    assert (one.journey.title, one.journey.scenario, one.journey.persona) == ("Pizza", "Hungry", "ana")
    assert [persona.title for persona in one.personas] == ["Ana"]
    assert step.props == ("Menu (Physical)",)
    assert [(own.department, own.does) for own in step.frontstage] == [("waiter", "Greets")]
    assert [(own.department, own.system) for own in step.backstage] == [("kitchen", ""), ("", "Till")]
    assert [own.title for own in one.departments] == ["Waiter", "Kitchen"]
    assert step.moment_of_truth is not None


def test_what_the_editor_writes_everywhere_is_no_tag() -> None:
    one = _map(_node(purpose="touchpoint", tags=["phone"]), _node(purpose="milestone"))
    first, second = one.journey.steps()
    assert (first.tags, second.tags) == (("phone",), ("milestone",))
    assert any("purpose: touchpoint" in own.source for own in one.taken)


def test_without_a_title_it_is_called_by_its_view_or_its_file() -> None:
    one = _map(_node(), pointOfView="Getting a pizza")
    assert (one.journey.title, len(one.doubts)) == ("Getting a pizza", 1)
    assert _map(_node()).journey.title == "Pizza night"


def test_nothing_is_left_behind() -> None:
    one = _map(
        _node(stageId="gone", title="Stray", comments=["Nice", {"by": "Bo"}], tags=["x"], purpose="note"),
        _node(swimlaneId="gone", description="Lost lane"),
        persona="Ana",
        description="All of it",
    )
    written = repr(one.journey) + repr(one.personas)
    assert {text for _, text in one.words} >= {"Stray", "Nice", "Bo", "Lost lane", "All of it", "note", "Ana"}
    assert [text for _, text in one.words if text not in written] == []
    assert one.journey.stages[-1].title == "Without a stage"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"stages": [], "swimlanes": []}', "it has no `stages`"),
        (
            '{"stages": [{"id": "a", "name": "A"}], "swimlanes": [], "nodes": []}',
            "no stage of this file holds a node",
        ),
        ('{"stages": [', "this is not JSON"),
        ("[1]", "it has no `stages`"),
    ],
)
def test_what_is_none_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(NotImported) as raised:
        read_ojf("a.ojf", text.encode(), ImportOptions())
    assert sentence in raised.value.sentence
