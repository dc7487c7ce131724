"""Content that is not where it is looked for: no command passes over it without a word."""

from pathlib import Path

import pytest

from tests.support.command import cjsite
from tests.support.files import write


@pytest.mark.parametrize(
    ("files", "answer"),
    [
        ("README.md", "and there is none; write content/site.yml, or start with `cjsite new site NAME`"),
        ("shop/content/site.yml", "there is a site in shop: use `--source shop`"),
        ("maps/shop/content/journeys/a.yml", "there is a site in maps/shop: use `--source maps/shop`"),
        ("Contents/journeys/a.yml", "Contents looks like it: rename it 'content'"),
        ("site.yml", "site.yml stand here: move them, and what belongs to them, into content/"),
        ("content/.gitkeep", "and it is empty"),
        ("content", "and it is a file"),
    ],
)
def test_no_content_here(tmp_path: Path, files: str, answer: str) -> None:
    write(tmp_path, dict.fromkeys(files.split(), b"x"))
    for command in ("build", "check"):
        done = cjsite(command, cwd=tmp_path)
        assert done.code == 1
        assert f"content: there is no content here: looked for {tmp_path.resolve()}/content, " in done.err
        assert answer in done.err


def test_a_content_folder_given_as_the_site_leads_to_the_folder_above(map_folder: Path) -> None:
    done = cjsite("check", "--source", "content", cwd=map_folder)
    assert done.code == 1
    assert "this is such a folder itself: use `--source .`" in done.err


@pytest.mark.parametrize(
    "path", ["journeys/a.yml", "Journeys/team/a.md", "personas/p.md", "maps/m.yml", "Site.yml"]
)
def test_what_stands_beside_the_content_is_named(map_folder: Path, path: str) -> None:
    write(map_folder, {path: b"title: A\nstages: []\n"})
    done = cjsite("check", "--source", map_folder.name, cwd=map_folder.parent)
    assert done.code == 1
    name = path.split("/")[0]
    assert f"{map_folder.name}/{name}: nothing reads this f" in done.err
    assert "it stands beside content/; move it into content/" in done.err


def test_what_only_sounds_like_content_may_stand_beside_it(map_folder: Path) -> None:
    write(map_folder, {"maps/world.yml": b"tiles: 3\n", "journeys/README.md": b"x", "pages/x.md": b"x"})
    assert cjsite("check", cwd=map_folder).code == 0


def test_a_link_out_of_the_project_stops_the_build_by_name(map_folder: Path) -> None:
    write(map_folder.parent, {"elsewhere/b.yml": b"title: B\n"})
    (map_folder / "content/journeys/team").symlink_to("../../../elsewhere")
    done = cjsite("build", cwd=map_folder)
    assert done.code == 1
    assert "content/journeys/team:1:1: this link is not followed" in done.err


def test_how_a_table_was_read_is_said_and_nothing_is_wrong_with_it(map_folder: Path) -> None:
    table = b"sep=;\nstep;metric;date;value\nsees-the-queue;csat;2026-01-01;1,84\n"
    write(map_folder, {"content/journeys/coffee.csv": table, "content/site.yml": b"language: fr\n"})
    for command in ("check", "build"):
        done = cjsite(command, cwd=map_folder)
        assert done.code == 0, done.err
        assert "content/journeys/coffee.csv:1:1: read with `;` between its cells\n" in done.err
        assert done.err.count("content/site.yml:1:1: the theme has no words in 'fr' for ") == 1
    assert "read with" not in cjsite("check", "--quiet", cwd=map_folder).err
