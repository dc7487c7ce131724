"""Who may write, and what: the presenter's own page, one note or one number, and every other byte stays."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from cjsite.preview.editable_map import EditableMap
from cjsite.preview.notes import add_note
from cjsite.preview.quick_edit import Drag, QuickEdit
from cjsite.preview.server import Options
from cjsite.preview.yaml_patch import Unsplicable, appended
from cjsite.reading.tree import DEPTH_LIMIT
from cjsite.text.json_depth import JSON_DEPTH_LIMIT
from tests.support.command import cjsite
from tests.support.files import read, write
from tests.support.preview import JOURNEY, PROJECT, Preview, previewing
from tests.support.steps import note_and_drag

NOTE = {"at": "coffee#orders", "text": "Why here?"}
DRAG = {"journey": "coffee", "column": "sees-the-queue", "line": 0, "sample": 0, "score": 1}


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    with previewing(tmp_path_factory.mktemp("writing"), Options(port=0, edit=True)) as running:
        yield running


def post(preview: Preview, path: str, body: object, **changed: str) -> bytes:
    """Return a request as the presenter's page sends it, but for what is changed."""
    headers = {
        "Origin": preview.url[:-1],
        "Content-Type": "application/json",
        "X-Preview-Token": preview.server.house.token,
    } | {name.replace("_", "-"): value for name, value in changed.items() if name != "host"}
    lines = [f"{name}: {value}" for name, value in headers.items() if value]
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return preview.get(path, *lines, host=changed.get("host", ""), method="POST", body=data)


