"""The wheel is the whole product: installed alone, it builds the same site."""

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from tests.support.command import ROOT, TODAY
from tests.support.files import read
from tests.support.html import Site


def _run(*command: str | Path, cwd: Path) -> None:
    """Run a command away from this environment's settings; what it prints is shown if it fails."""
    env = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=550
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_empty_environment_builds_the_same_site(example: Site, tmp_path: Path) -> None:
    _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path, ROOT, cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    home = tmp_path / "environment"
    venv.create(home, with_pip=True, symlinks=os.name != "nt")
    programs = home / ("Scripts" if os.name == "nt" else "bin")
    slow = ("--quiet", "--timeout", "180", "--retries", "5", "--constraint", ROOT / "constraints.txt")
    _run(programs / "python", "-m", "pip", "install", *slow, wheel, cwd=tmp_path)
    empty = tmp_path / "empty"
    shutil.copytree(ROOT / "content", empty / "content")
    _run(programs / "cjsite", "build", "--today", TODAY, cwd=empty)
    built, expected = read(empty / "output"), read(example.folder)
    assert built.keys() == expected.keys()
    assert [path for path in built if built[path] != expected[path]] == []
