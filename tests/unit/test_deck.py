"""A map as slides: every word, in shapes that can be edited, none beyond a slide's edge, the same bytes twice."""

import io
import re
import sys
import zipfile
from itertools import pairwise
from typing import Any

import pytest
from markupsafe import Markup

from cjsite.base.problem import Refusal
from cjsite.pages.journey import context
from cjsite.poster.deck_file import HEIGHT, MARGIN, WIDTH
from cjsite.poster.deck_html import paragraphs
from cjsite.poster.deck_lines import line_stroke
from cjsite.poster.deck_names import ROOM
from cjsite.poster.deck_slides import BOTTOM
from cjsite.poster.deck_xml import EMU
from tests.support.content import content
from tests.support.decks import HARD, frames, made, slides, tables, text
from tests.support.every_field import every_field

LEAST_SIZE = 10
TWO = """
-- personas/ines.md --
---
title: Ines
---
-- personas/walter.md --
---
title: Walter
---
-- journeys/a.yml --
title: A ride
personas: [ines, walter]
paths: {detour: {title: By train, share: 30%}}
stages:
  - title: Ride
    steps:
      - {title: Starts, emotions: {ines: 1, walter: -1}, actions: "See [the rates](https://example.org/rates)"}
      - {title: Rides, emotions: {ines: {value: -1, spread: [-2, 1]}, walter: 1}, path: main}
      - {title: Takes the train, emotions: {ines: 0, walter: 2}, path: detour}
      - {title: Arrives, emotions: {ines: 2, walter: -2}}
"""


@pytest.fixture(scope="module")
def deep() -> bytes:
    return made(content(HARD["en"]))


def _texts(pptx: bytes) -> list[Any]:
    return [frame for slide in slides(pptx) for shape in slide.shapes for frame in frames(shape)]


def test_every_word_of_a_map_is_in_its_deck() -> None:
    files, words = every_field()
    pptx = made(content(files))
    written = text(pptx)
    assert len(words) > 80
    assert [word for word in words if word not in written] == []


def test_long_texts_go_on_on_further_slides_and_lose_nothing(deep: bytes) -> None:
    assert text(deep).count("sentence") == 12 * 33
    assert "x" * 130 in text(deep)
    titles = [slide.shapes.title.text_frame.text for slide in slides(deep)]
    assert titles[0] == "A long day"
    parts = [title for title in titles if title.startswith("1  Wait")]
    assert parts == [f"1  Wait ({number}/{len(parts)})" for number in range(1, len(parts) + 1)]
    assert len(parts) > 3
    assert "Not written yet" in titles


def test_nothing_stands_beyond_the_slide_or_below_a_size_that_can_be_read(deep: bytes) -> None:
    for slide in slides(deep):
        for shape in slide.shapes:
            left, top = shape.left / EMU, shape.top / EMU
            assert (
                left >= 0 and top >= 0 and left + shape.width / EMU <= WIDTH and top + shape.height / EMU <= HEIGHT
            )
            if shape.has_table:
                rows = sum(row.height for row in shape.table.rows) / EMU
                assert top + rows <= BOTTOM + 0.01
                assert left >= MARGIN - 0.01
    sizes = [
        run.font.size.pt for frame in _texts(deep) for p in frame.paragraphs for run in p.runs if run.font.size
    ]
    assert min(sizes) >= LEAST_SIZE


def test_shapes_are_native_named_and_told_of_and_have_no_shadow(deep: bytes) -> None:
    first = slides(deep)[0]
    kinds = {type(shape).__name__ for slide in slides(deep) for shape in slide.shapes}
    assert kinds <= {"Shape", "GraphicFrame", "SlidePlaceholder", "PlaceholderGraphicFrame"}
    drawn = [shape for shape in first.shapes if shape._element.xpath("./p:spPr/a:custGeom")]
    assert any(shape._element.xpath(".//a:cubicBezTo") for shape in drawn)
    told = {shape._element.xpath(".//p:cNvPr")[0].get("descr") for shape in first.shapes} - {None}
    assert any("Moment of truth" in alt for alt in told)
    assert any(alt.startswith("1 Calls") and "not heard from customers" in alt for alt in told)
    assert any(alt.startswith("Not known") and "Nobody asked" in alt for alt in told)
    assert all(shape._element.xpath(".//p:cNvPr/@descr") for shape in drawn)
    archive = zipfile.ZipFile(io.BytesIO(deep))
    every = "".join(archive.read(name).decode() for name in archive.namelist() if "/slides/slide" in name)
    assert "effectRef" not in every and "<p:style>" not in every


