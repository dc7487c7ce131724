"""The command line's contract: what is printed where, and with which exit code."""

import json
import sys
from pathlib import Path

import pytest

from tests.support.command import ROOT, cjsite, start_cjsite
from tests.support.files import read

BROKEN = "title: A\nstages:\n  - title: Queue\n    steps:\n      - {title: Waits, emotion: 7}\n"


def _break(folder: Path) -> None:
    (folder / "content" / "journeys" / "broken.yml").write_text(BROKEN, "utf-8")


def test_build_says_where_to_look(map_folder: Path) -> None:
    done = start_cjsite("build", cwd=map_folder)
    assert (done.code, done.err) == (0, "")
    assert str(map_folder / "output" / "index.html") in done.out
    assert (map_folder / "output" / "journeys" / "coffee.html").is_file()


def test_build_with_problems_writes_nothing(map_folder: Path) -> None:
    _break(map_folder)
    done = cjsite("build", cwd=map_folder)
    assert (done.code, done.out) == (1, "")
    assert not (map_folder / "output").exists()
    assert done.err.splitlines() == [
        "content/journeys/broken.yml:5:33: 7 is off the site's emotion scale, which runs from -2 to 2; "
        "a map with other numbers needs an `emotion_scale` of its own",
        "  5 |       - {title: Waits, emotion: 7}",
        "    |                                 ^",
        "1 problem",
    ]


def test_check_writes_nothing(map_folder: Path) -> None:
    before = read(map_folder)
    done = cjsite("check", cwd=map_folder)
    assert done.code == 0
    assert read(map_folder) == before


def test_check_tells_problems_from_findings(map_folder: Path) -> None:
    assert cjsite("check", "--strict", cwd=map_folder).code == 1, "an incomplete map has findings"
    _break(map_folder)
    assert cjsite("check", cwd=map_folder).code == 1


def test_the_example_has_no_problems() -> None:
    done = cjsite("check", "--format", "json", "--today", "2026-11-21", cwd=ROOT)
    assert done.code == 0
    assert json.loads(done.out)["problems"] == []


def test_check_as_json(map_folder: Path) -> None:
    _break(map_folder)
    done = cjsite("check", "--format", "json", cwd=map_folder)
    assert done.code == 1
    (problem,) = json.loads(done.out)["problems"]
    assert problem["path"] == "content/journeys/broken.yml"
    assert (problem["line"], problem["column"]) == (5, 33)
    assert "off the site's emotion scale" in problem["message"]
    for finding in json.loads(cjsite("check", "--format", "json", cwd=map_folder).out)["findings"]:
        assert {"path", "line", "column", "code", "severity", "message"} <= finding.keys()
        assert {"title", "why", "advice", "waived"} <= finding.keys()


def test_check_for_a_code_host(map_folder: Path) -> None:
    _break(map_folder)
    done = cjsite("check", "--format", "github", cwd=map_folder)
    assert done.code == 1
    assert "::error file=content/journeys/broken.yml,line=5,col=33::7 is off the site's" in done.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["paint"],
        ["build", "--outptu", "x"],
        ["check", "--format", "xml"],
        ["build", "--today", "tomorrow"],
        ["build", "--source", "nowhere"],
        ["new"],
        ["new", "journey"],
        ["schema", "nothing"],
        ["serve", "--port", "99999"],
    ],
    ids=" ".join,
)
def test_a_wrong_call_is_exit_code_2_and_a_hint_on_stderr(map_folder: Path, arguments: list[str]) -> None:
    done = cjsite(*arguments, cwd=map_folder)
    assert (done.code, done.out) == (2, "")
    assert "Traceback" not in done.err
    assert done.err


def test_a_folder_without_content_says_what_to_do(tmp_path: Path) -> None:
    done = cjsite("build", cwd=tmp_path)
    assert done.code == 1
    assert "cjsite new site" in done.err


def test_a_bad_clock_is_told(map_folder: Path) -> None:
    done = cjsite("build", cwd=map_folder, env={"SOURCE_DATE_EPOCH": "soon"})
    assert done.code == 2
    assert "SOURCE_DATE_EPOCH: 'soon' is no number of seconds since 1970; set it to one like" in done.err
    day = cjsite("build", cwd=map_folder, env={"SOURCE_DATE_EPOCH": "2026-01-01"})
    assert "for that day set it to 1767225600" in day.err


@pytest.mark.parametrize(
    ("option", "value", "answer"),
    [
        ("--today", "31.12.2026", "write 2026-12-31"),
        ("--today", "3/4/2026", "write 2026-03-04 or 2026-04-03, whichever is meant"),
        ("--today", "2026-02-30", "that month has 28 days"),
        ("--today", "tomorrow", "write it like 2026-09-14"),
        ("--today", "0001-01-01", "write one from 1900 to 2199"),
        ("--fail-on", "e101", "write --fail-on E101"),
        ("--fail-on", "E101,errors", "write --fail-on E101 --fail-on error"),
        ("--fail-on", "warn", "write --fail-on warning"),
        ("--fail-on", "E999", "codes with that letter are E101, E102"),
    ],
)
def test_values_of_options_get_plain_answers(map_folder: Path, option: str, value: str, answer: str) -> None:
    done = cjsite("check", option, value, cwd=map_folder)
    assert done.code == 2
    assert f"{option}: '{value}'" in done.err
    assert answer in done.err


