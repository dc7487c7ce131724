"""What goes wrong around a running preview, in the room and on the disk: it goes on, and says so once."""

import base64
import errno
import os
import socket
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from watchdog.observers.api import BaseObserver

from cjsite.base import folder
from cjsite.build import Site
from cjsite.model.picture_formats import MEDIA
from cjsite.preview import server, sockets, watch
from cjsite.preview.connections import ConnectionLimits, within
from cjsite.preview.pages import _type_of
from cjsite.preview.server import Options
from cjsite.preview.sockets import _place
from tests.support.files import write
from tests.support.preview import PATIENCE, PROJECT, Preview, previewing

LIMITS = ConnectionLimits(room=6, each=4, here=5)
ROOM, OTHER, THIRD = "127.0.0.2", "127.0.0.3", "127.0.0.4"
"""Addresses that stand for phones: not this machine's own."""


def _silent(stack: ExitStack, preview: Preview, source: str) -> socket.socket:
    return stack.enter_context(socket.create_connection(("127.0.0.1", preview.port), PATIENCE, (source, 0)))


def _is_hung_up_on(wire: socket.socket) -> bool:
    try:
        return wire.recv(1) == b""
    except ConnectionResetError:
        return True


def test_the_room_cannot_take_all_connections(tmp_path: Path) -> None:
    with previewing(tmp_path, Options(port=0, limits=LIMITS)) as preview, ExitStack() as stack:
        held = [_silent(stack, preview, ROOM) for _ in range(LIMITS.each)]
        assert _is_hung_up_on(_silent(stack, preview, ROOM)), "one address has its share"
        held += [_silent(stack, preview, OTHER) for _ in range(LIMITS.room - LIMITS.each)]
        assert _is_hung_up_on(_silent(stack, preview, THIRD)), "all of the room has its share"
        assert preview.status(preview.get("/index.html")) == 200, "this machine is let in all the same"
        assert sum("too many connections" in said for said in preview.said) == 1
        held.pop().close()
        assert preview.status(preview.get("/index.html"), source=THIRD) == 200


def test_who_says_nothing_is_hung_up_on(tmp_path: Path) -> None:
    with previewing(tmp_path, Options(port=0, limits=LIMITS, patience=0.2)) as preview, ExitStack() as stack:
        held = [_silent(stack, preview, ROOM) for _ in range(LIMITS.each)]
        assert all(_is_hung_up_on(wire) for wire in held)
        assert preview.status(preview.get("/index.html"), source=ROOM) == 200


def test_who_does_not_read_an_answer_is_hung_up_on(tmp_path: Path) -> None:
    limits = ConnectionLimits(room=6, each=2, here=5, stalled=0.5)
    with previewing(tmp_path, Options(port=0, limits=limits)) as preview, ExitStack() as stack:
        preview.path("content/img").mkdir()
        preview.path("content/img/large.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(30_000_000))
        preview.built()
        slow = [_silent(stack, preview, ROOM) for _ in range(limits.each)]
        for wire in slow:
            wire.sendall(preview.get("/img/large.png"))
        end = time.monotonic() + PATIENCE
        while preview.status(preview.get("/index.html"), source=ROOM) != 200:
            assert time.monotonic() < end, "they keep their places"
        assert len(slow[0].recv(1000)) == 1000, "what was sent already is read, be it too late"


def _upgraded(stack: ExitStack, preview: Preview, source: str) -> tuple[socket.socket, bytes]:
    wire = _silent(stack, preview, source)
    upgrade = [
        "Upgrade: websocket", "Sec-WebSocket-Version: 13", f"Origin: {preview.url[:-1]}",
        f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}",
    ]  # fmt: skip
    wire.sendall(preview.get("/livereload", *upgrade).replace(b"close", b"Upgrade"))
    return wire, wire.recv(65536)


def test_sockets_count_whether_they_speak_or_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sockets, "_MOST", 3)
    monkeypatch.setattr(sockets, "_MOST_EACH", 2)
    with previewing(tmp_path, Options(port=0)) as preview, ExitStack() as stack:
        sources = (ROOM, ROOM, ROOM, OTHER, THIRD, "127.0.0.1")
        answers = [_upgraded(stack, preview, source)[1].split(b" ")[1] for source in sources]
    assert answers == [b"101", b"101", b"503", b"101", b"503", b"101"]


def test_a_socket_that_never_speaks_is_closed(tmp_path: Path) -> None:
    with previewing(tmp_path, Options(port=0, patience=0.2)) as preview, ExitStack() as stack:
        wire, answer = _upgraded(stack, preview, ROOM)
        assert b" 101 " in answer
        said = answer.partition(b"\r\n\r\n")[2]
        while chunk := wire.recv(1000):
            said += chunk
    assert b"silent" in said


@pytest.mark.parametrize("share", [10**400, -(10**400), float("inf"), 0.5, 3])
def test_a_share_of_any_size_is_one_from_0_to_1(share: float) -> None:
    place = _place({"page": "/", "share": share})
    assert place is not None
    assert '"share": 0.5' in place or '"share": 1.0' in place or '"share": 0.0' in place


@pytest.mark.parametrize(
    "place",
    [
        {"page": "/\t/x.example", "share": 0}, {"page": "/a\nb", "share": 0}, {"page": "/a b", "share": 0},
        {"page": "/", "share": float("nan")}, {"page": "/", "share": 0, "hash": "\ud800"},
        {"page": "/", "share": 0, "anchor": "a\tb"}, {"page": "/\u2028", "share": 0},
    ],
    ids=range(7),
)  # fmt: skip
def test_an_address_with_what_is_no_sign_leads_nowhere(place: object) -> None:
    assert _place(place) is None


