"""Serve the site from memory; build again on every save, and tell the browsers."""

import asyncio
import contextlib
import os
import secrets
import sys
import traceback
import webbrowser
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

from tornado import web
from tornado.ioloop import PeriodicCallback

from cjsite.base.frozen import frozen
from cjsite.build import Builder
from cjsite.edition.readers import Readers
from cjsite.model.types import EVERYONE
from cjsite.preview import sockets
from cjsite.preview.access import AccessPolicy, Nowhere, Strangers
from cjsite.preview.connections import BoundedServer, ConnectionLimits
from cjsite.preview.gc_pauses import collected_in_pauses
from cjsite.preview.hosts import HERE, HostRules, allowable
from cjsite.preview.join import qr_text
from cjsite.preview.network import listening, own_addresses
from cjsite.preview.pages import JoinHandler, OwnFiles, SitePages, own_files
from cjsite.preview.quick_edit import QuickEdit
from cjsite.preview.quiet import libraries_quiet
from cjsite.preview.reference_pages import ADDRESS, ReferenceHandler
from cjsite.preview.session import Session
from cjsite.preview.watch import Watch
from cjsite.preview.write_api import EditHandler, NoteHandler, UndoHandler

Say = Callable[[str], None]
RETRY = 2.0
"""Seconds after which a disk that could not be read is tried again."""


@frozen
class Options:
    """How to serve. patience: seconds that a slow request may take; hints: whether to listen to file events.

    allow: names besides the local ones to answer to. limits: how many may be connected. quiet: whether nothing is
    said of what goes well.
    """

    port: int = 8000
    lan: bool = False
    edit: bool = False
    open: bool = False
    allow: tuple[str, ...] = ()
    quiet: bool = False
    patience: float = 15.0
    hints: bool = True
    limits: ConnectionLimits = ConnectionLimits()