def test_the_same_map_is_the_same_bytes_without_a_time(deep: bytes) -> None:
    assert made(content(HARD["en"])) == deep
    archive = zipfile.ZipFile(io.BytesIO(deep))
    assert {info.date_time[:3] for info in archive.infolist()} == {(1980, 1, 1)}
    assert set(re.findall(r"\d{4}-\d\d-\d\dT", archive.read("docProps/core.xml").decode())) == {"1980-01-01T"}
    assert not [name for name in archive.namelist() if "printer" in name or "thumbnail" in name]


def test_long_words_may_break_where_they_take_most_of_a_line() -> None:
    word = "Donaudampfschifffahrtsgesellschaft"
    steps = "".join(f"[{word}, " if n == 0 else f"{word}, " for n in range(4)) + "]"
    one = content(f"-- journeys/a.yml --\ntitle: A\nlanguage: de\nstages: [{{title: S, steps: {steps}}}, Kurz]\n")
    every = [run.text for frame in _texts(made(one)) for p in frame.paragraphs for run in p.runs]
    assert any("\u00ad" in text and text.replace("\u00ad", "") == word for text in every)
    assert not any("\u00ad" in text for text in every if text.startswith("Kurz"))


def test_a_deck_from_right_to_left_begins_at_the_right() -> None:
    pptx = made(content(HARD["ar"]))
    first, stage = slides(pptx)[:2]
    numbers = {shape.text_frame.text: shape.left for shape in first.shapes if shape.has_text_frame}
    assert numbers["1"] > numbers["2"]
    table = next(shape.table for shape in stage.shapes if shape.has_table)
    assert "شاشة" in table.cell(0, 1).text and "رسالة" in table.cell(0, 0).text
    runs = [p for frame in _texts(pptx) for p in frame.paragraphs if p.text.endswith("شاشة")]
    assert {(p._p.pPr.get("rtl"), p._p.pPr.get("algn")) for p in runs} == {("1", "r")}
    assert {run._r.rPr.get("lang") for p in runs for run in p.runs} == {"ar"}


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(Refusal, match=r"cjsite\[pptx\]"):
        made(content(HARD["ar"]))


def test_a_title_that_is_too_long_is_cut_and_stands_in_full_below_and_in_the_notes() -> None:
    title = " ".join(f"word{number}" for number in range(40))
    one = content(f"-- journeys/a.yml --\ntitle: A\nstages: [{{title: {title}, steps: [Waits]}}]\n")
    stage = slides(made(one))[1]
    shown = stage.shapes.title.text_frame.text
    assert shown.endswith("…") and f"1  {title}".startswith(shown[:-1])
    assert title in stage.notes_slide.notes_text_frame.text
    assert any(title in frame.text for shape in stage.shapes for frame in frames(shape))


def test_names_and_heads_that_are_long_stand_in_full_in_cells_and_leave_room_for_others() -> None:
    title, lane = (" ".join(f"{letter}{number:03}" for number in range(90)) for letter in "tl")
    steps = f"[{{title: {title}, lanes: {{{lane}: {'here ' * 900}}}}}, Waits, Sits]"
    pptx = made(content(f"-- journeys/a.yml --\ntitle: A\nstages: [{{title: S, steps: {steps}}}]\n"))
    cells = {cell.text for table in tables(pptx) for row in table.rows for cell in row.cells}
    assert any(title in text for text in cells)
    assert sum(cell.startswith(lane[:400]) and "…" not in cell for cell in cells) == 1
    assert set(lane.split()) <= set(text(pptx).split())
    assert text(pptx).count("here") == 900
    assert max(sum(row.height for row in table.rows) for table in tables(pptx)) / EMU <= BOTTOM


