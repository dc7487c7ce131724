"""A folder as a value: what is read, what is passed over, and files caught in the middle of a save."""

import os
import time
from pathlib import Path

import pytest

from cjsite.base import folder as folder_module
from cjsite.base.folder import Folder, walk
from cjsite.base.links_on_disk import stays_within


def test_the_same_bytes_stay_the_same_object(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_bytes(b"title: A, long enough not to be interned")
    folder = Folder(tmp_path)
    assert folder.scan()["a.yml"] is folder.scan()["a.yml"]


def test_private_files_are_passed_over_and_paths_are_posix(tmp_path: Path) -> None:
    for name in ("b/c.md", ".hidden/x.yml", "a.yml~", "b/.c.md.swp", "a.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert list(Folder(tmp_path).scan()) == ["a.yml", "b/c.md"]
    assert Folder(tmp_path / "missing").scan() == {}


def test_a_file_emptied_on_the_way_to_a_save_is_read_when_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"old")
    folder = Folder(tmp_path)
    folder.scan()
    path.write_bytes(b"")
    waits: list[float] = []

    def write_then(seconds: float) -> None:
        waits.append(seconds)
        path.write_bytes(b"new")

    monkeypatch.setattr("cjsite.base.folder.time.sleep", write_then)
    assert folder.scan() == {"a.yml": b"new"}
    assert len(waits) == 1


def test_a_file_that_stays_empty_is_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yml"
    path.write_bytes(b"old")
    folder = Folder(tmp_path)
    folder.scan()
    path.write_bytes(b"")
    monkeypatch.setattr("cjsite.base.folder.time.sleep", lambda _seconds: None)
    assert folder.scan() == {"a.yml": b""}


def test_a_file_is_read_again_only_if_it_may_have_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    inner = folder_module._read

    def noted(path: str, *, patient: bool) -> bytes:
        read.append(Path(path).name)
        return inner(path, patient=patient)

    monkeypatch.setattr(folder_module, "_read", noted)
    (tmp_path / "a.yml").write_bytes(b"one")
    (tmp_path / "b.yml").write_bytes(b"two")
    folder = Folder(tmp_path)
    folder.scan()
    folder.scan()
    assert read == ["a.yml", "b.yml"] * 2, "what was saved a moment ago may be saved again within the same tick"
    later = time.time_ns() + 10_000_000_000
    monkeypatch.setattr("cjsite.base.folder.time.time_ns", lambda: later)
    folder.scan()
    read.clear()
    (tmp_path / "b.yml").write_bytes(b"tow")
    assert folder.scan() == {"a.yml": b"one", "b.yml": b"tow"}
    assert read == ["b.yml"]
    (tmp_path / "a.yml").unlink()
    assert list(folder.scan()) == ["b.yml"]


def test_a_name_has_one_form_whichever_system_wrote_it(tmp_path: Path) -> None:
    (tmp_path / "gro\u0308\u00dfe.png").write_bytes(b"x")
    assert list(Folder(tmp_path).scan()) == ["gr\u00f6\u00dfe.png"]


def _linked(tmp_path: Path, **links: str) -> tuple[list[str], list[str]]:
    """Return the files of a folder `own` of a project with links in it, and what is said of them."""
    own = tmp_path / "project" / "own"
    for name in ("own/a/1.yml", "shared/2.yml", "shared/deep/3.yml"):
        (tmp_path / "project" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "project" / name).write_bytes(b"x")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "4.yml").write_bytes(b"x")
    for name, target in links.items():
        (own / name).symlink_to(target)
    folder = Folder(own, tmp_path / "project")
    paths = list(folder.scan())
    assert sorted(path.relative_to(own).as_posix() for path in walk(own, tmp_path / "project")) == paths
    return paths, [f"{problem.place.path}: {problem.message}" for problem in folder.problems]


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="no symbolic links here")
class TestLinks:
    """Links are followed within the project, and nowhere else."""

    def test_within_the_project(self, tmp_path: Path) -> None:
        paths, problems = _linked(tmp_path, b="../shared", c="../shared/2.yml")
        assert (paths, problems) == (["a/1.yml", "b/2.yml", "b/deep/3.yml", "c"], [])

    @pytest.mark.parametrize("target", ["../../elsewhere", "../../elsewhere/4.yml", "/"])
    def test_out_of_the_project(self, tmp_path: Path, target: str) -> None:
        assert _linked(tmp_path, b=target) == (["a/1.yml"], ["b: this link leads out of the project"])

    def test_to_nothing(self, tmp_path: Path) -> None:
        assert _linked(tmp_path, b="nothing", c="c") == (
            ["a/1.yml"], ["b: this link leads to nothing", "c: this link leads to nothing"],
        )  # fmt: skip

    @pytest.mark.parametrize("target", [".", "..", "a/.."])
    def test_to_a_folder_that_it_lies_in(self, tmp_path: Path, target: str) -> None:
        assert _linked(tmp_path, b=target) == (["a/1.yml"], ["b: this link leads to a folder that it lies in"])

    def test_by_another_link(self, tmp_path: Path) -> None:
        (tmp_path / "project" / "shared").mkdir(parents=True)
        (tmp_path / "project" / "shared" / "far").symlink_to(tmp_path / "elsewhere")
        paths, problems = _linked(tmp_path, b="../shared")
        assert paths == ["a/1.yml", "b/2.yml", "b/deep/3.yml"]
        assert problems == ["b/far: this link leads out of the project"]

    def test_a_linked_folder_in_a_linked_folder(self, tmp_path: Path) -> None:
        (tmp_path / "project" / "shared").mkdir(parents=True)
        (tmp_path / "project" / "shared" / "more").symlink_to("deep")
        paths, problems = _linked(tmp_path, b="../shared")
        assert paths == ["a/1.yml", "b/2.yml", "b/deep/3.yml"]
        assert problems == ["b/more: this linked folder lies in a linked folder, and is not read"]

    def test_a_name_that_begins_like_the_projects_is_another(self, tmp_path: Path) -> None:
        (tmp_path / "project2").mkdir()
        assert not stays_within(tmp_path / "project2", [tmp_path / "project"])
        assert stays_within(tmp_path, [tmp_path, "/nowhere"])
        assert stays_within(tmp_path, ["/"])
