"""What is published, packed once for all tests that install it."""

import sys
from pathlib import Path

import pytest

from tests.support import shared
from tests.support.command import ROOT, run_apart


@pytest.fixture(scope="session")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the source archive, and of the wheel that was built from it."""
    pack = (sys.executable, "-m", "build", "--no-isolation", "--outdir")
    return shared.once(tmp_path_factory, "archives", lambda folder: run_apart(*pack, folder, ROOT, cwd=folder))
