"""Lanes are called what authors call them; a lane of their own that is called like one of them is a finding."""

import re

import pytest

from cjsite.analysis.findings import RuleFinding
from cjsite.base.problem import Broken
from cjsite.model.content import Content
from cjsite.model.lanes import LANE_OF, LANES, PARTS
from cjsite.summaries.journey_inputs import journey_inputs
from cjsite.summaries.journey_summary import journey_summary
from tests.support.content import content
from tests.support.page import TODAY, data, document, wording
from tests.support.rules import found

EVERYTHING = """
    - title: Waits
      actions: Stands about
      thoughts: Is this the queue?
      pain_points: The music is loud
      gains: A kind word
      opportunities: A seat
      emotion: -1
      moment_of_truth: Stay?
      channel: phone
      department: shop
      backstage: [{department: store, does: Looks, system: Till}]
      handoff: store
      duration: 25m
      work: {done_by: customer}
      props: Ticket
      evidence: talks
      metrics: {csat: 3}
"""
REGISTRIES = """
-- channels.yml --
phone: Phone
-- departments.yml --
shop: Shop
store: Store
-- evidence.yml --
talks: Talks
"""


def _content(names: str, steps: str = EVERYTHING, site: str = "") -> Content:
    journey = f"title: A\n{names}\nstages:\n- title: S\n  goal: Get it\n  steps:{steps}"
    return content(f"-- site.yml --\ntitle: T\n{site}\n-- journeys/a.yml --\n{journey}{REGISTRIES}")


@pytest.mark.parametrize("name", [*LANES, *LANE_OF])
def test_every_lane_is_called_what_its_author_calls_it(name: str) -> None:
    lane = LANE_OF.get(name, name)
    shown = data(_content(f"lane_names: {{{name}: Our word}}"))
    heads = [head.title for head in (*shown.rows.lanes, *shown.rows.rules)]
    assert heads.count("Our word") == 1
    plain = data(_content(""))
    before = [head.title for head in (*plain.rows.lanes, *plain.rows.rules)]
    assert [a for a, b in zip(before, heads, strict=True) if a != b] == [_word(lane)]


PARTS_OF_MAP = """
    - title: Waits
      actors: Guest
      place: Hall
      touchpoints:
        - {title: Board, channel: phone, department: shop, device: Screen, why: It rains, expectation: A seat}
        - Desk
"""


@pytest.mark.parametrize("name", PARTS)
def test_what_is_no_lane_is_called_what_its_author_calls_it_too(name: str) -> None:
    shown = document(_content(f"lane_names: {{{name}: Our word}}", PARTS_OF_MAP))
    assert "Our word" in shown.text and "Our word" not in document(_content("", PARTS_OF_MAP)).text


def _word(lane: str) -> str:
    stages = {"frontstage": "map.rule.interaction.stage", "backstage": "map.rule.visibility.stage"}
    return wording()(stages.get(lane, f"map.lane.{lane}"))


def test_the_word_stands_wherever_the_lane_is_named() -> None:
    names = "lane_names: {pains: Frustrations, thinking: Mind, moments: Make or break}"
    shown = document(_content(names)).text
    for own, theme in (("Frustrations", "Pain points"), ("Mind", "Thinking"), ("Make or break", "Moment of truth")):
        # In the head, in the cell for those who listen, in the details, in the control or the figure.
        assert shown.count(own) >= 3
        assert not re.search(rf"\b{theme}\b", shown)


def test_a_map_s_words_stand_before_those_of_the_site() -> None:
    shown = data(_content("lane_names: {pains: Mine}", site="lane_names: {pain_points: Ours, gains: Joys}"))
    titles = [lane.title for lane in shown.rows.lanes]
    assert "Mine" in titles and "Joys" in titles and "Ours" not in titles


def test_a_lane_without_a_word_keeps_the_theme_s() -> None:
    shown = data(_content("lane_names: {pains: , gains: '  '}"))
    assert {"Pain points", "Gains"} <= {lane.title for lane in shown.rows.lanes}


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ("lane_names: {thinkin: Mind}", r"4:14: 'thinkin' is not one of doing, .*; did you mean 'thinking'\?"),
        ("lane_names: {pains: A, pain_points: B}", "`pains` and `pain_points` are one lane; keep one of them"),
        ("lane_names: {pains: [A]}", "`pains` must be a text, not a list"),
        ("lane_names: Mind", "`lane_names` must hold pairs"),
    ],
)
def test_what_is_no_name_of_a_lane_is_a_problem(names: str, said: str) -> None:
    with pytest.raises(Broken) as broken:
        content(f"-- journeys/a.yml --\ntitle: A\nstages: []\n\n{names}\n")
    (problem,) = broken.value.problems
    assert re.search(said, str(problem))


def test_a_name_is_shown_as_text() -> None:
    shown = document(_content("lane_names: {pains: '<b>*Loud*</b>'}"))
    assert "<b>Loud</b>" in shown.text


@pytest.mark.parametrize("own", ["Pain points", "pain-points", "PAIN POINTS ", "pains", "Frustrations"])
def test_a_lane_of_one_s_own_that_is_called_like_another_is_told(own: str) -> None:
    hits = _namesakes(_content("lane_names: {pains: Frustrations}", _lanes(own)))
    assert hits == [(own.strip(), "pains")]


@pytest.mark.parametrize("own", ["Safeguards", "Pain", "Points", "🙂", "Denken"])
def test_others_are_not(own: str) -> None:
    assert _namesakes(_content("", _lanes(own))) == []


def test_a_lane_is_told_once_however_many_steps_have_it() -> None:
    twice = "\n    - {title: A, lanes: {Gains: x}}\n    - {title: B, lanes: {Gains: y}}\n"
    assert _namesakes(_content("", twice)) == [("Gains", "gains")]


def test_the_words_of_the_map_s_language_are_looked_at_too() -> None:
    assert _namesakes(_content("language: de", _lanes("Denken"))) == [("Denken", "thinking")]
    assert _namesakes(_content("language: de", _lanes("Thinking"))) == [("Thinking", "thinking")]


def test_it_may_stand() -> None:
    stages = "stages: [{title: Buy, steps: [{title: Pays, lanes: {gains: x}}]}]"
    waived = found("journey", f"{{{stages}, waive: {{code: S116, because: The board wants it}}}}")
    assert [finding.waived for finding in waived if finding.code == "S116"] == ["The board wants it"]


def _lanes(name: str) -> str:
    return f"\n    - {{title: A, lanes: {{'{name}': x}}}}\n"


def _findings(one: Content) -> tuple[RuleFinding, ...]:
    words = {language: wording(language).words for language in ("en", "de")}
    return journey_summary(journey_inputs(one, TODAY, words)["a"]).insights.findings


def _namesakes(one: Content) -> list[tuple[object, object]]:
    hits = [dict(each.params) for each in _findings(one) if each.code == "S116"]
    return [(hit["name"], hit["lane"]) for hit in hits]
