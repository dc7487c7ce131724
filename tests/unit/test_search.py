"""The index of the search: what is in it, in how many parts, and what is made again after an edit."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjsite.analysis.rules import RULES
from cjsite.build import Builder
from cjsite.pages.search import downloads, parts
from cjsite.pages.search.parts import MOST, search_parts
from cjsite.summaries.search_entry import KINDS
from cjsite.text.compounds import compounds
from cjsite.text.folding import folded, table, terms, unspaced
from docs.generate.folding import SCRIPT, TABLE, folded_sign
from tests.support.command import ROOT
from tests.support.files import write
from tests.support.page import TODAY
from tests.support.search_index import data_of
from tests.support.search_site import search_site

MAP = """
title: Map {n}
stages:
  - title: Stage
    goal: To get on
    steps:
      - {{title: Step {n}, id: step, thoughts: "Thought {n}, **really**", quotes: "Said {n}", notes: "Secret {n}",
         pain_points: "Pain {n}", opportunities: "Chance {n}", lanes: {{Own: "Lane {n}"}}, wait: 21m, duration: 2h,
         emotion: {{value: -1.5, words: Cross, trigger: "Cause {n}"}}}}
"""


def _indexed(root: Path) -> tuple[list[dict[str, object]], dict[str, bytes]]:
    """Return what all parts of a site's index hold of each thing, and the parts."""
    site = Builder(root, TODAY).site()
    scripts = {url: site[url] for url in site if url.startswith(("search/part-", "search/words-"))}
    data = [data_of(script)["index"] for url, script in scripts.items() if "part-" in url]
    return [own for index in data for own in index["storedFields"].values()], scripts


def _maps(count: int) -> dict[str, bytes]:
    return {f"content/journeys/m{n:02}.yml": MAP.format(n=n).encode() for n in range(count)}


def test_everything_is_in_the_index_once(tmp_path: Path) -> None:
    entries, _ = _indexed(write(tmp_path, _maps(2)))
    by_kind = {kind: [entry for entry in entries if KINDS[entry["k"]] == kind] for kind in KINDS}  # type: ignore[call-overload]
    assert [entry["t"] for entry in by_kind["journey"]] == ["Map 0", "Map 1"]
    assert [(entry["u"], entry["s"]) for entry in by_kind["stage"]] == [("#stage-stage", "To get on")] * 2
    (step, _) = by_kind["step"]
    assert (step["u"], step["p"]) == ("#at-step", "Stage")
    assert (
        step["s"]
        == "Thought 0, really · Said 0 · Pain 0 · Chance 0 · Own · Lane 0 · Cross · Cause 0 · 21 min · −1.5"
    )
    assert len([entry for entry in by_kind["finding"] if str(entry["u"]).startswith("insights/")]) == len(RULES)
    written = [entry for entry in entries if "Said 0" in str(entry)]
    assert written == [step], "each text stands at one place"
    assert "Secret" not in str(entries)


def test_parts_are_small_and_an_edit_makes_the_part_of_its_map_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "_ROOM", 1500)
    monkeypatch.setattr(downloads, "_TOGETHER", 2)
    _, before = _indexed(write(tmp_path, _maps(12)))
    assert len(before) > 8
    assert all(len(script) < MOST for script in before.values())
    path = tmp_path / "content/journeys/m05.yml"
    path.write_text(path.read_text("utf-8").replace("Said 5", "Told 5"), "utf-8")
    _, after = _indexed(tmp_path)
    assert before.keys() == after.keys()
    (part, words) = [url for url in before if before[url] != after[url]]
    assert part.startswith("search/part-") and words.startswith("search/words-")


def test_words_are_told_with_all_parts_that_have_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_ROOM", 1500)
    monkeypatch.setattr(downloads, "_TOGETHER", 2)
    _, scripts = _indexed(write(tmp_path, _maps(5)))
    every = {url: data_of(script) for url, script in scripts.items()}
    holders: dict[str, set[int]] = {}
    for part in (own for url, own in every.items() if "part-" in url):
        for word, _ in part["index"]["index"]:
            holders.setdefault(word, set()).add(part["part"])
    listed: dict[str, set[int]] = {}
    for own in (own for url, own in every.items() if "words-" in url):
        for word, bits in zip(own["words"].split(), own["holders"], strict=True):
            listed.setdefault(word, set()).update(own["first"] + bit for bit in range(2) if bits >> bit & 1)
    assert listed == holders and len(every) > 5
    assert every["search/part-1.js"]["wordLists"] == len([url for url in every if "words-" in url])


def test_a_map_that_is_too_much_for_one_part_takes_several() -> None:
    room = parts._ROOM
    every = search_parts([("small", 90, 900), ("huge", 90, 3 * room), ("last", 90, 900)])
    huge = [part for part in every if part.slices > 1]
    assert [part.slice for part in huge] == [*range(len(huge))] and len(huge) > 3
    places = {place for part in every for place in range(part.first, part.after)}
    assert places == {0, 1, 2}, "every map is in one"


def test_what_has_too_many_bytes_keeps_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(f"word{n}" for n in range(200))
    files = {"content/journeys/m.yml": MAP.format(n=1).replace("Said 1", text).encode()}
    monkeypatch.setattr(parts, "MOST", 100)
    entries, scripts = _indexed(write(tmp_path, files))
    assert not any(len(str(entry.get("s", ""))) > parts._EXCERPT for entry in entries)
    assert "word199" in {term for script in scripts.values() for term, _ in data_of(script)["index"]["index"]}


def test_words_made_of_two_are_told_in_languages_that_make_such(tmp_path: Path) -> None:
    site = Builder(search_site(tmp_path), TODAY).site()
    assert data_of(site["search/compounds.js"])["compounds"]["versicherungsnummer"] == "versicherung nummer"
    assert "search/compounds.js" not in Builder(write(tmp_path / "en", _maps(1)), TODAY).site()


@pytest.mark.parametrize(
    ("word", "words", "split"),
    [
        ("akkutausch", {"akku", "tausch"}, "akku tausch"),
        ("liebesbrief", {"liebe", "brief"}, "liebe brief"),
        ("akkutausch", {"akku"}, None),
        ("beiakku", {"bei", "akku"}, None),
    ],
)
def test_a_word_is_made_of_two_others(word: str, words: set[str], split: str | None) -> None:
    assert compounds({word, *words}).get(word) == split


@given(st.text())
def test_what_is_folded_stays_as_it_is(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert (
        terms(" ".join(terms(text))) == terms(text)
        or unspaced(text)
        or "ال" in folded(text)
        or "لل" in folded(text)
    )


def test_the_table_is_the_one_that_is_generated() -> None:
    known = {sign: alike for sign, alike in table().items() if unicodedata.category(sign) != "Cn"}
    assert {sign: folded_sign(sign) for sign in known} == known
    written = (ROOT / TABLE).read_text("utf-8").splitlines()[0].replace('"', '\\"')
    assert written in (ROOT / SCRIPT).read_text("utf-8")
