"""Shapes that files of other people have: lists beside the map, headings of their own, names, JSON rows."""

import json
import re

import pytest

from cjsite.base.problem import Place
from cjsite.exchange.csv_table import csv_table_grids
from cjsite.exchange.grid import GridCell
from cjsite.exchange.headings import read_headings
from cjsite.exchange.html_tables import read_html_tables
from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported
from cjsite.exchange.sheet import Sheet, sheet_grids
from cjsite.exchange.staged_data import is_staged_data, read_staged_data
from cjsite.exchange.tables import read_grids
from tests.support.imported import markdown, only_map

_LISTED = "* **Persona:** Ove\n* **Scenario:** His phone dies\n* **Goal:** Call home\n"
_ROWS = "| Stage | Actions | Feelings |\n|-|-|-|\n| Buy | Walks | Glad |\n| Set up | Calls | Sad |\n"


def _document(text: str) -> ImportedMap:
    [made] = read_headings("a.md", text.encode(), ImportOptions())
    return made


def test_a_list_beside_the_table_is_said_of_its_map() -> None:
    made = only_map(f"# Grandpa's phone\n\n## OVERVIEW\n\n{_LISTED}\n## STAGE-BY-STAGE\n\n{_ROWS}")
    journey = made.journey
    assert (journey.title, journey.persona) == ("Grandpa's phone", "ove")
    assert (journey.scenario, journey.goal) == ("His phone dies", ("Call home",))
    assert not made.unread


_SHORT_HEAD = (
    "<table><tr>{0}<th>Before</th><th>After</th></tr><tr>{1}<td>Actions</td><td>Walks</td><td>Rides</td></tr>"
    "<tr>{1}<td>Pain points</td><td>Rain</td><td>Hills</td></tr>"
    "<tr>{1}<td>Thoughts</td><td>Again?</td><td>At last</td></tr>"
    "<tr>{1}<td>Opportunities</td><td>Shelter</td><td>Motor</td></tr></table>"
)


@pytest.mark.parametrize(("head", "rows"), [("", ""), ("<th>Phase</th>", "<td>Customer</td>")])
def test_a_head_without_its_corner_stands_above_the_stages(head: str, rows: str) -> None:
    page = _SHORT_HEAD.format(head, rows).encode()
    [made] = read_html_tables("a.html", page, ImportOptions())
    stages = [(stage.title, stage.actions) for stage in made.journey.stages]
    assert stages == [("Before", ("Walks",)), ("After", ("Rides",))]


@pytest.mark.parametrize("corner", ["Phase", ""])
def test_a_head_that_begins_with_its_corner_lacks_its_last_cell(corner: str) -> None:
    [made] = read_html_tables("a.html", _SHORT_HEAD.format("", "").replace("<th>Before</th><th>After</th>",
        f"<th>{corner}</th><th>Before</th>").encode(), ImportOptions())  # fmt: skip
    assert [(stage.title, stage.actions) for stage in made.journey.stages] == [
        ("Before", ("Walks",)),
        ("?", ("Rides",)),
    ]
    assert [doubt.at for doubt in made.doubts if "cell less" in doubt.message] == ["stages/1"]


def test_a_list_beside_the_stages_of_a_document_likewise() -> None:
    stages = "### Stage 1: Buy\n\n{0}Walks\n\n### Stage 2: Set up\n\n{0}Calls\n".format(
        "- **Feelings:** Glad\n- **Actions:** "
    )
    made = _document(f"# Phones\n\n## Overview\n\n{_LISTED}\n## Map\n\n{stages}\n## Prices\n\nOf May.\n")
    assert (made.journey.persona, made.journey.goal) == ("ove", ("Call home",))
    assert [sentence for _, sentence in made.unread] == ["what stands below 'Prices' is not taken in"]


