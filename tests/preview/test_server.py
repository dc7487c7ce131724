"""What the server does when files change, break, vanish and come back; without a browser."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from cjsite.preview import network, watch
from cjsite.preview.hosts import HostRules
from cjsite.preview.join import join_page, qr_picture, qr_text
from cjsite.preview.server import Options
from cjsite.preview.sockets import _place
from tests.support.preview import JOURNEY, PATIENCE, PROJECT, Preview, previewing


def page(preview: Preview, path: str = "/journeys/coffee.html") -> str:
    return preview.ask(preview.get(path)).decode()


def until_built(preview: Preview) -> None:
    """Wait for a build that browsers are told of: editors' saves may come as several events."""
    while not preview.built():
        pass


def test_a_save_is_seen(tmp_path: Path) -> None:
    with previewing(tmp_path) as preview:
        preview.change("Sees the queue", "Joins the queue")
        until_built(preview)
        assert "Joins the queue" in page(preview)


def test_a_save_is_seen_without_any_file_event(tmp_path: Path) -> None:
    with previewing(tmp_path, Options(port=0, hints=False)) as preview:
        preview.change("Sees the queue", "Joins the queue")
        until_built(preview)
        assert "Joins the queue" in page(preview)
    assert watch.PAUSE <= 0.5, "with a build, that is within 0.65 s"


def test_a_save_by_rename_is_seen(tmp_path: Path) -> None:
    with previewing(tmp_path) as preview:
        new = preview.path("content/journeys/.coffee.yml.swp")
        new.write_text(preview.path(JOURNEY).read_text("utf-8").replace("Orders", "Pays"), "utf-8")
        new.replace(preview.path(JOURNEY))
        until_built(preview)
        assert "Pays" in page(preview)


def test_a_slip_keeps_the_last_whole_site(tmp_path: Path) -> None:
    with previewing(tmp_path) as preview:
        preview.change("emotion: -1", "emotion: 7")
        until_built(preview)
        for path in ("/", "/journeys/coffee.html", "/pages/about.html"):
            shown = page(preview, path)
            assert shown.startswith("HTTP/1.1 200")
            assert "off the site&#x27;s emotion scale" in shown
        assert "Sees the queue" in page(preview)
        preview.change("emotion: 7", "emotion: 1")
        until_built(preview)
        assert "preview-problems-" not in page(preview)
        assert preview.said[-1] == "mended"


def test_a_slip_from_the_start_is_told_and_mended(tmp_path: Path) -> None:
    with previewing(tmp_path, project=PROJECT.replace("emotion: -1", "emotion: 7")) as preview:
        assert page(preview).startswith("HTTP/1.1 503")
        assert "nothing to show yet" in page(preview)
        preview.change("emotion: 7", "emotion: 1")
        until_built(preview)
        assert page(preview).startswith("HTTP/1.1 200")


def test_a_template_that_fails_keeps_the_last_page(tmp_path: Path) -> None:
    template = "-- themes/own/theme.yml --\ntitle: Own\n-- themes/own/templates/404.html --\nbefore\n"
    project = PROJECT.replace("language: en", "language: en\ntheme: own") + template
    with previewing(tmp_path, project=project) as preview:
        assert "before" in page(preview, "/nowhere.html")
        preview.path("themes/own/templates/404.html").write_text("{{ data.no.such }}", "utf-8")
        until_built(preview)
        shown = page(preview, "/nowhere.html")
        assert "before" in shown
        assert "themes/own/templates/404.html:1" in shown


def test_settings_themes_and_words_need_no_restart(tmp_path: Path) -> None:
    with previewing(tmp_path) as preview:
        preview.change("title: Shop", "title: Corner shop", "content/site.yml")
        until_built(preview)
        assert "Corner shop" in page(preview)
        own = preview.path("themes/own")
        (own / "words").mkdir(parents=True)
        (own / "theme.yml").write_text("title: Own\n", "utf-8")
        (own / "words" / "en.yml").write_text("site.journeys: Ways\n", "utf-8")
        preview.change("language: en", "language: en\ntheme: own", "content/site.yml")
        until_built(preview)
        assert ">Ways<" in page(preview)
        (own / "words" / "en.yml").write_text("site.journeys: Roads\n", "utf-8")
        until_built(preview)
        assert ">Roads<" in page(preview)


def test_the_content_folder_may_go_and_come_back(tmp_path: Path) -> None:
    with previewing(tmp_path) as preview:
        content = preview.path("content")
        content.rename(preview.path("elsewhere"))
        until_built(preview)
        assert "Sees the queue" in page(preview)
        assert "no content here" in page(preview)
        preview.path("elsewhere").rename(content)
        until_built(preview)
        assert "preview-problems-" not in page(preview)
        shutil.copytree(content, preview.path("copy"))
        shutil.rmtree(content)
        shutil.copytree(preview.path("copy"), content)
        # The folder is another one now; a save in it is seen all the same.
        preview.change("Sees the queue", "Sees it")
        while "Sees it" not in page(preview):
            preview.built()


def test_five_hundred_saves_end_with_the_last(tmp_path: Path) -> None:
    with previewing(tmp_path) as preview:
        text = preview.path(JOURNEY).read_text("utf-8")
        for number in range(500):
            preview.path(JOURNEY).write_text(text.replace("Orders", f"Orders {number}."), "utf-8")
        while "Orders 499." not in page(preview):
            preview.built()
        assert preview.builds.qsize() < 400, "saves are collected"


def test_a_paste_of_five_megabytes(tmp_path: Path) -> None:
    with previewing(tmp_path) as preview:
        preview.change("Twelve people!", "x" * 5_000_000)
        while "longer than" not in (shown := page(preview)):
            preview.built()
        assert len(shown) < 500_000


