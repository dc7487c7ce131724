"""Whatever a source file holds, there is either a site or a list of problems with their places."""

from pathlib import Path

import pytest

from tests.support.mutants import damage_and_build


@pytest.mark.parametrize("seed", range(2))
def test_a_site_or_placed_problems(tmp_path: Path, seed: int) -> None:
    damage_and_build(tmp_path, seed, 15)
