"""What every request has to pass before anything is looked up."""

from tornado import web

from cjsite.base.frozen import frozen
from cjsite.preview.hosts import HostRules, is_foreign
from cjsite.preview.inject import Viewer

_LONGEST_ADDRESS = 2000


@frozen
class AccessPolicy:
    """What the server was started with: whom it lets in, and the secret that writing takes."""

    rules: HostRules
    token: str
    may_edit: bool = False


class Guarded(web.RequestHandler):
    """Refuses who asks by another name (DNS rebinding) or from another site's page."""

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
        room = bool(self.rules.room)
        return Viewer(self.house.token, self.house.may_edit, room) if is_here else Viewer(has_room=room)

    def prepare(self) -> None:
        """Refuse what no page of the preview would ask."""
        headers = self.request.headers
        uri = self.request.uri or ""
        is_part = is_foreign(headers.get("Sec-Fetch-Site"), headers.get("Sec-Fetch-Mode"))
        if is_part or self.rules.name(headers.get("Host")) is None:
            self.refuse(403)
        elif len(uri) > _LONGEST_ADDRESS:
            self.refuse(414)
        elif not uri.startswith("/"):
            self.refuse(400)

    def refuse(self, status: int) -> None:
        """End the request with a status and no word more."""
        raise web.HTTPError(status)

    def set_default_headers(self) -> None:
        """Set the headers of every answer, errors included."""
        name = self.request.headers.get("Host", "")
        socket = f" ws://{name}" if self.settings["house"].rules.name(name) else ""
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
        """Say the status and nothing of what was asked."""
        self.set_header("Content-Type", "text/plain; charset=utf-8")
        self.finish(f"{status_code}\n")


class Nowhere(Guarded):
    """What no other handler answers, such as a request for another server's page."""

    def prepare(self) -> None:
        """Refuse it."""
        super().prepare()
        self.refuse(404)
