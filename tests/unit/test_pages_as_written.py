"""Pages show what was written, and nothing that nobody wrote."""

import json

import pytest

from cjsite.analysis.rules import CODES
from cjsite.model.content import Content
from cjsite.reading.read import read
from cjsite.text.own_numbers import unnumbered
from tests.support.content import content, map_of
from tests.support.files import parse
from tests.support.page import data, document

IDEAS = """
-- departments.yml --
shop: {title: Shop}
-- opportunities.yml --
bell: {title: A bell, steps: [a#waits], owner: shop, solutions: [Brass]}
lamp: {title: A lamp, status: idea, kind: wow, steps: [a#waits], solutions: [{title: Glass, status: planned}]}
"""


@pytest.mark.parametrize(
    "url", ["journeys/a.html", "opportunities.html", "insights/opportunities.html", "departments/shop.html"]
)
def test_an_opportunity_is_called_an_idea_where_its_author_does(url: str) -> None:
    text = document(map_of("- title: Waits", IDEAS), url).text
    before, _, bell = text.partition("A bell")
    assert "idea" not in bell.partition("A lamp")[0], before
    assert "Improvement" not in bell.partition("A lamp")[0]


def test_what_is_said_of_an_opportunity_stands_there() -> None:
    text = document(map_of("- title: Waits", IDEAS), "opportunities.html").text
    assert "idea" in text.partition("A lamp")[2]
    assert "Glass planned" in text
    assert text.count("idea") == 1


def test_a_map_says_how_far_its_own_opportunities_are_where_somebody_does() -> None:
    fields = "opportunities: [{title: A seat}, {title: A roof, status: idea}]"
    cells = data(map_of(f"- title: Waits\n  {fields}")).stages[0].steps[0].cells.opportunities
    assert {cell.title: cell.state for cell in cells} == {"A seat": "", "A roof": "idea"}


@pytest.mark.parametrize(
    ("fields", "lane", "control"),
    [
        ("goal: Get one", "Goal", "Goals of the stages"),
        ("description: It rains.", "Description", "Descriptions of the stages"),
        ("{goal: Get one, description: It rains.}", "Goal and description", "Goals and descriptions of the stages"),
        ("{phase: after, incentive: A stamp}", "To come back", "What brings customers back"),
    ],
)
def test_what_a_stage_says_stands_under_its_name(fields: str, lane: str, control: str) -> None:
    written = fields.strip("{}").replace(", ", "\n    ")
    rows = data(_staged(f"- title: S\n    {written}\n    steps: [Waits]")).rows
    assert [one.title for one in rows.lanes if one.classes.startswith("story")] == [lane]
    assert [one.title for one in rows.toggles if one.key == "story"] == [control]


SAID = [
    "“Is it good?”",
    '"Hm."',
    "«Ah non»",
    "„Na ja“",
    "»So«",
    "‘Fine’",
    "'Fine.'",
    "「はい」",
    '*"Oh"*',
    "“No,” she says",
]
UNSAID = ["It's late", "'Tis the season", 'Is 6" enough', 'A [map](https://example.org "Map")', "The workers' own"]


@pytest.mark.parametrize(("words", "has_marks"), [*((w, True) for w in SAID), *((w, False) for w in UNSAID)])
def test_words_with_quotation_marks_get_no_second_pair(words: str, has_marks: bool) -> None:
    written = json.dumps(words)
    site = content(f"""
-- personas.yml --
ana: {{title: Ana, quote: {written}}}
-- journeys/a.yml --
title: A
persona: ana
stages: [{{title: S, goal: {written}, steps: [{{title: Waits, thoughts: [{written}], quotes: [{written}]}}]}}]
""")
    looks = {"thought", "quote", "says", "voice"}
    spoken = [
        (url, classes)
        for url in ("journeys/a.html", "personas/ana.html", "personas/index.html", "walk/a.html")
        for element in document(site, url).elements
        if looks & (classes := set(element.attributes.get("class", "").split()))
    ]
    assert {look for _, classes in spoken for look in looks & classes} == looks
    assert [("quoted" in classes) for _, classes in spoken] == [has_marks] * len(spoken)


def test_each_stage_is_told_by_what_it_says_itself() -> None:
    both = "- {title: S, goal: Get one, steps: [Waits]}\n  - {title: R, description: It rains., steps: [Goes]}"
    shown = data(_staged(both))
    assert [stage.told for stage in shown.stages] == ["Goal", "Description"]
    renamed = data(_staged(both, "lane_names: {story: Our aim}\n"))
    assert [stage.told for stage in renamed.stages] == ["Our aim", "Our aim"]


def _staged(stages: str, more: str = "") -> Content:
    return content(f"-- journeys/a.yml --\ntitle: A\n{more}stages:\n  {stages}\n")


