"""A build does what has changed since the last, whatever became of the output folder or of the cache."""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from cjsite.base.store import Store
from cjsite.publish.manifest import MANIFEST
from cjsite.tasks.journey_task import packed, unpacked
from tests.support.command import AS_FOR_PEOPLE, ROOT, TODAY, Done, cjsite, start_cjsite
from tests.support.files import published, read, write
from tests.support.remembered import SITE, Rebuilds, journey

HEAVY = ("babel", "jinja2", "markdown", "nh3", "pydantic", "yaml")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rebuilds:
    """A small site that was built once."""
    rebuilds = Rebuilds(tmp_path, monkeypatch)
    assert rebuilds.build().code == 0
    assert rebuilds.made == ["milk", "tea"]
    return rebuilds


def test_a_build_with_nothing_to_do_loads_none_of_the_libraries(site: Rebuilds) -> None:
    call = ["build", "--source", site.root, "--output", site.output, "--cache", site.cache, "--today", TODAY]
    code = (
        "import sys; from cjsite.cli import main; main(sys.argv[1:], standalone_mode=False);"
        f"print('loaded', [name for name in {HEAVY} if name in sys.modules])"
    )
    before = {path: path.stat().st_mtime_ns for path in site.output.rglob("*")}
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, call)], cwd=site.root, capture_output=True, text=True, check=True
    )
    assert "0 files written, 0 removed" in done.stdout
    assert done.stdout.splitlines()[-1] == "loaded []"
    assert before == {path: path.stat().st_mtime_ns for path in site.output.rglob("*")}


def test_it_says_what_the_build_before_it_said(site: Rebuilds) -> None:
    first, again = site.build("--no-cache"), site.build()
    assert (again.out, again.err) == (re.sub(r"\d+ files written", "0 files written", first.out), first.err)
    assert "Left out" in again.out and "finding" in again.out


def test_a_day_later_only_dates_are_others(site: Rebuilds) -> None:
    assert site.written(today="2026-11-22") > 3
    assert site.made == []


def test_when_a_review_falls_due_its_map_is_made_anew(site: Rebuilds) -> None:
    site.written(today="2028-11-22")
    assert site.made == ["milk", "tea"]


def test_what_is_edited_is_made_anew(site: Rebuilds) -> None:
    site.change("content/journeys/tea.yml", "Sees the queue", "Sees nobody")
    assert 0 < site.written() < len(published(site.output))
    assert site.made == ["tea"]


def test_pages_about_all_maps_are_made_anew_if_they_show_what_was_edited(site: Rebuilds) -> None:
    site.change("content/journeys/tea.yml", "Sees the queue", "Sees nobody")
    site.written()
    assert {"index.html", "insights/feelings.html", "departments/shop.html"} <= {*site.pages}
    assert not {"insights/figures.html", "insights/reviews.html", "insights/reviews.ics"} & {*site.pages}
    site.change("content/journeys/tea.yml", "title: tea", "title: Green tea")
    site.written()
    assert {"index.html", "insights/reviews.html", "insights/reviews.ics"} <= {*site.pages}
    site.change("content/departments.yml", "Shop", "Store")
    site.written()
    assert {"index.html", "departments/shop.html"} <= {*site.pages}
    assert not {"insights/reviews.ics", "404.html"} & {*site.pages}


def test_pages_that_do_not_ask_for_the_day_stand_for_another(site: Rebuilds) -> None:
    site.written(today="2026-11-22")
    assert 0 < len(site.pages) < 5
    assert "insights/year.html" in site.pages
    assert not {"insights/reviews.ics", "insights/touchpoints.csv", "index.html"} & {*site.pages}


def test_what_a_map_names_makes_it_anew_and_a_shelf_that_it_does_not_name_does_not(site: Rebuilds) -> None:
    site.change("content/departments.yml", "{title: Shop}\n", "{title: Shop}\nlab: {title: Lab}\n")
    site.written()
    assert site.made == []
    site.change("content/departments.yml", "{title: Shop}", "{title: Store}")
    site.written()
    assert site.made == ["milk", "tea"]


def test_looks_make_everything_anew(site: Rebuilds) -> None:
    write(site.root, {"themes/default/words/en.yml": (ROOT / "themes/default/words/en.yml").read_bytes()})
    site.change("themes/default/words/en.yml", "Journey", "Voyage")
    assert site.written() > 3
    assert site.made == ["milk", "tea"]


