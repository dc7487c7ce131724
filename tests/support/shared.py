"""What all processes of a test run need, made by the first of them that asks for it."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return the folder of a name, which `make` has filled once for all processes; nobody may change it."""
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder, done = base / f"shared-{name}", base / f"shared-{name}.done"
    with FileLock(base / f"shared-{name}.lock"):
        if not done.exists():
            # What somebody began who failed is begun again, and tells the same.
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            # Whoever happens to be the first: what is measured must not depend on that.
            with pytest.MonkeyPatch.context() as patch:
                patch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)
                make(folder)
            done.touch()
    return folder
