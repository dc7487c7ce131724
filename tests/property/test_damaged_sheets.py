"""Whatever a spreadsheet holds, there are either grids or a refusal in a sentence, soon."""

import pytest

from tests.support.damaged_sheets import damage_and_read


@pytest.mark.parametrize("seed", range(2))
def test_grids_or_a_refusal(seed: int) -> None:
    outcomes = damage_and_read(seed, 60)
    assert outcomes["read"] and outcomes["refused"]
