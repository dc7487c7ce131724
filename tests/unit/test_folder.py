"""A folder as a value: what is read, what is passed over, and files caught in the middle of a save."""

import time
from pathlib import Path

import pytest

from cjsite.base import folder as folder_module
from cjsite.base.folder import Folder
from cjsite.base.links import may_be_followed
from cjsite.base.problem import Broken
from cjsite.reading.file_kinds import useful_bytes
from cjsite.reading.media import MEDIA_LIMIT
from cjsite.reading.read import read
from cjsite.reading.source import SIZE_LIMIT


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


def test_no_more_of_a_file_is_read_than_is_of_use(tmp_path: Path) -> None:
    (tmp_path / "film.zip").write_bytes(b"x" * 100)
    (tmp_path / "map.yml").write_bytes(b"y" * 100)
    files = Folder(tmp_path, most=lambda path: 8 if path.endswith(".yml") else 0).scan()
    assert dict(files) == {"film.zip": b"", "map.yml": b"y" * 8}


def test_a_file_over_its_limit_is_told_by_its_name(tmp_path: Path) -> None:
    for path, size in (("journeys/a.yml", SIZE_LIMIT), ("b.png", MEDIA_LIMIT)):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        with (tmp_path / path).open("wb") as file:
            file.truncate(size + 1)
        assert useful_bytes(path) == size + 1
    with pytest.raises(Broken) as raised:
        read(Folder(tmp_path, most=useful_bytes).scan())
    assert [(p.place.path, p.message) for p in raised.value.problems] == [
        ("b.png", "the file is larger than 64 MB"),
        ("journeys/a.yml", "the file is larger than 8 MB"),
    ]
    assert useful_bytes("film.zip") == 0


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

    def noted(path: str, most: int, *, patient: bool) -> bytes:
        read.append(Path(path).name)
        return inner(path, most, patient=patient)

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


