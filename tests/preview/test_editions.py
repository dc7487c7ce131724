"""What the room is shown: the edition it is for, and never a word of what is for others or for authors."""

import json
import re
from pathlib import Path

import pytest

from cjsite.build import Builder
from cjsite.cli import main
from cjsite.edition.readers import Readers
from cjsite.preview import network
from cjsite.preview.server import Options, Server
from cjsite.preview.sockets import _shown
from tests.preview.test_writing import post
from tests.support.confidential import confidential
from tests.support.files import write
from tests.support.page import TODAY
from tests.support.preview import PROJECT, Preview, previewing
from tests.support.soak import ROUNDS

ROOM = "127.0.0.2"
"""Stands for a phone: an address that is not this machine's own."""
DESK = "127.0.0.1"
LAN = Options(port=0, lan=True)
WORD = re.compile(rb"zq\d+x", re.IGNORECASE)
MAP = "/journeys/coffee.html"


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing leave this machine."""
    listening = network.listening
    monkeypatch.setattr("cjsite.preview.server.own_addresses", lambda: ())
    monkeypatch.setattr("cjsite.preview.server.listening", lambda _address, port: listening("127.0.0.1", port))


@pytest.mark.parametrize("seed", range(max(2, ROUNDS // 500)))
def test_no_word_of_what_is_for_others_reaches_the_room(tmp_path: Path, seed: int) -> None:
    written = confidential(seed)
    hidden = written.hidden(["crew"], archived=False)
    author = Builder(write(tmp_path, written.files), TODAY).site()
    with previewing(tmp_path, LAN, written.files, Readers(frozenset({"crew"}))) as preview:
        urls = [*author, "_preview/join", "_preview/preview.js", "nowhere.html"]
        room, desk = (_words(b"".join(_asked(preview, f"/{url}", who) for url in urls)) for who in (ROOM, DESK))
    assert room & hidden == set()
    notes = {word for word, condition in written.words.items() if "nobody" in condition[0]}
    assert desk & hidden <= notes
    assert room


def test_what_a_save_restricts_is_gone_from_the_room(tmp_path: Path) -> None:
    picture = b"\x89PNG\r\n\x1a\nqueue"
    with previewing(tmp_path, LAN, PROJECT + "-- content/img/queue.png --\n") as preview:
        preview.path("content/img/queue.png").write_bytes(picture)
        preview.change("thoughts:", "image: {file: ../img/queue.png, alt: A queue}\n        thoughts:")
        while picture not in _asked(preview, "/img/queue.png"):
            preview.built()
        preview.path("content/site.yml").write_text("title: Shop\naudiences: [staff]\n", "utf-8")
        preview.change("- title: Sees the queue ", "- audience: staff\n        title: Sees the queue ")
        while b"Sees the queue" in _asked(preview, MAP):
            preview.built()
        assert picture not in _asked(preview, "/img/queue.png")
        assert b"Orders" in _asked(preview, MAP)


def test_a_note_is_seen_at_the_presenters_desk_alone(tmp_path: Path) -> None:
    with previewing(tmp_path, LAN) as preview:
        assert b"Ask about the cup" not in _asked(preview, MAP)
        assert b"Ask about the cup" in _asked(preview, MAP, DESK)
        answer = preview.ask(post(preview, "/_preview/note", {"at": "coffee#orders", "text": "Why <here>?"}))
        assert b"200 OK" in answer
        while b"Why &lt;here&gt;?" not in _asked(preview, MAP, DESK):
            preview.built()
        for url in (MAP, "/index.html", "/walk/coffee.html"):
            assert b"Why &lt;here&gt;?" not in _asked(preview, url)


def test_a_note_on_what_is_not_shown_is_not_listed(tmp_path: Path) -> None:
    project = PROJECT.replace("title: Shop\n", "title: Shop\naudiences: [staff]\n", 1)
    project = project.replace("- title: First sip", "- title: First sip\n        audience: staff")
    with previewing(tmp_path, LAN, project) as preview:
        assert b"Ask about the cup" not in _asked(preview, MAP, DESK)


def test_authors_see_all_on_their_own_machine(tmp_path: Path) -> None:
    with previewing(tmp_path, Options(port=0)) as preview:
        shown = _asked(preview, MAP, DESK)
        assert shown.count(b"Ask about the cup") > 1, "on the page and in the bar"


def test_followers_are_not_told_what_is_not_shown(tmp_path: Path) -> None:
    with previewing(tmp_path, LAN) as preview:
        _asked(preview, MAP)
        stage = preview.server.stage
        place = {"page": MAP, "hash": "#at-orders", "anchor": "secret", "share": 0}
        assert json.loads(_shown(json.dumps(place), stage) or "") == {**place, "anchor": ""}
        assert _shown(json.dumps({**place, "page": "/journeys/secret.html"}), stage) is None


def test_nobody_is_led_to_what_a_save_restricted(tmp_path: Path) -> None:
    with previewing(tmp_path, LAN) as preview:
        stage = preview.server.stage
        place = json.dumps({"page": MAP, "hash": "#at-orders", "anchor": "", "share": 0})
        _asked(preview, MAP)
        assert _shown(place, stage) == place
        preview.path("content/site.yml").write_text("title: Shop\naudiences: [staff]\n", "utf-8")
        preview.change("title: A coffee", "audience: staff\ntitle: A coffee")
        while b" 404 " not in _asked(preview, MAP)[:20]:
            preview.built()
        assert _shown(place, stage) is None


@pytest.mark.parametrize("options", [LAN, Options(port=0, allow=("box.example",))])
def test_nobody_serves_an_authors_site_to_others(tmp_path: Path, options: Options) -> None:
    with pytest.raises(ValueError, match="no author"):
        Server(Builder(tmp_path, TODAY), options, print)


def test_who_comes_by_an_allowed_name_sees_what_is_for_everyone(tmp_path: Path) -> None:
    project = PROJECT.replace("title: Shop\n", "title: Shop\naudiences: [staff]\n", 1)
    project = project.replace("- title: First sip", "- title: First sip\n        audience: staff")
    with previewing(tmp_path, Options(port=0, allow=("box.example",)), project) as preview:
        # What forwards to a container asks from this machine, by the name that the browser asked for.
        answer = preview.ask(preview.get(MAP, host="box.example"))
        assert b"Orders" in answer
        assert b"First sip" not in answer and b"Ask about the cup" not in answer
        assert b"preview-token" not in answer
        assert "All see what is for everyone" in preview.said


def test_the_room_sees_no_line_of_a_save_that_is_broken(tmp_path: Path) -> None:
    with previewing(tmp_path, LAN) as preview:
        for broken in ("titel: Secret words\n", "title: [Secret words\n", "\tSecret words: x\n"):
            preview.path("content/journeys/secret.yml").write_text(f"audience: staff\n{broken}", "utf-8")
            while b"newest save has a slip" not in _asked(preview, MAP):
                preview.built()
            for url in (MAP, "/", "/journeys/secret.html", "/_preview/join", "/_preview/reference"):
                answer = _asked(preview, url)
                assert b"Secret words" not in answer and b"secret.yml" not in answer, url
            assert b"secret.yml" in _asked(preview, MAP, DESK)
            preview.path("content/journeys/secret.yml").unlink()
            preview.built()


@pytest.mark.parametrize(
    ("options", "readers"),
    [
        ([], None),
        (["--edit"], None),
        (["--lan"], Readers()),
        (["--allow-host", "box.example"], Readers()),
        (["--allow-host", ".box", "--audience", "a"], Readers(frozenset("a"))),
        (["--lan", "--audience", "a, b", "--audience", "c"], Readers(frozenset("abc"))),
        (["--audience", "everyone"], Readers(frozenset({"everyone"}))),
        (["--archived"], Readers(archived=True)),
        (["--no-drafts"], Readers(drafts=False)),
    ],
)  # fmt: skip
def test_whom_serve_serves(options: list[str], readers: Readers | None, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[Builder] = []
    monkeypatch.setattr("cjsite.preview.server.serve", lambda builder, _options, _say: served.append(builder))
    main(["serve", *options], standalone_mode=False)
    assert [builder.readers for builder in served] == [readers]


def _asked(preview: Preview, url: str, who: str = ROOM) -> bytes:
    return preview.ask(preview.get(url), who)


def _words(data: bytes) -> set[str]:
    return {word.decode().lower() for word in WORD.findall(data)}
