"""When files were written and what they were called, as git knows it; nothing of a folder is run for it."""

import datetime
import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.base.frozen import replace
from cjsite.edition.edition import edition
from cjsite.edition.readers import Readers
from cjsite.model.content import Content
from cjsite.model.file_history import FileDates, FileHistory
from cjsite.reading.git_history import git_history, history_of, history_state
from cjsite.reading.in_place import in_its_place
from tests.support.content import content
from tests.support.page import document, html, wording
from tests.support.summary import summary

TODAY = datetime.date(2026, 11, 21)


def _dates(first: str, last: str) -> FileDates:
    return FileDates(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


def _log(*commits: tuple[str, str]) -> str:
    """Return a log as git writes it: days, and what changed, with a bar after each part."""
    return "".join(f"\x01{day}\0\n{changes.replace('|', chr(0))}" for day, changes in commits)


def test_a_file_has_the_days_of_its_first_and_its_last_change_whatever_the_order_of_the_commits() -> None:
    log = _log(("2024-03-01", "M|a.yml|M|b.yml|"), ("2024-05-01", "M|a.yml|"), ("2024-01-01", "A|a.yml|A|b.yml|"))
    dates, renamed = history_of(log)
    assert dates == {"a.yml": _dates("2024-01-01", "2024-05-01"), "b.yml": _dates("2024-01-01", "2024-03-01")}
    assert renamed == {}


def test_a_file_keeps_its_days_through_all_its_names() -> None:
    log = _log(
        ("2024-04-01", "R090|b.yml|c.yml|"),
        ("2024-03-01", "M|b.yml|"),
        ("2024-02-01", "R100|a.yml|b.yml|"),
        ("2024-01-01", "A|a.yml|"),
    )
    dates, renamed = history_of(log)
    assert dates == {"c.yml": _dates("2024-01-01", "2024-04-01")}
    assert renamed == {"b.yml": "c.yml", "a.yml": "c.yml"}


def test_a_name_that_came_back_is_no_earlier_name() -> None:
    log = _log(("2024-03-01", "R100|b.yml|a.yml|"), ("2024-02-01", "R100|a.yml|b.yml|"), ("2024-01-01", "A|a.yml|"))
    dates, renamed = history_of(log)
    assert dates == {"a.yml": _dates("2024-01-01", "2024-03-01")}
    assert renamed == {"b.yml": "a.yml"}


def test_merges_tell_one_path_and_a_status_for_each_parent() -> None:
    log = _log(("2024-04-01", "RM|content/a.yml|MM|readme|D|content/b.yml|"), ("2024-01-01", "A|content/a.yml|"))
    assert history_of(log, "content/") == ({"a.yml": _dates("2024-01-01", "2024-04-01")}, {})


@pytest.mark.parametrize("day", ["", "10889-08-02", "2024-13-01", "1021-01-01"])
def test_a_commit_of_no_day_dates_nothing(day: str) -> None:
    dates, _ = history_of(_log((day, "M|a.yml|"), ("2024-01-01", "A|a.yml|")))
    assert dates == {"a.yml": _dates("2024-01-01", "2024-01-01")}


@given(st.text(alphabet="\0\x01\nRMAD0a/2-", max_size=60))
def test_whatever_a_log_says_it_is_read(log: str) -> None:
    history_of(log, "a/")


def _git(folder: Path, *arguments: str, day: str = "2024-01-01T23:30:00-05:00") -> None:
    nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    days = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": "2026-01-01T12:00:00Z"}
    named = ["-c", "user.name=N", "-c", "user.email=n@example.org"]
    command = ["git", "-C", str(folder), *named, *arguments]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **nobody, **days})


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder under git, whose configuration would run a program at every turn; one file was renamed."""
    maps = tmp_path / "site" / "content" / "journeys"
    maps.mkdir(parents=True)
    trap = tmp_path / "trap.sh"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path / 'sprung'}\n", "utf-8")
    trap.chmod(0o755)
    _git(tmp_path / "site", "init", "-q", "-b", "main")
    (maps / "größe.yml").write_text("title: Size\n" * 9, "utf-8")
    (tmp_path / "site" / "readme").write_text("", "utf-8")
    _git(tmp_path / "site", "add", "-A")
    _git(tmp_path / "site", "commit", "-qm", "First")
    _git(tmp_path / "site", "mv", "content/journeys/größe.yml", "content/journeys/size.yml")
    _git(tmp_path / "site", "commit", "-qm", "Second", day="2024-02-03T00:30:00+09:00")
    for name in ("core.fsmonitor", "core.pager", "diff.external", "gpg.program", "core.sshCommand", "core.askPass"):
        _git(tmp_path / "site", "config", name, str(trap))
    for name in ("log.showSignature", "diff.noprefix", "diff.relative"):
        _git(tmp_path / "site", "config", name, "true")
    return tmp_path / "site"


def test_the_days_are_those_of_authors_where_they_were(project: Path) -> None:
    history, notices = git_history(project / "content")
    assert notices == ()
    assert history.dates == {"journeys/size.yml": _dates("2024-01-01", "2024-02-03")}
    assert history.renamed == {"journeys/größe.yml": "journeys/size.yml"}
    assert not (project.parent / "sprung").exists()


def test_another_commit_is_another_state(project: Path) -> None:
    before = history_state(project / "content")
    _git(project, "commit", "-q", "--allow-empty", "-m", "Third")
    assert history_state(project / "content") != before


def test_a_clone_that_lacks_commits_dates_nothing_and_says_so_once(project: Path, tmp_path: Path) -> None:
    _git(tmp_path, "clone", "-q", "--depth", "1", project.as_uri(), "shallow")
    history, (notice,) = git_history(tmp_path / "shallow" / "content")
    assert (history.dates, history.renamed) == ({}, {})
    assert "holds only the newest commits" in notice.message and "--unshallow" in notice.mend


def test_without_git_or_a_repository_there_is_one_message(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    _, (notice,) = git_history(tmp_path / "content")
    assert "not a git repository" in notice.message
    _git(tmp_path, "init", "-q")
    assert "nothing is committed yet" in git_history(tmp_path / "content")[1][0].message
    monkeypatch.setenv("PATH", str(tmp_path))
    one = in_its_place(content("-- site.yml --\nhistory: git\n"), tmp_path / "content")
    assert [str(notice) for notice in one.notices] == [
        "site.yml:1:1: `history: git`: git is not installed, so no page says when it was written; "
        "install it, or remove `history`"
    ]


def test_nobody_is_asked_where_the_site_does_not_ask(tmp_path: Path) -> None:
    one = content("-- site.yml --\ntitle: A\n")
    assert in_its_place(one, tmp_path / "nowhere") is one


MAPS = """
-- site.yml --
history: git
edit_url: https://code.example.org/maps/edit/{path}?plain=1
audiences: [crew]
-- journeys/größe.yml --
title: Size
stages: [{title: S, steps: [{title: Pay, notes: For authors}]}]
-- journeys/partly.yml --
title: Partly
stages: [{title: S, steps: [{title: Seen}, {title: Hidden, audience: crew}]}]
-- personas/anna.md --
---
title: Anna
---
-- departments.yml --
it: IT
-- pages/about.md --
# About
"""
WRITTEN = "First written on 1 Jan 2024"
PATHS = ("journeys/größe.yml", "journeys/partly.yml", "personas/anna.md", "departments.yml", "pages/about.md")


def _told() -> Content:
    """Return content with a history: all files were changed once, but for the page."""
    dates = {path: _dates("2024-01-01", "2024-02-03") for path in PATHS}
    dates["pages/about.md"] = _dates("2024-01-01", "2024-01-01")
    return replace(content(MAPS), history=FileHistory(dates, {"journeys/old.yml": "journeys/größe.yml"}, "x"))


@pytest.mark.parametrize(
    ("url", "path", "said"),
    [
        (
            "journeys/gr%C3%B6%C3%9Fe.html",
            "journeys/gr%C3%B6%C3%9Fe.yml",
            f"{WRITTEN}, last changed on 3 Feb 2024",
        ),
        ("personas/anna.html", "personas/anna.md", f"{WRITTEN}, last changed on 3 Feb 2024"),
        ("pages/about.html", "pages/about.md", WRITTEN),
        ("departments/it.html", "departments.yml", ""),
    ],
)
def test_a_page_says_where_its_file_is_edited_and_when_it_was_written(url: str, path: str, said: str) -> None:
    shown = document(_told(), url)
    assert f"https://code.example.org/maps/edit/{path}?plain=1" in shown.links
    assert "Edit this page" in shown.text
    assert said in shown.text and (bool(said) or "First written" not in shown.text)


def test_other_pages_say_nothing_of_a_file() -> None:
    for url in ("index.html", "walk/gr%C3%B6%C3%9Fe.html", "insights/index.html"):
        assert "code.example.org" not in html(_told(), url)


def test_readers_learn_no_day_on_which_what_they_do_not_see_may_have_changed() -> None:
    seen = edition(_told(), Readers()).content
    assert "First written" in document(seen, "journeys/gr%C3%B6%C3%9Fe.html").text
    assert "First written" not in document(seen, "journeys/partly.html").text
    assert seen.history.renamed == {}
    assert (
        "First written"
        in document(edition(_told(), Readers(frozenset({"crew"}))).content, "journeys/partly.html").text
    )


def _renamed(one: Content) -> list[str]:
    every = summary(one, TODAY).findings(wording())
    return [f"{finding.place.path}: {finding.message}" for finding in every if finding.code == "S142"]


def test_an_old_name_from_which_nothing_leads_is_told() -> None:
    assert _renamed(_told()) == [
        "journeys/größe.yml: this was called old before, and nothing leads from there to größe"
    ]
    capitals = FileHistory({}, {"journeys/GRÖSSE.yml": "journeys/größe.yml"}, "x")
    assert _renamed(replace(_told(), history=capitals)) == [], "no page could stand there on many disks"
    led = _told().settings.but(redirects={"journeys/old.html": "größe"})
    assert _renamed(replace(_told(), settings=led)) == []
    assert _renamed(edition(_told(), Readers()).content) == []
