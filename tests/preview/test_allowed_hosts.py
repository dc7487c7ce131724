"""A container or a code space is asked for by a name of its own: how one is let in, and how far."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from cjsite.base.problem import Refusal
from cjsite.preview.hosts import HostRules, allowable
from cjsite.preview.server import Options
from tests.support.preview import Preview, previewing

BOX = "box-8000.app.example"


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview in a box."""
    options = Options(port=0, edit=True, allow=(BOX, ".spaces.example"))
    with previewing(tmp_path_factory.mktemp("box"), options) as running:
        yield running


@pytest.mark.parametrize("host", [BOX, f"{BOX}:443", "a.spaces.example", "a.b.spaces.example", "localhost:{port}"])
def test_allowed_names_are_answered(preview: Preview, host: str) -> None:
    assert preview.status(preview.get("/journeys/coffee.html", host=host.format(port=preview.port))) == 200


@pytest.mark.parametrize(
    "host", ["app.example", f"a.{BOX}", f"{BOX}.evil.example", "spaces.example", "evilspaces.example"]
)
def test_others_are_not(preview: Preview, host: str) -> None:
    assert preview.status(preview.get("/", host=host)) == 403


def test_they_look_on_and_do_not_write(preview: Preview) -> None:
    page = preview.ask(preview.get("/journeys/coffee.html", host=BOX))
    assert b"Follow the presenter" in page and b"preview-token" not in page
    assert any(BOX in line and "not to write" in line for line in preview.said)
    assert not HostRules(allowed=(BOX,)).is_presenter("127.0.0.1", BOX)
    assert not HostRules(allowed=(BOX,)).is_same_origin(f"https://{BOX}", "localhost:8000"), (
        "a page of it may not write"
    )


@pytest.mark.parametrize(
    ("host", "origin", "is_let_in"),
    [
        (BOX, f"https://{BOX}", True),
        ("localhost:{port}", f"https://{BOX}", True),
        (BOX, f"http://{BOX}", True),
        (BOX, "https://evil.example", False),
        ("localhost:{port}", f"https://{BOX}.evil.example", False),
        ("evil.example", f"https://{BOX}", False),
    ],
)
def test_its_pages_are_told_of_saves(preview: Preview, host: str, origin: str, is_let_in: bool) -> None:
    """What forwards to a code space may ask for `localhost`, while the browser says where it is."""

    async def listen() -> bool:
        headers = {"Host": host.format(port=preview.port), "Origin": origin}
        try:
            wire = await websocket_connect(
                HTTPRequest(f"ws://127.0.0.1:{preview.port}/livereload", headers=headers)
            )
        except HTTPClientError:
            return False
        wire.close()
        while await wire.read_message() is not None:
            pass  # until the other side has hung up, too
        return True

    with ThreadPoolExecutor(1) as thread:
        assert thread.submit(lambda: asyncio.run(listen())).result() is is_let_in


def test_a_stranger_is_told_how_to_be_let_in(tmp_path: Path) -> None:
    with previewing(tmp_path) as running:
        answer = running.ask(running.get("/", host="Box.Example:8000")).decode()
        assert " 403 " in answer.partition("\r\n")[0]
        assert "<h1>" in answer and "--allow-host box.example" in answer
        running.ask(running.get("/other", host="box.example"))
        told = [line for line in running.said if "--allow-host" in line]
        assert len(told) == 1 and "--allow-host box.example" in told[0]
        for number in range(20):
            running.ask(running.get("/", host=f"n{number}.example"))
        assert len([line for line in running.said if "--allow-host" in line]) == 5, (
            "a flood is not worth a line each"
        )


@pytest.mark.parametrize("host", ["<b>x</b>", "a b", "-x.example", "a..b", "x" * 300, "x_y", ""])
def test_what_is_no_name_is_not_repeated(tmp_path: Path, host: str) -> None:
    with previewing(tmp_path) as running:
        answer = running.ask(running.get("/", host=host or " "))
        assert b" 403 " in answer or b" 400 " in answer or not answer
        assert b"--allow-host" not in answer
        assert not any("--allow-host" in line for line in running.said)


@pytest.mark.parametrize(
    ("name", "allowed"), [("Box.Example", "box.example"), ("*.x.example", ".x.example"), ("box", "box")]
)
def test_names_are_compared_in_one_form(name: str, allowed: str) -> None:
    assert allowable(name) == allowed


@pytest.mark.parametrize(
    "name", ["https://box.example", "box.example:8000", "box/", "*", "*.dev", ".dev", "", "a b"]
)
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(Refusal, match="no name of a machine"):
        allowable(name)
