"""What many tests share: the example site, built once, and one browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from tests.support import chromium, command
from tests.support.html import Site

# The same examples on every run, however busy the machine: a red run can be repeated.
settings.register_profile("steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden files be written anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The example site of the repository as `cjsite build` makes it."""
    return Site(command.build(command.ROOT, tmp_path_factory.mktemp("example") / "output"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, found or installed; without one the tests fail."""
    program = chromium.find() or chromium.install()
    assert program, "the browser tests need Chromium: install it, or name it in CHROMIUM"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(chromium.FLAGS))
        yield started
        started.close()


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