def test_a_heading_beside_the_lanes_of_a_stage_is_a_lane_of_it() -> None:
    lanes = "### Actions\n\n- Walks\n\n### Feelings\n\n- Glad\n\n### Legal basis\n\n- Paragraph {0}\n\n"
    stage = f"## Stage {{0}}\n\n{lanes}"
    made = _document(f"# Phones\n\n{stage.format('1: Buy')}{stage.format('2: Use')}## Legal basis\n\nAll of it.\n")
    assert [stage.lanes["Legal basis"] for stage in made.journey.stages] == [
        ("Paragraph 1: Buy",),
        ("Paragraph 2: Use",),
    ]
    assert "All of it." in made.journey.narrative


@pytest.mark.parametrize("label", ["Name", "Nom", "名前", "Title"])
def test_what_names_the_rows_of_a_database_is_their_steps(label: str) -> None:
    rows = "| Aches | Before | Hm | Sad |\n| Calls | Before | Oh | Sad |\n| Sits | Visit | Ah | Glad |\n"
    journey = only_map(f"| {label} | Stage | Thoughts | Feelings |\n|-|-|-|-|\n{rows}").journey
    assert [[step.title for step in stage.steps] for stage in journey.stages] == [["Aches", "Calls"], ["Sits"]]


def test_who_goes_is_no_name_of_a_row() -> None:
    text = "| User | Stage | Thoughts | Feelings |\n|-|-|-|-|\n| Ana | Go | Hm | Sad |\n| Ben | See | Ah | Glad |\n"
    assert not any(step.title == "Ana" for stage in only_map(text).journey.stages for step in stage.steps)


def test_a_table_a_stage_says_that_its_first_column_holds_steps() -> None:
    head = "| Touchpoint | Actions | Feelings |\n|-|-|-|\n"
    find, build = (
        "| Call | Asks | Glad |\n| Visit | Draws | Calm |\n",
        "| Link | Clicks | Glad |\n| Bill | Pays | Sad |\n",
    )
    made = only_map(f"# Blueprint\n\n## Stage 1: Find\n\n{head}{find}\n## Stage 2: Build\n\n{head}{build}")
    assert [taken.target for taken in made.taken if "Touchpoint" in taken.source] == ["the steps"] * 2
    assert made.journey.lane_names["step"] == "Touchpoint"
    assert "stage" not in made.journey.lane_names


def test_a_list_of_rows_is_a_table() -> None:
    rows = [
        {
            "id": 1,
            "stage": "Find",
            "step": "Ask",
            "thought": "Hm",
            "action": "Asks",
            "painPoint": "Away",
            "weather": "Rain",
        },
        {"id": 2, "stage": "Find", "step": "Wait", "action": "Waits", "painPoint": "Cold"},
        {"id": 3, "stage": "Call", "step": "Ring", "action": "Rings", "weather": "Sun"},
    ]
    data = json.dumps(rows).encode()
    assert is_staged_data("a.json", data)
    [made] = read_staged_data("a.json", data, ImportOptions())
    first, second = made.journey.stages
    assert [step.title for step in first.steps] == ["Ask", "Wait"]
    assert [pain.text for pain in first.steps[1].pain_points] == ["Cold"]
    assert second.steps[0].lanes["Weather"] == ("Sun",)


@pytest.mark.parametrize(
    "rows", [[], [1, 2], [{"stage": "a"}, {"stage": "b"}], [{"action": "a", "thought": "b"}] * 2]
)
def test_a_list_without_stages_or_lanes_is_none(rows: list[object]) -> None:
    assert not is_staged_data("a.json", json.dumps(rows).encode())


def test_a_field_that_the_format_does_not_have_is_no_doubt() -> None:
    made = only_map(
        "# Walks\n\n"
        "| Step | Actions | Feelings | Notes |\n|-|-|-|-|\n| A | Walks | Glad | Slow |\n| B | Sits | Sad | Wet |\n"
    )
    assert made.journey.stages[0].lanes == {"Notes": ("Slow",)}
    assert not made.doubts