class Server:
    """One preview: a stage, its doors, and what wakes it."""

    def __init__(self, builder: Builder, options: Options, say: Say) -> None:
        if (options.lan or options.allow) and builder.readers is None:
            raise ValueError("whoever looks on is no author: a site that others see needs readers")
        self.builder = builder
        self.options = options
        self._say = _safely(say)
        self.stage = Session(builder, self._say)
        addresses = own_addresses() if options.lan else ()
        self._socket = listening("0.0.0.0" if options.lan else "127.0.0.1", options.port)
        self.port: int = self._socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/"
        self.room_url = f"http://{addresses[0]}:{self.port}/" if addresses else ""
        rules = HostRules(frozenset(addresses), tuple(allowable(name) for name in options.allow))
        self.house = AccessPolicy(rules, secrets.token_urlsafe(24), options.edit, Strangers(self._say))

    async def run(self) -> None:
        """Serve until cancelled; the first build happens while the doors are open already."""
        sockets.begin()
        folders = (self.builder.content_folder, self.builder.root / "themes")
        watch = Watch(folders, self._say, hints=self.options.hints)
        async with self._doors() as pool, asyncio.TaskGroup() as tasks:
            self._announce()
            tasks.create_task(watch.run())
            tasks.create_task(self._build_on(watch, pool))

    async def _build_on(self, watch: Watch, pool: ThreadPoolExecutor) -> None:
        loop = asyncio.get_running_loop()
        # The next save is not to wait until editors know of this one.
        threads = ThreadPoolExecutor(1, "build"), ThreadPoolExecutor(1, "schemas")
        with threads[0] as thread, threads[1] as clerk, collected_in_pauses(loop) as pause:
            await loop.run_in_executor(thread, self.stage.build)
            sockets.reload_all()
            while True:
                if ids := await loop.run_in_executor(thread, self.stage.new_ids):
                    clerk.submit(self.stage.renew_schemas, ids)
                pause()
                # A drive that was away comes back without a change.
                changed = None
                with contextlib.suppress(TimeoutError):
                    changed = await asyncio.wait_for(watch.changed(), RETRY if self.stage.is_cut_off else None)
                # Whatever goes wrong, the last whole site stays up, and the next save is another try.
                try:
                    if await loop.run_in_executor(thread, self.stage.build, changed):
                        # The page is worked out while the word goes to the browser and the question comes back.
                        pool.submit(self.stage.make_ready)
                        sockets.reload_all()
                except Exception:
                    self._say(traceback.format_exc())

    @asynccontextmanager
    async def _doors(self) -> AsyncIterator[ThreadPoolExecutor]:
        with ThreadPoolExecutor(1, "render") as pool:
            # Who sends a header or a body drop by drop is not waited for; nobody sends much at all.
            server = BoundedServer(
                self._application(pool),
                idle_connection_timeout=self.options.patience,
                body_timeout=self.options.patience,
                max_body_size=64 * 1024,
                max_header_size=16 * 1024,
                max_buffer_size=1024 * 1024,
            )
            server.bound(self.options.limits, lambda address: address in HERE, self._say)
            server.add_sockets([self._socket])
            sweep = PeriodicCallback(server.hang_up_on_stalled, 1000 * min(5, self.options.limits.stalled / 2))
            sweep.start()
            try:
                yield pool
            finally:
                sweep.stop()
                server.stop()
                await server.close_all_connections()

    def _application(self, pool: ThreadPoolExecutor) -> web.Application:
        files = own_files()
        desk = QuickEdit(self.builder.content_folder)
        writing = {"content": self.builder.content_folder, "desk": desk}
        return web.Application(
            [
                ("/livereload", sockets.Sockets),
                (r"/(livereload\.js)", OwnFiles, {"files": files}),
                ("/_preview/note", NoteHandler, writing),
                ("/_preview/edit", EditHandler, writing),
                ("/_preview/undo", UndoHandler, writing),
                (r"/_preview/join(\.svg)?", JoinHandler, {"address": self.room_url}),
                (rf"{ADDRESS}(?:/(.*))?", ReferenceHandler),
                (r"/_preview/(.*)", OwnFiles, {"files": files}),
                (r"/(.*)", SitePages, {"stage": self.stage, "pool": pool}),
            ],
            default_handler_class=Nowhere,
            house=self.house,
            patience=self.options.patience,
            stage=self.stage,
            log_function=lambda _handler: None,
            websocket_max_message_size=4096,
            websocket_ping_interval=20,
        )

    def _announce(self) -> None:
        if self.options.open:
            asyncio.get_running_loop().run_in_executor(None, webbrowser.open, self.url)
        if self.options.port and self.port != self.options.port:
            self._say(f"port {self.options.port} is in use; using {self.port}")
        if self.options.quiet:
            return
        self._say(f"Serving {self.url}  (stop with Ctrl+C)")
        if self.room_url:
            self._say(f"The room may look on (it cannot write): {self.room_url}\n{qr_text(self.room_url)}")
        elif self.options.lan:
            self._say("this machine has no address that others could reach; serving it alone")
        if self.house.rules.allowed:
            self._say(f"Also for who asks for {', '.join(self.house.rules.allowed)} (to look on, not to write)")
        if self.builder.readers:
            self._say(f"All see what is for {_listed(self.builder.readers)}")
        if self.options.edit:
            self._say("Quick edit: drag a point of the line; Ctrl+Z takes it back")


def _safely(say: Say) -> Say:
    """Return `say` as something that cannot fail: a terminal that was closed is no reason to stop serving."""

    def safely(text: str) -> None:
        with contextlib.suppress(Exception):
            say(text)

    return safely


def _listed(readers: Readers | None) -> str:
    names = sorted(readers.audiences - {EVERYONE}) if readers else []
    return ", ".join([EVERYONE, *names])


def serve(builder: Builder, options: Options, say: Say) -> None:
    """Serve until interrupted. Raises OSError if no port from the wanted one on is free."""
    # A page that is asked for during a build should not wait for the default 5 ms again and again.
    sys.setswitchinterval(0.001)
    quiet = contextlib.nullcontext() if "CJSITE_DEBUG" in os.environ else libraries_quiet(say)
    with quiet, contextlib.suppress(KeyboardInterrupt):
        asyncio.run(Server(builder, options, say).run())
    if not options.quiet:
        say("stopped")
