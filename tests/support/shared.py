"""What all processes of a test run need, made by the first of them that asks for it."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

_SECONDS = 300


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder of a name, which `make` has filled once for all processes; nobody may change it."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder, done, begun = (base / f"shared-{name}{suffix}" for suffix in ("", ".done", ".begun"))
    end = time.monotonic() + _SECONDS
    while not done.exists():
        try:
            begun.mkdir()
        except FileExistsError:
            assert time.monotonic() < end, f"another process does not come to an end with {folder}"
            time.sleep(0.1)
            continue
        try:
            folder.mkdir()
            make(folder)
        except BaseException:
            # The next one that asks tries again, and tells the same.
            shutil.rmtree(folder, ignore_errors=True)
            begun.rmdir()
            raise
        done.touch()
    return folder
