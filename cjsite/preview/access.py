"""What every request has to pass before anything is looked up."""

from collections.abc import Callable
from html import escape

from tornado import web

from cjsite.base.frozen import frozen
from cjsite.preview.hosts import HostRules, is_allowable, is_foreign, written_name
from cjsite.preview.inject import Viewer

_LONGEST_ADDRESS = 2000
_MOST_STRANGERS = 5
_STRANGER = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Not served by this name</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"></head>
<body><main><h1>Not served by this name</h1>
<p>This is the preview of a site, and it answers to <code>localhost</code> only. If that is a name of this machine,
serve with <code>--allow-host {name}</code>.</p>
<p>In a container or a code space the name is the one in your browser's address bar.</p></main></body></html>
"""


@frozen
class AccessPolicy:
    """What the server was started with: whom it lets in, and the secret that writing takes."""

    rules: HostRules
    token: str
    may_edit: bool = False
    strangers: "Strangers | None" = None


class Strangers:
    """Tells whoever sits at this machine of the names that browsers asked for in vain, each once."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._names: set[str] = set()

    def met(self, name: str) -> None:
        """Tell of a name, unless it or too many others were told of."""
        if name not in self._names and len(self._names) < _MOST_STRANGERS:
            self._names.add(name)
            mend = f"if that is a name of this machine, serve with `--allow-host {name}`"
            self._say(f"refused a browser that asked for '{name}'; {mend}")


class Guarded(web.RequestHandler):
    """Refuses who asks by another name (DNS rebinding) or from another site's page."""

    _stranger = ""
    """The name that was asked for, where it is none of this machine's."""

    @property
    def house(self) -> AccessPolicy:
        """What the server was started with."""
        house: AccessPolicy = self.settings["house"]
        return house

    @property
    def rules(self) -> HostRules:
        """Whom the server lets in."""
        return self.house.rules

    @property
    def viewer(self) -> Viewer:
        """Who asks."""
        is_here = self.rules.is_presenter(self.request.remote_ip, self.request.headers.get("Host"))
        room = bool(self.rules.room or self.rules.allowed)
        return Viewer(self.house.token, self.house.may_edit, room) if is_here else Viewer(has_room=room)

    def prepare(self) -> None:
        """Refuse what no page of the preview would ask."""
        headers = self.request.headers
        uri = self.request.uri or ""
        if is_foreign(headers.get("Sec-Fetch-Site"), headers.get("Sec-Fetch-Mode")):
            self.refuse(403)
        elif self.rules.name(headers.get("Host")) is None:
            self._turn_away(written_name(headers.get("Host")) or "")
        elif len(uri) > _LONGEST_ADDRESS:
            self.refuse(414)
        elif not uri.startswith("/"):
            self.refuse(400)

    def _turn_away(self, name: str) -> None:
        """Refuse whoever asked by a name that is not known; say how it is let in, if it can be."""
        if is_allowable(name):
            self._stranger = name
            if self.house.strangers:
                self.house.strangers.met(name)
        self.refuse(403)

    def refuse(self, status: int) -> None:
        """End the request with a status and no word more."""
        raise web.HTTPError(status)

    def set_default_headers(self) -> None:
        """Set the headers of every answer, errors included."""
        name = self.request.headers.get("Host", "")
        socket = f" ws://{name} wss://{name}" if self.settings["house"].rules.name(name) else ""
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("X-Frame-Options", "DENY")
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("Cross-Origin-Opener-Policy", "same-origin")
        self.set_header(
            "Content-Security-Policy",
            f"default-src 'self'; connect-src 'self'{socket}; object-src 'none'; base-uri 'self'; "
            "form-action 'self'; frame-ancestors 'none'",
        )
        self.clear_header("Server")

    def write_error(self, status_code: int, **_: object) -> None:
        """Say the status and nothing of what was asked, but the name that another was asked for."""
        if self._stranger:
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.finish(_STRANGER.format(name=escape(self._stranger)))
            return
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code}\n")


class Nowhere(Guarded):
    """What no other handler answers, such as a request for another server's page."""

    def prepare(self) -> None:
        """Refuse it."""
        super().prepare()
        self.refuse(404)
