"""Files in the CJM DSL: phases and actions, and the documents beside them."""

import pytest

from cjsite.exchange.cjm_dsl import is_cjm_dsl, read_cjm_dsl
from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported

CJM = """\
kind: cjm
version: '1.0'
id: cjm:new-laptop
persona:
  name: Analyst
  description: Needs a laptop on day one.
phases:
  - id: cjm:phase:ask
    name: Ask
  - id: cjm:phase:get
    name: Get
actions:
  - id: cjm:action:order
    name: Orders it
    phase: cjm:phase:ask
    touchpoints: [Form, Service desk]
    thoughts_feelings: [Which one?]
    emotion_score: -2
  - id: cjm:action:unpack
    name: Unpacks it
    phase: cjm:phase:get
    touchpoints: [Parcel]
"""
OTHERS = """\
---
kind: sbp
version: '1.0'
id: sbp:x
lanes:
  - {id: sbp:lane:cjm, name: Customer Journey, kind: cjm}
  - {id: sbp:lane:it, name: IT team, kind: team, description: Runs it}
  - {id: sbp:lane:erp, name: The ERP, kind: system}
tasks:
  - {id: cjm:action:order, lane: sbp:lane:cjm, name: Orders it, readonly: true}
  - {id: sbp:task:check, lane: sbp:lane:it, name: Checks the order, source_id: cjm:action:order}
  - {id: sbp:task:book, lane: sbp:lane:erp, name: Books it}
  - {id: sbp:task:alone, lane: sbp:lane:it, name: Tidies up, description: On Fridays}
connections:
  - {source: sbp:task:check, target: sbp:task:book, sourceHandle: right, targetHandle: left}
---
kind: outcome
kgi: {id: oc:kgi, name: Work on day one}
primary_csf: {id: oc:csf, kgi_id: oc:kgi, source_id: sbp:task:check, rationale: Wrong orders cost a week}
primary_kpi: {id: oc:kpi, csf_id: oc:csf, name: Ready on day one, definition: of starters, unit: '%', target: 90}
---
kind: em
outcomes:
  - {id: em:o, source_id: oc:kpi}
actions:
  - {id: em:a, name: Write a guide, description: For orders, source_id: sbp:task:check}
skills:
  - {id: em:s, name: Writing, action_id: em:a, learnings: [{title: Course, url: https://example.org/c}]}
tools:
  - {id: em:t, name: Wiki, action_id: em:a, url: https://example.org/w}
"""


def _map(text: str) -> ImportedMap:
    assert is_cjm_dsl("a.yaml", text.encode())
    (one,) = read_cjm_dsl("a.yaml", text.encode(), ImportOptions())
    return one


def test_actions_are_steps_of_their_phase() -> None:
    one = _map(CJM)
    first, second = one.journey.steps()
    assert [stage.title for stage in one.journey.stages] == ["Ask", "Get"]
    assert [own.title for own in first.touchpoints] == ["Form", "Service desk"]
    assert (first.thoughts, first.emotion[0].value) == (("Which one?",), -2)
    assert second.emotion == (), "no score is no neutral one"
    assert (one.personas[0].title, one.personas[0].body) == ("Analyst", "Needs a laptop on day one.")
    assert one.journey.title == "New laptop"
    assert one.doubts[0].at == "title"


def test_tasks_stand_behind_the_action_that_they_belong_to() -> None:
    one = _map(CJM + OTHERS)
    first, second = one.journey.steps()
    assert [(own.department, own.system, own.does) for own in first.backstage] == [
        ("it-team", "", "Checks the order"),
        ("", "The ERP", "Books it"),
    ]
    assert second.backstage == ()
    assert [(own.title, own.description) for own in one.departments] == [("IT team", "Runs it")]
    assert [doubt.text for doubt in one.doubts if "by way of others" in doubt.message] == ["Books it"]


def test_the_other_documents_become_text() -> None:
    one = _map(CJM + OTHERS)
    narrative = one.journey.narrative
    assert one.journey.business_goal == "Work on day one"
    for text in ("Tidies up", "On Fridays", "Wrong orders cost a week", "Write a guide"):
        assert text in narrative
    assert "  - Writing; Course <https://example.org/c>" in narrative
    written = repr((one.journey, one.departments, one.personas, one.metrics))
    assert [text for _, text in one.words if text not in written] == []


