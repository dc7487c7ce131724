"""The command as a person runs it: called in this process, or in one of its own where that matters."""

import os
import subprocess
import sys
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from cjsite.cli import main

TODAY = "2026-11-21"
ROOT = Path(__file__).parents[2]
AS_FOR_PEOPLE = {"CJSITE_START": ""}
"""Lets a build start processes as it does outside of tests (`tests/conftest.py`)."""


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


def cjsite(*arguments: str | Path, cwd: Path, env: dict[str, str] | None = None) -> Done:
    """Call `cjsite` in a folder and return how it ended: to start an interpreter takes longer than all it does."""
    # What it does not expect is no way to end: the test fails with it.
    runner = CliRunner(env={"COLUMNS": "120", **(env or {})}, catch_exceptions=False)
    with chdir(cwd):
        done = runner.invoke(main, [*map(str, arguments)], prog_name="cjsite")
    return Done(done.exit_code, done.stdout, done.stderr)


def start_cjsite(*arguments: str | Path, cwd: Path, env: dict[str, str] | None = None) -> Done:
    """Run `cjsite` in a process of its own and return how it ended; a hang of two minutes is an error."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "cjsite", *map(str, arguments)],
        cwd=cwd, env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "120", **(env or {})},
        stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)


def run_apart(*command: str | Path, cwd: Path) -> None:
    """Run a command away from this environment's settings; what it prints is shown if it fails."""
    own = ("PYTHONPATH", "VIRTUAL_ENV", "COVERAGE_")
    env = {key: value for key, value in os.environ.items() if not key.startswith(own)}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True, check=False, timeout=550
    )
    assert done.returncode == 0, done.stdout + done.stderr


def build(source: Path, output: Path, *more: str | Path, env: dict[str, str] | None = None) -> Path:
    """Build the site of a folder that holds content/ and return the output folder."""
    done = start_cjsite(
        "build", "--source", source, "--output", output, "--today", TODAY, *more, cwd=source, env=env
    )
    assert done.code == 0, done.err
    return output
