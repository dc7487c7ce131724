"""The WebSocket to every browser: reload messages to all, and the presenter's place to those who follow."""

import asyncio
import json
import re
from contextlib import suppress
from typing import Any, ClassVar

from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado.websocket import WebSocketClosedError

from cjsite.preview.access import Guarded
from cjsite.preview.session import Session
from cjsite.text.json_depth import is_deep

FOLLOW = "/_preview/follow"
_MOST, _MOST_EACH = 300, 60
"""Browsers at once, and those of one address; a room has fewer."""
_ADDRESS = re.compile(r"/(?![/\\])[^\s\\\x00-\x1f\x7f]*")
_TEXTS = {"page": 300, "hash": 200, "anchor": 200}


class Sockets(Guarded, LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """One browser's socket, speaking livereload's protocol; `lead` is the one message of our own."""

    opened: ClassVar[set["Sockets"]] = set()
    """All that are open, whether they have spoken or not."""
    _patience: asyncio.TimerHandle | None = None
    place: str | None = None
    """Where the presenter is, as JSON, for those who come later; None while nobody leads."""

    def check_origin(self, origin: str) -> bool:
        """Let in only pages of the preview itself: no same-origin rule of browsers guards a WebSocket."""
        return self.rules.may_listen(origin, self.request.headers.get("Host"))

    def prepare(self) -> None:
        """Refuse strangers, and who does not say where he comes from: every browser does."""
        super().prepare()
        if not self.check_origin(self.request.headers.get("Origin", "")):
            self.refuse(403)
        elif not self._has_room():
            self.refuse(503)

    def _has_room(self) -> bool:
        mine = sum(other.caller == self.caller for other in Sockets.opened)
        return mine < _MOST_EACH and (self.viewer.is_presenter or len(Sockets.opened) < _MOST)

    @property
    def caller(self) -> str:
        """The address that the browser connects from."""
        return self.request.remote_ip or ""

    def open(self, *_: str, **__: str) -> None:
        """Send small messages at once; who says nothing for a while is none of our pages."""
        Sockets.opened.add(self)
        self.set_nodelay(True)
        patience = self.settings["patience"]
        self._patience = asyncio.get_running_loop().call_later(patience, self.close, 1008, "silent")

    def on_close(self) -> None:
        """Make room for another."""
        Sockets.opened.discard(self)
        self._heard()
        super().on_close()

    def on_message(self, message: str | bytes) -> None:
        """Answer the client's greeting; anything that is neither its words nor ours ends the talk."""
        said = _understood(message)
        self._heard()
        if said is None:
            self.close(1008, "not understood")
        elif said["command"] == "lead":
            self._lead(said)
        else:
            super().on_message(json.dumps(said))
            place = _shown(Sockets.place, self.settings["stage"]) if said["command"] == "info" else None
            if place:
                self.write_message(_follow(place))

    def _heard(self) -> None:
        if self._patience:
            self._patience.cancel()

    def _lead(self, said: dict[str, Any]) -> None:
        if not self.viewer.is_presenter:
            self.close(1008, "only the presenter leads")
            return
        place = _shown(_place(said.get("place")), self.settings["stage"])
        Sockets.place = place
        for waiter in LiveReloadHandler.waiters - {self}:
            with suppress(WebSocketClosedError):  # it is just going
                waiter.write_message(_follow(place or "null"))


def begin() -> None:
    """Make livereload ready to push without its own watcher, which polls and forgets every other save."""
    LiveReloadHandler.watcher = Watcher()
    Sockets.opened.clear()
    Sockets.place = None


def reload_all() -> None:
    """Tell every browser to look again."""
    LiveReloadHandler.reload_waiters("/")


def _follow(place: str) -> dict[str, object]:
    # The client knows no other command than this one, and hands path and original path to our plugin.
    return {"command": "reload", "path": FOLLOW, "originalPath": place, "liveCSS": False}


def _understood(message: str | bytes) -> dict[str, Any] | None:
    try:
        text = message if isinstance(message, str) else message.decode("utf-8")
        said = None if is_deep(text) else json.loads(text)
    except ValueError:
        return None
    if not isinstance(said, dict) or said.get("command") not in ("hello", "info", "lead"):
        return None
    return said


def _place(place: object) -> str | None:
    """Return the place as JSON, or None where it is none: a path of this site, its fragment, an anchor, a share."""
    if not isinstance(place, dict):
        return None
    texts = {name: str(place.get(name, "")) for name in _TEXTS}
    share = place.get("share")
    if any(len(texts[name]) > most for name, most in _TEXTS.items()) or not isinstance(share, int | float):
        return None
    # Followers go where this says: only to a page of this very site. Browsers leave out what is no sign.
    if not _ADDRESS.fullmatch(texts["page"]) or not all(text.isprintable() for text in texts.values()):
        return None
    # Not by float() first: a whole number may be larger than any.
    return json.dumps({**texts, "share": float(min(1, max(0, share)))}) if share == share else None


def _shown(place: str | None, stage: Session) -> str | None:
    """Return the place as far as it is shown: a presenter may have typed the address of what is not."""
    where = json.loads(place or "{}")
    if place is None or not stage.shows(where["page"]):
        return None
    hidden = [name for name in ("hash", "anchor") if not stage.shows(where["page"], where[name])]
    return json.dumps({**where, **dict.fromkeys(hidden, "")})
