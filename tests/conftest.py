"""What many tests share: the example site, built once, and one browser."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from tests.support import chromium, command, shared
from tests.support.html import Site
from tests.support.many_maps import many_maps
from tests.support.soak import ROUNDS

# The same examples on every run, however busy the machine: a red run can be repeated. They are few, for there are
# many properties; `make soak` tries as many as one likes.
settings.register_profile(
    "steady", deadline=None, derandomize=True, max_examples=25, suppress_health_check=[HealthCheck.too_slow]
)
# Other examples on every run, from the seed that `make soak` names, and as many as it says.
settings.register_profile("soak", settings.get_profile("steady"), derandomize=False, max_examples=ROUNDS)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden files be written anew."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


REPEATING = ("browser", "property", "site")
"""Folders of tests that run the same lines again and again."""
UNMEASURED = ("browser", "hypothesis")
"""Marks of tests that do so as well."""


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Measure no coverage where it would tell nothing new: measured code takes twice as long."""
    for item in items:
        if item.path.parent.name in REPEATING or any(map(item.get_closest_marker, UNMEASURED)):
            item.add_marker(pytest.mark.no_cover)


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and not among the thousands of tests: that took an eighth of all time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Let the processes that such a test starts not be measured either."""
    with pytest.MonkeyPatch.context() as patch:
        if item.get_closest_marker("no_cover"):
            patch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    """Let what such a test needs not be measured either: pytest-cov pauses for the test alone, not for fixtures."""
    measuring = getattr(item.config.pluginmanager.getplugin("_cov"), "cov_controller", None)
    if not measuring or not item.get_closest_marker("no_cover"):
        return (yield)
    measuring.pause()
    try:
        return (yield)
    finally:
        measuring.resume()


@pytest.fixture(autouse=True, scope="session")
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the results of builds where the tests alone look, and not with those of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CJSITE_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(autouse=True, scope="session")
def _own_process() -> Iterator[None]:
    """Let small sites be built by the process that is asked: every core has a test, and forks double the work.

    Tests of other processes say how these start.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CJSITE_START", "spawn")
        yield


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The example site of the repository as `cjsite build` makes it."""
    folder = shared.once(tmp_path_factory, "example", lambda made: command.build(command.ROOT, made / "output"))
    return Site(folder / "output")


@pytest.fixture(scope="session")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site of so many maps that its lists have several pages."""
    return shared.once(tmp_path_factory, "long", many_maps) / "output"


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
