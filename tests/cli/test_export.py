"""Maps for other programs: for whom, where to, and over nothing that is there."""

import json
from pathlib import Path

import pytest

from tests.support.command import cjsite
from tests.support.decks import text
from tests.support.files import write

SITE = """\
-- content/site.yml --
audiences: {crew: {title: The crew}}
-- content/journeys/coffee.yml --
title: Coffee
stages:
  - title: Buy
    steps:
      - title: Pays
        notes: Who says so?
        pain_points: {text: The till is slow, audience: crew}
-- content/journeys/secret.yml --
title: Secret
audience: crew
stages: [Buy]
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path, SITE)


def _step(folder: Path, *arguments: str) -> dict[str, object]:
    done = cjsite("export", "coffee", "-o", "-", *arguments, cwd=folder)
    assert (done.code, done.err) == (0, "")
    step: dict[str, object] = json.loads(done.out)["journey"]["stages"][0]["steps"][0]
    return step


def test_it_holds_what_its_readers_may_read(site: Path) -> None:
    assert _step(site).keys().isdisjoint({"notes", "pain_points"})
    assert "pain_points" in _step(site, "--audience", "crew")
    assert "notes" not in _step(site, "--audience", "crew")
    assert {"notes", "pain_points"} <= _step(site, "--author").keys()


def test_it_is_written_where_one_is_and_over_nothing(site: Path) -> None:
    assert cjsite("export", "coffee", cwd=site).out == "wrote coffee.json\n"
    written = (site / "coffee.json").read_bytes()
    (site / "coffee.json").write_bytes(b"mine")
    done = cjsite("export", "coffee", cwd=site)
    assert (done.code, (site / "coffee.json").read_bytes()) == (2, b"mine")
    assert "coffee.json is there already" in done.err
    assert cjsite("export", "coffee", "-o", "other", "-q", cwd=site).out == ""
    assert (site / "other").read_bytes() == written


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["cofee"], "there is no map 'cofee'; did you mean 'coffee'?"),
        (["secret"], "'secret' is not for those it would go out to"),
        (["coffee", "--format", "jsn"], "did you mean 'json'?"),
        (["coffee", "--author", "--audience", "crew"], "--author takes in all"),
        (["coffee", "--paper", "A3"], "--paper is for --format pdf"),
        (["coffee", "--format", "pptx", "--paper", "A3"], "--paper is for --format pdf"),
        (["coffee", "--format", "svg", "--width", "900"], "--width is for --format png"),
        (["coffee", "--format", "png", "--browser", "no-such-browser"], "no program 'no-such-browser'"),
        (["coffee", "--format", "svg", "-o", "no/such.svg"], "there is no folder no for such.svg; make it"),
        (["coffee", "-o", "no/such.json"], "there is no folder no for such.json; make it"),
        (["secret", "--format", "svg"], "'secret' is not for those it would go out to"),
        (["coffee", "--format", "pdf", "--paper", "A5"], "there is no paper 'A5'"),
        (["coffee", "--format", "pdf", "--browser", "no-such-browser"], "no program 'no-such-browser'"),
    ],
)
def test_a_wrong_call_says_what_to_write(site: Path, arguments: list[str], said: str) -> None:
    done = cjsite("export", *arguments, cwd=site)
    assert done.code == 2
    assert said in done.err


def test_slides_hold_what_their_readers_may_read_and_are_written_over_nothing(site: Path) -> None:
    for name, arguments in (("everyone", ()), ("crew", ("--audience", "crew")), ("author", ("--author",))):
        done = cjsite("export", "coffee", "--format", "pptx", "-o", f"{name}.pptx", *arguments, cwd=site)
        assert (done.code, done.out, done.err) == (0, f"wrote {name}.pptx\n", "")
    words = {path.stem: text(path.read_bytes()) for path in site.glob("*.pptx")}
    assert {name for name, own in words.items() if "The till is slow" in own} == {"crew", "author"}
    assert {name for name, own in words.items() if "Who says so?" in own} == {"author"}
    assert all("Pays" in own for own in words.values())
    done = cjsite("export", "coffee", "--format", "pptx", "-o", "crew.pptx", cwd=site)
    assert (done.code, "crew.pptx is there already" in done.err) == (2, True)
    done = cjsite("export", "secret", "--format", "pptx", cwd=site)
    assert (done.code, "'secret' is not for those" in done.err) == (2, True)


def test_the_picture_is_the_one_beside_the_page_for_its_readers(site: Path) -> None:
    done = cjsite("export", "secret", "--format", "svg", "--audience", "crew", cwd=site)
    assert (done.code, done.out) == (0, "wrote secret.svg\n")
    assert "<title>Secret</title>" in (site / "secret.svg").read_text("utf-8")


def test_what_a_format_leaves_out_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from cjsite.exchange import journey_json
    from cjsite.exchange.export_formats import Export

    monkeypatch.setattr(journey_json, "write_json", lambda _: Export(b"{}", ("notes", "pictures")))
    done = cjsite("export", "coffee", "-o", "-", cwd=site)
    assert (done.out, done.err) == ("{}", "Not in it: notes, pictures\n")


def test_what_authors_export_comes_in_as_the_same_map(site: Path, tmp_path: Path) -> None:
    assert cjsite("export", "coffee", "--author", cwd=site).code == 0
    assert cjsite("import", "coffee.json", "--to", "other/content", cwd=tmp_path).code == 0
    before, after = (site / "content/journeys/coffee.yml"), (site / "other/content/journeys/coffee.yml")
    assert "notes: Who says so?" in after.read_text("utf-8")
    write(tmp_path, {"other/content/site.yml": (site / "content/site.yml").read_bytes()})
    args = ("export", "coffee", "--author", "-o", "-", "--source")
    assert cjsite(*args, tmp_path / "other", cwd=site).out == cjsite(*args, site, cwd=site).out, (before, after)
