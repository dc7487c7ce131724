"""Thousands of damaged spreadsheets: grids, or a refusal in a sentence, come of each, soon and in little memory."""

import resource
from collections import Counter
from collections.abc import Callable

from tests.support.damaged_sheets import damage_and_read
from tests.support.soak import Part

MOST_KILOBYTES = 500 * 1024


def test_damaged_spreadsheets(part: Part, tell: Callable[[Counter[str]], None]) -> None:
    tell(damage_and_read(part.seed, 2 * part.rounds))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < MOST_KILOBYTES