@pytest.mark.parametrize(
    "changed",
    [
        {"X_Preview_Token": ""}, {"X_Preview_Token": "x"}, {"Origin": ""}, {"Origin": "null"},
        {"Origin": "http://evil.example"}, {"Origin": "http://127.0.0.1:1"}, {"Content_Type": ""},
        {"Content_Type": "text/plain"}, {"Content_Type": "application/x-www-form-urlencoded"},
        {"Sec_Fetch_Site": "cross-site"}, {"host": "evil.example"}, {"host": "192.0.2.7"},
    ],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("what", ["note", "edit", "undo"])
def test_other_pages_write_nothing(preview: Preview, what: str, changed: dict[str, str]) -> None:
    body = {"note": NOTE, "edit": DRAG, "undo": {}}[what]
    before = read(preview.root / "content")
    assert preview.status(post(preview, f"/_preview/{what}", body, **changed)) in (403, 415)
    assert read(preview.root / "content") == before


@pytest.mark.parametrize("what", ["note", "edit", "undo"])
def test_nobody_in_the_room_writes(preview: Preview, what: str) -> None:
    body = {"note": NOTE, "edit": DRAG, "undo": {}}[what]
    before = read(preview.root / "content")
    forgeries: tuple[dict[str, str], ...] = (
        {}, {"X_Forwarded_For": "127.0.0.1"}, {"X_Real_IP": "127.0.0.1"}, {"Forwarded": "for=127.0.0.1"},
    )  # fmt: skip
    for forged in forgeries:
        # 127.0.0.2 stands for a phone: an address that is not this machine's own.
        assert preview.status(post(preview, f"/_preview/{what}", body, **forged), source="127.0.0.2") == 403
    assert read(preview.root / "content") == before


def test_the_room_sees_no_token_and_no_source_lines(tmp_path: Path) -> None:
    with previewing(tmp_path, Options(port=0, edit=True)) as running:
        running.change("emotion: -1 ", "emotion: 77 ")
        running.built()
        own = running.ask(running.get("/journeys/coffee.html"))
        room = running.ask(running.get("/journeys/coffee.html"), source="127.0.0.2")
    token = running.server.house.token.encode()
    assert token in own
    assert b"coffee.yml" in own
    assert token not in room
    assert b"coffee.yml" not in room
    assert b"last whole version" in room


@pytest.mark.parametrize(
    ("what", "body"),
    [
        ("note", b"{"), ("note", b"[]"), ("note", b"[" * (JSON_DEPTH_LIMIT + 1)), ("note", b"\xff"), ("note", {}),
        ("note", {**NOTE, "x": 1}),
        ("note", {"at": 1, "text": "x"}), ("note", {"at": "coffee#orders", "text": ["x"]}),
        ("edit", {**DRAG, "score": "1"}), ("edit", {**DRAG, "score": 3}), ("edit", {**DRAG, "score": True}),
        ("edit", {**DRAG, "score": float("nan")}), ("edit", {**DRAG, "score": float("inf")}),
        ("edit", {**DRAG, "sample": -1}), ("edit", {**DRAG, "line": -1}), ("edit", {**DRAG, "sample": 10**9}),
    ],
    ids=str,
)  # fmt: skip
def test_senseless_bodies_are_refused(preview: Preview, what: str, body: object) -> None:
    before = read(preview.root / "content")
    assert preview.status(post(preview, f"/_preview/{what}", body)) == 400
    assert read(preview.root / "content") == before


@pytest.mark.parametrize(
    "address",
    ["../site#x", "../../etc/passwd#x", "/etc/passwd#x", "coffee", "coffee#", "coffee#nowhere", "#", "",
     "nul#x", "coffee.yml#orders",
     "c:\\x#y", "coffee\0#orders", "COFFEE/../coffee#orders"],
)  # fmt: skip
def test_a_note_goes_to_a_step_of_a_map_or_nowhere(preview: Preview, address: str) -> None:
    before = read(preview.root / "content")
    assert preview.status(post(preview, "/_preview/note", {"at": address, "text": "x"})) == 409
    assert read(preview.root / "content") == before


def test_editing_must_be_asked_for(tmp_path: Path) -> None:
    with previewing(tmp_path) as running:
        before = read(running.root / "content")
        assert running.status(post(running, "/_preview/edit", DRAG)) == 403
        assert read(running.root / "content") == before
        assert running.status(post(running, "/_preview/note", NOTE)) == 200


def test_a_note_from_the_command_line(tmp_path: Path) -> None:
    write(tmp_path, PROJECT)
    before = (tmp_path / JOURNEY).read_text("utf-8")
    assert cjsite("note", "Cup: too big?", "--at", "coffee#first-sip", cwd=tmp_path).code == 0
    after = (tmp_path / JOURNEY).read_text("utf-8")
    assert after == before.replace("- Ask about the cup", '- Ask about the cup\n          - "Cup: too big?"')
    wrong = cjsite("note", "x", "--at", "coffee#last-sip", cwd=tmp_path)
    assert wrong.code == 2
    assert "no step 'last-sip'" in wrong.err


NOTES = {
    "x:\n  a: 1  # why\n# end\n": "x:\n  a: 1  # why\n  notes: [new]\n# end\n",
    "x:\r\n  a: 1\r\ny: 2\r\n": "x:\r\n  a: 1\r\n  notes: [new]\r\ny: 2\r\n",
    "x: {a: 1, }  # c\n": "x: {a: 1, notes: [new], }  # c\n",
    "x: Just a title # c\n": "x: {title: Just a title, notes: [new]} # c\n",
    "x: A, b [c]\n": 'x: {title: "A, b [c]", notes: [new]}\n',
    "x:\n  notes: old  # c\n  b: 2\n": "x:\n  notes: [old, new]  # c\n  b: 2\n",
    "x:\n  notes: 'it''s'\n": "x:\n  notes: ['it''s', new]\n",
    "x:\n  notes:\n  - a # 1\n  # 2\n  b: 2\n": "x:\n  notes:\n  - a # 1\n  - new\n  # 2\n  b: 2\n",
    "x:\n  notes:\n    - |\n      long\n\n\n  b: 2\n": "x:\n  notes:\n    - |\n      long\n    - new\n\n\n  b: 2\n",
    "x:\n  notes: [a, 'b']\n": "x:\n  notes: [a, 'b', new]\n",
    "x:\n  notes: []\n": "x:\n  notes: [new]\n",
    "x:\n  notes:  # soon\n  b: 2\n": "x:\n  notes: [new]  # soon\n  b: 2\n",
    "x:\n  notes: >\n    one\n    two\n  b: 2": "x:\n  notes:\n    - >\n      one\n      two\n    - new\n  b: 2",
    "x:\r\n  notes: |\r\n    one\r\n\r\n    two\r\n": (
        "x:\r\n  notes:\r\n    - |\r\n      one\r\n\r\n      two\r\n    - new\r\n"
    ),
    "x:\n  notes: one\n    two\n  b: 2": "x:\n  notes:\n    - one\n      two\n    - new\n  b: 2",
    "x: {notes: 'one\n  two'}\n": 'x: {notes: ["one two", new]}\n',
    "x:\r\n  a: 1": "x:\r\n  a: 1\r\n  notes: [new]",
    "x:\r  a: 1\r": "x:\r  a: 1\r  notes: [new]\r",
    "x:\n  notes:\n  - a": "x:\n  notes:\n  - a\n  - new",
    "x:\n  a: 1": "x:\n  a: 1\n  notes: [new]",
}


@pytest.mark.parametrize("before", NOTES, ids=range(len(NOTES)))
def test_a_note_keeps_every_other_byte(before: str) -> None:
    assert appended(before, ("x",), "notes", "new") == NOTES[before]


@pytest.mark.parametrize("style", [">", ">-", "|", "|-  # as it stands"])
def test_a_step_in_several_lines_keeps_them_when_it_gets_a_note(style: str) -> None:
    after = appended(f"x:\n- {style}\n  Pays\n  later\n- B\n", ("x", 0), "notes", "new")
    assert after == f"x:\n- title: {style}\n    Pays\n    later\n  notes: [new]\n- B\n"


def test_a_note_under_a_heading_that_is_the_last_line_has_the_line_end_of_the_file(tmp_path: Path) -> None:
    path = write(tmp_path, {"journeys/a.md": b"# A\r\n\r\n## S\r\n\r\n### Pays"}) / "journeys" / "a.md"
    add_note(tmp_path, "a#pays", "new")
    assert path.read_bytes() == b"# A\r\n\r\n## S\r\n\r\n### Pays\r\n```yaml\r\nnotes: [new]\r\n```\r\n"


@pytest.mark.skipif(os.name == "nt", reason="names and owners of POSIX")
def test_a_note_goes_into_the_file_under_all_its_names_and_its_owner_stays(tmp_path: Path) -> None:
    write(tmp_path, PROJECT)
    path, other = tmp_path / JOURNEY, tmp_path / "other.yml"
    if os.geteuid() == 0:
        os.chown(path, 1234, 1234)
    path.chmod(0o640)
    before = path.stat()
    add_note(tmp_path / "content", "coffee#orders", "one")
    after = path.stat()
    assert (after.st_uid, after.st_gid, after.st_mode) == (before.st_uid, before.st_gid, before.st_mode)
    os.link(path, other)
    add_note(tmp_path / "content", "coffee#orders", "two")
    assert path.samefile(other)
    assert b"two" in other.read_bytes()


@pytest.mark.parametrize(
    "text", ["x: [", "x: &a {b: 1}\n", "y: 1\n", "x: {}\n", "x: >\n  a\n", "[" * (DEPTH_LIMIT + 1)]
)
def test_what_cannot_be_done_safely_is_not_done(text: str) -> None:
    with pytest.raises(Unsplicable):
        appended(text, ("x",), "notes", "new")


@pytest.mark.parametrize(
    "note",
    ["a: b", "- x", "# x", "yes", "1", "'", '"', "{x}", "ünï漢🙂", "a\\b", "*x*", "x #y", "null", "~"],
)
def test_any_note_comes_back_as_it_was(tmp_path: Path, note: str) -> None:
    write(tmp_path, PROJECT)
    for step in ("sees-the-queue", "orders", "first-sip"):
        add_note(tmp_path / "content", f"coffee#{step}", note)
    steps = list(EditableMap(tmp_path / "content", "coffee").journey.steps())
    assert [step.notes[-1] for step in steps] == [note] * 3


FEELINGS = {
    "emotion: -1   # c": "emotion: 1   # c",
    "emotion: '-1'": "emotion: 1",
    "emotion: annoyed": "emotion: {words: annoyed, value: 1}",
    "emotion: {words: [a, b]}": "emotion: {words: [a, b], value: 1}",
    "emotion: {value: -1, words: x}": "emotion: {value: 1, words: x}",
    "emotion:\n          words: x # c": "emotion:\n          words: x # c\n          value: 1",
    "emotion: [-1, 0.5]": "emotion: [1, 0.5]",
    "emotion:": "emotion: 1",
    "channel: web": "channel: web\n        emotion: 1",
    "touchpoints: {channel: web, emotion: -1}": "touchpoints: {channel: web, emotion: 1}",
    "touchpoints:\n        - {channel: web, title: A, emotion: 0}\n        - {channel: web, title: B, emotion: -1}":
    "touchpoints:\n        - {channel: web, title: A, emotion: 1}\n        - {channel: web, title: B, emotion: -1}",
}  # fmt: skip
STEP = """\
title: T
stages:
  - title: S
    steps:
      # first
      - title: P
        place: x
        {}
      - title: Q # end
"""


@pytest.mark.parametrize("before", FEELINGS, ids=range(len(FEELINGS)))
def test_a_drag_writes_one_number_and_undo_takes_it_back(tmp_path: Path, before: str) -> None:
    write(tmp_path, {"content/journeys/x.yml": STEP.format(before).encode()})
    path, desk = tmp_path / "content/journeys/x.yml", QuickEdit(tmp_path / "content")
    column = "a" if "title: A" in before else "p"
    assert desk.set_feeling(Drag("x", column, 1.0)) == "1"
    assert path.read_text("utf-8") == STEP.format(FEELINGS[before])
    assert desk.undo()
    assert path.read_text("utf-8") == STEP.format(before)
    assert not desk.undo()


def test_a_drag_finds_its_feeling_beside_words_that_name_several(tmp_path: Path) -> None:
    before = STEP.format("emotion: [curious → sad, annoyed]")
    write(tmp_path, {"content/journeys/x.yml": before.encode()})
    path, desk = tmp_path / "content/journeys/x.yml", QuickEdit(tmp_path / "content")
    for sample in (0, 1):
        with pytest.raises(Unsplicable, match="as a list"):
            desk.set_feeling(Drag("x", "p", 1.0, sample=sample))
    with pytest.raises(Unsplicable, match="no such feeling"):
        desk.set_feeling(Drag("x", "p", 1.0, sample=3))
    assert path.read_text("utf-8") == before
    desk.set_feeling(Drag("x", "p", 1.0, sample=2))
    assert path.read_text("utf-8") == before.replace("annoyed", "{words: annoyed, value: 1}")


def test_the_feeling_of_a_whole_step_is_dragged_where_it_is_written(tmp_path: Path) -> None:
    """Also that of a stage which is its only step: both take notes, too, and every other byte stays."""
    stages = "  - title: Buys\n    steps:\n      - title: Asks\n        emotion: -1.7\n"
    stages += "        touchpoints: [{title: Desk, id: desk}, {title: Web, emotion: 0.4}]\n"
    stages += "  - {title: Leaves, emotion: 1}  # at last\n  - title: Rests\n    channel: counter\n"
    write(tmp_path, PROJECT + f"-- content/journeys/new.yml --\ntitle: New\nstages:\n{stages}")
    path = tmp_path / "content" / "journeys" / "new.yml"
    before = path.read_text("utf-8")
    desk = QuickEdit(tmp_path / "content")
    desk.set_feeling(Drag("new", "desk", 0.6))
    desk.set_feeling(Drag("new", "web", 0.9))
    desk.set_feeling(Drag("new", "leaves", -0.5))
    desk.set_feeling(Drag("new", "rests", 1.5))
    add_note(tmp_path / "content", "new#leaves", "Why")
    wanted = (
        before.replace("-1.7", "0.6").replace("0.4", "0.9").replace("emotion: 1}", "emotion: -0.5, notes: [Why]}")
    )
    assert path.read_text("utf-8") == wanted + "    emotion: 1.5\n"
    assert EditableMap(tmp_path / "content", "new").spot("leaves").step == ("stages", 1)


def test_undo_leaves_alone_what_was_saved_since(tmp_path: Path) -> None:
    write(tmp_path, PROJECT)
    desk = QuickEdit(tmp_path / "content")
    desk.set_feeling(Drag("coffee", "orders", -2))
    with (tmp_path / JOURNEY).open("a", encoding="utf-8") as file:
        file.write("# mine\n")
    with pytest.raises(Unsplicable, match="saved since"):
        desk.undo()


def test_the_sites_own_scale_is_written(tmp_path: Path) -> None:
    scale = "language: en\nemotion_scale: {min: 0, max: 100}"
    write(tmp_path, PROJECT.replace("language: en", scale).replace("-1 ", "10 "))
    assert QuickEdit(tmp_path / "content").set_feeling(Drag("coffee", "sees-the-queue", 1.01)) == "75"


def test_the_maps_own_scale_is_written(tmp_path: Path) -> None:
    """Also where the site's would not take the other feelings of the list."""
    feelings = "emotion: [9, {words: glad}]  "
    project = PROJECT.replace("goal:", "emotion_scale: 1 to 9\ngoal:").replace("emotion: -1 ", feelings)
    write(tmp_path, project.replace("value: 0.5", "value: 7.5"))
    desk = QuickEdit(tmp_path / "content")
    assert desk.set_feeling(Drag("coffee", "sees-the-queue", -1, sample=1)) == "3"
    assert "[9, {words: glad, value: 3}]" in (tmp_path / JOURNEY).read_text("utf-8")
    assert desk.set_feeling(Drag("coffee", "orders", 2.5)) == "9"


def test_steps_of_the_example_take_notes_and_drags(tmp_path: Path) -> None:
    """Also between Markdown; `make soak` tries every step."""
    assert len(note_and_drag(tmp_path, 6)) > 5
