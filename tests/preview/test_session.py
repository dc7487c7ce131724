"""The stage between builder and browsers."""

import datetime
from pathlib import Path

import pytest

from cjsite.base.problem import Place, Problem
from cjsite.build import Builder
from cjsite.preview.inject import Viewer
from cjsite.preview.panel import panel
from cjsite.preview.session import MOST_READY, Session
from tests.support import files
from tests.support.preview import JOURNEY, PROJECT

TODAY = datetime.date(2026, 11, 21)


def test_the_pages_in_front_of_people_are_worked_out_before_they_ask(tmp_path: Path) -> None:
    files.write(tmp_path, PROJECT)
    builder = Builder(tmp_path, TODAY)
    stage = Session(builder, print)
    stage.build()
    read = ["404.html", "personas/index.html", "departments/index.html", "reference.html", "journeys/coffee.html"]
    assert len(read) > MOST_READY
    for url in read:
        stage.answer(url, Viewer())
    path = tmp_path / JOURNEY
    path.write_text(path.read_text("utf-8").replace("Sees the queue", "Joins the queue"), "utf-8")
    stage.build()
    before = builder.cache.renders
    stage.make_ready()
    made = builder.cache.renders
    assert made > before
    answer = stage.answer("journeys/coffee.html", Viewer())
    assert answer and b"Joins the queue" in answer.data
    assert builder.cache.renders == made, "nothing is left to do when the browser asks"


def _said_of(tmp_path: Path, fault: Exception) -> tuple[str, Session]:
    """Return what the terminal is told where building fails for a reason that is no author's."""
    files.write(tmp_path, PROJECT)
    builder, said = Builder(tmp_path, TODAY), list[str]()
    stage = Session(builder, said.append)

    def failing(_changed: object) -> None:
        raise fault

    builder.site = failing  # type: ignore[method-assign, assignment]
    stage.build()
    return said[-1], stage


def test_a_file_that_cannot_be_read_is_named_from_where_the_command_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    denied = PermissionError(13, "Permission denied", str(tmp_path / JOURNEY))
    said, _ = _said_of(tmp_path, denied)
    assert said.startswith(f"{JOURNEY}: cannot be read")
    said, stage = _said_of(tmp_path, ValueError("x"))
    assert said.startswith("content: the build failed")
    answer = stage.answer("index.html", Viewer(token="x"))
    assert answer and b">content</code>" in answer.data


def test_the_same_problem_of_several_files_is_listed_once() -> None:
    alike = [Problem(Place(f"journeys/{name}.yml", 3, 1), "there is no persona 'x'") for name in "abc"]
    other = Problem(Place("site.yml", 1, 1), "unknown key `x`")
    shown = panel([*alike, other], in_full=True)
    assert shown.count("there is no persona") == 1
    assert "<h2>4 problems" in shown
    assert all(str(problem.place) in shown for problem in (*alike, other))
