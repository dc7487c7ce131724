"""How many may be connected, from where and for how long: the room cannot use up what the server lives of."""

import time
from collections import Counter
from collections.abc import Callable
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.iostream import IOStream

from cjsite.base.frozen import frozen

_HANDLES = 4096
"""Open files that a server asks its system for; some give no more than 256 unasked."""
_KEPT = 128
"""Open files that are no connections: sources, templates, what is being written, the system's own."""


@frozen
class ConnectionLimits:
    """How many connections there may be at once.

    room: from all other machines together; each: from one of them; here: from this machine, which the room cannot
    take away. stalled: seconds in which an answer has to be read.
    """

    room: int = 600
    each: int = 150
    here: int = 200
    stalled: float = 120.0


class BoundedServer(HTTPServer):
    """A server that hangs up on whoever connects beyond the limits, and on whoever does not read his answer."""

    def bound(self, limits: ConnectionLimits, is_here: Callable[[str], bool], say: Callable[[str], None]) -> None:
        """Set the limits, before anybody connects; is_here: whether an address is this machine's own."""
        self._limits = within(limits, open_files())
        self._is_here = is_here
        self._say = say
        self._open: dict[IOStream, str] = {}
        self._writing_since: dict[IOStream, float] = {}
        self._is_told = False

    def handle_stream(self, stream: IOStream, address: tuple[Any, ...]) -> None:
        """Take a connection, if there is room for one more."""
        caller = str(address[0])
        self._open = {other: from_ for other, from_ in self._open.items() if not other.closed()}
        if not self._has_room_for(caller):
            stream.close()
            if not self._is_told:
                self._is_told = True
                self._say(f"too many connections, for example from {caller}; those beyond the limit are refused")
            return
        self._open[stream] = caller
        super().handle_stream(stream, address)

    def _has_room_for(self, caller: str) -> bool:
        open_from = Counter(self._open.values())
        here = sum(count for address, count in open_from.items() if self._is_here(address))
        if self._is_here(caller):
            return here < self._limits.here
        return open_from[caller] < self._limits.each and len(self._open) - here < self._limits.room

    def hang_up_on_stalled(self) -> None:
        """Close every connection whose other end has not read for too long; to be called now and then."""
        now = time.monotonic()
        writing = [stream for stream in self._open if not stream.closed() and stream.writing()]
        self._writing_since = {stream: self._writing_since.get(stream, now) for stream in writing}
        for stream, since in self._writing_since.items():
            if now - since >= self._limits.stalled:
                stream.close()


def open_files() -> int:
    """Return how many files this process may have open, after asking for enough."""
    try:
        import resource
    except ImportError:  # Windows knows no such limit
        return _HANDLES
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _HANDLES if hard == resource.RLIM_INFINITY else min(_HANDLES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
        except (ValueError, OSError):
            return soft
        return wanted
    return _HANDLES


def within(limits: ConnectionLimits, handles: int) -> ConnectionLimits:
    """Return limits that leave files enough for all else, in the same proportions.

    >>> within(ConnectionLimits(600, 150, 200), 256)
    ConnectionLimits(room=96, each=24, here=32, stalled=120.0)
    """
    share = (handles - _KEPT) / (limits.room + limits.here)
    if share >= 1:
        return limits
    room, each, here = (max(1, int(most * share)) for most in (limits.room, limits.each, limits.here))
    return ConnectionLimits(room, each, here, limits.stalled)
