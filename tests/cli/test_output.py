"""The output folder: what is ours goes when it is stale, what is not ours stays, whatever happens."""

import errno
import json
import os
import stat
from pathlib import Path

import pytest

from cjsite.publish.manifest import MANIFEST
from cjsite.publish.output import Refused, publish
from tests.support.command import cjsite
from tests.support.files import read, write

SITE = {"index.html": b"home", "journeys/a.html": b"a", "assets/x.css": b"x"}


def test_a_second_publication_writes_only_what_differs(tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert publish(SITE, out, []).written == 3
    stamps = {path: (out / path).stat().st_mtime_ns for path in SITE}
    done = publish({**SITE, "index.html": b"new"}, out, [])
    assert (done.written, done.unchanged, done.removed) == (1, 2, 0)
    assert (out / "journeys/a.html").stat().st_mtime_ns == stamps["journeys/a.html"]
    assert (out / "index.html").read_bytes() == b"new"


def test_stale_files_go_with_their_empty_folders_and_foreign_ones_stay(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish({**SITE, "old/deep/page.html": b"old", "assets/old.css": b"old"}, out, [])
    write(out, {"CNAME": b"mine", "assets/mine.txt": b"mine", "old/mine.txt": b"mine"})
    publish(SITE, out, [])
    assert read(out).keys() == {*SITE, MANIFEST, "CNAME", "assets/mine.txt", "old/mine.txt"}
    assert not (out / "old" / "deep").exists()


@pytest.mark.parametrize("mark", [".gitignore", ".gitkeep", ".DS_Store"])
def test_an_empty_folder_may_hold_a_mark_of_its_own(tmp_path: Path, mark: str) -> None:
    write(tmp_path, {f"out/{mark}": b"*"})
    publish(SITE, tmp_path / "out", [])
    assert (tmp_path / "out" / mark).read_bytes() == b"*"


def test_a_folder_of_somebody_else_is_refused_unless_forced(tmp_path: Path) -> None:
    out = write(tmp_path / "out", {"thesis.doc": b"years of work"})
    with pytest.raises(Refused, match="did not make"):
        publish(SITE, out, [])
    assert read(out) == {"thesis.doc": b"years of work"}
    publish(SITE, out, [], force=True)
    assert (out / "thesis.doc").read_bytes() == b"years of work"
    assert (out / "index.html").read_bytes() == b"home"


def test_not_even_force_overwrites_what_others_made(tmp_path: Path) -> None:
    theirs = {"thesis.doc": b"years of work", "journeys/a.html": b"theirs"}
    out = write(tmp_path / "out", theirs)
    with pytest.raises(Refused, match="move it away"):
        publish(SITE, out, [], force=True)
    assert read(out) == theirs


def test_what_a_build_made_whose_list_got_lost_is_taken_up_again(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(SITE, out, [])
    (out / MANIFEST).unlink()
    assert publish(SITE, out, [], force=True).unchanged == len(SITE)
    publish({"index.html": b"home"}, out, [])
    assert read(out).keys() == {"index.html", MANIFEST}


def test_files_that_killed_builds_left_behind_go_and_those_in_use_stay(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish(SITE, out, [])
    write(
        out, {"journeys/.cjsite-old.tmp": b"half", ".cjsite-old.tmp": b"half", "journeys/.cjsite-new.tmp": b"now"}
    )
    for path in ("journeys/.cjsite-old.tmp", ".cjsite-old.tmp"):
        os.utime(out / path, (1, 1))
    publish(SITE, out, [])
    assert {path for path in read(out) if path.endswith(".tmp")} == {"journeys/.cjsite-new.tmp"}


def test_a_folder_that_a_killed_first_build_began_is_not_foreign(tmp_path: Path) -> None:
    out = write(tmp_path / "out", {".cjsite-old.tmp/0": b"half"})
    assert publish(SITE, out, []).written == len(SITE)


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_everyone_may_read_what_is_published_whatever_the_mask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        publish(SITE, tmp_path / "www" / "out", [])
    finally:
        os.umask(before)
    made = [tmp_path / "www", *(tmp_path / "www").rglob("*")]
    assert {stat.S_IMODE(path.stat().st_mode) for path in made if path.is_dir()} == {0o755}
    assert {stat.S_IMODE(path.stat().st_mode) for path in made if path.is_file()} == {0o644}


def test_a_drive_that_lets_nobody_change_modes_is_published_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: str, mode: int) -> None:
        raise PermissionError(f"{path} {mode}")

    monkeypatch.setattr(os, "chmod", refuse)
    assert publish(SITE, tmp_path / "out", []).written == len(SITE)


def test_a_full_disk_is_told_with_the_file_that_did_not_fit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(SITE, tmp_path, [])

    def full(handle: int, *_: object) -> None:
        os.close(handle)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fdopen", full)
    with pytest.raises(OSError, match="No space left on device") as raised:
        publish({**SITE, "journeys/a.html": b"new"}, tmp_path, [])
    assert raised.value.filename == str(tmp_path / "journeys/a.html")
    assert (tmp_path / "journeys/a.html").read_bytes() == b"a"


def test_a_foreign_file_in_our_folder_is_not_overwritten(tmp_path: Path) -> None:
    out = tmp_path / "out"
    publish({"index.html": b"home"}, out, [])
    write(out, {"journeys/a.html": b"theirs"})
    with pytest.raises(Refused, match=r"a\.html"):
        publish(SITE, out, [])
    assert (out / "journeys/a.html").read_bytes() == b"theirs"


@pytest.mark.parametrize("place", [".", "content", "content/journeys", "themes", ".."])
def test_a_source_folder_what_holds_it_and_what_lies_in_it_is_refused(map_folder: Path, place: str) -> None:
    before = read(map_folder)
    for force in ([], ["--force"]):
        done = cjsite("build", "--output", place, *force, cwd=map_folder)
        assert done.code == 2
        assert "choose another output folder" in done.err
    assert read(map_folder) == before


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
def test_a_link_to_a_source_folder_is_refused_too(map_folder: Path) -> None:
    (map_folder / "link").symlink_to(map_folder / "content", target_is_directory=True)
    assert cjsite("build", "--output", "link", cwd=map_folder).code == 2


def test_a_file_where_the_folder_should_be_is_refused(map_folder: Path) -> None:
    write(map_folder, {"site": b"a file"})
    done = cjsite("build", "--output", "site", cwd=map_folder)
    assert (done.code, (map_folder / "site").read_bytes()) == (2, b"a file")


def test_a_folder_where_a_page_should_be_is_told_not_thrown(map_folder: Path) -> None:
    assert cjsite("build", cwd=map_folder).code == 0
    (map_folder / "output" / "index.html").unlink()
    write(map_folder, {"output/index.html/mine.txt": b"mine"})
    done = cjsite("build", cwd=map_folder)
    assert done.code in (1, 2)
    assert "Traceback" not in done.err
    assert (map_folder / "output/index.html/mine.txt").read_bytes() == b"mine"


def test_nothing_half_written_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that dies between two files leaves whole files, and the next build goes on from there."""
    out = tmp_path / "out"
    publish({"index.html": b"home", "old.html": b"old"}, out, [])
    replace = os.replace

    def fail(made: str, place: str) -> None:
        if Path(place).name == "index.html":
            raise OSError("disk full")
        replace(made, place)

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        publish({**SITE, "index.html": b"new"}, out, [])
    monkeypatch.undo()
    assert (out / "index.html").read_bytes() == b"home"
    assert [path for path in read(out) if path.endswith(".tmp")] == []
    publish({**SITE, "index.html": b"new"}, out, [])
    assert read(out).keys() == {*SITE, MANIFEST}
    assert (out / "index.html").read_bytes() == b"new"


def test_the_manifest_lists_what_was_written(tmp_path: Path) -> None:
    publish(SITE, tmp_path, [])
    assert json.loads((tmp_path / MANIFEST).read_text("utf-8"))["files"] == sorted(SITE)


UNREADABLE = ["", "[]", "{}", '{"files": 3}', '{"files": {}}', '{"files": [1, null]}', "not json"]


@pytest.mark.parametrize("text", UNREADABLE)
def test_a_manifest_that_cannot_be_read_is_no_permission(tmp_path: Path, text: str) -> None:
    write(tmp_path, {MANIFEST: text.encode(), "mine.txt": b"mine", "index.html": b"theirs"})
    with pytest.raises(Refused):
        publish(SITE, tmp_path, [])
    assert (tmp_path / "index.html").read_bytes() == b"theirs"


@pytest.mark.parametrize("path", ["../victim.txt", "/victim.txt", "a/../../victim.txt", "..\\victim.txt", ""])
def test_a_forged_manifest_removes_nothing_outside(tmp_path: Path, path: str) -> None:
    out = tmp_path / "out"
    write(tmp_path, {"victim.txt": b"alive"})
    publish(SITE, out, [])
    forged = f"{tmp_path}{path}" if path.startswith("/") else path
    (out / MANIFEST).write_text(json.dumps({"files": [*SITE, forged]}), "utf-8")
    publish(SITE, out, [])
    assert (tmp_path / "victim.txt").read_bytes() == b"alive"


def test_pages_may_be_read_by_a_web_server(tmp_path: Path) -> None:
    publish(SITE, tmp_path, [])
    assert (tmp_path / "index.html").stat().st_mode & 0o044 == 0o044 or os.name == "nt"
