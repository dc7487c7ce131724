"""The stage between builder and browsers."""

import datetime
from pathlib import Path

from cjsite.build import Builder
from cjsite.preview.inject import Viewer
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
