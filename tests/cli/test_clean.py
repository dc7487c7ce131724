"""`cjsite clean` removes what builds keep, and nothing else; `--timings` and `--executor` say what they can."""

import shutil
import sys
from pathlib import Path

import pytest

from tests.support.command import TODAY, cjsite
from tests.support.files import published, read, write


@pytest.fixture
def built(map_folder: Path) -> Path:
    """A folder with a site that was built, beside what is kept of it."""
    site = map_folder / "site"
    site.mkdir()
    (map_folder / "content").rename(site / "content")
    assert cjsite("build", "--today", TODAY, cwd=site, env=_own(site)).code == 0
    return site


def _own(folder: Path) -> dict[str, str]:
    return {"CJSITE_CACHE": str(folder.parent / "kept")}


def test_what_is_kept_of_a_site_goes_and_the_next_build_is_whole(built: Path) -> None:
    site, kept = published(built / "output"), built.parent / "kept"
    done = cjsite("clean", cwd=built / "content", env=_own(built))
    assert done.code == 0 and "KB removed from" in done.out and str(kept) in done.out
    assert read(kept) == {}
    assert published(built / "output") == site
    assert "Nothing was kept" in cjsite("clean", cwd=built, env=_own(built)).out
    assert cjsite("build", "--today", TODAY, cwd=built, env=_own(built)).code == 0
    assert published(built / "output") == site


def test_what_others_have_put_there_stays(built: Path) -> None:
    (store,) = (built.parent / "kept").iterdir()
    theirs = {"mine.pack": b"mine", "new-one.txt": b"mine", "deep/last-a.msgpack": b"mine"}
    write(store, theirs)
    write(built.parent / "kept", {"mine.pack": b"mine", "notes/a.pack": b"mine"})
    assert cjsite("clean", "--all", "-q", cwd=built, env=_own(built)).out == ""
    assert read(store) == theirs
    assert read(built.parent / "kept").keys() == {
        "mine.pack",
        "notes/a.pack",
        *(f"{store.name}/{p}" for p in theirs),
    }


def test_other_sites_keep_theirs_unless_all_are_meant(built: Path) -> None:
    other = built.parent / "other"
    shutil.copytree(built / "content", other / "content")
    cjsite("build", "--today", TODAY, cwd=other, env=_own(built))
    kept = built.parent / "kept"
    assert len([*kept.iterdir()]) == 2
    cjsite("clean", cwd=built, env=_own(built))
    assert len([*kept.iterdir()]) == 1
    cjsite("clean", "--all", cwd=built, env=_own(built))
    assert [*kept.iterdir()] == []


def test_timings_name_stages_and_what_was_slowest(built: Path) -> None:
    done = cjsite("build", "--today", TODAY, "--timings", "--no-cache", cwd=built)
    stages = [line.split("%")[-1].strip() for line in done.err.splitlines() if "%" in line]
    for name in ("reading", "linking", "making maps", "making pages about many maps", "writing"):
        assert name in stages
    slowest = done.err.partition("The slowest")[2].splitlines()[1:]
    assert len(slowest) == 10
    assert sorted(slowest, key=lambda line: -float(line.split()[0])) == slowest
    assert "Where the time went" not in done.out


def test_timings_of_nothing_to_do_say_so(built: Path) -> None:
    done = cjsite("build", "--today", TODAY, "--timings", cwd=built, env=_own(built))
    assert "looking for changes" in done.err and "No page or map was made." in done.err


@pytest.mark.parametrize("address", ["box:8786", "dask://box", "ray://box:1", "dask://:x"])
def test_an_executor_that_is_none_is_refused_with_what_to_write(built: Path, address: str) -> None:
    done = cjsite("build", "--no-cache", "--executor", address, cwd=built)
    assert done.code == 2 and "write dask://HOST:PORT" in done.err


def test_a_missing_dask_is_told_with_how_to_get_it(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    done = cjsite("build", "--no-cache", "--executor", "dask://box:8786", cwd=built)
    assert done.code == 2 and "pip install 'cjsite[dask]'" in done.err
