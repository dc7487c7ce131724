"""The reference for authors in the preview: all of it for who writes, none of it for others or in a built site."""

import re
from functools import cache
from pathlib import Path

import pytest

from cjsite.authoring.lookup import article, articles
from cjsite.preview import network
from cjsite.preview.inject import Viewer, with_preview
from cjsite.preview.pages import own_files
from cjsite.preview.reference_pages import ADDRESS, reference_page
from cjsite.preview.server import Options
from tests.support.html import Document
from tests.support.preview import previewing

NAMES = ["reference", "messages", "findings", *articles("kinds"), *articles("topics")]


@cache
def _page(name: str) -> Document:
    return Document(reference_page(name).decode())


@pytest.mark.parametrize("name", NAMES)
def test_every_page_of_the_reference_leads_only_to_others(name: str) -> None:
    page = _page(name)
    links = [link for link in page.links if link.startswith(f"{ADDRESS}/")]
    for link in dict.fromkeys(links):
        target, _, place = link.removeprefix(f"{ADDRESS}/").partition("#")
        assert article(target)
        assert not place or place in _page(target).ids, link
    assert len(page.ids) == len(set(page.ids))


def test_a_kind_of_thing_has_all_its_fields_on_its_page() -> None:
    page = Document(reference_page("step").decode())
    assert set(article("step").items) <= set(page.ids)
    assert "What the customer does. Write a text, or a list" in page.text
    assert "<mark>        actions: Looks at the board" in reference_page("step").decode()


def test_what_is_asked_for_is_looked_up_and_escaped() -> None:
    assert "One feeling at one point of the line" in reference_page("", "feeling").decode()
    nothing = reference_page("", '<script>"zzzz"</script>').decode()
    assert "Nothing found" in nothing and "<script" not in nothing
    with pytest.raises(KeyError):
        reference_page("nothing-of-that-name")


def test_it_works_without_scripts_and_styles_of_its_own() -> None:
    for name in NAMES:
        assert not re.search(r"<script|<style|\sstyle=|\son\w+=", reference_page(name).decode())
    assert own_files()["reference.css"]


def test_it_is_there_for_who_writes_alone(tmp_path: Path) -> None:
    with previewing(tmp_path) as preview:
        assert b"Reference for authors" in preview.ask(preview.get(ADDRESS))
        assert b"Shows" in preview.ask(preview.get(f"{ADDRESS}/journey"))
        assert preview.status(preview.get(f"{ADDRESS}/pains")) == 200, "a field has no page of its own"
        assert b"404" in preview.ask(preview.get(f"{ADDRESS}/nothing")).split(b"\r\n")[0]
        assert f'href="{ADDRESS}"'.encode() in preview.ask(preview.get("/"))


def test_the_room_has_none_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cjsite.preview.server.own_addresses", lambda: ("192.0.2.7",))
    listening = network.listening
    monkeypatch.setattr("cjsite.preview.server.listening", lambda _address, port: listening("127.0.0.1", port))
    with previewing(tmp_path, Options(port=0, lan=True)) as preview:
        assert preview.status(preview.get(ADDRESS, host=f"192.0.2.7:{preview.port}")) == 404
        assert preview.status(preview.get(ADDRESS)) == 200
    assert ADDRESS.encode() not in with_preview(b"<body></body>", (), Viewer(has_room=True))
