"""Whoever edits maps reads nothing of event loops."""

import logging
import warnings

import pytest

from cjsite.preview.quiet import libraries_quiet


def test_libraries_say_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    said: list[str] = []
    with libraries_quiet(said.append):
        for name in ("tornado.general", "tornado.access", "asyncio", "livereload", "watchdog.observers"):
            logging.getLogger(name).warning("a word of %s", name)
            logging.getLogger(name).error("a fault that was met")
        warnings.warn_explicit("met", RuntimeWarning, "observer.py", 1, module="watchdog.observers.inotify")
    assert said == []
    assert "".join(capfd.readouterr()) == ""


def test_a_fault_is_told_in_a_line_and_once() -> None:
    said: list[str] = []
    with libraries_quiet(said.append):
        for _ in range(3):
            try:
                raise KeyError("x")
            except KeyError:
                logging.getLogger("tornado.application").exception("Uncaught exception GET /")
    assert len(said) == 1 and "KeyError: 'x'" in said[0] and "\n" not in said[0]


def test_others_still_speak(caplog: pytest.LogCaptureFixture) -> None:
    with libraries_quiet(lambda _: None):
        logging.getLogger("somebody").warning("something")
    logging.getLogger("tornado.general").warning("afterwards")
    assert caplog.messages == ["something", "afterwards"]
