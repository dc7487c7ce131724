"""A room and a power supply at their worst: the preview stays up, pages stay whole."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from tests.support.assault import damaged_requests, is_served, killed_publications, silent_sockets
from tests.support.files import write
from tests.support.preview import PROJECT
from tests.support.served import served
from tests.support.soak import Part

MOST_MEMORY = 400
"""MiB that a preview of a small site may hold, whatever the room does."""


def test_a_room(tmp_path: Path, part: Part, tell: Callable[[Counter[str]], None]) -> None:
    with served(write(tmp_path, PROJECT), "--lan", handles=1024) as preview:
        outcomes = damaged_requests(preview, part.seed, 2 * part.rounds)
        outcomes += silent_sockets(preview, part.seed, 2 * part.rounds)
        assert is_served(preview.port)
        assert preview.is_up
        outcomes["MiB of memory at most"] = preview.peak()
    assert outcomes["MiB of memory at most"] < MOST_MEMORY
    assert "Traceback" not in "".join(preview.said)
    tell(outcomes)


def test_power_cuts(tmp_path: Path, part: Part, tell: Callable[[Counter[str]], None]) -> None:
    tell(killed_publications(tmp_path, part.seed, max(1, part.rounds // 2)))
