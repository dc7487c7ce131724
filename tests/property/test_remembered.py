"""A build that remembers gives what a clean build gives, whatever is edited in between."""

from pathlib import Path

import pytest

from tests.support.author import edit_and_rebuild
from tests.support.command import ROOT


@pytest.mark.parametrize("seed", range(2))
def test_a_small_site(tmp_path: Path, seed: int) -> None:
    edit_and_rebuild(tmp_path / "site", ROOT / "tests" / "golden" / "content", seed, 8)


def test_the_example(tmp_path: Path) -> None:
    edit_and_rebuild(tmp_path / "site", ROOT / "content", 7, 4)
