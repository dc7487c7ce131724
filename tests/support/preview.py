"""The live preview in a thread of the test's process, and requests to it as raw as an attacker's."""

import asyncio
import datetime
import queue
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cjsite.build import Builder
from cjsite.edition.readers import Readers
from cjsite.preview.server import Options, Server
from tests.support import files

PATIENCE = 60

PROJECT = """\
-- content/site.yml --
title: Shop
language: en
-- content/departments.yml --
sales: {title: Sales, faces_customer: true}
care: {title: Care}
-- content/channels.yml --
web: {title: Web, kind: digital}
shop: {title: Shop, kind: human}
-- content/journeys/coffee.yml --
# The morning, as we saw it.
title: A coffee on the way
goal: Be awake at nine
stages:
  - title: Queue
    steps:
      - title: Sees the queue    # from the door
        channel: shop
        department: sales
        emotion: -1              # counted
        thoughts: "Twelve people!"
      - {title: Orders, channel: web, department: care, emotion: {value: 0.5, words: [glad]}}
  - title: Coffee
    steps:
      - title: First sip
        emotion: 2
        notes:
          - Ask about the cup
-- content/pages/about.md --
# About us
A shop.
"""
JOURNEY = "content/journeys/coffee.yml"


class Preview:
    """A running preview: its server, and the outcome of each build as it is done."""

    def __init__(
        self, root: Path, options: Options, said: list[str] | None = None, readers: Readers | None = None
    ) -> None:
        self.root = root
        self.said: list[str] = [] if said is None else said
        self.builds: queue.Queue[bool] = queue.Queue()
        readers = readers or (Readers() if options.lan or options.allow else None)
        builder = Builder(root, datetime.date(2026, 11, 21), readers=readers, base="/")
        self.server = Server(builder, options, self.said.append)
        self.port = self.server.port
        self.url = f"http://127.0.0.1:{self.port}/"
        build = self.server.stage.build
        self.server.stage.build = lambda changed=None: self._note(build(changed))  # type: ignore[method-assign]
        self.schemas: queue.Queue[None] = queue.Queue()
        renew = self.server.stage.renew_schemas
        self.server.stage.renew_schemas = lambda ids: self.schemas.put(renew(ids))  # type: ignore[method-assign]
        self._thread = threading.Thread(target=lambda: asyncio.run(self._run()))
        self._loop: asyncio.AbstractEventLoop | None = None
        self._task: asyncio.Task[None] | None = None

    def _note(self, outcome: bool) -> bool:
        self.builds.put(outcome)
        return outcome

    async def _run(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._task = asyncio.ensure_future(self.server.run())
        await asyncio.gather(self._task, return_exceptions=True)

    def start(self) -> None:
        """Serve, and return when the first build is done."""
        self._thread.start()
        self.built()

    def stop(self) -> None:
        """Stop serving."""
        assert self._loop and self._task
        self._loop.call_soon_threadsafe(self._task.cancel)
        self._thread.join(PATIENCE)

    def built(self) -> bool:
        """Wait for the next build to be done; tell whether browsers were told to look."""
        return self.builds.get(timeout=PATIENCE)

    def wait_for_schemas(self) -> None:
        """Wait until editors were told what there is since the last build."""
        self.schemas.get(timeout=PATIENCE)

    def path(self, name: str) -> Path:
        """Return a file of the project."""
        return self.root / name

    def change(self, old: str, new: str, name: str = JOURNEY) -> None:
        """Save a file with a text changed in it."""
        text = self.path(name).read_text("utf-8")
        assert old in text
        self.path(name).write_text(text.replace(old, new, 1), "utf-8")

    def ask(self, request: bytes, source: str = "127.0.0.1") -> bytes:
        """Send bytes and return all that comes back until the server closes; `source`: the caller's address."""
        with socket.create_connection(("127.0.0.1", self.port), PATIENCE, (source, 0)) as wire:
            received = b""
            try:
                wire.sendall(request)
                while chunk := wire.recv(65536):
                    received += chunk
            except (BrokenPipeError, ConnectionResetError):
                pass  # the server had enough
            return received

    def status(self, request: bytes, source: str = "127.0.0.1") -> int:
        """Return the status of the answer; 0 where the server closed without one."""
        answer = self.ask(request, source)
        return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/") else 0

    def get(self, path: str, *headers: str, host: str = "", method: str = "GET", body: bytes = b"") -> bytes:
        """Return a request as bytes, one that closes the connection."""
        lines = [f"{method} {path} HTTP/1.1", f"Host: {host or f'127.0.0.1:{self.port}'}", "Connection: close"]
        if body:
            lines.append(f"Content-Length: {len(body)}")
        return "\r\n".join([*lines, *headers, "", ""]).encode("latin-1") + body


@contextmanager
def previewing(
    root: Path,
    options: Options | None = None,
    project: str | dict[str, bytes] = PROJECT,
    readers: Readers | None = None,
) -> Iterator[Preview]:
    """Serve a project, written into the folder first, until the end of the block."""
    preview = Preview(files.write(root, project), options or Options(port=0), readers=readers)
    preview.start()
    try:
        yield preview
    finally:
        preview.stop()