def test_nothing_changed_is_nothing_told(tmp_path: Path) -> None:
    with previewing(tmp_path) as preview:
        os.utime(preview.path(JOURNEY))
        assert preview.built() is False


def test_a_page_a_browser_has_is_not_sent_again(tmp_path: Path) -> None:
    with previewing(tmp_path) as preview:
        head = page(preview).partition("\r\n\r\n")[0]
        version = next(line for line in head.splitlines() if line.startswith("X-Preview-V")).partition(": ")[2]
        again = preview.ask(preview.get("/journeys/coffee.html", f"X-Preview-Have: {version}"))
        assert again.startswith(b"HTTP/1.1 204")


def test_the_stylesheet_of_the_page_before_is_still_there(tmp_path: Path) -> None:
    with previewing(tmp_path) as preview:
        before = page(preview)
        css = before[before.index("assets/cjsite.") :].partition('"')[0]
        own = preview.path("themes/own/assets")
        own.mkdir(parents=True)
        (own.parent / "theme.yml").write_text("css: [more.css]\n", "utf-8")
        (own / "more.css").write_text("p { color: red }\n", "utf-8")
        preview.change("language: en", "language: en\ntheme: own", "content/site.yml")
        until_built(preview)
        assert css not in page(preview)
        assert preview.status(preview.get(f"/{css}")) == 200


def test_a_port_in_use_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with previewing(tmp_path, Options(port=port)) as preview:
            assert preview.port > port
            assert preview.said[0] == f"port {port} is in use; using {preview.port}"


def test_all_ports_in_use_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "_TRIES", 1)
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(OSError, match="in use"):
        network.listening("127.0.0.1", taken.getsockname()[1])


def test_it_is_open_to_this_machine_only(tmp_path: Path) -> None:
    with previewing(tmp_path) as preview:
        assert preview.server._socket.getsockname()[0] == "127.0.0.1"
        assert preview.server.house.rules == HostRules()
        assert "--lan" in page(preview, "/_preview/join")


def test_the_room_is_shown_how_to_join(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cjsite.preview.server.own_addresses", lambda: ("192.0.2.7",))
    # Nothing leaves this machine: the server listens here, and only believes that it has another address too.
    listening = network.listening
    monkeypatch.setattr("cjsite.preview.server.listening", lambda _address, port: listening("127.0.0.1", port))
    with previewing(tmp_path, Options(port=0, lan=True)) as preview:
        address = f"http://192.0.2.7:{preview.port}/"
        assert any(address in line and "cannot write" in line for line in preview.said)
        for host in ("", f"192.0.2.7:{preview.port}"):
            shown = preview.ask(preview.get("/_preview/join", host=host)).decode()
            assert address in shown
        assert b"<svg" in preview.ask(preview.get("/_preview/join.svg"))
        room = preview.ask(preview.get("/journeys/coffee.html", host=f"192.0.2.7:{preview.port}"), "127.0.0.2")
        assert b"Follow the presenter" in room
        assert b"Sees the queue" in room
        assert b"preview-token" not in room
        assert preview.status(preview.get("/", host="192.0.2.8")) == 403


def test_a_code_for_phones() -> None:
    assert qr_picture("http://192.0.2.7:8000/").startswith(b"<?xml")
    assert "█" in qr_text("http://192.0.2.7:8000/") or "▄" in qr_text("http://192.0.2.7:8000/")
    assert b"&lt;b&gt;" in join_page("<b>")


@pytest.mark.parametrize(
    "place",
    [
        None, "x", {}, {"page": "//evil.example/", "share": 0}, {"page": "https://evil.example", "share": 0},
        {"page": "/\\evil.example", "share": 0}, {"page": "/" + "a" * 400, "share": 0}, {"page": "/", "share": "x"},
        {"page": "javascript:alert(1)", "share": 0},
    ],
)  # fmt: skip
def test_followers_are_led_nowhere_else(place: object) -> None:
    assert _place(place) is None


def test_followers_are_led_within_the_site() -> None:
    found = _place({"page": "/journeys/coffee.html", "hash": "#at-orders", "anchor": "x", "share": 7, "more": 1})
    wanted = {"page": "/journeys/coffee.html", "hash": "#at-orders", "anchor": "x", "share": 1.0}
    assert json.loads(found or "") == wanted


def test_a_built_site_has_nothing_of_the_preview(tmp_path: Path) -> None:
    from tests.support.command import build
    from tests.support.files import read, write

    built = read(build(write(tmp_path, PROJECT), tmp_path / "output"))
    for path, data in built.items():
        if not path.endswith(".woff2"):
            assert b"_preview" not in data, path
            assert b"livereload" not in data, path


def test_it_stops_at_once_when_interrupted(tmp_path: Path) -> None:
    from tests.support.files import write

    write(tmp_path, PROJECT)
    command = [sys.executable, "-m", "cjsite", "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        assert process.stderr.readline().startswith("Serving http://127.0.0.1:")
        process.send_signal(signal.SIGINT)
        rest = process.communicate(timeout=PATIENCE)[1]
    assert "Traceback" not in rest
    assert rest.endswith("stopped\n")
    assert process.returncode == 0


def test_the_file_saved_last_comes_first(tmp_path: Path) -> None:
    with previewing(tmp_path) as preview:
        preview.change("title: Web", "titel: Web", "content/channels.yml")
        until_built(preview)
        preview.change("emotion: -1", "emotion: 7")
        while "emotion scale" not in (shown := page(preview)):
            preview.built()
        assert shown.index("coffee.yml:10") < shown.index("channels.yml:1")
