"""Thousands of random edits, each compared byte for byte with a clean build."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.support.author import edit_and_compare
from tests.support.command import ROOT
from tests.support.soak import Part

Tell = Callable[[Counter[str]], None]


def test_a_small_site(tmp_path: Path, part: Part, tell: Tell) -> None:
    tell(edit_and_compare(tmp_path, ROOT / "tests" / "golden" / "content", part.seed, part.rounds))


def test_the_example(tmp_path: Path, part: Part, tell: Tell) -> None:
    tell(edit_and_compare(tmp_path, ROOT / "content", part.seed, part.rounds))
