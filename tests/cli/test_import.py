"""Maps of other programs' files: what is written, what is said, and that nothing of anybody's is lost."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.support.command import cjsite
from tests.support.files import read, write

COFFEE: dict[str, Any] = {
    "format": "cjsite-journey",
    "version": 1,
    "journey": {
        "title": "Coffee",
        "personas": ["ana"],
        "stages": [{"title": "Buy", "steps": [{"title": "Pays", "channel": "till", "emotion": [{"value": -1}]}]}],
    },
    "personas": {"ana": {"title": "Ana"}},
    "channels": {"till": {"title": "The till"}},
}


def _coffee(**changes: object) -> bytes:
    return json.dumps({**COFFEE, **changes}).encode()


def test_a_folder_without_a_site_becomes_one(tmp_path: Path) -> None:
    done = cjsite("import", "coffee.json", cwd=write(tmp_path, {"coffee.json": _coffee()}))
    assert (done.code, done.err) == (0, "")
    assert "content/journeys/coffee.yml: 1 stage, 1 step" in done.out
    assert "There was no site here" in done.out
    assert "unsure" not in done.out, "nothing is marked"
    assert set(read(tmp_path / "content")) == {
        "journeys/coffee.yml",
        "personas/ana.md",
        "channels.yml",
    }
    assert (tmp_path / ".cjsite/schema/journey.json").is_file()
    commands = [line.split("#")[0].split() for line in done.out.partition("Next:\n")[2].splitlines()]
    assert [command[:2] for command in commands] == [["cjsite", "serve"], ["cjsite", "check"]]
    assert cjsite("check", cwd=tmp_path).code == 0


def test_what_is_there_is_used_and_what_is_not_is_added_at_the_end(tmp_path: Path) -> None:
    before = b"# ours\r\nphone: {title: Phone}   # by day\r\ntill: {title: The till, kind: human}"
    own = {"content/channels.yml": before, "content/personas/me.md": b"---\ntitle: Ana\n---\n"}
    write(tmp_path, {"coffee.json": _coffee(), **own})
    assert cjsite("import", "coffee.json", cwd=tmp_path).code == 0
    assert (tmp_path / "content/channels.yml").read_bytes() == before
    assert b"persona: me\n" in (tmp_path / "content/journeys/coffee.yml").read_bytes()
    stages = [{"title": "Buy", "steps": [{"title": "Pays", "channel": "app"}]}]
    tea = {**COFFEE["journey"], "title": "Tea", "stages": stages}
    write(tmp_path, {"tea.json": _coffee(journey=tea, channels={"app": {"title": "App"}})})
    done = cjsite("import", "tea.json", cwd=tmp_path)
    assert (tmp_path / "content/channels.yml").read_bytes() == before + b"\r\napp:\r\n  title: App\r\n"
    assert "content/channels.yml: app at its end" in done.out
    assert cjsite("check", cwd=tmp_path).code == 0


@pytest.mark.parametrize("registry", [b"{phone: {title: Phone}}\n", b"phone: {title: >\n    Phone}\n"])
def test_a_registry_that_cannot_be_gone_on_with_stays_as_it_is(tmp_path: Path, registry: bytes) -> None:
    write(tmp_path, {"coffee.json": _coffee(), "content/channels.yml": registry})
    if cjsite("import", "coffee.json", cwd=tmp_path).code == 0:
        assert (tmp_path / "content/channels.yml").read_bytes() == registry
        assert (tmp_path / "content/channels/till.yml").read_bytes() == b"title: The till\n"


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    own = {"content/journeys/Coffee.md": b"# Ours\n", "content/personas/ana.md": b"---\ntitle: Ana of ours\n---\n"}
    write(tmp_path, {"coffee.json": _coffee(), **own})
    done = cjsite("import", "coffee.json", cwd=tmp_path)
    assert done.code == 1
    assert "coffee.json: not taken in: journeys/coffee.yml is there already" in done.err
    assert {path: data for path, data in read(tmp_path).items() if path.startswith("content")} == own


def test_one_of_another_name_is_not_taken_for_the_same(tmp_path: Path) -> None:
    other = {"content/personas/ana.md": b"---\ntitle: Anabel\n---\n"}
    assert cjsite("import", "a.json", cwd=write(tmp_path, {"a.json": _coffee(), **other})).code == 0
    assert b"persona: ana-2\n" in (tmp_path / "content/journeys/coffee.yml").read_bytes()
    assert (tmp_path / "content/personas/ana-2.md").read_bytes() == b"---\ntitle: Ana\n---\n"


def test_each_file_is_taken_in_or_refused_by_itself(tmp_path: Path) -> None:
    write(tmp_path, {"a.json": _coffee(), "b.json": _coffee(), "c.json": b'{"rows": []}', "d.pdf": b"%PDF-1.7"})
    done = cjsite("import", "a.json", "b.json", "c.json", "d.pdf", "e.json", ".", cwd=tmp_path)
    assert done.code == 1
    assert [line.partition(": not taken in: ")[0] for line in done.err.splitlines()] == [
        "c.json:1:1", "d.pdf", "e.json", "."
    ]  # fmt: skip
    assert "`rows`" in done.err, "unknown JSON is told by its keys"
    journeys = {path for path in read(tmp_path / "content") if path.startswith("journeys/")}
    assert journeys == {"journeys/coffee.yml", "journeys/coffee-2.yml"}, "two maps of one run have two names"


def test_a_dry_run_prints_and_writes_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"coffee.json": _coffee()})
    done = cjsite("import", "--dry-run", "coffee.json", cwd=tmp_path)
    assert done.code == 0
    assert "-- content/journeys/coffee.yml --\n# yaml-language-server" in done.out
    assert read(tmp_path).keys() == {"coffee.json"}


def test_broken_content_is_mended_first(tmp_path: Path) -> None:
    write(tmp_path, {"coffee.json": _coffee(), "content/channels.yml": b"- phone\n"})
    done = cjsite("import", "coffee.json", cwd=tmp_path)
    assert done.code == 1
    assert done.err.startswith("content/channels.yml:1:1: ")
    assert "mend them first" in done.err
    assert not (tmp_path / "content/journeys").exists()


def test_numbers_keep_the_scale_that_they_stand_on(tmp_path: Path) -> None:
    write(tmp_path, {"coffee.json": _coffee(), "content/site.yml": b"emotion_scale: 1 to 5\n"})
    assert cjsite("import", "coffee.json", cwd=tmp_path).code == 0
    assert b'emotion_scale: "-2 to 2"\n' in (tmp_path / "content/journeys/coffee.yml").read_bytes()
    rated = {**COFFEE["journey"], "title": "Rated", "emotion_scale": {"min": 1, "max": 5}, "stages": ["Buy"]}
    assert cjsite("import", "r.json", cwd=write(tmp_path, {"r.json": _coffee(journey=rated)})).code == 0
    assert b"emotion_scale" not in (tmp_path / "content/journeys/rated.yml").read_bytes(), "it is the site's"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--to", "."], "--to: . is a site; its content is content"),
        (["--scale", "5..1"], "--scale: '5..1' is no scale"),
        (["--scale", "1-5"], "like 1..5"),
        (["--lane", "X"], "--lane: 'X' names no field"),
        (["--lane", "X=acton"], "did you mean 'actions'?"),
        (["--format", "jso"], "did you mean 'json'?"),
    ],
)
def test_a_wrong_call_says_what_to_write(tmp_path: Path, arguments: list[str], said: str) -> None:
    write(tmp_path, {"coffee.json": _coffee(), "content/site.yml": b""})
    done = cjsite("import", "coffee.json", *arguments, cwd=tmp_path)
    assert done.code == 2
    assert said in done.err
    assert read(tmp_path / "content").keys() == {"site.yml"}