NUMBERED = """
-- channels.yml --
web: {title: Web}
-- departments.yml --
shop: {title: Shop}
-- journeys/a.yml --
title: A
stages:
  - title: 1. Awareness
    steps:
      - {title: "1) Sees it", emotion: 1, channel: web, department: shop, moment_of_truth: {asks: ""}}
      - {title: "Step 1.2 - Asks", emotion: 1, channel: web, department: shop}
  - title: "Stage 2: Use"
    steps:
      - {title: "(1) Rides", emotion: 1, channel: web, department: shop}
      - {title: 1. FC Kiel calls, emotion: 1, channel: web, department: shop}
"""


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("journeys/a.html", ["1 Awareness", "2 Use", "1 Sees it", "2 Asks", "3 Rides", "4 1. FC Kiel calls"]),
        ("departments/shop.html", ["1 Sees it", "2 Asks", "3 Rides", "4 1. FC Kiel calls"]),
        ("insights/touchpoints.html", ["1. Awareness", "2. Use"]),
        ("insights/feelings.html", ["1 Sees it", "2 Asks", "3 Rides", "4 1. FC Kiel calls"]),
    ],
)
def test_a_number_of_the_authors_is_not_doubled(url: str, shown: list[str]) -> None:
    text = document(content(NUMBERED), url).text
    assert [words for words in shown if words not in text] == []
    doubled = (
        "1 1. Awareness",
        "1. 1. Awareness",
        "2 Stage 2",
        "2. Stage 2",
        "1 1) Sees",
        "2 Step 1.2",
        "3 (1) Rides",
    )
    assert [words for words in doubled if words in text] == []


def test_titles_elsewhere_are_as_their_author_wrote_them() -> None:
    assert "1) Sees it" in document(content(NUMBERED), "walk/a.html").text


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        *(("1. Awareness", "Awareness"), ("1) Awareness", "Awareness"), ("(1) Awareness", "Awareness")),
        *(("1: Awareness", "Awareness"), ("1 - Awareness", "Awareness"), ("1 – Awareness", "Awareness")),
        *(("01 Awareness", "Awareness"), ("#1: Awareness", "Awareness"), ("1.Awareness", "Awareness")),
        *(("Stage 1: Awareness", "Awareness"), ("STEP 1 - Awareness", "Awareness"), ("Étape 1. Voir", "Voir")),
        *(("Phase 1 – Sehen", "Sehen"), ("I. Awareness", "Awareness"), ("① Awareness", "Awareness")),
        *(("1️⃣ Awareness", "Awareness"), ("１．認知", "認知"), ("1、认知", "认知")),
        *(("Stage 1", "Stage 1"), ("1.", "1."), ("2. Awareness", "2. Awareness")),
        *(("1 hour later", "1 hour later"), ("1.5 hours", "1.5 hours"), ("1-2 weeks", "1-2 weeks")),
        *(
            ("1:30 in the night", "1:30 in the night"),
            ("I want one", "I want one"),
            ("Day 1: unpacks", "Day 1: unpacks"),
        ),
        *(("1/3 gives up", "1/3 gives up"), ("10. Floor", "10. Floor"), ("Awareness 1.", "Awareness 1.")),
    ],
)
def test_only_a_number_that_says_the_place_is_left_out(title: str, rest: str) -> None:
    assert unnumbered(title, {"1"}) == rest


def _legend(steps: str, more: str = "") -> str:
    shown = document(map_of(steps, more))
    return next((one.text for one in shown.elements if one.attributes.get("class") == "legend"), "")


SIGNS = {
    "emotion: 1": "very good to very bad",
    "emotion: {value: 1, confidence: observed}": "asked of customers",
    "emotion: {value: 1, confidence: assumed}": "not asked",
    "emotion: {value: 1, spread: [0, 2]}": "range of answers",
    "moment_of_truth: {asks: Stay?}": "moment of truth",
    "channel: theirs": "outside our control",
    "pain_points: {text: Slow, severity: 5}": "severe",
    "pain_points: {text: Slow, severity: 1}": "minor",
    "handoff: {to: shop, quality: late}": "late",
    "{emotion: {value: -1, response: enhance}, opportunities: Sing}": "Enhance",
}
REST = """
-- channels.yml --
theirs: {title: Theirs, control: none}
ours: {title: Ours}
-- departments.yml --
shop: {title: Shop}
"""


@pytest.mark.parametrize("fields", SIGNS)
def test_the_legend_explains_a_sign_where_the_map_holds_it(fields: str) -> None:
    inside = fields.strip("{}") if fields.startswith("{") else fields
    assert SIGNS[fields] in _legend(f"- {{title: Waits, {inside}}}", REST)
    assert SIGNS[fields] not in _legend("- {title: Waits}", REST)


def test_the_legend_says_what_the_mark_of_the_unknown_is_where_it_stands() -> None:
    assert "not known" in _legend("- {title: Waits, emotion: 1}\n- {title: Goes}")
    assert "not known" not in _legend("- {title: Waits, emotion: 1}")


def test_the_legend_names_the_grades_that_there_are() -> None:
    pains = "[{text: Slow, severity: 5}, {text: Dear, severity: 5}]"
    told = _legend(f"- {{title: Waits, pain_points: {pains}, handoff: {{to: shop, quality: late}}}}", REST)
    assert [
        word for word in ("moderate", "minor", "works", "broken", "Mitigate", "change of") if word in told
    ] == []


def test_a_map_without_columns_has_no_legend() -> None:
    empty = document(content("-- journeys/a.yml --\ntitle: A\nstages: [{title: S}]"))
    assert not [one for one in empty.elements if one.attributes.get("class") == "legend"]


def test_a_page_says_why_a_finding_on_what_maps_share_may_stand() -> None:
    files = parse("""
-- site.yml --
waive: {code: C101, about: channel/fax, because: It goes *in May*}
-- channels.yml --
fax: {title: Fax}
-- journeys/a.yml --
title: A
""")
    shown = document(read(files, CODES), "insights/findings.html")
    assert "No map uses the channel “Fax” Because: It goes in May" in shown.text
