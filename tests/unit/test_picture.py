"""The picture of a map: every word in it, nothing that one program draws and another does not, within its paper."""

import json
import re
from xml.etree import ElementTree

import pytest

from cjsite.drawing.curve import CurvePoint, curve
from cjsite.drawing.measure import text_lines, text_width, wrap
from cjsite.drawing.palette import BAD, EDGE, GOOD, GRID, INK, INK_2, INK_3, NEUTRAL, PAPER, RULE, SUNKEN, SURFACE
from cjsite.drawing.paths import Viewport
from cjsite.drawing.signs import SIGNS, face
from cjsite.drawing.svg import hatching
from cjsite.drawing.tones import toned
from cjsite.drawing.visual_order import in_visual_order
from cjsite.pages.journey.picture_feelings import word_lines
from tests.support.command import ROOT
from tests.support.html import Site

SVG = "{http://www.w3.org/2000/svg}"
ATTRIBUTES = {
    *("id", "d", "x", "y", "x1", "y1", "cx", "cy", "r", "width", "height", "viewBox", "role", "transform"),
    *("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity"),
    *("font-family", "font-size", "font-weight", "text-anchor", "textLength"),
    "{http://www.w3.org/XML/1998/namespace}lang",
}
ELEMENTS = {"svg", "title", "desc", "g", "path", "rect", "circle", "text"}


@pytest.fixture(scope="module")
def pictures(example: Site) -> dict[str, ElementTree.Element]:
    """The pictures of all maps of the example, by their ids."""
    folder = example.folder / "journeys"
    return {path.parent.name: ElementTree.parse(path).getroot() for path in folder.glob("*/timeline.svg")}


def test_there_is_one_beside_each_map(example: Site, pictures: dict[str, ElementTree.Element]) -> None:
    assert {*pictures} == {path.stem for path in (example.folder / "journeys").glob("*.html")}


def test_it_is_made_of_what_every_program_draws(pictures: dict[str, ElementTree.Element]) -> None:
    for picture in pictures.values():
        for element in picture.iter():
            assert element.tag.removeprefix(SVG) in ELEMENTS
            assert element.attrib.keys() <= ATTRIBUTES
            assert all(re.fullmatch("none|#[0-9a-f]{6}", element.get(name, "none")) for name in ("fill", "stroke"))


def test_every_text_is_on_the_paper(pictures: dict[str, ElementTree.Element]) -> None:
    for picture in pictures.values():
        for group in picture.iter(f"{SVG}g"):
            for text in group.findall(f"{SVG}text"):
                anchor = text.get("text-anchor") or group.get("text-anchor") or "start"
                size, x = float(group.get("font-size", 0)), float(text.get("x", 0))
                wide = text_width(text.text or "", size)
                left = x - wide * {"start": 0, "middle": 0.5, "end": 1}[anchor]
                assert left >= 0
                assert left + wide <= float(picture.get("width", 0))
                assert size < float(text.get("y", 0)) < float(picture.get("height", 0))


def test_it_holds_the_words_of_the_map(example: Site, pictures: dict[str, ElementTree.Element]) -> None:
    picture = pictures["dead-battery"]
    journey = json.loads((example.folder / "journeys" / "dead-battery.json").read_text("utf-8"))["journey"]
    parts = (text.text or "" for text in picture.iter(f"{SVG}text"))
    shown = "".join(parts).replace(" ", "").replace("-", "")
    stages = journey["stages"]
    titles = [journey["title"], *(stage["title"] for stage in stages)]
    titles += [step["title"] for stage in stages for step in stage["steps"]]
    assert [title for title in titles if title.replace(" ", "").replace("-", "") not in shown] == []
    assert picture.findtext(f"{SVG}title") == journey["title"]
    assert "Starts with Dark display" in (picture.findtext(f"{SVG}desc") or "")


def test_what_is_not_known_is_hatched(pictures: dict[str, ElementTree.Element]) -> None:
    gaps = pictures["dead-battery"].find(f"{SVG}path[@id='gaps']")
    assert gaps is not None
    assert gaps.get("d", "").count("M") > 20


def test_it_says_when_the_map_was_reviewed_and_not_when_it_was_built(
    pictures: dict[str, ElementTree.Element],
) -> None:
    foot = pictures["dead-battery"].findtext(f".//{SVG}g[@id='foot']/{SVG}g/{SVG}text") or ""
    assert foot.endswith("Reviewed 14 Sep 2026")


