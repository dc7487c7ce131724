"""A bar is drawn for long work where somebody watches, and nowhere else."""

import io
import sys

import pytest

from cjsite.reporting.progress import ProgressBar


class Terminal(io.StringIO):
    """Something that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def _shown(
    monkeypatch: pytest.MonkeyPatch, seconds: float, env: dict[str, str] | None = None, *, is_wanted: bool = True
) -> str:
    """Return what is drawn while something is done four times, in so many seconds altogether."""
    for name in ("CI", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm", "COLUMNS": "100", **(env or {})}.items():
        monkeypatch.setenv(name, value)
    terminal, times = Terminal(), iter([0.0, *(seconds / 4 * done for done in range(1, 5))])
    monkeypatch.setattr(sys, "stderr", terminal)
    with ProgressBar(is_wanted=is_wanted, clock=lambda: next(times)) as progress:
        for done in range(1, 5):
            progress("Making maps", done, 4)
    return terminal.getvalue()


def test_long_work_is_shown_with_what_and_how_much(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = _shown(monkeypatch, 8.0)
    assert "Making maps" in shown and "1/4" in shown and "4/4" in shown


def test_a_second_needs_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(monkeypatch, 0.9) == ""


def test_another_piece_of_work_takes_the_place_of_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("CI", raising=False)
    times = iter([0.0, 5.0, 5.01])
    with ProgressBar(clock=lambda: next(times)) as progress:
        progress("Reading maps", 1, 2)
        before = len(terminal.getvalue())
        progress("Making pages", 1, 3)
    assert "Reading" in terminal.getvalue()[:before]
    assert "Making pages" in terminal.getvalue()[before:] and "Reading" not in terminal.getvalue()[before:]


@pytest.mark.parametrize("env", [{"CI": "true"}, {"TERM": "dumb"}])
def test_logs_and_dumb_terminals_get_none(monkeypatch: pytest.MonkeyPatch, env: dict[str, str]) -> None:
    assert _shown(monkeypatch, 8.0, env) == ""


def test_who_wants_none_gets_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _shown(monkeypatch, 8.0, is_wanted=False) == ""
    monkeypatch.setattr(sys, "stderr", pipe := io.StringIO())
    with ProgressBar(clock=iter([0.0, 9.0]).__next__) as progress:
        progress("Making maps", 1, 4)
    assert pipe.getvalue() == ""