def test_what_leads_to_what_is_told() -> None:
    one = _map(CJM + OTHERS)
    assert "- Checks the order → Books it" in one.journey.narrative
    chain = "**KPI:** Ready on day one → "
    chain += "**CSF:** Checks the order – Wrong orders cost a week → **KGI:** Work on day one"
    assert chain in one.journey.narrative
    assert "**Enablement map** → Ready on day one" in one.journey.narrative
    assert any("connections" in own.source for own in one.taken)
    # An arrow to the step that a task stands behind is its place there.
    own = "  - {source: cjm:action:order, target: sbp:task:check}\n---\nkind: outcome"
    assert "Orders it →" not in _map(CJM + OTHERS.replace("---\nkind: outcome", own)).journey.narrative


def test_the_scale_of_the_format_is_written() -> None:
    scale = _map(CJM).journey.emotion_scale
    assert scale and (scale.min, scale.max) == (-2, 2)
    assert _map(CJM.replace("    emotion_score: -2\n", "")).journey.emotion_scale is None


def test_the_key_figure_is_a_metric_of_the_step_that_reaches_it() -> None:
    one = _map(CJM + OTHERS)
    (figure,) = one.metrics
    assert (figure.title, figure.unit, figure.target, figure.description) == (
        "Ready on day one", "%", 90, "of starters",
    )  # fmt: skip
    assert [[*step.metrics] for step in one.journey.steps()] == [[figure.id], []]


def test_tasks_stand_in_the_order_of_their_connections() -> None:
    tasks = "".join(
        f"  - {{id: sbp:task:{name}, lane: sbp:lane:it, name: {name}, source_id: cjm:action:order}}\n"
        for name in "cab"
    )
    joined = [("a", "b"), ("b", "c")]
    lines = "".join(f"  - {{source: sbp:task:{one}, target: sbp:task:{two}}}\n" for one, two in joined)
    document = f"---\nkind: sbp\nid: sbp:x\nlanes: [{{id: sbp:lane:it, name: IT, kind: team}}]\ntasks:\n{tasks}"
    first = next(_map(f"{CJM}{document}connections:\n{lines}").journey.steps())
    assert [own.does for own in first.backstage] == ["a", "b", "c"]
    circle = f"{lines}  - {{source: sbp:task:c, target: sbp:task:a}}\n"
    first = next(_map(f"{CJM}{document}connections:\n{circle}").journey.steps())
    assert [own.does for own in first.backstage] == ["c", "a", "b"]


def test_a_script_of_one_language_is_its_language() -> None:
    assert _map(CJM).journey.language == ""
    assert (
        _map(CJM.replace("Needs a laptop on day one.", "初日にノートパソコンがほしい。" * 9)).journey.language
        == "ja"
    )


@pytest.mark.parametrize("score", ["3", "-2.5", "good"])
def test_a_score_off_the_scale_stands_in_a_lane(score: str) -> None:
    one = _map(CJM.replace("emotion_score: -2", f"emotion_score: {score}"))
    step = next(one.journey.steps())
    assert (step.emotion, step.lanes["emotion_score"]) == ((), (score,))
    assert f"'{score}' is no score from −2 to 2" in one.doubts[1].message


def test_an_action_of_no_phase_is_told() -> None:
    one = _map(CJM.replace("phase: cjm:phase:get", "phase: gone"))
    assert [stage.title for stage in one.journey.stages] == ["Ask", "Get", "Without a phase"]
    assert [doubt.text for doubt in one.doubts if "no phase" in doubt.message] == ["gone"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (OTHERS.removeprefix("---\n"), "no document of this file is of kind `cjm`, but `sbp`, `outcome`, `em`"),
        ("kind: cjm\nphases: []\nactions: []\n", "no phase of this journey holds an action"),
        ("kind: cjm\na: &b [*b]\n", "`&"),
        ("kind: cjm\n" + "a: [" * 50, "nested too deep"),
        ("kind: cjm\nkind: cjm\n", "`kind` stands here twice"),
    ],
)
def test_what_is_none_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(NotImported) as raised:
        read_cjm_dsl("a.yaml", text.encode(), ImportOptions())
    assert sentence in str(raised.value)


def test_other_yaml_is_not_recognised() -> None:
    assert not is_cjm_dsl("a.yaml", b"kind: Deployment\n")
    assert not is_cjm_dsl("a.yaml", b"stages:\n  - kind: cjm\n")
