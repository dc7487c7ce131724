"""Who may see the preview and who may write: rules on Host, Origin and the address of the caller.

A page of another site can make a browser on this machine call any port of it: by a name of its own that suddenly
means 127.0.0.1 (DNS rebinding), or by opening a WebSocket, which no same-origin rule holds back. So every request
must ask for this machine by its own name, and whatever carries an Origin must come from a page of the preview.
"""

import re

from cjsite.base.frozen import frozen
from cjsite.base.problem import Refusal

LOCAL = frozenset({"localhost", "127.0.0.1"})
HERE = ("127.0.0.1", "::1")
_HOST = re.compile(r"([a-z0-9.-]{1,253})(?::([0-9]{1,5}))?")
_ORIGIN = re.compile(rf"https?://{_HOST.pattern}")
_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_NAME = re.compile(rf"{_LABEL}(\.{_LABEL})*|(\.{_LABEL}){{2,}}")


@frozen
class HostRules:
    """The names that this machine answers to besides its local ones.

    room: its addresses, only when the room looks on. allowed: names that it was started with, for a container or a
    code space that is asked for by a name of its own; `.x.example` stands for all names below `x.example`.
    """

    room: frozenset[str] = frozenset()
    allowed: tuple[str, ...] = ()

    def name(self, host: str | None) -> str | None:
        """Return the name in a Host header if it is one of this machine's, else None."""
        name = written_name(host)
        return name if name and (name in LOCAL | self.room or self.is_allowed(name)) else None

    def is_allowed(self, name: str) -> bool:
        """Tell whether the server was started with a name, or with all names like it."""
        return any(name.endswith(own) if own.startswith(".") else name == own for own in self.allowed)

    def is_same_origin(self, origin: str | None, host: str | None) -> bool:
        """Tell whether an Origin header names the very page that the request is for."""
        return self.name(host) is not None and origin is not None and origin.lower() == f"http://{host}".lower()

    def may_listen(self, origin: str, host: str | None) -> bool:
        """Tell whether a page may be told of changes: one of the preview's own.

        What stands between a browser and a code space may ask for it by another name than the browser does, and the
        browser by https: a page of an allowed name is one of the preview's, too.
        """
        page = _ORIGIN.fullmatch(origin.lower())
        is_allowed = self.name(host) is not None and page is not None and self.is_allowed(page[1])
        return is_allowed or self.is_same_origin(origin, host)

    def is_presenter(self, remote: str | None, host: str | None) -> bool:
        """Tell whether a request comes from this machine and asks for it by a local name: others only read."""
        return remote in HERE and self.name(host) in LOCAL


def written_name(host: str | None) -> str | None:
    """Return the name that a Host header asks for, None where it is written like none."""
    found = _HOST.fullmatch((host or "").lower())
    return found[1] if found else None


def allowable(name: str) -> str:
    """Return a name as it is compared. Raises Refusal for what is no name, or stands for too many."""
    plain = name.lower().removeprefix("*")
    if not is_allowable(plain):
        mend = "write it without `https://`, port or path, like box.example; `.box.example` for all names below it"
        raise Refusal(f"'{name}' is no name of a machine to allow; {mend}")
    return plain


def is_allowable(name: str) -> bool:
    """Tell whether a text is the name of a machine, or `.x.example` for all below it."""
    return bool(_NAME.fullmatch(name)) and len(name) <= 253


def is_foreign(site: str | None, mode: str | None) -> bool:
    """Tell from a browser's Sec-Fetch headers whether another site's page wants this as a part of its own."""
    return site in ("cross-site", "same-site") and mode != "navigate"
