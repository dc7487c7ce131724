"""What programs read: SARIF by its published schema, and when `check` fails."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from cjsite.base.problem import Finding, Place, Problem
from cjsite.reporting.report import FORMATS, failing
from tests.support.command import ROOT, cjsite

SCHEMA = json.loads((Path(__file__).parents[1] / "support/schemas/sarif-2.1.0.json").read_text("utf-8"))
NOTE = Finding(Place("journeys/ä b.yml", 3, 2), "S102", "note", "no goal", "add it", "No goal", "It matters.")
WARNING = Finding(Place("a.yml"), "E101", "warning", "staff", "ask")
WAIVED = Finding(Place("a.yml"), "F101", "warning", "unknown", "ask", waived="In March")
PROBLEM = Problem(Place("a.yml", 1, 1), "broken", "mend it")


@pytest.mark.parametrize(("problems", "found"), [((), ()), ((PROBLEM,), ()), ((PROBLEM,), (NOTE, WARNING, WAIVED))])
def test_sarif_follows_its_schema(problems: tuple[Problem, ...], found: tuple[Finding, ...]) -> None:
    log = json.loads(FORMATS["sarif"](problems, found, "content"))
    Draft4Validator(SCHEMA).validate(log)
    rules = [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]]
    for result in log["runs"][0]["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]


def test_sarif_says_where_and_why() -> None:
    run = json.loads(FORMATS["sarif"]((), (NOTE, WAIVED), "content"))["runs"][0]
    first, second = run["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "content/journeys/%C3%A4%20b.yml"
    assert place["region"] == {"startLine": 3, "startColumn": 2}
    assert second["suppressions"] == [{"kind": "inSource", "justification": "In March"}]


def test_the_example_as_sarif() -> None:
    done = cjsite("check", "--format", "sarif", "--today", "2026-11-21", cwd=ROOT)
    Draft4Validator(SCHEMA).validate(json.loads(done.out))


def test_text_lists_what_stands_last() -> None:
    lines = FORMATS["text"]((), (WAIVED, WARNING), "content").splitlines()
    assert lines == [
        "content/a.yml:1:1: warning E101: staff. ask",
        "content/a.yml:1:1: let stand F101: unknown; because: In March",
    ]


def test_annotations_leave_out_what_stands() -> None:
    assert "F101" not in FORMATS["github"]((), (WAIVED, WARNING), "content")


@pytest.mark.parametrize(
    ("wanted", "fails"),
    [([], False), (["error"], False), (["warning"], True), (["note"], True), (["E101"], True), (["F101"], False)],
)
def test_failing(wanted: list[str], fails: bool) -> None:
    assert failing((NOTE, WARNING, WAIVED), wanted) is fails


def test_fail_on_at_the_command_line(map_folder: Path) -> None:
    assert cjsite("check", cwd=map_folder).code == 0
    assert cjsite("check", "--fail-on", "S103", cwd=map_folder).code == 1
    assert cjsite("check", "--fail-on", "error", "--fail-on", "S107", cwd=map_folder).code == 0
    wrong = cjsite("check", "--fail-on", "S999", cwd=map_folder)
    assert (wrong.code, "S999" in wrong.err) == (2, True)
