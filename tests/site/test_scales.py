"""Maps on scales of their own: each shows its own numbers, and what compares them is the same as on one scale."""

import re
from functools import cache
from pathlib import Path, PurePosixPath

import pytest

from cjsite.build import Builder
from cjsite.model.emotion import Scale
from tests.support import examples
from tests.support.command import ROOT
from tests.support.files import write
from tests.support.html import Document
from tests.support.page import TODAY
from tests.support.scales import DEFAULT, FIVE, LATER, SCORES, TEN, map_on, site

Pages = dict[str, str]
SCALES = [pytest.param(DEFAULT, id="-2 to 2"), pytest.param(FIVE, id="1 to 5"), pytest.param(TEN, id="-5 to 5")]
MAPS = {"a": DEFAULT, "b": FIVE, "c": TEN, "d": FIVE}
"""The scale of each map; the last is what the first should be like."""
OWN = re.compile(r"(journeys|walk)/")
NOTE = re.compile(
    r'<p class="small">Numbers for feelings stand on the site’s scale here, from (\S+) to (\S+)\. .*?</p>'
)
FACT = re.compile(r"<div><dt>Emotion scale</dt><dd>.*?</dd></div>\n?", re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("scales")


def _mixed(folder: Path, scale: Scale) -> Pages:
    """Return the pages of a site on a scale, with maps on several."""
    return _built(folder / f"mixed {scale.max}", site(scale, *(_map(name, MAPS[name], scale) for name in MAPS)))


def _plain(folder: Path, scale: Scale) -> Pages:
    """Return the pages of the same with all maps written on the site's scale."""
    return _built(folder / f"plain {scale.max}", site(scale, *(_map(name, scale, scale) for name in MAPS)))


def _map(name: str, scale: Scale, site_scale: Scale) -> str:
    more, scores = ("state: to-be\nderived_from: a\n", LATER) if name == "d" else ("", SCORES)
    return map_on(scale, name, scores, more, of_site=scale is site_scale)


@cache
def _built(folder: Path, files: str) -> Pages:
    pages = Builder(write(folder, files), TODAY).site()
    return {url: pages[url].decode() for url in pages if url.endswith(".html")}


@pytest.mark.parametrize("scale", SCALES)
def test_what_compares_maps_is_as_if_all_were_written_on_the_sites_scale(folder: Path, scale: Scale) -> None:
    mixed, plain = _mixed(folder, scale), _plain(folder, scale)
    compared = [url for url in plain if not OWN.match(url)]
    assert len(compared) > 20
    assert mixed.keys() == plain.keys()
    assert [url for url in compared if NOTE.sub("", mixed[url]) != plain[url]] == []


@pytest.mark.parametrize("scale", SCALES)
def test_a_map_is_shown_as_on_a_site_of_its_scale(folder: Path, scale: Scale) -> None:
    mixed = _mixed(folder, scale)
    own = [f"{kind}/{name}.html" for name in MAPS for kind in ("journeys", "walk")]
    as_there = {url: _plain(folder, MAPS[url[-6]])[url] for url in own}
    assert [url for url in own if FACT.sub("", mixed[url]) != as_there[url]] == []
    assert {url for url in own if FACT.search(mixed[url])} == {
        f"journeys/{name}.html" for name in MAPS if not MAPS[name].is_like(scale)
    }


def test_the_page_says_on_which_scale_it_compares(folder: Path) -> None:
    """Where there are numbers for feelings of several maps; and only if they are not all on one scale."""
    mixed, plain = _mixed(folder, TEN), _plain(folder, TEN)
    insights = ("insights/index", "insights/feelings", "insights/touchpoints", "insights/moments", "insights/atlas")
    lists = ("index", "departments/index", "departments/desk", "personas/index", "personas/ann", "compare/d")
    noted = {url: NOTE.search(mixed[url]) for url in mixed}
    assert {url for url, note in noted.items() if note} >= {f"{name}.html" for name in (*lists, *insights)}
    assert {note.groups() for note in noted.values() if note} == {("−5", "+5")}
    assert not any(OWN.match(url) for url, note in noted.items() if note)
    assert not any(NOTE.search(html) for html in plain.values())


def test_the_documents_say_what_a_map_on_its_own_scale_shows(folder: Path) -> None:
    files = examples.site((ROOT / "docs" / "format.md").read_text("utf-8"))
    (path,) = (path for path, data in files.items() if path.startswith("journeys/") and b"emotion_scale" in data)
    pages = _built(folder / "docs", "".join(f"-- content/{p} --\n{d.decode()}\n" for p, d in files.items()))
    name = PurePosixPath(path).stem
    own, home = (Document(pages[url]).text for url in (f"journeys/{name}.html", "index.html"))
    assert "Waits for the ramp: 1.5. Rises to its highest point at Finds a seat: 4." in own
    assert "becalmed (2.5)" in own
    assert re.search(r"Boarding, as the survey asked.*?Waits for the ramp −1\.5", home)


@pytest.mark.parametrize(
    ("scale", "ends", "phone"), [(DEFAULT, "−2 to +2", "−0.1"), (FIVE, "1 to 5", "3.0"), (TEN, "−5 to +5", "−0.1")]
)
def test_means_over_all_maps_stand_on_the_sites_scale(folder: Path, scale: Scale, ends: str, phone: str) -> None:
    """By telephone customers feel +1.0 and, of −1.5 and −0.7, −1.1, wherever they do: −0.05 in the mean."""
    shown = Document(_mixed(folder, scale)["insights/touchpoints.html"]).text
    assert f"the worst first, on a scale from {ends};" in shown
    assert re.search(rf"Phone Neutral {phone} 6 of 6", shown)
    assert re.search(rf"the mean feeling from {re.escape(ends)} .*Before 6 {phone} ", shown)


@pytest.mark.parametrize("scale", SCALES)
def test_a_difference_bears_its_sign_on_every_scale(folder: Path, scale: Scale) -> None:
    rise = 2 * (scale.max - scale.min) / 4
    assert f"+{rise:.1f}" in Document(_plain(folder, scale)["journeys/a.html"]).text


def test_a_map_that_gets_a_scale_is_built_anew_with_all_that_compares_it(tmp_path: Path) -> None:
    builder = Builder(write(tmp_path, site(DEFAULT, *(_map(name, DEFAULT, DEFAULT) for name in MAPS))), TODAY)
    before = dict(builder.site())
    for scale in (TEN, FIVE, DEFAULT):
        write(tmp_path, _map("a", scale, DEFAULT))
        assert (after := dict(builder.site())) == dict(Builder(tmp_path, TODAY).site())
    assert after == before
