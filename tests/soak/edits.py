"""Thousands of random edits, each compared byte for byte with a clean build: in one process, and over restarts."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.support.author import Restarted, edit_and_compare, edit_and_rebuild
from tests.support.command import ROOT
from tests.support.soak import Part

RESTARTS = 0.3
"""The share of the rounds that start a process each."""
Tell = Callable[[Counter[str]], None]


def test_a_small_site(tmp_path: Path, part: Part, tell: Tell) -> None:
    tell(edit_and_compare(tmp_path, ROOT / "tests" / "golden" / "content", part.seed, part.rounds))


def test_the_example(tmp_path: Path, part: Part, tell: Tell) -> None:
    tell(edit_and_compare(tmp_path, ROOT / "content", part.seed, part.rounds))


def test_a_small_site_over_restarts(tmp_path: Path, part: Part, tell: Tell) -> None:
    content, rounds = ROOT / "tests" / "golden" / "content", max(1, round(part.rounds * RESTARTS))
    tell(edit_and_rebuild(tmp_path / "site", content, part.seed, rounds, Restarted))
