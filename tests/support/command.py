"""The command as a person runs it: in a process of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

TODAY = "2026-11-21"
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


def cjsite(*arguments: str | Path, cwd: Path, env: dict[str, str] | None = None) -> Done:
    """Run `cjsite` in a folder and return how it ended; a hang of two minutes is an error."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "cjsite", *map(str, arguments)],
        cwd=cwd, env={**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "120", **(env or {})},
        stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False, timeout=120,
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)


def build(source: Path, output: Path, *more: str | Path, env: dict[str, str] | None = None) -> Path:
    """Build the site of a folder that holds content/ and return the output folder."""
    done = cjsite("build", "--source", source, "--output", output, "--today", TODAY, *more, cwd=source, env=env)
    assert done.code == 0, done.err
    return output