def test_what_was_made_for_other_readers_is_kept_beside_it(site: Rebuilds) -> None:
    assert site.written("--audience", "crew") > 0
    assert "secret" in site.made
    assert site.written() > 0
    assert site.made == []


def test_another_folder_gets_all_files_and_nothing_is_made(site: Rebuilds) -> None:
    assert site.written(output=site.root.parent / "other") == len(published(site.output))
    assert site.made == []


def test_a_map_that_goes_and_comes_again(site: Rebuilds) -> None:
    path = site.root / "content/journeys/tea.yml"
    data = path.read_bytes()
    path.unlink()
    site.written()
    path.write_bytes(data)
    site.written()
    assert site.made == []


def test_what_is_removed_from_the_output_comes_again(site: Rebuilds) -> None:
    (site.output / "journeys/tea.html").unlink()
    (site.output / "index.html").unlink()
    assert (site.written(), site.made) == (2, [])


def test_what_is_changed_in_the_output_comes_again(site: Rebuilds) -> None:
    path = site.output / "journeys/tea.html"
    path.write_bytes(path.read_bytes().replace(b"Queue", b"Rest!"))
    assert (site.written(), site.made) == (1, [])


def test_a_change_that_keeps_size_and_time_is_seen_by_who_reads(site: Rebuilds) -> None:
    path = site.output / "journeys/tea.html"
    stat, data = path.stat(), path.read_bytes()
    path.write_bytes(data.replace(b"Queue", b"Rest!"))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert "0 files written" in site.build().out
    assert site.written("--check-output") == 1


def test_no_cache_makes_all_and_keeps_nothing(site: Rebuilds) -> None:
    shutil.rmtree(site.cache)
    site.build("--no-cache")
    assert site.made == ["milk", "tea"]
    assert not site.cache.exists()


@pytest.mark.parametrize("damage", [lambda data: data[:99], lambda _: b"", lambda data: bytes(len(data))])
def test_a_damaged_pack_is_told_and_made_anew(site: Rebuilds, damage: Callable[[bytes], bytes]) -> None:
    for path in site.cache.rglob("*.*"):
        path.write_bytes(damage(path.read_bytes()))
    done = site.build()
    assert done.code == 0 and "in the cache is damaged, and is made anew" in done.err
    assert site.made == ["milk", "tea"]
    assert (site.written(), site.made) == (0, [])
    assert "damaged" not in site.build(output=site.root.parent / "other").err


def _forge(cache: Path, forged: Callable[[bytes], bytes]) -> None:
    """Put other data of right form under each key of a cache."""
    (folder,) = cache.iterdir()
    with Store(folder) as store:
        entries = {key: store.get(key) for pack in store._packs for key in pack.listed}
    shutil.rmtree(folder)
    with Store(folder) as store:
        for key, data in entries.items():
            store.put(key, forged(data or b""))


def _elsewhere(data: bytes) -> bytes:
    return data.replace(b"journeys/", b"../../../")


def _without_pages(data: bytes) -> bytes:
    try:
        return packed(unpacked(data)[:1])
    except ValueError:
        return data


FORGED = {
    "fewer pages": _without_pages,
    "nothing": lambda _: b"",
    "no data": lambda _: b"\xc1" * 50,
    "another kind": lambda _: msgspec.msgpack.encode({"files": [1, 2], "head": "x", "rows": None}),
    "nothing said": lambda _: msgspec.msgpack.encode({}),
    "a list": lambda _: msgspec.msgpack.encode([]),
    "other places": _elsewhere,
}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
def test_what_others_have_put_there_is_not_there(site: Rebuilds, forged: Callable[[bytes], bytes]) -> None:
    _forge(site.cache, forged)
    before = {*site.root.parent.iterdir()}
    shutil.rmtree(site.output)
    assert site.build().code == 0
    assert {path.name for path in {*site.root.parent.iterdir()} - before} <= {"output"}
    assert site.written("--check-output") == 0


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_a_cache_that_others_may_write_in_is_told_and_left_alone(site: Rebuilds) -> None:
    (folder,) = site.cache.iterdir()
    folder.chmod(0o777)
    before = read(folder)
    site.change("content/journeys/tea.yml", "Orders", "Asks")
    done = site.build()
    assert "others may write in it" in done.err and done.code == 0
    assert site.made == ["milk", "tea"]
    assert read(folder) == before
    assert site.build().code == 0
    assert site.made == ["milk", "tea"], "nor is it believed that there is nothing to do"


