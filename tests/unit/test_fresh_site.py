"""A site that was just started has few findings, and each goes away by what it asks for."""

import json
import re
from pathlib import Path

import pytest

from tests.support.command import TODAY, cjsite

ASKED = "talks: {title: Talks in the shop, source: customer, kind: interview, date: 2026-10-01, n: 9}\n"


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    assert cjsite("new", "site", "shop", cwd=tmp_path).code == 0
    return tmp_path / "shop"


def _codes(folder: Path) -> list[str]:
    done = cjsite("check", "--format", "json", "--today", TODAY, cwd=folder)
    return sorted(finding["code"] for finding in json.loads(done.out)["findings"])


def test_a_fresh_site_has_few_findings(fresh: Path) -> None:
    assert _codes(fresh) == ["E106", "E111", "F101", "R101"]


def test_all_of_them_can_be_cleared(fresh: Path) -> None:
    path = fresh / "content/journeys/first-journey.yml"
    (fresh / "content/evidence.yml").write_text(ASKED, "utf-8")
    heard = re.sub(r"(?m)^( +)(channel: \w+)$", r"\1\2\n\1evidence: talks", path.read_text("utf-8"))
    path.write_text(f"reviewed_on: 2026-11-01\n{heard.rstrip()}\n        emotion: 0.5\n", "utf-8")
    assert _codes(fresh) == []


def test_a_journey_names_nothing_that_its_site_does_not_have(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.yml").write_text("title: Shop\n", "utf-8")
    (tmp_path / "content/departments.yml").write_text("service: {title: Service}\n", "utf-8")
    assert cjsite("new", "journey", "Returns", cwd=tmp_path).code == 0
    assert cjsite("check", cwd=tmp_path).code == 0
    text = (tmp_path / "content/journeys/returns.yml").read_text("utf-8")
    assert "        department: service\n" in text
    assert "        # department: marketing\n" in text and "\n# owner: management\n" in text


def test_a_name_that_windows_keeps_becomes_one_that_the_next_build_takes(tmp_path: Path) -> None:
    for kind, name, path in (
        ("journey", "CON", "journeys/con-journey.yml"),
        ("journey", "Lpt1", "journeys/lpt1-journey.yml"),
        ("persona", "aux", "personas/aux-persona.md"),
    ):
        assert cjsite("new", kind, name, cwd=tmp_path).code == 0
        assert (tmp_path / "content" / path).is_file()
    assert cjsite("check", "--fail-on", "error", cwd=tmp_path).code == 0
    refused = cjsite("new", "site", "x/NUL", cwd=tmp_path)
    assert refused.code == 2
    assert "Windows cannot store a folder named 'NUL'" in refused.err