@pytest.mark.parametrize("code", [errno.EACCES, errno.EIO, errno.ESTALE, errno.ELOOP])
def test_folders_that_cannot_be_looked_at_are_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    inner, looks, is_down = watch.look, threading.Semaphore(0), threading.Event()

    def look(folders: object) -> object:
        looks.release()
        if is_down.is_set():
            raise OSError(code, os.strerror(code), "content")
        return inner(folders)  # type: ignore[arg-type]  # whatever the watch hands on

    monkeypatch.setattr(watch, "look", look)
    monkeypatch.setattr(watch, "PAUSE", 0.01)
    monkeypatch.setattr(watch, "_SHARE", 0)
    with previewing(tmp_path, Options(port=0, hints=False)) as preview:
        is_down.set()
        while looks.acquire(blocking=False):
            pass
        for _ in range(5):
            looks.acquire(timeout=PATIENCE)
        assert preview.status(preview.get("/index.html")) == 200
        preview.change("A coffee on the way", "Tea")
        is_down.clear()
        assert preview.built()
        assert b"Tea" in preview.ask(preview.get("/index.html"))
        assert sum("cannot be looked at" in said for said in preview.said) == 1


@pytest.mark.parametrize(
    ("code", "mend"),
    [(errno.EIO, "it is tried again"), (errno.EMFILE, "it is tried again"), (errno.EACCES, "its rights")],
)
def test_a_drive_that_comes_back_is_read_without_a_save(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, mend: str
) -> None:
    inner, is_away = folder._read, threading.Event()

    def read(path: str, most: int, *, patient: bool) -> bytes:
        if is_away.is_set():
            raise OSError(code, os.strerror(code), path)
        return inner(path, most, patient=patient)

    monkeypatch.setattr(folder, "_read", read)
    monkeypatch.setattr(server, "RETRY", 0.01)
    with previewing(tmp_path) as preview:
        is_away.set()
        preview.change("A coffee on the way", "Tea")
        assert preview.built()
        page = preview.ask(preview.get("/index.html"))
        assert b"A coffee on the way" in page
        assert mend.encode() in page
        is_away.clear()
        while not preview.built():
            pass
        page = preview.ask(preview.get("/index.html"))
        assert b"Tea" in page
        assert b"cannot be read" not in page


@pytest.mark.parametrize("where", ["schedule", "start"])
def test_without_file_events_the_looks_remain(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, "inotify instance limit reached")

    monkeypatch.setattr(BaseObserver, where, refuse)
    with previewing(tmp_path, Options(port=0)) as preview:
        preview.change("A coffee on the way", "Tea")
        assert preview.built()
        assert b"Tea" in preview.ask(preview.get("/index.html"))


class _Closed(list[str]):
    """Where nothing can be said any more."""

    def append(self, _: str) -> None:
        raise BrokenPipeError


def test_a_terminal_that_was_closed_is_no_reason_to_stop(tmp_path: Path) -> None:
    write(tmp_path, PROJECT)
    preview = Preview(tmp_path, Options(port=0), said=_Closed())
    preview.start()
    try:
        preview.change("emotion: -1 ", "emotion: 77 ")
        assert preview.built()
        assert preview.status(preview.get("/index.html")) == 200
    finally:
        preview.stop()


def _failing(kind: type[Exception]) -> Callable[[Site, str], bytes]:
    def fail(_: Site, url: str) -> bytes:
        raise kind(url)

    return fail


def _body(preview: Preview, path: str) -> bytes:
    """Return what is sent, without the head, in which the time stands."""
    return preview.ask(preview.get(path)).partition(b"\r\n\r\n")[2]


@pytest.mark.parametrize("kind", [OSError, MemoryError, RecursionError, KeyError])
def test_a_page_that_cannot_be_made_stays_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    with previewing(tmp_path) as preview:
        before = preview.ask(preview.get("/journeys/coffee.html"))
        calendar = _body(preview, "/insights/reviews.ics")
        monkeypatch.setattr(Site, "__getitem__", _failing(kind))
        after = preview.ask(preview.get("/journeys/coffee.html"))
        assert b"A coffee on the way" in before
        assert b"A coffee on the way" in after
        assert b"cannot be made" in after
        assert _body(preview, "/insights/reviews.ics") == calendar
        assert preview.status(preview.get("/departments/care.html")) == 200, "never made, so it says why"


def test_every_kind_of_file_has_its_content_type(tmp_path: Path) -> None:
    with previewing(tmp_path) as preview:
        assert b"Content-Type: text/calendar; charset=utf-8" in preview.ask(preview.get("/insights/reviews.ics"))
        files = {Path(url).suffix for url in preview.server.stage.scene.site or ()}
    assert {suffix for suffix in files | MEDIA if _type_of(f"a{suffix}") == "application/octet-stream"} == set()


def test_limits_leave_files_for_all_else() -> None:
    assert within(ConnectionLimits(), 4096) == ConnectionLimits()
    for handles in (1024, 256, 160):
        limits = within(ConnectionLimits(), handles)
        assert 0 < limits.each <= limits.room
        assert limits.room + limits.here <= handles - 128
