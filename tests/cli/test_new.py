"""A site that was just started: what is in it, what is said, and that nothing of anybody's is lost."""

import json
import os
from pathlib import Path

import pytest

from tests.support.command import cjsite
from tests.support.editor import marked
from tests.support.files import read, write


def _next(said: str) -> list[str]:
    """Return the commands that are named to go on with."""
    lines = said.partition("Next:\n")[2].splitlines()
    return [line.partition("#")[0].strip() for line in lines]


def test_the_next_three_commands_are_named_and_work(tmp_path: Path) -> None:
    change, serve, build = _next(cjsite("new", "site", "my shop", cwd=tmp_path).out)
    assert change == "cd 'my shop'"
    assert serve == "cjsite serve --open"
    assert cjsite(*build.split()[1:], cwd=tmp_path / "my shop").code == 0
    assert (tmp_path / "my shop/output/index.html").is_file()


def test_a_site_may_be_started_where_one_stands(tmp_path: Path) -> None:
    own = {"README.md": b"mine", ".gitignore": b"*.log\n", ".vscode/settings.json": b"{}\n"}
    done = cjsite("new", "site", ".", cwd=write(tmp_path, own))
    assert done.code == 0, done.err
    assert {path: data for path, data in read(tmp_path).items() if path in own} == own, "nothing is overwritten"
    assert b"title: " + tmp_path.name.encode() in (tmp_path / "content/site.yml").read_bytes()
    serve, journey, build = _next(done.out)
    assert (serve, build) == ("cjsite serve --open", "cjsite build")
    assert journey.startswith("cjsite new journey ")
    assert cjsite("check", cwd=tmp_path).code == 0


def test_a_site_deep_below_is_called_like_its_folder(tmp_path: Path) -> None:
    assert cjsite("new", "site", "work/sites/shop", cwd=tmp_path).code == 0
    assert b"\ntitle: shop\n" in (tmp_path / "work/sites/shop/content/site.yml").read_bytes()


@pytest.mark.parametrize("own", ["content/site.yml", "content/posts/a.md", "content"])
def test_other_content_is_left_alone(tmp_path: Path, own: str) -> None:
    before = read(write(tmp_path, {own: b"mine"}))
    done = cjsite("new", "site", ".", cwd=tmp_path)
    assert (done.code, read(tmp_path)) == (2, before)
    assert "content is there already" in done.err


def test_an_empty_content_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert cjsite("new", "site", ".", cwd=tmp_path).code == 0


def test_a_new_site_has_a_persona_and_a_source_that_the_map_names(tmp_path: Path) -> None:
    cjsite("new", "site", ".", cwd=tmp_path)
    page = (tmp_path / "content/journeys/first-journey.yml").read_text("utf-8")
    assert "\npersona: sam" in page and "evidence: talks" in page
    cjsite("build", cwd=tmp_path)
    assert "Sam" in (tmp_path / "output/journeys/first-journey.html").read_text("utf-8")
    assert "Talks with customers" in (tmp_path / "output/insights/evidence.html").read_text("utf-8")


def test_editors_find_the_schema_of_each_file_and_mark_nothing(tmp_path: Path) -> None:
    cjsite("new", "site", ".", cwd=tmp_path)
    cjsite("new", "journey", "Returns", cwd=tmp_path)
    named = json.loads((tmp_path / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    schemas = {Path(path).stem: json.loads((tmp_path / path).read_text("utf-8")) for path in named}
    files = {f"content/{path}": data for path, data in read(tmp_path / "content").items() if path.endswith(".yml")}
    assert len(files) == 6
    for path, data in files.items():
        first = data.decode().partition("\n")[0].removeprefix("# yaml-language-server: $schema=")
        assert ((tmp_path / path).parent / first).is_file(), path
        assert marked(path.removeprefix("content/"), data, schemas) == []


def test_git_looks_away_from_what_is_made(tmp_path: Path) -> None:
    cjsite("new", "site", ".", cwd=tmp_path)
    assert (tmp_path / ".gitignore").read_text("utf-8").split() == ["output/", ".cjsite/"]
    assert (tmp_path / ".cjsite/.gitignore").read_text("utf-8") == "*\n", "also where the site's own is older"


def test_a_journey_is_of_the_first_persona_there_is(tmp_path: Path) -> None:
    write(tmp_path, {"content/personas/omar.md": b"---\ntitle: Omar\n---\n"})
    assert cjsite("new", "journey", "Returns", cwd=tmp_path).code == 0
    assert cjsite("new", "persona", "Jo", cwd=tmp_path).code == 0
    text = (tmp_path / "content/journeys/returns.yml").read_text("utf-8")
    assert "\npersona: omar\n" in text and "# evidence: talks" in text
    assert cjsite("check", cwd=tmp_path).code == 0


def test_schemas_are_written_into_the_site_and_know_it(tmp_path: Path) -> None:
    site = write(tmp_path, {"content/departments.yml": b"care: {title: Care}\n", "content/journeys/a.md": b"# A\n"})
    done = cjsite("schema", "--write", cwd=site / "content/journeys")
    assert done.code == 0, done.err
    journey = json.loads((site / ".cjsite/schema/journey.json").read_text("utf-8"))
    assert journey["properties"]["owner"]["anyOf"][0]["enum"] == ["care"]
    before = (site / ".cjsite/schema/journey.json").stat().st_mtime_ns
    cjsite("schema", "--write", cwd=site)
    assert (site / ".cjsite/schema/journey.json").stat().st_mtime_ns == before, "editors are not woken for nothing"


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
@pytest.mark.parametrize("link", [".cjsite", ".cjsite/schema"])
def test_schemas_are_written_nowhere_else(tmp_path: Path, link: str) -> None:
    site = write(tmp_path, {"site/content/journeys/a.md": b"# A\n", "other/x": b"x"}) / "site"
    (site / link).parent.mkdir(exist_ok=True)
    (site / link).symlink_to(tmp_path / "other", target_is_directory=True)
    done = cjsite("schema", "--write", cwd=site)
    assert done.code == 1 and "leads out of the project" in done.err
    assert cjsite("new", "persona", "Jo", cwd=site).code == 0
    assert read(tmp_path / "other") == {"x": b"x"}


@pytest.mark.parametrize("name", ["", "content", "content/a/b"])
def test_no_site_is_started_inside_the_content_of_another(tmp_path: Path, name: str) -> None:
    cjsite("new", "site", ".", cwd=tmp_path)
    before = read(tmp_path)
    assert cjsite("new", "site", name, cwd=tmp_path).code == 2
    assert read(tmp_path) == before
