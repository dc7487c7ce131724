"""Long runs, outside `make test`: their parts, and a word at the end on what they did.

pytest finds files called test_*.py, so those here are run only where they are named, as `make soak` does.
The processes of one run need one seed, which therefore comes from the environment.
"""

from collections import Counter
from collections.abc import Callable

import pytest

from tests.support.soak import PARTS, ROUNDS, SEED, Part


@pytest.fixture(autouse=True, scope="session")
def _own_process() -> None:
    """Let builds start processes as they do for people: long runs are about these as well."""


@pytest.fixture(params=range(PARTS))
def part(request: pytest.FixtureRequest) -> Part:
    """Each part of a long run, one after the other or each on a process of its own."""
    return Part(request.param)


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[Counter[str]], None]:
    """What a test calls with the counts of what it did."""

    def told(outcomes: Counter[str]) -> None:
        counts = ", ".join(f"{number} {outcome}" for outcome, number in sorted(outcomes.items()))
        record_property("did", f"rounds {outcomes.total()}: {counts}")

    return told


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say with which seed what was done."""
    passed = [(report.nodeid, dict(report.user_properties)) for report in terminalreporter.getreports("passed")]
    told = [f"{test}: {properties['did']}" for test, properties in passed if "did" in properties]
    if told:
        terminalreporter.section(f"soak: SEED={SEED} ROUNDS={ROUNDS}")
        for line in sorted(told):
            terminalreporter.line(line)