def test_the_clock_can_be_set(map_folder: Path) -> None:
    for folder, options, env in (
        ("a", ["--today", "2026-11-21"], {}),
        ("b", [], {"SOURCE_DATE_EPOCH": "1795219200"}),
        ("c", ["--today", "2026-11-21"], {"SOURCE_DATE_EPOCH": "0"}),
    ):
        assert cjsite("build", "--output", folder, *options, cwd=map_folder, env=env).code == 0
    assert read(map_folder / "a") == read(map_folder / "b") == read(map_folder / "c")
    assert "21 Nov 2026" in (map_folder / "a" / "index.html").read_text("utf-8")


def test_a_template_that_fails_names_its_line(map_folder: Path) -> None:
    theme = map_folder / "themes" / "default" / "templates"
    theme.mkdir(parents=True)
    (theme / "404.html").write_text("fine\n{{ data.nothing.there }}\n", "utf-8")
    done = cjsite("build", cwd=map_folder)
    assert done.code == 1
    assert "themes/default/templates/404.html:2" in done.err
    assert "Traceback" not in done.err


def test_new_starts_something_that_builds(tmp_path: Path) -> None:
    assert cjsite("new", "site", "shop", cwd=tmp_path).code == 0
    shop = tmp_path / "shop"
    assert cjsite("new", "journey", "Buying: a «bike» & more", cwd=shop).code == 0
    assert cjsite("new", "persona", "Priya", cwd=shop).code == 0
    assert cjsite("new", "persona", "Ömer's #1", cwd=shop).code == 0
    done = cjsite("check", cwd=shop)
    assert done.code == 0, done.err
    done = cjsite("build", cwd=shop)
    assert done.code == 0, done.err
    page = (shop / "output" / "journeys" / "buying-a-bike-more.html").read_text("utf-8")
    assert "Buying: a «bike» &amp; more" in page


def test_new_overwrites_nothing(map_folder: Path) -> None:
    before = read(map_folder)
    done = cjsite("new", "journey", "Coffee", cwd=map_folder)
    assert done.code == 2
    assert "there already" in done.err
    assert read(map_folder) == before


def test_new_shows_each_concept_by_an_example(tmp_path: Path) -> None:
    cjsite("new", "site", "shop", cwd=tmp_path)
    text = (tmp_path / "shop" / "content" / "journeys" / "first-journey.yml").read_text("utf-8")
    phases = ("phase: before", "phase: during", "phase: after")
    concepts = (*phases, "goal:", "emotion:", "channel:", "moment_of_truth:")
    assert [concept for concept in concepts if concept not in text] == []


@pytest.mark.parametrize("command", [[], ["build"], ["check"], ["new"], ["schema"], ["serve"]], ids="-".join)
def test_help_answers_without_loading_the_house(command: list[str]) -> None:
    done = start_cjsite(*command, "--help", cwd=ROOT, env={"PYTHONPROFILEIMPORTTIME": "1"})
    assert done.code == 0
    assert "Usage:" in done.out
    late = {"pydantic", "jinja2", "markdown", "babel", "livereload", "tornado", "yaml", "rich", "nh3", "watchdog"}
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.err.splitlines()}
    assert "click" in loaded, "the import times are not where they are looked for"
    assert loaded & late == set()


def test_version() -> None:
    assert start_cjsite("--version", cwd=ROOT).out.startswith("cjsite, version ")


def test_output_survives_a_console_without_unicode(map_folder: Path) -> None:
    _break(map_folder)
    (map_folder / "content" / "journeys" / "ж.yml").write_text("title: Ж\ntitle: Ж\n", "utf-8")
    done = start_cjsite(
        "check", cwd=map_folder, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"}
    )
    assert done.code == 1
    assert "Traceback" not in done.err


def test_schema_prints_and_writes_the_same(tmp_path: Path) -> None:
    printed = cjsite("schema", "persona", cwd=tmp_path)
    assert printed.code == 0
    assert cjsite("schema", "--write", "schemas", cwd=tmp_path).code == 0
    assert (tmp_path / "schemas" / "persona.json").read_text("utf-8") == printed.out


def test_a_closed_pipe_is_no_crash(map_folder: Path) -> None:
    import subprocess

    script = f'"{sys.executable}" -m cjsite schema | head -n 1'
    done = subprocess.run(script, shell=True, cwd=map_folder, capture_output=True, text=True, check=False)
    assert done.stdout == "{\n"
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("port", ["99999", "http", "-1", "8000000000"])
def test_what_is_no_port_is_answered_with_the_range(map_folder: Path, port: str) -> None:
    done = cjsite("serve", "--port", port, cwd=map_folder)
    assert done.code == 2
    assert f"'{port}' is no port; write a number from 0 to 65535" in done.err
