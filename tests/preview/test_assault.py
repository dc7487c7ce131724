"""A tenth of the long run's assaults: damaged requests, silent sockets, kills; and a disk that takes no more."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.assault import damaged_requests, is_served, killed_publications, silent_sockets
from tests.support.files import read, write
from tests.support.preview import PROJECT
from tests.support.served import served

# What is killed, or may write no more, cannot write down what it covered either.
pytestmark = pytest.mark.no_cover
posix = pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")


@posix
def test_a_room_that_connects_and_says_nonsense(tmp_path: Path) -> None:
    with served(write(tmp_path, PROJECT), "--lan", handles=1024) as preview:
        damaged_requests(preview, 1, 200)
        silent_sockets(preview, 1, 200)
        assert is_served(preview.port)
        assert preview.is_up
    assert "Traceback" not in "".join(preview.said)


@posix
def test_a_cache_and_a_theme_that_are_swept_away(tmp_path: Path) -> None:
    with served(write(tmp_path, PROJECT)) as preview:
        (tmp_path / "content").rename(tmp_path / "gone")
        assert is_served(preview.port)
        (tmp_path / "gone").rename(tmp_path / "content")
        assert is_served(preview.port)
        assert preview.is_up


def test_power_cuts_leave_whole_pages(tmp_path: Path) -> None:
    killed_publications(tmp_path, 1, 30)


@posix
def test_a_disk_that_takes_no_more_is_told_and_loses_nothing(tmp_path: Path) -> None:
    write(tmp_path, PROJECT)
    command = [sys.executable, "-m", "cjsite", "build"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    before = read(tmp_path / "output")
    write(tmp_path, PROJECT.replace("A coffee on the way", "Tea"))
    # A file that may not grow stands for a disk that is full: the same call fails.
    small = "import os, resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000)); "
    limited = [sys.executable, "-c", small + "os.execv(sys.argv[1], sys.argv[1:])", *command]
    # What is measured of the tests would not find room either.
    measured = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(limited, cwd=tmp_path, env=measured, check=False, capture_output=True, encoding="utf-8")
    assert done.returncode == 1
    assert "output/" in done.stderr.replace(os.sep, "/")
    assert "File too large" in done.stderr
    assert "Traceback" not in done.stderr
    after = read(tmp_path / "output")
    assert after.keys() >= before.keys()
    assert not [path for path in after if path.endswith(".tmp")]
