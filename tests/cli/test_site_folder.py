"""Commands find the site that they are called for from any folder of it."""

from pathlib import Path

import pytest

from cjsite.cli.site_folder import site_folder
from tests.support.command import cjsite
from tests.support.files import write

SITE = {
    "content/site.yml": b"title: Shop\n",
    "content/journeys/a.yml": b"title: A\nstages: [{title: S, steps: [Waits]}]\n",
}


@pytest.mark.parametrize("inside", [".", "content", "content/journeys", "output/deep", "themes/x/css"])
def test_the_site_is_looked_for_upwards(tmp_path: Path, inside: str) -> None:
    here = write(tmp_path, SITE) / inside
    here.mkdir(parents=True, exist_ok=True)
    assert site_folder(here).resolve() == tmp_path.resolve()


def test_the_nearest_site_wins(tmp_path: Path) -> None:
    write(tmp_path, {**SITE, **{f"sites/shop/{path}": data for path, data in SITE.items()}})
    assert site_folder(tmp_path / "sites/shop/content/journeys").resolve() == (tmp_path / "sites/shop").resolve()
    assert site_folder(tmp_path / "sites").resolve() == tmp_path.resolve()


def test_content_of_something_else_is_no_site(tmp_path: Path) -> None:
    write(tmp_path, {"content/posts/a.md": b"# A", "work/notes.txt": b""})
    assert site_folder(tmp_path / "work") == tmp_path / "work"
    assert site_folder(tmp_path) == tmp_path, "where one stands, it is what is meant"


def test_nobody_looks_above_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {**SITE, "home/me/work/x": b""})
    monkeypatch.setenv("HOME", str(tmp_path / "home/me"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home/me"))
    assert site_folder(tmp_path / "home/me/work") == tmp_path / "home/me/work"
    assert site_folder(tmp_path / "home/me") == tmp_path / "home/me"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert site_folder(tmp_path / "home/me/work").resolve() == tmp_path.resolve(), "the home folder may be one"


def test_every_command_works_from_within(tmp_path: Path) -> None:
    inside = write(tmp_path, SITE) / "content/journeys"
    assert cjsite("build", cwd=inside).code == 0
    assert (tmp_path / "output/journeys/a.html").is_file()
    assert cjsite("check", cwd=inside).code == 0
    assert cjsite("new", "persona", "Priya", cwd=inside).code == 0
    assert (tmp_path / "content/personas/priya.md").is_file()
    assert cjsite("note", "Who says so?", "--at", "a#waits", cwd=inside).code == 0
    assert b"Who says so?" in (tmp_path / "content/journeys/a.yml").read_bytes()


def test_a_named_source_is_the_one(tmp_path: Path) -> None:
    write(tmp_path, {**SITE, "other/empty": b""})
    done = cjsite("build", "--source", "other", cwd=tmp_path)
    assert (done.code, (tmp_path / "output").exists()) == (1, False)
