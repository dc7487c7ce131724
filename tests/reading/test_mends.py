"""A mend that shows a line is right: once all lines are written as shown, none of these problems is left."""

import re
from pathlib import Path

import pytest

from cjsite.base.problem import Broken, Problem
from cjsite.reading.read import read
from tests.reading.test_problems import _bytes, _cases
from tests.support.files import parse
from tests.support.page import TODAY

_WRITE = re.compile(r"(?:^|; )(?:if this is one text, )?write: (?P<line>.+)$")


def _problems(files: dict[str, bytes]) -> tuple[Problem, ...]:
    try:
        read(files, today=TODAY)
    except Broken as broken:
        return broken.problems
    return ()


def _mended(files: dict[str, bytes], problems: tuple[Problem, ...]) -> dict[str, bytes]:
    mended = dict(files)
    for problem in problems:
        place, shown = problem.place, _WRITE.search(problem.mend)
        if shown:
            lines = mended[place.path].decode().split("\n")
            line = lines[place.line - 1]
            lines[place.line - 1] = line[: len(line) - len(line.lstrip(" "))] + shown["line"]
            mended[place.path] = "\n".join(lines).encode()
    return mended


@pytest.mark.parametrize(("name", "text"), [pytest.param(*case, id=case[0]) for case in _cases()])
def test_a_line_written_as_it_was_shown_is_right(name: str, text: str) -> None:
    files = {path: _bytes(data) for path, data in parse(text).items() if path != "problems"}
    before = _problems(files)
    shown = {(p.place.path, p.place.line) for p in before if _WRITE.search(p.mend)}
    after = _problems(_mended(files, before))
    again = [str(p) for p in after if (p.place.path, p.place.line) in shown and _WRITE.search(p.mend)]
    assert again == [], name


def test_there_are_mends_that_show_a_line() -> None:
    listed = "".join(path.read_text("utf-8") for path in (Path(__file__).parent / "problems").glob("*.txt"))
    assert listed.count("write: ") > 60
