"""Thousands of damaged files of other programs: maps, or a sentence that says why not, comes of each."""

from collections import Counter
from collections.abc import Callable

import pytest

from tests.support.foreign import BOMBS, damage_and_import, refusal_of
from tests.support.soak import Part


def test_damaged_files(part: Part, tell: Callable[[Counter[str]], None]) -> None:
    tell(damage_and_import(part.seed, 2 * part.rounds))


@pytest.mark.parametrize("name", BOMBS)
def test_files_beyond_the_limits(name: str) -> None:
    sentences = refusal_of(name)
    assert sentences
    assert " read it" not in sentences
