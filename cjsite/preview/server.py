"""Serve the site from memory on this machine; build again and reload browsers on every save."""

import asyncio
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import livereload
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher
from tornado import web
from tornado.httpserver import HTTPServer

from cjsite.build import Builder, Site
from cjsite.preview.panel import with_panel
from cjsite.preview.watch import Watch
from cjsite.problem import Broken, Problem
from cjsite.report import as_text

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
}
_LOCAL_NAMES = ("localhost", "127.0.0.1")
_CLIENT = Path(livereload.__file__).parent / "vendors" / "livereload.js"
_POLICY = "default-src 'self'; connect-src 'self' ws://localhost:* ws://127.0.0.1:*"


class Stage:
    """What browsers see: the last whole site, and the problems of the newest save."""

    def __init__(self, builder: Builder, say: Callable[[str], None]) -> None:
        self.builder = builder
        self.say = say
        self.site: Site | None = None
        self.problems: tuple[Problem, ...] = ()

    def build(self) -> None:
        """Build what is on disk; a broken file keeps the last whole site."""
        try:
            self.site, self.problems = self.builder.site(), ()
        except Broken as error:
            self.problems = error.problems
            self.say(as_text(error.problems, (), "content"))
        except OSError as error:
            self.say(f"{error.filename}: {error.strerror}")

    def page(self, url: str) -> tuple[int, bytes] | None:
        """Return the status and bytes of an address, problems shown on it, or None if there is no such page."""
        if self.site is None:
            return 200, with_panel(b"", self.problems)
        status = 200
        if url not in self.site:
            if not url.endswith(".html"):
                return None
            status, url = 404, "404.html"
        try:
            data = self.site[url]
        except Broken as error:
            return 200, with_panel(b"", error.problems)
        return status, with_panel(data, self.problems) if url.endswith(".html") else data


class _Guarded(web.RequestHandler):
    """Answers only those who asked for this machine by its own name (DNS rebinding asks by another)."""

    def prepare(self) -> None:
        if urlsplit(f"//{self.request.host}").hostname not in _LOCAL_NAMES:
            raise web.HTTPError(403)

    def set_default_headers(self) -> None:
        self.set_header("Cache-Control", "no-store")
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Content-Security-Policy", _POLICY)
        self.clear_header("Server")

    def write_error(self, status_code: int, **_: object) -> None:
        self.finish(f"{status_code}\n")


class _SiteHandler(_Guarded):
    def initialize(self, stage: Stage, pool: ThreadPoolExecutor) -> None:
        self.stage = stage
        self.pool = pool

    async def get(self, path: str) -> None:
        url = path + "index.html" if not path or path.endswith("/") else path
        # Rendering stays on the thread of the builder, which is not made for two at a time.
        found = await asyncio.get_running_loop().run_in_executor(self.pool, self.stage.page, url)
        if found is None:
            raise web.HTTPError(404)
        status, data = found
        self.set_status(status)
        self.set_header("Content-Type", _TYPES.get(Path(url).suffix.lower(), "application/octet-stream"))
        self.finish(data)

    async def head(self, path: str) -> None:
        await self.get(path)


class _ClientHandler(_Guarded):
    def get(self) -> None:
        self.set_header("Content-Type", _TYPES[".js"])
        self.finish(_CLIENT.read_bytes())


class _Socket(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    def check_origin(self, origin: str) -> bool:
        return urlsplit(origin).hostname in _LOCAL_NAMES and urlsplit(origin).netloc == self.request.host


async def _run(builder: Builder, port: int, say: Callable[[str], None]) -> None:
    stage = Stage(builder, say)
    pool = ThreadPoolExecutor(1, "build")
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(pool, stage.build)
    LiveReloadHandler.watcher = Watcher()

    async def rebuild() -> None:
        await loop.run_in_executor(pool, stage.build)
        LiveReloadHandler.reload_waiters("index.html")

    def changed() -> None:
        asyncio.run_coroutine_threadsafe(rebuild(), loop)

    watch = Watch((builder.content_folder, builder.root / "themes"), changed)
    watch.start()
    app = web.Application(
        [
            ("/livereload", _Socket),
            ("/livereload.js", _ClientHandler),
            ("/(.*)", _SiteHandler, {"stage": stage, "pool": pool}),
        ],
        log_function=lambda _handler: None,
    )
    found = _free_port(port)
    server = HTTPServer(app)
    server.add_sockets([found])
    actual = found.getsockname()[1]
    if port and actual != port:
        say(f"port {port} is in use; using {actual}")
    say(f"Serving http://127.0.0.1:{actual}/  (stop with Ctrl+C)")
    try:
        await asyncio.Event().wait()
    finally:
        watch.stop()
        server.stop()


def _free_port(port: int) -> socket.socket:
    """Return a socket listening at the port, or at the next free one above it."""
    for candidate in range(port, port + 20 if port else 1):
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", candidate))
        except OSError:
            listener.close()
            continue
        listener.listen(128)
        listener.setblocking(False)
        return listener
    raise OSError(98, "no free port", f"127.0.0.1:{port}")


def serve(builder: Builder, port: int, say: Callable[[str], None]) -> None:
    """Serve until interrupted. Raises OSError if no port from `port` on is free."""
    try:
        asyncio.run(_run(builder, port, say))
    except KeyboardInterrupt:
        say("stopped")
