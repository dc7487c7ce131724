"""What libraries have to say while the preview runs: nothing, but where something of ours went wrong."""

import logging
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_LIBRARIES = ("asyncio", "livereload", "tornado", "watchdog")


class _Faults(logging.Handler):
    """Tells in a line of what nobody caught, once of each kind: whoever knows no Python has no use for more."""

    def __init__(self, say: Callable[[str], None]) -> None:
        super().__init__(logging.ERROR)
        self._say = say
        self._told: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Tell of a record that has an exception in it."""
        error = record.exc_info[1] if record.exc_info else None
        if error is None or (text := f"{type(error).__name__}: {error}") in self._told:
            return
        self._told.add(text)
        self._say(f"the preview stumbled and goes on ({text}); set CJSITE_DEBUG=1 to see where")


@contextmanager
def libraries_quiet(say: Callable[[str], None]) -> Iterator[None]:
    """Keep the libraries' warnings from the terminal until the end of the block."""
    faults = _Faults(say)
    loggers = [logging.getLogger(name) for name in _LIBRARIES]
    before = [logger.propagate for logger in loggers]
    with warnings.catch_warnings():
        for name in _LIBRARIES:
            warnings.filterwarnings("ignore", module=rf"{name}(\.|$)")
        for logger in loggers:
            logger.addHandler(faults)
            logger.propagate = False
        try:
            yield
        finally:
            for logger, propagate in zip(loggers, before, strict=True):
                logger.removeHandler(faults)
                logger.propagate = propagate
