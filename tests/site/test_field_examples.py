"""Every field has an example that is right, and stands where the reference says that it shows."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from cjsite.authoring.field_examples import PLACES, described, field_example, in_frame
from cjsite.authoring.lookup import articles
from cjsite.base.problem import Broken
from cjsite.build import Builder
from cjsite.reading.read import read
from cjsite.reading.tree import load
from tests.support import examples
from tests.support import field_examples as tried
from tests.support.command import ROOT
from tests.support.html import Document
from tests.support.page import TODAY

NAMES = tried.names()


def _pages(folder: Path, files: Mapping[str, bytes]) -> Mapping[str, str]:
    assert [str(problem) for problem in examples.told(folder, dict(files)).problems] == []
    site = Builder(folder, TODAY).site()
    return {url: site[url].decode() for url in site.pages}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Mapping[str, str]]:
    """The pages of the sites of all examples, by the record whose site it is; `` is that of all others."""
    sites = {record: tried.site_files(record) for record in tried.OF_SITE}
    sites |= {"": tried.files(bare=False), "bare": tried.files(bare=True)}
    return {name: _pages(tmp_path_factory.mktemp("site"), files) for name, files in sites.items()}


def test_every_field_has_an_example_and_a_place() -> None:
    for name in NAMES:
        example = field_example(*name)
        assert f"{name[1]}:" in example.own or example.file.endswith(".md"), name
        assert example.where and set(example.where) <= PLACES.keys(), name


def test_nothing_is_told_of_that_is_no_field() -> None:
    assert set(described()) <= set(NAMES)


def test_examples_fit_into_a_terminal() -> None:
    lines = [line for name in NAMES for line in field_example(*name).text.splitlines()]
    assert [line for line in lines if len(line) > 70] == []


def _is_shown(name: tried.Name, place: str, pages: Mapping[str, Mapping[str, str]]) -> bool:
    example = field_example(*name)
    with_it = pages[name[0] if name[0] in tried.OF_SITE else ""]
    shown = [tried.seen(source) for source in tried.pages_at(place, name, with_it)]
    if name[0] in tried.OF_SITE:
        return any(example.reads.casefold() in text for text in shown)
    without = [tried.seen(source) for source in tried.pages_at(place, name, pages["bare"])]
    if not example.reads:
        return shown != without
    words = example.reads.casefold()
    before = sum(text.count(words) for text in without)
    # On the page of a persona her name stands anyway: there the map comes to it.
    return sum(text.count(words) for text in shown) > before or (before > 0 and shown != without)


def test_every_field_shows_where_the_reference_says(pages: Mapping[str, Mapping[str, str]]) -> None:
    places = [(name, place) for name in NAMES for place in field_example(*name).where if place != "nowhere"]
    wrong = [(*name, place) for name, place in places if not _is_shown(name, place, pages)]
    assert not wrong, "\n".join(map(str, wrong))
    assert len(places) > 400


def test_the_files_that_topics_show_are_right(tmp_path: Path) -> None:
    files = examples.own_files((ROOT / "docs/format.md").read_text("utf-8"))
    shown = [specimen for own in articles("topics").values() for specimen in own.specimens]
    files |= {specimen.file.removeprefix("content/"): specimen.text.encode() for specimen in shown}
    pages = _pages(tmp_path, files)
    assert len(shown) == 4
    assert "3.4" in Document(pages["journeys/group-trip.html"]).text
    assert "2.9" in Document(pages["journeys/late-ferry.html"]).text
    assert "She asked how many of them get seasick" in Document(pages["journeys/group-trip.html"]).text
    assert "−1.0" in Document(pages["journeys/words.html"]).text


def test_a_wrong_example_is_noticed() -> None:
    with pytest.raises(Broken):
        read({"journeys/a.yml": field_example("step", "key").text.replace("true", "very").encode()})


def test_an_example_takes_the_place_of_what_stands_around_it() -> None:
    frame = "title: A\nHERE\nstages:\n  - title: S\n    steps: [T]\n"
    assert in_frame(frame, "goal: G\n") == frame.replace("HERE", "goal: G")
    assert in_frame(frame, "title: B\n") == "title: B\nstages:\n  - title: S\n    steps: [T]\n"
    assert in_frame(frame, "stages: [U]\n") == "title: A\nstages: [U]\n"
    step = "steps:\n  - title: T\n    HERE\n"
    assert load(in_frame(step, "title: U\n")) == {"steps": [{"title": "U"}]}
