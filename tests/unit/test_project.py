"""What stands around the code is true: the changelog's form, the metadata, and the promise of compatibility."""

import json
import re
import tomllib

from cjsite.base.problem import Finding, Place, Problem
from cjsite.reporting.report import as_json
from tests.support.command import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
KINDS = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]
ADDRESSES = {"Homepage", "Source", "Documentation", "Changelog", "Issues"}


def _versions() -> dict[str, list[str]]:
    """Return the headings of the kinds of changes of each version in the changelog."""
    _, *versions = re.split(r"(?m)^## ", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    return {text.partition("\n")[0]: re.findall(r"(?m)^### (.+)$", text) for text in versions}


def test_the_changelog_keeps_a_changelogs_form() -> None:
    first, *released = _versions()
    assert first == "[Unreleased]"
    assert [one for one in released if not re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", one)] == []
    for kinds in _versions().values():
        assert kinds == [kind for kind in KINDS if kind in kinds]


def test_no_document_holds_the_marks_of_a_merge() -> None:
    marks = re.compile(r"(?m)^(<{7}|={7}|>{7})( |$)")
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "themes").rglob("*.yml")]
    assert len(documents) > 8
    # One document shows what is said of such marks, in a part that the code writes.
    assert [path.name for path in documents if marks.search(path.read_text("utf-8"))] == ["messages.md"]


def test_a_released_version_says_where_it_is_to_be_found() -> None:
    addresses = PROJECT["urls"]
    assert addresses.keys() == ADDRESSES if addresses or len(_versions()) > 1 else not addresses
    assert all(address.startswith("https://") for address in addresses.values())


def test_only_pythons_of_the_matrix_are_claimed() -> None:
    matrix = re.findall(r"(?m)^PYTHONS \?= (.+)$", (ROOT / "Makefile").read_text("utf-8"))[0].split()
    claimed = [re.fullmatch(r"Programming Language :: Python :: (3\.\d+)", one) for one in PROJECT["classifiers"]]
    pythons = [one[1] for one in claimed if one]
    assert pythons == matrix[: len(pythons)]
    assert PROJECT["requires-python"] == f">={pythons[0]}"


def test_the_promise_of_compatibility_names_all_that_json_holds() -> None:
    place = Place("journeys/a.yml")
    told = json.loads(as_json([Problem(place, "m")], [Finding(place, "E101", "note", "m")], "content"))
    promises = (ROOT / "docs/compatibility.md").read_text("utf-8")
    (row,) = re.findall(r"(?m)^\| \*\*`check --format json`.*$", promises)
    named = set(re.findall(r"`(\w+)`", row.partition("A problem has")[2]))
    assert named == told["problems"][0].keys() | told["findings"][0].keys()
