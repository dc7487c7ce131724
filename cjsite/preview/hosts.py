"""Who may see the preview and who may write: rules on Host, Origin and the address of the caller.

A page of another site can make a browser on this machine call any port of it: by a name of its own that suddenly
means 127.0.0.1 (DNS rebinding), or by opening a WebSocket, which no same-origin rule holds back. So every request
must ask for this machine by its own name, and whatever carries an Origin must come from a page of the preview.
"""

import re

from cjsite.base.frozen import frozen

LOCAL = frozenset({"localhost", "127.0.0.1"})
HERE = ("127.0.0.1", "::1")
_HOST = re.compile(r"([a-z0-9.-]{1,253})(?::([0-9]{1,5}))?")


@frozen
class HostRules:
    """The names that this machine answers to besides its local ones; there are such only when the room looks on."""

    room: frozenset[str] = frozenset()

    def name(self, host: str | None) -> str | None:
        """Return the name in a Host header if it is one of this machine's, else None."""
        found = _HOST.fullmatch((host or "").lower())
        return found[1] if found and found[1] in LOCAL | self.room else None

    def is_same_origin(self, origin: str | None, host: str | None) -> bool:
        """Tell whether an Origin header names the very page that the request is for."""
        return self.name(host) is not None and origin is not None and origin.lower() == f"http://{host}".lower()

    def is_presenter(self, remote: str | None, host: str | None) -> bool:
        """Tell whether a request comes from this machine and asks for it by a local name: others only read."""
        return remote in HERE and self.name(host) in LOCAL


def is_foreign(site: str | None, mode: str | None) -> bool:
    """Tell from a browser's Sec-Fetch headers whether another site's page wants this as a part of its own."""
    return site in ("cross-site", "same-site") and mode != "navigate"