def test_its_colours_are_those_of_the_light_theme() -> None:
    tokens = (ROOT / "themes/default/assets/css/tokens.css").read_text("utf-8")
    light = dict(re.findall(r"--([\w-]+):var\(--light,(#\w+)\)", tokens))
    own = {
        "paper": PAPER,
        "surface": SURFACE,
        "sunken": SUNKEN,
        "ink": INK,
        "ink-2": INK_2,
        "ink-3": INK_3,
        "edge": EDGE,
        "line-2": RULE,
        "line": GRID,
        "pos": GOOD,
        "neg": BAD,
        "neutral": NEUTRAL,
    }
    assert own == {
        name: light[name].replace("#fff", "#ffffff") if light[name] == "#fff" else light[name] for name in own
    }


def test_a_face_that_nobody_was_asked_about_is_dashed_and_never_solid() -> None:
    assert "stroke-dasharray" in face("very-bad", firm=False)
    assert f'fill="{BAD}" stroke-width' in face("very-bad", firm=True)
    assert f'fill="{BAD}" stroke-width' not in face("very-bad", firm=False)
    assert len(SIGNS) == 7


def test_a_line_is_cut_where_it_crosses_zero() -> None:
    line = curve([CurvePoint(0.5, -1), CurvePoint(1.5, 1), CurvePoint(2.5, 1, firm=False)], 3)
    parts = toned(line, Viewport(100, 0, 100))
    assert parts.keys() == {("bad", True), ("good", True), ("good", False)}
    assert parts["bad", True].endswith("-100")
    assert re.match(r"M[\d.]+ 0c", parts["good", True])
    assert toned(curve([CurvePoint(0.5, 0), CurvePoint(1.5, 0)], 2), Viewport(100, 0, 100)).keys() == {
        ("neutral", True)
    }


def test_hatching_stays_in_its_box() -> None:
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", hatching(10, 20, 30, 50, 7))]
    assert all(10 <= x <= 40 for x in numbers[::2])
    assert all(20 <= y <= 70 for y in numbers[1::2])


@pytest.mark.parametrize(
    "text", ["Hold the line please", "Donaudampfschifffahrtsgesellschaft am Montag", "電池が切れた朝です", ""]
)
@pytest.mark.parametrize("room", [40.0, 75.0, 300.0])
def test_lines_are_as_many_as_are_counted_and_none_too_long(text: str, room: float) -> None:
    lines = text_lines(text, room, 13, 99)
    assert len(lines) <= wrap(text, room, 13, 99).lines
    assert all(text_width(line, 13) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_soft_hyphens_are_seen_at_the_end_of_lines_alone() -> None:
    assert text_lines("Rück\u00adga\u00adbe", 47, 13, 9) == ("Rückga-", "be")
    assert text_lines("one two three four", 40, 13, 2) == ("one", "two…")


def test_a_long_word_is_parted_well_in_the_lines_that_it_has_room_for() -> None:
    lines = word_lines("Entgeisterungsüberwältigungserfahrung", 3, "de")
    assert lines == ("Entgeisterungs-", "überwältigungs-", "erfahrung")
    assert len(word_lines("x" * 60, 3, "de")) == 3


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("אב גד", "אב גד"),
        ("אב WhatsApp גד", "גד WhatsApp אב"),
        ("WhatsApp אב", "אב WhatsApp"),
        ("אב!", "!אב"),
        ("אב (Care)", "(Care) אב"),
        ("אב 25%", "אב 25%"),
        ("خطوة 25%", "%خطوة 25"),
        ("خطوة ٢٥٪", "٪خطوة ٢٥"),
        ("خطوة 25% ثانية", "خطوة 25% ثانية"),
        ("12 אב!", "!\u200f12 אב"),
        ("12 אב Care", "Care \u200f12 אב"),
        ("Care", "Care"),
        ("אב Care 25%", "Care 25% אב"),
        ("אב and 山田 太郎", "and 山田 太郎 אב"),
        ("خطوة 山田 太郎!", "!山田 太郎 خطوة"),
        ("אב Ελλάδα देवी", "Ελλάδα देवी אב"),
    ],
)
def test_lines_from_the_right_stand_as_they_are_seen(line: str, seen: str) -> None:
    assert in_visual_order(line) == seen
