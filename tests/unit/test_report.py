"""What programs read: SARIF by its published schema, and when `check` fails."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from cjsite.base.problem import Finding, Place, Problem, Severity
from cjsite.reporting.fail_on import failing
from cjsite.reporting.overview import as_summary, most_useful
from cjsite.reporting.report import FORMATS
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


def _many(code: str, severity: Severity, lines: list[int]) -> list[Finding]:
    return [Finding(Place("a.yml", line), code, severity, "m", "Mend it.", f"Rule {code}") for line in lines]


MANY = (
    *_many("S101", "note", [1, 2, 3]),
    *_many("W101", "warning", [9]),
    *_many("E101", "warning", [4]),
    *_many("F101", "warning", [8, 7]),
    *_many("R104", "note", [1]),
    *_many("C101", "note", [1, 2, 3]),
    WAIVED,
)


def test_a_summary_counts_by_code_the_most_useful_first() -> None:
    assert as_summary((PROBLEM,), MANY, "content").splitlines() == [
        "content/a.yml:1:1: broken; mend it",
        "2 warning F101 Rule F101",
        "1 warning E101 Rule E101",
        "1 warning W101 Rule W101",
        "3 note    C101 Rule C101",
        "3 note    S101 Rule S101",
        "1 note    R104 Rule R104",
    ]


def test_five_rules_to_begin_with() -> None:
    _, first, *others = most_useful(MANY, "content").splitlines()
    assert first == "  warning F101 in 2 places, first content/a.yml:7:1: Rule F101. Mend it."
    assert [line.split()[1] for line in others] == ["E101", "W101", "C101", "S101"]
    assert most_useful(MANY[:5], "content") == ""


def test_a_summary_at_the_command_line(map_folder: Path) -> None:
    listed, summed = cjsite("check", cwd=map_folder), cjsite("check", "--summary", cwd=map_folder)
    *lines, last = summed.err.splitlines()
    assert last == listed.err.splitlines()[-1]
    counts = {line.split()[2]: int(line.split()[0]) for line in lines}
    assert sum(counts.values()) == int(last.split()[2])
    assert all(len(re.findall(rf"^content.* {code}: ", listed.err, re.M)) == n for code, n in counts.items())
    begin = listed.err.partition("Most useful to begin with:\n")[2].splitlines()[:-1]
    assert [line.split()[1] for line in begin] == list(counts)[:5]
    assert cjsite("check", "--summary", "--strict", cwd=map_folder).code == 1
    assert cjsite("check", "--summary", "--format", "json", cwd=map_folder).code == 2


def test_what_is_said_of_many_places_is_said_once_with_its_places() -> None:
    again = [Problem(Place(f"journeys/{name}.yml", line), "no `wbe`", "did you mean 'web'?", "wbe")
             for name, line in (("a", 3), ("b", 4), ("b", 9), ("c", 1))]  # fmt: skip
    lines = FORMATS["text"]((PROBLEM, *again), (NOTE, WARNING, WARNING), "site/content").splitlines()
    assert lines == [
        "site/content/a.yml:1:1: broken; mend it",
        "site/content/journeys/a.yml:3:1: no `wbe`; did you mean 'web'?",
        "  3 | wbe",
        "    | ^",
        "  also site/content/journeys/b.yml:4:1, 9:1",
        "  also site/content/journeys/c.yml:1:1",
        "site/content/journeys/ä b.yml:3:2: note S102: no goal. add it",
        "site/content/a.yml:1:1: warning E101: staff. ask",
        "  also site/content/a.yml:1:1",
    ]
    # Programs show each place by itself.
    assert FORMATS["github"](again, (), "content").count("no `wbe`") == len(again)
    assert len(json.loads(FORMATS["sarif"](again, (), "content"))["runs"][0]["results"]) == len(again)
    assert len(json.loads(FORMATS["json"](again, (), "content"))["problems"]) == len(again)


SLY = "a\nb\r::error::c\x1b[2J\x9b1m\u2028d\u202ee\udce9"


def test_an_authors_line_break_begins_no_line_in_a_terminal_or_a_log() -> None:
    sly = Problem(Place(f"{SLY}.yml"), f"'{SLY}' is odd", f"remove '{SLY}'", f"\tx{SLY}")
    found = Finding(Place(f"{SLY}.yml"), "S102", "note", f"'{SLY}'", SLY, SLY, SLY, SLY)
    unwaived = Finding(Place(f"{SLY}.yml"), "S102", "note", f"'{SLY}'", SLY, SLY, SLY)
    lines = FORMATS["text"]((sly,), (found, unwaived), "content").splitlines()
    assert len(lines) == 5
    assert lines[0].startswith("content/a\\nb\\r::error::c\\x1b[2J\\x9b1m\\u2028d\\u202ee\\udce9.yml:1:1: ")
    assert lines[1] == "  1 | \txa␊b␍::error::c␛[2J�1m�d�e�"
    assert len(FORMATS["github"]((sly,), (unwaived,), "content").splitlines()) == 2
    assert len(as_summary((), (unwaived,), "content").splitlines()) == 1
    for form in FORMATS:
        shown = FORMATS[form]((sly,), (found, unwaived), "content")
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202e\udce9]", shown), form
    assert json.loads(FORMATS["json"]((sly,), (), "content"))["problems"][0]["mend"] == f"remove '{SLY}'"


def test_paths_are_those_from_where_the_command_runs(map_folder: Path) -> None:
    (map_folder / "content/journeys/z.yml").write_text("titel: Z\n", "utf-8")
    (map_folder / "other").mkdir()
    for cwd, source in ((map_folder.parent, map_folder.name), (map_folder / "other", "..")):
        path = f"{source}/content/journeys/z.yml"
        text = cjsite("check", "--source", source, cwd=cwd)
        assert f"{path}:1:1: unknown key `titel`" in text.err
        assert f"{path}:1:1: unknown key `titel`" in cjsite("build", "--source", source, cwd=cwd).err
        assert f"::error file={path},line=1," in cjsite("check", "--format=github", "--source", source, cwd=cwd).out
        told = json.loads(cjsite("check", "--format", "json", "--source", source, cwd=cwd).out)
        assert told["problems"][0]["path"] == path
        log = json.loads(cjsite("check", "--format", "sarif", "--source", source, cwd=cwd).out)
        place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == path


def test_the_paths_of_a_theme_lie_beside_the_content() -> None:
    assert Place("themes/own/theme.yml").below("shop/content") == "shop/themes/own/theme.yml"
    assert Place("themes/own/theme.yml").below("../content") == "../themes/own/theme.yml"
    assert Place("themes/own/theme.yml").below("content") == "themes/own/theme.yml"


def test_of_a_file_with_very_many_problems_the_rest_is_counted() -> None:
    many = [Problem(Place("journeys/a.csv", line), f"'x{line}' is not a number") for line in range(1, 5001)]
    text = FORMATS["text"]([*many, Problem(Place("site.yml", 1), "unknown key")], (), "content")
    lines = text.splitlines()
    assert lines[-1] == "content/journeys/a.csv: and 4950 more; mend these first"
    assert "content/site.yml:1:1: unknown key" in lines
    assert len(lines) == 52
    assert len(json.loads(FORMATS["json"](many, (), "content"))["problems"]) == 5000
