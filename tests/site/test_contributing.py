"""The questions that newcomers ask lead to files that are there."""

import re

from tests.support.command import ROOT

ROWS = re.findall(r"^\| ([^|]+\?) \| ([^|]+) \|$", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.MULTILINE)


def test_every_answer_is_there() -> None:
    assert len(ROWS) >= 10
    paths = {path for _, answer in ROWS for path in re.findall(r"`([^`]+)`", answer)}
    assert {path for path in paths if not (ROOT / path).exists()} == set()


def test_every_question_has_a_path() -> None:
    assert [question for question, answer in ROWS if "`" not in answer] == []
