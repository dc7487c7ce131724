"""What becomes of a file's maps before they are written: held against a format of the test's own."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from cjsite.base.frozen import replace
from cjsite.base.problem import Place
from cjsite.exchange import formats
from cjsite.exchange.formats import ImportFormat
from cjsite.exchange.import_report import import_report, refusals
from cjsite.exchange.import_run import import_run
from cjsite.exchange.imported import Doubt, ImportedMap, ImportOptions, NotImported, TakenAs
from cjsite.exchange.registry_files import RegistryFiles
from cjsite.exchange.writing import write_files
from cjsite.model.journey import Journey
from cjsite.model.registry import Channel
from tests.support.files import read, write

Plug = Callable[..., None]


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch) -> Plug:
    """Return what plugs in a format: it recognises all files, and reads them as it is told."""

    def plugged(name: str, made: ImportedMap | NotImported) -> None:
        def _read(*_: object) -> tuple[ImportedMap, ...]:
            if isinstance(made, NotImported):
                raise made
            return (made,)

        module = ModuleType(name)
        vars(module).update({f"is_{name}": lambda *_: True, f"read_{name}": _read})
        monkeypatch.setitem(sys.modules, f"cjsite.exchange.{name}", module)
        monkeypatch.setattr(
            formats, "FORMATS", (*formats.FORMATS, ImportFormat(name, f"a {name}", name, may_be_part=True))
        )

    monkeypatch.setattr(formats, "FORMATS", ())
    return plugged


def _map(*words: str, steps: tuple[object, ...] = ("Pays",), **more: object) -> ImportedMap:
    stages = [{"title": "Buy", "steps": steps}] if steps else []
    journey = Journey.model_validate({"title": "A", "stages": stages})
    placed = tuple((Place("a.txt", line, 1), word) for line, word in enumerate(words, 1))
    return replace(ImportedMap(journey, (), (), (), placed), **more)


def _run(folder: Path, *names: str) -> tuple[str, str, dict[str, str]]:
    write(folder, dict.fromkeys(names, b"x"))
    run = import_run([str(folder / name) for name in names], folder / "content", ImportOptions(), None)
    texts = {path: data.decode() for path, data in run.files.new.items()}
    return import_report(run, "content"), refusals(run), texts


def test_no_word_may_be_lost(tmp_path: Path, plug: Plug) -> None:
    plug("odd", _map("Buy", "**Pays** at once", "漢字 😀"))
    _, refused, texts = _run(tmp_path, "a.txt")
    assert (
        "words of it would be lost: 'at' in line 2, 'once' in line 2, '漢字' in line 3, '😀' in line 3" in refused
    )
    assert texts == {}


def test_what_is_written_elsewhere_is_not_lost(tmp_path: Path, plug: Plug) -> None:
    step = {"title": "Pays", "channel": "till", "duration": "4 min", "emotion": -2, "lanes": {"To-do": "Call"}}
    channels = (Channel(id="till", title="The till"),)
    plug("odd", _map("the TILL", "4 min, −2", "_To-do_: call", steps=(step,), channels=channels))
    _, refused, texts = _run(tmp_path, "a.txt")
    assert refused == ""
    assert texts.keys() == {"journeys/a.yml", "channels.yml"}


def test_a_map_without_stages_is_none(tmp_path: Path, plug: Plug) -> None:
    plug("odd", _map(steps=()))
    assert "read as a odd, it holds no stage" in _run(tmp_path, "a.txt")[1]


def test_what_does_not_fit_the_format_is_refused(tmp_path: Path, plug: Plug) -> None:
    plug("odd", _map(steps=({"title": "Pays", "emotion": 7},)))
    assert "7.0 is off" in _run(tmp_path, "a.txt")[1] or "7 is off" in _run(tmp_path, "b.txt")[1]


def test_the_next_format_is_tried_and_both_are_told(tmp_path: Path, plug: Plug) -> None:
    plug("first", NotImported(Place("a.txt", 2, 1), "it is empty"))
    plug("second", _map())
    other = Journey.model_validate({"title": "A", "stages": ["Ride"]})
    plug("third", replace(_map(), journey=other))
    report, refused, _ = _run(tmp_path, "a.txt")
    assert refused == ""
    assert "a.txt: read as a second\n  not as a first: it is empty\n  there may be more in it" in report
    assert "`--format third`" in report


def test_what_is_told_of_the_same_stages_in_another_way_comes_in_too(tmp_path: Path, plug: Plug) -> None:
    table = _map(unread=((Place("a.txt", 9, 1), "below 'Buy'"), (Place("a.txt", 20, 1), "below 'Sources'")))
    plug("table", table)
    other = _map(steps=("Waits",))
    plug("document", replace(other, words=((Place("a.txt", 9, 3), "Waits"),), unread=table.unread[1:]))
    report, _, texts = _run(tmp_path, "a.txt")
    assert list(texts) == ["journeys/a.yml", "journeys/a-2.yml"]
    assert "a.txt: read as a table\n  and as a document" in report
    assert "below 'Buy'" not in report, "the document's map has it"
    assert report.count("below 'Sources'") == 1


def test_a_tie_is_not_read_in_another_way(tmp_path: Path, plug: Plug) -> None:
    plug("first", NotImported(Place("a.txt"), "it may be read both ways", is_final=True))
    plug("second", _map())
    assert "both ways" in _run(tmp_path, "a.txt")[1]


def test_the_report_is_short(tmp_path: Path, plug: Plug) -> None:
    doubts = tuple(Doubt(Place("a.txt", line), f"'{line}'", f"doubt {line % 2}") for line in range(1, 41))
    taken = tuple(TakenAs(Place("a.txt", line), f"row {line}", "`actions`") for line in range(40))
    plug("odd", _map(doubts=doubts, taken=taken))
    report, _, _ = _run(tmp_path, "a.txt")
    assert len(report.splitlines()) < 25
    assert "    … and 28 more" in report
    assert "a.txt:1:1 ''1'', a.txt:3:1 ''3'' and 18 more: doubt 1" in report


def test_what_is_quoted_ends_with_a_word(tmp_path: Path, plug: Plug) -> None:
    plug("odd", _map(doubts=(Doubt(Place("a.txt", 1), "sonderbare Worte " * 9, "doubt"),)))
    report, _, _ = _run(tmp_path, "a.txt")
    assert "'sonderbare Worte sonderbare Worte sonderbare Worte …': doubt" in report


@pytest.mark.usefixtures("plug")
def test_unknown_yaml_is_told_by_its_keys(tmp_path: Path) -> None:
    write(tmp_path, {"a.yml": b"# x\nid: x\nfoo:\n  bar: 1\n"})
    run = import_run([str(tmp_path / "a.yml")], tmp_path / "content", ImportOptions(), None)
    assert "its keys are `id`, `foo`" in refusals(run)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "there is nothing in it"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n", "a picture"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a picture"),
        (b"<svg xmlns=''/>", "a picture"),
        (b"PK\x03\x04 word/document.xml", "a word processor's document"),
        (b"PK\x03\x04 a", "an archive"),
        (b"<mxfile host='x'>", "draw.io"),
        (b"<?xml?><bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/2'>", "a process model"),
        (b"<log xes.version='1.0'>", "an event log"),
        (b"<gpx version='1.1'>", "a route"),
        (b"@startuml\nA -> B\n@enduml", "PlantUML"),
        (b"digraph G { a -> b }", "Graphviz"),
        (b"a\0b\0c", "no text"),
        (b"case_id,activity,timestamp\n1,Order,2026-01-01\n", "an event log"),
        (b"\xef\xbb\xbforg;Case ID;Activity;Start Time\n", "an event log"),
        (b"stop_id,stop_name\n1,A\n", "a timetable"),
        (b'{"type": "FeatureCollection", "features": []}', "GeoJSON"),
        (b"# A\n\n```mermaid\n%% b\nflowchart TD\n A-->B\n```\n", "of the type `flowchart`"),
        (b"Dear diary", "nothing in it that is known as a journey map"),
    ],
)
@pytest.mark.usefixtures("plug")
def test_what_nothing_recognises_is_told_what_it_is(tmp_path: Path, data: bytes, said: str) -> None:
    run = import_run([str(tmp_path / "a")], write(tmp_path, {"a": data}), ImportOptions(), None)
    assert said in refusals(run)
    assert not run.files.new


def test_a_file_over_the_limit_is_not_read(tmp_path: Path, plug: Plug, monkeypatch: pytest.MonkeyPatch) -> None:
    plug("odd", _map())
    monkeypatch.setattr("cjsite.exchange.import_run.LARGEST", 1024)
    monkeypatch.setattr("cjsite.exchange.importing.LARGEST", 1024)
    run = import_run([str(tmp_path / "a")], write(tmp_path, {"a": b"x" * 1025}), ImportOptions(), None)
    assert "the file is larger than" in refusals(run)


def test_all_is_written_or_nothing(tmp_path: Path) -> None:
    own = {"channels.yml": b"a: A\n", "journeys/b.yml": b"title: Ours\n"}
    write(tmp_path, own)
    files = RegistryFiles({"journeys/a.yml": b"x", "journeys/b.yml": b"y"}, {"channels.yml": (b"a: A\n", b"z")})
    with pytest.raises(FileExistsError):
        write_files(tmp_path, files)
    assert read(tmp_path) == own
    saved_meanwhile = RegistryFiles({"journeys/a.yml": b"x"}, {"channels.yml": (b"", b"z")})
    with pytest.raises(FileExistsError, match="meanwhile"):
        write_files(tmp_path, saved_meanwhile)
    assert read(tmp_path) == own
