"""Requests that no page of the preview would send: every one refused, and nothing of the machine given away."""

import asyncio
import base64
import os
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from cjsite.preview.hosts import HostRules, is_foreign
from cjsite.preview.server import Options
from cjsite.text.json_depth import JSON_DEPTH_LIMIT
from tests.support.preview import PROJECT, Preview, previewing

SECRET = b"the secret of this machine"
ROOM = "192.0.2.7"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview that would edit, with a secret beside it."""
    root = tmp_path_factory.mktemp("hostile")
    (root / "secret.png").write_bytes(SECRET)
    pictures = root / "content" / "journeys" / "img"
    pictures.mkdir(parents=True)
    (pictures / "own.png").write_bytes(b"a picture")
    with previewing(root, Options(port=0, edit=True, patience=1.0)) as running:
        yield running


def is_refused(preview: Preview, request: bytes, source: str = "127.0.0.1") -> bool:
    answer = preview.ask(request, source)
    assert SECRET not in answer
    assert b"A coffee" not in answer, "a page was sent"
    assert b"Traceback" not in answer
    assert b"Server:" not in answer
    return not answer or int(answer.split(b" ", 2)[1]) >= 400


HOSTS = [
    "evil.example", "evil.example:{port}", "localhost.evil.example:{port}", "127.0.0.1.evil.example",
    "[::1]:{port}",
    "0.0.0.0:{port}", f"{ROOM}:{{port}}", "127.0.0.2:{port}", "127.1:{port}", "2130706433:{port}",
    "0x7f.1:{port}",
    "localhost.:{port}", "localhost:{port}, evil.example", "evil.example@localhost:{port}",
    "localhost@evil.example",
    "localhost:999999", "localhost:", "localhost:{port}/evil", "lоcalhost:{port}".encode().decode("latin-1"), " ",
]  # fmt: skip


@pytest.mark.parametrize("host", HOSTS)
def test_another_name_for_this_machine_is_refused(preview: Preview, host: str) -> None:
    for path in ("/", "/journeys/coffee.html", "/livereload.js", "/_preview/join", "/_preview/preview.js"):
        assert is_refused(preview, preview.get(path, host=host.format(port=preview.port)))


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\n",
        b"GET / HTTP/1.0\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n",
        b"GET / HTTP/1.1\r\nHost: evil.example\r\nHost: localhost\r\n",
        b"GET http://localhost/ HTTP/1.1\r\nHost: evil.example\r\n",
        b"GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\n folded: evil.example\r\n",
        b"GET / HTTP/1.1\r\nHost : localhost\r\n",
        b"GET /\r\n",
        b"GET / HTTP/9.9\r\nHost: localhost\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: \x00\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
    ],
)  # fmt: skip
def test_malformed_requests_are_refused(preview: Preview, head: bytes) -> None:
    assert is_refused(preview, head + b"Connection: close\r\n\r\n")


PATHS = [
    "/../secret.png", "/..%2fsecret.png", "/%2e%2e/secret.png", "/%2e%2e%2fsecret.png", "/..%5csecret.png",
    "/..\\secret.png",
    "/%252e%252e%252fsecret.png", "/journeys/../../secret.png", "/journeys/img/..%2f..%2f..%2fsecret.png",
    "/....//secret.png",
    "//secret.png", "///etc/passwd", "/etc/passwd", "/%2fetc%2fpasswd", "/file:///etc/passwd",
    "/c:/windows/win.ini", "/c:%5cwindows",
    "/secret.png", "/secret.png%00.html", "/index.html%00.png", "/%00", "/nul", "/con.html", "/aux.css",
    "/com1", "/nul.png",
    "/content/site.yml", "/site.yml", "/journeys/coffee.yml", "/journeys/coffee.yml%20",
    "/journeys/coffee.yml::$DATA",
    "/departments.yml", "/pages/about.md", "/themes/default/theme.yml", "/templates/base.html", "/.cjsite.json",
    "/.git/config",
    "/journeys/img/", "/journeys/img", "/assets/", "/assets", "/_preview/",
    "/_preview/../secret.png",
    "/_preview/..%2fpanel.py", "/_preview/server.py", "/_preview/idiomorph.js/", "/livereload.js/",
    "/forcereload",
    "/%ff%fe", "/%c0%ae%c0%ae/secret.png", "/journeys/coffee.html/", "/" + "a" * 1990 + "/../" * 3,
]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_nothing_but_the_site_is_served(preview: Preview, path: str) -> None:
    assert is_refused(preview, preview.get(path))


def test_a_link_out_of_the_project_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_bytes(SECRET)
    with previewing(tmp_path / "project", Options(port=0)) as running:
        (running.root / "content" / "journeys" / "link.png").symlink_to(tmp_path / "secret.png")
        assert running.built(), "the problem is shown"
        assert is_refused(running, running.get("/journeys/link.png"))
        assert any("content/journeys/link.png:1:1: this link is not followed" in said for said in running.said)
        assert running.status(running.get("/")) == 200, "the last whole site stays"


def test_the_sites_own_pictures_are_served(preview: Preview) -> None:
    assert b"a picture" in preview.ask(preview.get("/journeys/img/own.png"))


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "X" * 900]
)
def test_only_reading_methods(preview: Preview, method: str) -> None:
    for path in ("/", "/index.html", "/livereload.js", "/_preview/join", "/_preview/preview.css"):
        assert is_refused(preview, preview.get(path, method=method))


@pytest.mark.parametrize(
    "headers",
    [
        ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors", "Sec-Fetch-Dest: script"],
        ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors"],
        ["Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: no-cors"],
        ["X: " + "a" * 70_000],
        [f"X-{n}: {'a' * 80}" for n in range(1000)],
    ],
    ids=["script", "fetch", "other port", "large header", "many headers"],
)
def test_parts_of_foreign_pages_and_large_heads_are_refused(preview: Preview, headers: list[str]) -> None:
    assert is_refused(preview, preview.get("/index.html", *headers))


def test_a_long_address_is_refused(preview: Preview) -> None:
    assert is_refused(preview, preview.get("/index.html?" + "a" * 3000))
    assert is_refused(preview, preview.get("/" + "a/" * 200_000))


def test_large_bodies_are_refused(preview: Preview) -> None:
    assert is_refused(preview, preview.get("/_preview/note", method="POST", body=b"x" * 5_000_000))
    chunks = b"ffff\r\n" + b"x" * 0xFFFF + b"\r\n"
    request = preview.get("/_preview/note", "Transfer-Encoding: chunked", method="POST")
    assert is_refused(preview, request + chunks * 50)


@pytest.mark.parametrize(
    "drop",
    [b"", b"G", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: ",
     b"POST /_preview/note HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n{"],
    ids=["silence", "a letter", "half a head", "half a body"],
)  # fmt: skip
def test_the_slow_are_hung_up_on_and_others_served(preview: Preview, drop: bytes) -> None:
    with socket.create_connection(("127.0.0.1", preview.port), 60) as slow:
        slow.sendall(drop)
        assert preview.status(preview.get("/index.html")) == 200
        assert b"200" not in slow.recv(100)


def _upgrade(preview: Preview, *headers: str, host: str = "") -> bytes:
    key = base64.b64encode(os.urandom(16)).decode()
    upgrade = ["Upgrade: websocket", "Sec-WebSocket-Version: 13", f"Sec-WebSocket-Key: {key}"]
    return preview.get("/livereload", *upgrade, *headers, host=host).replace(b"close", b"Upgrade")


ORIGINS = [
    "", "null", "http://evil.example", "http://evil.example:{port}", "https://127.0.0.1:{port}",
    "http://127.0.0.1",
    "http://127.0.0.1:1", "http://127.0.0.1:{port}.evil.example", "http://localhost:{port}", "file://",
    "http://user@127.0.0.1:{port}",
    "http://127.0.0.1:{port}/", "chrome-extension://abc",
]  # fmt: skip


def test_a_socket_from_another_page_is_refused(preview: Preview) -> None:
    def accepts(origin: str) -> bool:
        headers = [f"Origin: {origin.format(port=preview.port)}"] if origin else []
        return not is_refused(preview, _upgrade(preview, *headers))

    # All at once: the server keeps each waiting until its patience ends.
    with ThreadPoolExecutor(len(ORIGINS)) as threads:
        accepted = threads.map(accepts, ORIGINS)
    assert [origin for origin, is_open in zip(ORIGINS, accepted, strict=True) if is_open] == []


def test_a_socket_by_another_name_is_refused(preview: Preview) -> None:
    host = f"evil.example:{preview.port}"
    assert is_refused(preview, _upgrade(preview, f"Origin: http://{host}", host=host))


def test_foreign_words_end_the_talk(preview: Preview) -> None:
    async def answer_to(message: str) -> object:
        request = HTTPRequest(f"ws://127.0.0.1:{preview.port}/livereload", headers={"Origin": preview.url[:-1]})
        wire = await websocket_connect(request)
        await wire.write_message(message)
        answer = await wire.read_message()
        wire.close()
        return answer

    messages = (
        "", "x", "[]", "{}", "null", '{"command": "reload"}', '{"command": ["hello"]}', "x" * 100_000,
        "[" * (JSON_DEPTH_LIMIT + 1),
        '{"command": "hello"', '{"command": "forcereload", "path": "/"}',
    )  # fmt: skip
    # On a thread of its own: this one may hold the loop of a browser that other tests drive.
    with ThreadPoolExecutor(1) as thread:
        for message in messages:
            assert thread.submit(lambda said: asyncio.run(answer_to(said)), message).result() is None, message
    assert preview.status(preview.get("/index.html")) == 200


def test_answers_tell_browsers_what_they_must_not_do(preview: Preview) -> None:
    for path, status in (("/index.html", b"200"), ("/nowhere.png", b"404")):
        head = preview.ask(preview.get(path)).partition(b"\r\n\r\n")[0]
        assert status in head.split(b"\r\n")[0]
        for header in (
            b"Cache-Control: no-store", b"X-Content-Type-Options: nosniff", b"X-Frame-Options: DENY",
            b"Cross-Origin-Resource-Policy: same-origin", b"default-src 'self'", b"frame-ancestors 'none'",
        ):  # fmt: skip
            assert header in head
        assert b"Access-Control" not in head
        assert b"unsafe" not in head


def test_words_in_errors_are_text(tmp_path: Path) -> None:
    project = PROJECT.replace("title: Sees the queue ", "'<script>alert(1)</script>': 1\n        title: S")
    with previewing(tmp_path, project=project) as running:
        page = running.ask(running.get("/index.html"))
    assert b"&lt;script&gt;alert(1)" in page
    assert b"<script>alert" not in page


def test_rules_for_the_room() -> None:
    rules = HostRules(frozenset({ROOM}))
    assert rules.name(f"{ROOM}:8000") == ROOM
    assert rules.name("192.0.2.8:8000") is None
    assert rules.is_same_origin(f"http://{ROOM}:8000", f"{ROOM}:8000")
    assert not rules.is_same_origin("http://localhost:8000", f"{ROOM}:8000")
    assert rules.is_presenter("127.0.0.1", "localhost:8000")
    assert not rules.is_presenter("127.0.0.1", f"{ROOM}:8000")
    assert not rules.is_presenter(ROOM, "localhost:8000")
    assert not rules.is_presenter("192.0.2.99", f"{ROOM}:8000")
    assert not rules.is_presenter(None, "localhost")
    assert is_foreign("cross-site", "no-cors")
    assert not is_foreign("cross-site", "navigate"), "a link from a chat opens the page"
    assert not is_foreign(None, None)