def test_two_builds_at_once_share_a_cache(tmp_path: Path) -> None:
    root, outputs = write(tmp_path / "site", SITE), [tmp_path / "one", tmp_path / "other"]
    ends: list[Done] = []

    def build(output: Path) -> None:
        where = ("--source", root, "--output", output, "--cache", tmp_path / "cache", "--today", TODAY)
        ends.append(start_cjsite("build", *where, cwd=root, env=AS_FOR_PEOPLE))

    threads = [threading.Thread(target=build, args=[output]) for output in outputs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [done.code for done in ends] == [0, 0], ends
    assert published(outputs[0]) == published(outputs[1])


MANY = {**SITE, **{path: data for number in range(60) for path, data in journey(f"m{number}").items()}}


@pytest.mark.no_cover
def test_the_number_of_processes_and_how_they_start_do_not_matter(tmp_path: Path) -> None:
    root = write(tmp_path / "site", MANY)
    built = []
    for jobs, start in (("1", ""), ("2", "spawn"), ("7", "fork")):
        output = tmp_path / f"{jobs}{start}"
        call = ("build", "--source", root, "--output", output, "--no-cache", "--today", TODAY, "--jobs", jobs)
        done = start_cjsite(*call, cwd=root, env={"CJSITE_START": start})
        assert done.code == 0, done.err
        built.append(published(output))
    assert built[0] == built[1] == built[2]


_KILLING = """
import os, sys
from pathlib import Path
from cjsite.cli import main
from cjsite.tasks import site_journeys, worker

def make_or_die(shared, tasks):
    if any(own.id == "m7" for task in tasks for own in task.journeys):
        os._exit(9)
    return worker.make_runs(shared, tasks)

if __name__ == "__main__":
    site_journeys.make_runs = make_or_die
    main()
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere, processes are started for more maps than these")
def test_a_map_that_ends_its_process_is_a_problem_and_the_others_are_made(tmp_path: Path) -> None:
    maps = {path: data for path, data in MANY.items() if not re.search(r"m[1-5]\d", path)}
    root, program = write(tmp_path / "site", maps), tmp_path / "killing.py"
    program.write_text(_KILLING, "utf-8")
    where = ("--source", root, "--output", tmp_path / "output", "--cache", tmp_path / "cache", "--today", TODAY)
    done = subprocess.run(
        [sys.executable, program, "build", *where, "--jobs", "2"],
        cwd=tmp_path, env={**os.environ, "CJSITE_START": "fork"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    (problem, counted) = done.stderr.splitlines()
    assert "journeys/m7.yml:1:1: the process that worked on this map ended" in problem and counted == "1 problem"
    again = cjsite("build", *where, "--timings", cwd=root)
    made = [line for line in again.err.splitlines() if "journeys/m" in line]
    assert again.code == 0 and len(made) == 1 and "m7.yml" in made[0]


def test_a_template_that_fails_leaves_the_old_site_whole(site: Rebuilds) -> None:
    before = published(site.output)
    template = "themes/default/templates/journey/head.html"
    write(site.root, {template: (ROOT / template).read_bytes()})
    site.change(template, "</h1>", "{{ 1 // 0 }}</h1>")
    site.change("content/journeys/tea.yml", "Orders", "Asks")
    done = site.build()
    assert done.code == 1 and "head.html" in done.err
    assert published(site.output) == before
    assert not [path for path in site.output.rglob("*") if path.name.startswith(".cjsite-")]
    (site.root / template).unlink()
    assert site.written() > 0


def test_a_problem_in_the_content_leaves_the_old_site_whole(site: Rebuilds) -> None:
    before = published(site.output)
    site.change("content/journeys/tea.yml", "persona: ana", "persona: nobody")
    done = site.build()
    assert done.code == 1 and "'nobody'" in done.err
    assert published(site.output) == before


def test_a_list_that_names_files_elsewhere_removes_none(site: Rebuilds) -> None:
    path = site.output / MANIFEST
    listed = json.loads(path.read_bytes())
    path.write_text(json.dumps({"generator": "cjsite", "files": [*listed["files"], "../mine"]}), "utf-8")
    (site.root.parent / "mine").write_bytes(b"mine")
    site.change("content/journeys/tea.yml", "Orders", "Asks")
    assert site.written() > 0
    assert (site.root.parent / "mine").exists()