@pytest.mark.parametrize(
    ("cells", "language"),
    [
        (("Die Frau liest das Heft", "Sie ist nicht froh und geht mit der Bahn zu ihr"), "de"),
        (("Elle lit le journal dans la rue", "Elle ne va pas avec les autres"), "fr"),
        (("Читает газету", "Идёт домой"), "ru"),
        (("Biển quảng cáo", "Chữ quá nhỏ"), ""),
        (("Reads the paper", "Walks"), "en"),
    ],
)
def test_the_language_is_that_of_the_texts_and_not_of_their_labels(cells: tuple[str, str], language: str) -> None:
    [made] = markdown(f"| Stage | Actions | Thoughts |\n|-|-|-|\n| 1 | {cells[0]} | A |\n| 2 | {cells[1]} | B |\n")
    assert made.journey.language == language


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("# Persona: Kim\n\n| | |\n|-|-|\n| Age | 30 |\n| Goals | Sleep |\n", "describes a persona ('Kim')"),
        (
            "| Event | Screen | Action |\n|-|-|-|\n| sign_up | Start | Taps |\n| log_in | End | Sends |\n",
            "is code: this describes a program",
        ),
        (
            "# Interview guide\n\n"
            "| Stage | Question | Goal | Time |\n|-|-|-|-|\n| Warm-up | How often? | Relax | 5 min |\n"
            "| Main | What annoys you? | Pains | 20 min |\n",
            "another kind of document",
        ),
        (
            "# Content plan\n\n| Stage | Topic | Channel | Goal | Owner |\n|-|-|-|-|-|\n"
            "| Awareness | Sleep | Blog | Reach | Mia |\n"
            "| Decision | Voucher | Mail | Sales | Tom |\n",
            "too few of its labels",
        ),
        (
            "# Summer events\n\n"
            "| Date | Event | Location | Description |\n|-|-|-|-|\n| 3 May | Fair | Square | Cash |\n",
            "none of its labels",
        ),
    ],
)
def test_what_only_looks_like_a_map_is_refused_with_the_reason(text: str, why: str) -> None:
    with pytest.raises(NotImported, match=re.escape(why)):
        markdown(text)


def test_a_handbook_is_no_journey() -> None:
    rules = "## 1. Hours\n\n**Description:** Ten to three.\n**Responsible:** HR\n\n"
    with pytest.raises(NotImported, match="too few of its labels"):
        _document(f"# Employee handbook\n\n{rules}{rules.replace('1. Hours', '2. Holidays')}")


def test_a_nameless_row_above_the_steps_holds_their_stages() -> None:
    board = (
        "Her way,,,\n,Find,Find,Buy\nSteps,Sees an ad,Asks,Orders\nFeelings,curious,glad,annoyed\nPains,,,Costs\n"
    )
    [made] = read_grids(csv_table_grids("a.csv", board.encode()), "a.csv", ImportOptions())
    assert [(stage.title, [step.title for step in stage.course]) for stage in made.journey.stages] == [
        ("Find", ["Sees an ad", "Asks"]), ("Buy", ["Orders"]),
    ]  # fmt: skip


def test_a_column_that_only_counts_is_no_stage() -> None:
    journey = only_map(
        "| Step # | Step | Actions | Feelings |\n|-|-|-|-|\n| 1 | Ask | Calls | Glad |\n| 2 | Go | Walks | Sad |\n"
    ).journey
    assert [(stage.title, stage.actions) for stage in journey.stages] == [("Ask", ("Calls",)), ("Go", ("Walks",))]


def test_what_is_said_of_a_persona_is_not_said_of_the_map() -> None:
    stages = [{"stage": name, "actions": ["Walks"], "emotion": "glad"} for name in ("Before", "After")]
    persona = {"name": "Lena", "goals": ["A quiet flat"], "age": "29"}
    data = json.dumps({"map": {"title": "Moving", "persona": persona, "stages": stages}}).encode()
    [made] = read_staged_data("a.json", data, ImportOptions())
    assert (made.journey.title, made.journey.goal, made.personas[0].goals) == ("Moving", (), ("A quiet flat",))


