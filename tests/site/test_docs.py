"""The documents say what the code does, and their examples work."""

import re
from contextlib import chdir
from functools import cache
from pathlib import Path

import pytest

from cjsite.analysis.rules import CODES
from cjsite.authoring.reference import fields, records
from cjsite.build import Builder
from cjsite.edition.readers import Readers
from docs.generate.__main__ import documents
from docs.generate.markers import anchor, headings
from tests.support import examples
from tests.support.command import ROOT
from tests.support.files import write
from tests.support.html import Document
from tests.support.page import TODAY

DOCUMENTS = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for path in (*(ROOT / "docs").glob("*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md")
}
FORMAT, RULES = DOCUMENTS["docs/format.md"], DOCUMENTS["docs/rules.md"]
TRIALS = [pytest.param(trial, id=f"line {trial.line}") for trial in examples.trials(FORMAT)]


def test_the_generated_parts_are_as_the_code_would_write_them() -> None:
    stale = [path.name for path, text in documents(ROOT).items() if path.read_text("utf-8") != text]
    assert stale == [], "write them anew: make docs"


@pytest.mark.parametrize("path", DOCUMENTS)
def test_links_lead_somewhere(path: str) -> None:
    prose = re.sub(r"^(`{3,}).*?^\1$", "", DOCUMENTS[path], flags=re.MULTILINE | re.DOTALL)
    links = re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`]*`", "", prose))
    assert [link for link in links if "://" not in link and not _leads_somewhere(path, link)] == []


def _leads_somewhere(path: str, link: str) -> bool:
    file, _, place = link.partition("#")
    target = ((ROOT / path).parent / file).resolve() if file else ROOT / path
    if not target.is_file():
        return False
    return not place or place in _places(target)


@cache
def _places(path: Path) -> frozenset[str]:
    """Return the places of a document that links may lead to."""
    return frozenset(map(anchor, headings(path.read_text("utf-8"))))


@pytest.mark.parametrize("path", DOCUMENTS)
def test_no_two_headings_have_one_address(path: str) -> None:
    found = [anchor(title) for title in headings(DOCUMENTS[path])]
    assert [place for place in found if found.count(place) > 1] == []


def test_every_field_of_the_format_explains_itself() -> None:
    written = ((name, *field) for name in records() for field in fields(name).items())
    assert [f"{name}.{field}" for name, field, info in written if not info.description] == []


def test_every_example_says_what_it_is() -> None:
    assert examples.unexplained(FORMAT) == []
    assert len(examples.blocks(FORMAT)) > 25


def test_the_files_are_those_that_are_listed() -> None:
    assert sorted(examples.listed(FORMAT)) == sorted(examples.own_files(FORMAT))


def test_the_examples_make_a_site(tmp_path: Path) -> None:
    told = examples.told(tmp_path, examples.site(FORMAT))
    assert [str(problem) for problem in told.problems] == []
    assert [str(finding.place) for finding in told.findings if finding.code == "S111"] == []
    assert any(finding.waived for finding in told.findings)


def test_the_examples_show_what_stands_below_them(tmp_path: Path) -> None:
    examples.told(tmp_path, examples.site(FORMAT))
    site = Builder(tmp_path, TODAY).site()
    shown = {block: Document(site[block.url].decode()).text for block in examples.blocks(FORMAT) if block.shown}
    assert [(block.line, line) for block, text in shown.items() for line in block.shown if line not in text] == []
    assert shown


@pytest.mark.parametrize("block", [block for block in examples.blocks(FORMAT) if block.left_out is not None])
def test_the_examples_leave_out_what_stands_below_them(block: examples.Block, tmp_path: Path) -> None:
    own = {path: data for path, data in examples.own_files(FORMAT).items() if path.startswith(("site", "pages/"))}
    files = {**own, block.path: block.body.encode()}
    write(tmp_path, {f"content/{path}": data for path, data in files.items()})
    left_out = Builder(tmp_path, TODAY, readers=Readers()).site().edition.left_out
    assert list(left_out.lines()) == (block.left_out or "").splitlines()


@pytest.mark.parametrize("trial", TRIALS)
def test_what_is_said_of_an_example_is_what_an_author_reads(trial: examples.Trial, tmp_path: Path) -> None:
    assert examples.problems(tmp_path, trial.files) == trial.said.rstrip("\n")


def test_the_icons_that_are_named_are_drawn() -> None:
    (line,) = re.findall(r"an icon for channels with these ids.*?: (.*?)\. Others", FORMAT, re.DOTALL)
    symbols = (ROOT / "themes/default/templates/symbols.html").read_text("utf-8")
    named = re.findall(r"`([\w-]+)`", line)
    assert [name for name in named if f"'{name}': ('" not in symbols] == []
    assert len(named) > 20


def test_the_python_that_is_shown_builds_a_site(map_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"(?ms)^```python\n(.*?)^```$", DOCUMENTS["docs/scale.md"])
    (map_folder / "shop").mkdir()
    (map_folder / "content").rename(map_folder / "shop/content")
    with chdir(map_folder):
        exec(compile(code, "docs/scale.md", "exec"), {})
    assert (map_folder / "public/journeys/coffee.html").is_file()
    assert "Making maps 1 of 1\n" in (shown := capsys.readouterr().out) and "files written" in shown


def test_every_rule_has_one_entry() -> None:
    assert sorted(title[:4] for title in headings(RULES) if title[:4] in CODES) == sorted(CODES)


def test_the_waiver_that_is_shown_is_one(tmp_path: Path) -> None:
    assert examples.problems(tmp_path, examples.site(RULES)) == ""


def test_every_field_has_an_example() -> None:
    written = " ".join(
        block.body for block in examples.blocks(FORMAT) if block.purpose not in ("problems", "shows")
    )
    names = {field for name in records() for field in fields(name)}
    assert sorted(field for field in names if not re.search(rf"\b{field}:", written)) == []
