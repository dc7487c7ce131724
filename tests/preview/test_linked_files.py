"""A note goes into the file that is meant, whatever leads to it and whosever it is."""

import os
from pathlib import Path

import pytest

from tests.support.command import cjsite
from tests.support.files import write
from tests.support.preview import JOURNEY, PROJECT


def _linked(root: Path, target: str) -> Path:
    """Put a journey into a file elsewhere, with a link to it in its place; return the file."""
    link = write(root / "project", PROJECT) / JOURNEY
    file = (root / "project" / target).resolve()
    file.parent.mkdir(parents=True, exist_ok=True)
    link.rename(file)
    link.symlink_to(file)
    return file


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
@pytest.mark.parametrize("target", ["content/journeys/real.txt", "shared/coffee.yml"])
def test_a_note_on_a_linked_map_goes_into_its_file(tmp_path: Path, target: str) -> None:
    file = _linked(tmp_path, target)
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n").rstrip())
    before = file.read_bytes()
    done = cjsite("note", "new", "--at", "coffee#first-sip", cwd=tmp_path / "project")
    assert done.code == 0, done.err
    assert "content/journeys/coffee.yml" in done.out
    assert (tmp_path / "project" / JOURNEY).is_symlink()
    assert file.read_bytes() == before + b"\r\n          - new"


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_no_note_leaves_the_project(tmp_path: Path) -> None:
    file = _linked(tmp_path, "../elsewhere.yml")
    before = file.read_bytes()
    done = cjsite("note", "new", "--at", "coffee#first-sip", cwd=tmp_path / "project")
    assert (done.code, file.read_bytes()) == (2, before)
    assert "leads out of the project" in done.err


@pytest.mark.skipif(not hasattr(os, "link"), reason="a file has one name here")
def test_a_file_of_several_names_stays_one(tmp_path: Path) -> None:
    other = tmp_path / "other.yml"
    other.hardlink_to(write(tmp_path, PROJECT) / JOURNEY)
    other.chmod(0o640)
    assert cjsite("note", "new", "--at", "coffee#first-sip", cwd=tmp_path).code == 0
    assert b"- new" in other.read_bytes()
    assert (tmp_path / JOURNEY).stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the superuser gives files away")
def test_a_file_stays_its_owners(tmp_path: Path) -> None:
    path = write(tmp_path, PROJECT) / JOURNEY
    os.chown(path, 1234, 1234)
    path.write_bytes(path.read_bytes() + b"# a long end\n" * 9)
    assert cjsite("note", "new", "--at", "coffee#first-sip", cwd=tmp_path).code == 0
    assert (path.stat().st_uid, path.stat().st_gid) == (1234, 1234)
    assert path.read_bytes().endswith(b"# a long end\n"), "nothing of the old is left behind the new"