@pytest.mark.parametrize(("sheet", "title"), [
    ("As-is", "A claim: As-is"), ("Journey map", "A claim"), ("Claims", "Claims"), ("Sheet1", "A claim"),
])  # fmt: skip
def test_a_sheet_whose_name_says_little_is_called_by_its_first_line(sheet: str, title: str) -> None:
    rows = (("A claim",), ("Stage", "Actions", "Feelings"), ("Report", "Calls", "Angry"), ("Wait", "Sits", "Sad"))
    cells = {
        (row, column): GridCell(text, Place("a.xlsx", row, column))
        for row, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
    }
    [made] = read_grids(sheet_grids(Sheet(sheet, "a.xlsx", cells)), "a.xlsx", ImportOptions())
    assert made.journey.title == title


_BLUEPRINT = (
    "# Intake\n\n| | Book | Arrive |\n|-|-|-|\n| Evidence | SMS | Ticket |\n| Patient actions | Calls | Waits |\n"
    "| Onstage – Desk clerk | Offers a slot | Greets |\n| Backstage: IT | Books | |\n| Support systems | ERP | |\n"
)


def test_lanes_of_a_blueprint_name_who_works_there() -> None:
    made = only_map(_BLUEPRINT)
    first, second = made.journey.stages
    assert [(own.department, own.does) for own in first.frontstage] == [("desk-clerk", "Offers a slot")]
    assert [(own.department, own.does, own.system) for own in first.backstage] == [
        ("it", "Books", ""),
        ("", "", "ERP"),
    ]
    assert (second.props, second.lanes) == (("Ticket",), {})
    assert {own.title for own in made.departments} == {"Desk clerk", "IT"}
    assert [doubt.at for doubt in made.doubts] == ["lane_names/frontstage", "lane_names/backstage"]


def test_what_is_a_list_already_is_parted_no_further() -> None:
    rows = _ROWS.replace("Walks", "• Asks; waits<br>• Leaves")
    assert only_map(f"# A\n\n{rows}").journey.stages[0].actions == ("Asks; waits", "Leaves")


def test_steps_below_nameless_stages_that_are_lists_are_what_is_done() -> None:
    steps = "| Steps | 1. Opens 2. Types | 1. Scans 2. Parks |\n"
    table = f"| | Find | Park |\n|-|-|-|\n{steps}| Mood (1=bad, 5=great) | 3 | 2 |\n"
    journey = only_map(f"# Parking\n\n{table}").journey
    assert [(stage.title, stage.actions) for stage in journey.stages] == [
        ("Find", ("Opens", "Types")), ("Park", ("Scans", "Parks")),
    ]  # fmt: skip
    assert journey.emotion_scale and (journey.emotion_scale.min, journey.emotion_scale.max) == (1, 5)
    assert journey.stages[0].emotion[0].value == 3


def test_a_blueprint_of_a_house_with_its_customers_journey() -> None:
    rows = {"Customer journey": "Books", "Front-of-house": "Greets", "Back-of-house": "Plans"}
    smile = '<img class="emoticon" alt="(smile)"> shy'
    told = {**rows, "Mood": smile}
    cells = "".join(f"<tr><th>{name}</th><td>{text}</td><td></td></tr>" for name, text in told.items())
    page = f"<h1>Gym</h1><table><tr><th></th><th>Trial</th><th>Join</th></tr>{cells}</table>"
    [made] = read_html_tables("a.html", page.encode(), ImportOptions())
    stage = made.journey.stages[0]
    assert (stage.actions, stage.frontstage[0].does, stage.backstage[0].does) == (("Books",), "Greets", "Plans")
    assert stage.emotion[0].words == ("🙂 shy",)


def test_fields_beside_one_another_on_a_line_are_taken_apart() -> None:
    made = only_map(f"# Phones\n\n**Actor:** Ove (61) · **Goal:** Call home\n\n{_ROWS}")
    assert (made.journey.persona, made.journey.goal, made.personas[0].body) == ("ove", ("Call home",), "Ove (61)")


def test_a_score_inside_of_a_feeling_is_of_that() -> None:
    stages = [{"name": name, "actions": ["Walks"], "emotions": {"label": "glad", "score": 4}} for name in "AB"]
    data = json.dumps({"title": "T", "stages": stages}).encode()
    [made] = read_staged_data("a.json", data, ImportOptions(scale=(1, 5)))
    assert {sample.value for sample in made.journey.stages[0].emotion} == {4, None}