def _link(path: Path, target: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def test_links_are_followed_within_the_project_and_named_where_they_are_not(tmp_path: Path) -> None:
    project = tmp_path / "shop"
    for name in ("shop/content/journeys/a.yml", "shop/shared/b.yml", "shop/.hidden/c.yml", "others/d.yml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"title: T")
    journeys = project / "content" / "journeys"
    _link(journeys / "team", "../../shared")
    _link(journeys / "one.yml", "../../shared/b.yml")
    _link(journeys / "hidden.yml", "../../.hidden/c.yml")
    _link(journeys / "out", "../../../others")
    _link(journeys / "out.yml", "../../../others/d.yml")
    _link(journeys / "none.yml", "nowhere.yml")
    _link(journeys / "self.yml", "self.yml")
    _link(journeys / "up", "..")
    _link(project / "shared" / "back", "../content/journeys")
    folder = Folder(project / "content", project)
    assert list(folder.scan()) == ["journeys/a.yml", "journeys/one.yml", "journeys/team/b.yml"]
    said = {problem.place.path.removeprefix("journeys/"): problem.message for problem in folder.refused}
    assert said.keys() == {"hidden.yml", "out", "out.yml", "none.yml", "self.yml", "up", "team/back"}
    assert all("hidden, or lies outside the project" in said[name] for name in ("hidden.yml", "out", "out.yml"))
    assert all("leads back to a folder" in said[name] for name in ("up", "team/back"))
    assert all("nothing is there" in said[name] for name in ("none.yml", "self.yml"))
    assert all(problem.mend for problem in folder.refused)


def test_a_content_folder_that_is_a_link_itself_is_the_authors_choice(tmp_path: Path) -> None:
    (tmp_path / "cloud" / "journeys").mkdir(parents=True)
    (tmp_path / "cloud" / "journeys" / "a.yml").write_bytes(b"title: T")
    (tmp_path / "shop").mkdir()
    _link(tmp_path / "shop" / "content", "../cloud")
    _link(tmp_path / "cloud" / "journeys" / "b.yml", "a.yml")
    folder = Folder(tmp_path / "shop" / "content", tmp_path / "shop")
    assert list(folder.scan()) == ["journeys/a.yml", "journeys/b.yml"]
    assert not folder.refused


def test_what_systems_leave_behind_is_passed_over_and_a_sign_before_a_name_is_not(tmp_path: Path) -> None:
    left = ("Thumbs.db", "ehthumbs.db", "desktop.ini", ".DS_Store", "__MACOSX/a.yml", "@eaDir/a.yml", "#a.yml#")
    for name in (*left, "#1 a.yml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    assert list(Folder(tmp_path).scan()) == ["#1 a.yml"]


def test_links_within_links_are_followed_to_a_depth(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / "shared" / str(number)).mkdir(parents=True)
        (tmp_path / "shared" / str(number) / "a.yml").write_bytes(b"x")
        _link(tmp_path / "shared" / str(number) / "next", f"../{number + 1}")
    (tmp_path / "shared" / "4" / "next").unlink()
    _link(tmp_path / "content" / "in", "../shared/0")
    folder = Folder(tmp_path / "content", tmp_path)
    assert list(folder.scan()) == [f"in/{'next/' * depth}a.yml" for depth in range(3)]
    assert [problem.place.path for problem in folder.refused] == ["in/next/next/next"]


def test_without_a_project_links_lead_anywhere(tmp_path: Path) -> None:
    (tmp_path / ".cache").mkdir()
    (tmp_path / ".cache" / "a.css").write_bytes(b"x")
    _link(tmp_path / "themes" / "a.css", "../.cache/a.css")
    assert list(Folder(tmp_path / "themes").scan()) == ["a.css"], "some package managers install links"


def test_a_name_that_begins_like_the_projects_is_another(tmp_path: Path) -> None:
    (tmp_path / "shop2").mkdir()
    assert not may_be_followed(tmp_path / "shop2", [tmp_path / "shop"])
    assert may_be_followed(tmp_path / "shop2", [tmp_path])


def test_of_files_that_are_known_to_have_changed_no_others_are_looked_at(tmp_path: Path) -> None:
    folder = _folder_of_long_ago(tmp_path, "a.yml", "b.yml")
    for name in ("a.yml", "b.yml"):
        (tmp_path / name).write_bytes(b"new")
    # The editor's own file is gone again.
    assert dict(folder.scan({str(tmp_path / "a.yml"), str(tmp_path / "4f2.part")})) == {
        "a.yml": b"new",
        "b.yml": b"old",
    }
    assert list(folder.scan().values()) == [b"new", b"new"]


@pytest.mark.parametrize("change", ["made", "removed", "folder moved", "linked"])
def test_where_more_than_the_bytes_of_files_changed_all_are_looked_at(change: str, tmp_path: Path) -> None:
    folder = _folder_of_long_ago(tmp_path, "a.yml", "maps/b.yml")
    before = {"a.yml": b"old", "maps/b.yml": b"old"}
    changed = {
        "made": ("c.yml", before | {"c.yml": b"new"}),
        "removed": ("a.yml", {"maps/b.yml": b"old"}),
        "folder moved": ("maps", {"a.yml": b"old", "plans/b.yml": b"old"}),
        "linked": ("a.yml", before | {"a.yml": b"new"}),
    }
    path, after = changed[change]
    if change == "made":
        (tmp_path / "c.yml").write_bytes(b"new")
    elif change == "folder moved":
        (tmp_path / "maps").rename(tmp_path / "plans")
    else:
        (tmp_path / "a.yml").unlink()
    if change == "linked":
        (tmp_path.parent / f"{tmp_path.name}.yml").write_bytes(b"new")
        (tmp_path / "a.yml").symlink_to(tmp_path.parent / f"{tmp_path.name}.yml")
    assert dict(folder.scan({str(tmp_path / path)})) == after


def test_a_file_that_was_read_a_moment_after_its_save_is_looked_at_again(tmp_path: Path) -> None:
    folder = _folder_of_long_ago(tmp_path, "a.yml", "b.yml")
    (tmp_path / "b.yml").write_bytes(b"new")
    folder.scan()
    (tmp_path / "b.yml").write_bytes(b"two")
    assert folder.scan({str(tmp_path / "a.yml")})["b.yml"] == b"two"


def _folder_of_long_ago(root: Path, *names: str) -> Folder:
    """Return a folder that was scanned when none of its files had just been saved."""
    for name in names:
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(b"old")
    folder = Folder(root)
    with pytest.MonkeyPatch.context() as patch:
        later = time.time_ns() + 2 * folder_module._SETTLED
        patch.setattr(time, "time_ns", lambda: later)
        folder.scan()
    return folder
