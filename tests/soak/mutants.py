"""Thousands of damaged files: a site, or problems with their places, comes of each."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.support.mutants import damage_and_build
from tests.support.soak import Part


def test_the_example(tmp_path: Path, part: Part, tell: Callable[[Counter[str]], None]) -> None:
    tell(damage_and_build(tmp_path, part.seed, 10 * part.rounds))
