"""Every step of the example takes a note and a drag; the short tests try some of each map."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.support.steps import note_and_drag


def test_the_example(tmp_path: Path, tell: Callable[[Counter[str]], None]) -> None:
    tell(note_and_drag(tmp_path, 1))
