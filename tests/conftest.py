"""What many tests share: the example site, built once."""

from pathlib import Path

import pytest

from tests.support import command
from tests.support.html import Site


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden files be written anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The example site of the repository as `cjsite build` makes it."""
    return Site(command.build(command.ROOT, tmp_path_factory.mktemp("example") / "output"))


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written anew."""
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def map_folder(tmp_path: Path) -> Path:
    """A folder with the smallest site there is: one map in ten lines."""
    journey = tmp_path / "content" / "journeys" / "coffee.yml"
    journey.parent.mkdir(parents=True)
    journey.write_text(SMALLEST, "utf-8")
    return tmp_path


SMALLEST = """\
title: A coffee on the way
goal: Be awake at nine
stages:
  - title: Queue
    steps:
      - {title: Sees the queue, emotion: -1}
      - {title: Orders, emotion: 0.5}
  - title: Coffee
    steps:
      - {title: First sip, emotion: 2}
"""
