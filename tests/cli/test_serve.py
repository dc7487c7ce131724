"""The preview: it serves what is on disk, shows every save, and survives a broken one."""

import http.client
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.served import served
from tests.support.told import until


@pytest.fixture
def preview(map_folder: Path) -> Iterator[int]:
    """The port of a preview of the smallest site."""
    with served(map_folder) as running:
        yield running.port


def _get(port: int, path: str, host: str = "127.0.0.1") -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Host": f"{host}:{port}"})
    answer = connection.getresponse()
    status, text = answer.status, answer.read().decode()
    connection.close()
    return status, text


def _until(port: int, path: str, wanted: str) -> str:
    """Return the page once it holds the words."""

    def look() -> str | None:
        _, text = _get(port, path)
        return text if wanted in text else None

    return until(f"http://127.0.0.1:{port}{path}", look)


def test_pages_are_served_and_others_are_not(preview: int) -> None:
    assert _get(preview, "/")[0] == 200
    assert _get(preview, "/index.html")[0] == 200
    status, text = _get(preview, "/journeys/coffee.html")
    assert (status, "First sip" in text, "/livereload.js" in text) == (200, True, True)
    assert _get(preview, "/nothing.html")[0] == 404
    assert _get(preview, "/../content/journeys/coffee.yml")[0] == 404
    assert _get(preview, "/livereload.js")[0] == 200


def test_only_this_machine_is_answered(preview: int) -> None:
    assert _get(preview, "/", host="localhost")[0] == 200
    assert _get(preview, "/", host="evil.example")[0] == 403


def test_a_save_is_shown_and_a_broken_one_told(preview: int, map_folder: Path) -> None:
    source = map_folder / "content" / "journeys" / "coffee.yml"
    whole = source.read_text("utf-8")
    source.write_text(whole.replace("First sip", "Second sip"), "utf-8")
    _until(preview, "/journeys/coffee.html", "Second sip")
    source.write_text(whole + "titel: <b>x\n", "utf-8")
    text = _until(preview, "/journeys/coffee.html", "unknown key")
    assert "Second sip" in text, "the last whole page is still there"
    assert "<b>x" not in text
    source.write_text(whole, "utf-8")
    assert "unknown key" not in _until(preview, "/journeys/coffee.html", "First sip")
    (source.parent / "tea.yml").write_text(whole.replace("coffee", "tea"), "utf-8")
    _until(preview, "/journeys/tea.html", "A tea")


def test_a_broken_start_is_mended_by_a_save(map_folder: Path) -> None:
    source = map_folder / "content" / "journeys" / "coffee.yml"
    whole = source.read_text("utf-8")
    source.write_text("title: [\n", "utf-8")
    with served(map_folder, status=503) as running:
        assert "coffee.yml" in _until(running.port, "/", "coffee.yml")
        source.write_text(whole, "utf-8")
        _until(running.port, "/journeys/coffee.html", "First sip")