def test_every_persona_has_a_line_and_a_name_in_the_legend() -> None:
    pptx = made(content(TWO))
    first = slides(pptx)[0]
    names = {shape.name for shape in first.shapes if shape._element.xpath("./p:spPr/a:custGeom")}
    assert {"Ines", "Walter"} <= names
    assert {"Ines", "Walter"} <= {shape.text_frame.text for shape in first.shapes if shape.has_text_frame}
    links = {rel.target_ref for slide in slides(pptx) for rel in slide.part.rels.values() if rel.is_external}
    assert links == {"https://example.org/rates"}


_SCORES = (-2, -1.7, 0, 0.3, 0.6, 0.9, 1.2, 1.5)


def _crowd() -> bytes:
    people = [f"p{number}" for number in range(8)]
    felt = ", ".join(f"{person}: {score}" for person, score in zip(people, _SCORES, strict=True))
    files = "".join(f"-- personas/{person}.yml --\ntitle: Person {person}\n" for person in people)
    steps = "".join(f"    - {{title: {title}, emotions: {{{felt}}}}}\n" for title in ("Starts", "Ends"))
    journey = f"title: A ride\npersonas: [{', '.join(people)}]\nstages:\n- title: Ride\n  steps:\n{steps}"
    return made(content(f"{files}-- journeys/a.yml --\n{journey}"))


def test_lines_have_their_names_where_they_end_and_no_two_look_alike() -> None:
    shapes = [shape for shape in slides(_crowd())[0].shapes if shape.has_text_frame]
    names = [f"Person p{number}" for number in range(6)]
    written = [shape for shape in shapes if shape.text_frame.text.startswith("Person")]
    assert sorted(shape.text_frame.text for shape in written) == sorted(2 * names)
    behind = [shape for shape in written if shape.left / EMU > WIDTH - MARGIN - ROOM]
    behind.sort(key=lambda shape: shape.top)
    assert [shape.text_frame.text for shape in behind] == [*reversed(names)]
    assert all(above.top + above.height <= below.top for above, below in pairwise(behind))
    assert len({line_stroke(number) for number in range(6)}) == 6
    faces = [shape for shape in shapes if shape.name.startswith("Person") and "scale" in shape.name]
    words = [shape for shape in shapes if shape.text_frame.text == "−2.0"]
    nearest = {min(faces, key=lambda face: _apart(face, word)).name.partition(",")[0] for word in words}
    assert nearest == {"Person p0"}, "the face of another line stands between a word and its own"


def _apart(a: Any, b: Any) -> float:
    across, down = (a.left + a.width / 2 - b.left - b.width / 2, a.top + a.height / 2 - b.top - b.height / 2)
    return float(across**2 + down**2)


def test_a_map_without_stages_has_no_empty_slide() -> None:
    titles = [slide.shapes.title.text for slide in slides(made(content("-- journeys/a.yml --\ntitle: Soon\n")))]
    assert titles == ["Soon", "About this map"]


def test_a_map_that_is_too_long_to_be_drawn_is_told_in_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "MAX_COLUMNS", 2)
    steps = ", ".join(f"S{number}" for number in range(3))
    own = slides(made(content(f"-- journeys/a.yml --\ntitle: A\nstages: [{{title: T, steps: [{steps}]}}]\n")))
    assert not [shape for slide in own for shape in slide.shapes if shape._element.xpath("./p:spPr/a:custGeom")]
    texts = {frame.text for slide in own for shape in slide.shapes for frame in frames(shape)}
    assert any("S2" in text for text in texts)


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("One<br>two", ["One", "two"]),
        ("<p>A <b>b</b> <del>c</del></p>\n<ul><li>d</li><li>e</li></ul>", ["A b c", "• d", "• e"]),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", ["ab", "1 · 2"]),
        ('x<sup>1</sup> <q>y</q> <img src="a.png" alt="A cup">', ["x[1] “y” A cup"]),
        ("<pre>a\nb</pre>&lt;i&gt; &amp;", ["a\nb", "<i> &"]),
        ("<p> </p>", []),
    ],
)
def test_html_becomes_paragraphs(html: str, shown: list[str]) -> None:
    assert [f"{'• ' if own.bullet else ''}{own.text}" for own in paragraphs(Markup(html))] == shown
