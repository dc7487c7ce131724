"""Drawings are published without what runs, loads or leads elsewhere, and look as they did."""

import xml.etree.ElementTree as ET
from pathlib import Path
from unittest.mock import patch

import pytest

from cjsite.build import Builder
from cjsite.reading.svg import DEPTH_LIMIT, SVG, clean_svg
from cjsite.reading.svg_size import MOST_DRAWN, DrawnSize
from cjsite.reading.svg_styles import is_safe_value, safe_declarations, safe_sheet
from tests.support.command import ROOT
from tests.support.content import content
from tests.support.files import write
from tests.support.page import wording
from tests.support.rules import TODAY
from tests.support.summary import summary

DRAWINGS = ROOT / "tests" / "support" / "drawings"
PIXEL = "data:image/png;base64,iVBORw0KGgo="


def _svg(inner: str, attributes: str = "") -> bytes:
    return f'<svg xmlns="{SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" {attributes}>{inner}</svg>'.encode()


def _cleaned(inner: str, attributes: str = "") -> tuple[str, list[str]]:
    """Return what stands in a drawing afterwards, and what was taken out of it."""
    picture = clean_svg("a.svg", _svg(inner, attributes))
    assert picture.problems == ()
    return picture.data.decode().strip(), [what for what, _ in picture.taken]


@pytest.mark.parametrize(
    ("inner", "taken"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<g onclick='alert(1)'/>", 'onclick="alert(1)"'),
        ("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>A</p></foreignObject>", "<foreignObject>"),
        ("<p xmlns='http://www.w3.org/1999/xhtml'>A</p>", "<p>"),
        ("<p xmlns=''>A</p>", "<p>"),
        ("<set attributeName='href' to='x'/>", "<set>"),
        ("<a href='javascript:alert(1)'><g/></a>", 'href="javascript:alert(1)"'),
        ("<a xlink:href='&#106;avascript:alert(1)'><g/></a>", 'href="javascript:alert(1)"'),
        ("<image href='https://example.org/a.png'/>", 'href="https://example.org/a.png"'),
        ("<image href='queue.png'/>", 'href="queue.png"'),
        ("<image href='data:image/svg+xml;base64,AAAA'/>", 'href="data:image/svg+xml;base64,AAAA"'),
        ("<use href='other.svg#a'/>", 'href="other.svg#a"'),
        (f"<use href='{PIXEL}'/>", f'href="{PIXEL}"'),
        ("<g fill='url(https://example.org/#a)'/>", 'fill="url(https://example.org/#a)"'),
        (r"<g fill='\75rl(#a)'/>", r'fill="\75rl(#a)"'),
        ("<g style='fill: red; stroke: url(//example.org/a)'/>", "stroke: url(//example.org/a)"),
        ("<style>@import 'a.css'; g { fill: red }</style>", "@import 'a.css'"),
        ("<style>g { fill: image-set('a.png' 1x) }</style>", "fill: image-set('a.png' 1x)"),
        ("<style>@keyframes a { to { x: 1 } }</style>", "@keyframes a {…}"),
        ("<style>a { b { fill: red } }</style>", "b {…}"),
        ("<g xml:base='https://example.org/'/>", 'base="https://example.org/"'),
        ("<g strange='1'/>", 'strange="1"'),
    ],
)
def test_what_does_more_than_draw_is_taken_out_and_named(inner: str, taken: str) -> None:
    data, parts = _cleaned(inner)
    assert parts == [taken]
    assert not any(word in data for word in ("alert", "example.org", "import", "png", "svg+xml", "<p", "strange"))


@pytest.mark.parametrize(
    "inner",
    [
        f'<image href="{PIXEL}" width="1"/>',
        '<use href="#a" transform="rotate(3)"/>',
        '<g fill="url(#a) red" aria-label="A" class="b c" xml:space="preserve">A &amp; &lt;B&gt;</g>',
        '<switch><g requiredFeatures="x"/><text y="1">A</text></switch>',
        "<style>@media (min-width: 3em){g,a&gt;.b:not(#c){fill:hsl(3deg 1% 2%);}\n}\n</style>",
        '<style>@font-face{font-family:"A";src:url(data:font/woff2;base64,AA==) format("woff2");}\n</style>',
    ],
)
def test_what_draws_stays(inner: str) -> None:
    assert _cleaned(inner) == (f'<svg xmlns="{SVG}">{inner}</svg>', [])


def test_what_programs_keep_for_themselves_goes_without_a_word() -> None:
    data, parts = _cleaned(
        "<!-- ours --><metadata>mine</metadata><i:grid>mine</i:grid><g i:label='mine' data-name='mine'/>",
        "xmlns:i='http://www.inkscape.org/namespaces/inkscape'",
    )
    assert (data, parts) == (f'<svg xmlns="{SVG}"><g/></svg>', [])


def test_a_prefix_for_the_language_itself_is_dropped() -> None:
    picture = clean_svg("a.svg", f'<s:svg xmlns:s="{SVG}"><s:g>A</s:g></s:svg>'.encode())
    assert picture.data.decode() == f'<svg xmlns="{SVG}"><g>A</g></svg>\n'


def test_of_two_addresses_the_newer_kind_counts() -> None:
    assert _cleaned('<use xlink:href="#old" href="#new"/>')[0] == f'<svg xmlns="{SVG}"><use href="#new"/></svg>'


def test_line_ends_make_no_difference() -> None:
    unix = _svg("<g\n id='a'/>\n<text>A\nB</text>")
    assert clean_svg("a.svg", unix).data == clean_svg("a.svg", unix.replace(b"\n", b"\r\n")).data


def test_what_was_taken_out_has_its_place() -> None:
    picture = clean_svg("a.svg", _svg("\n <g/>\n  <script/>\n<script/>"))
    assert [(what, str(place)) for what, place in picture.taken] == [("<script>", "a.svg:3:3")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "this SVG cannot be read as XML: no element found"),
        (b"<svg><g></svg>", "this SVG has no namespace"),
        (_svg("<g>"), "this SVG cannot be read as XML: mismatched tag"),
        (_svg("&nbsp;"), "this SVG cannot be read as XML: undefined entity"),
        (b"<!DOCTYPE svg SYSTEM 'a'>" + _svg("&nbsp;"), "this SVG declares entities"),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + _svg("&a;"), "this SVG declares entities"),
        (b"<html/>", "this is no SVG picture: it begins with `<html>`"),
        (b"<?xml version='1.0' encoding='klingon'?><svg/>", "its encoding is unknown"),
        (_svg("<g>" * DEPTH_LIMIT + "</g>" * DEPTH_LIMIT), "this SVG is nested too deep"),
    ],
)
def test_what_cannot_be_made_safe_is_a_problem_with_a_mend(data: bytes, message: str) -> None:
    (problem,) = clean_svg("a.svg", data).problems
    assert message in problem.message
    assert problem.mend


def test_groups_up_to_the_limit_are_drawn() -> None:
    groups = DEPTH_LIMIT - 1
    assert clean_svg("a.svg", _svg("<g>" * groups + "</g>" * groups)).problems == ()


def _doubled(times: int, way: str) -> bytes:
    """Return a drawing in which each part shows the one before it twice."""
    parts = "".join(f"<g id='p{n}'>{way.format(n - 1) * 2}</g>" for n in range(1, times))
    return _svg(f"<g id='p0'><path/></g>{parts}")


@pytest.mark.parametrize(
    "way", ["<use href='#p{}'/>", "<g mask='url(#p{})'/>", "<g style='filter: url(\"#p{}\")'/>"]
)
def test_parts_that_repeat_each_other_are_counted_before_they_are_drawn(way: str) -> None:
    assert clean_svg("a.svg", _doubled(12, way)).problems == ()
    (problem,) = clean_svg("a.svg", _doubled(24, way)).problems
    assert problem.message == "the parts of this drawing repeat each other to more than 1000000 elements"


def test_the_number_of_elements_that_are_drawn() -> None:
    size = DrawnSize()
    for id_, named in (("", []), ("a", ["b"]), ("", [])):  # <svg><g id=a use=b><path/></g>
        size.begin(id_, named)
    size.end()
    size.end()
    size.begin("b", ["a", "c", "nothing"])  # what shows itself is not drawn again
    size.begin("c", [])
    assert size.total() == 1 + (2 + (1 + 1 + 1)) + (1 + 1 + 1)


def test_a_chain_of_parts_is_as_long_as_it_is() -> None:
    size = DrawnSize()
    size.begin("", ["0"])
    for number in range(3000):
        size.begin(str(number), [str(number + 1)])
        size.end()
    assert size.total() == MOST_DRAWN + 1, "more than that is not counted"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_encodings_are_read(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><svg xmlns="{SVG}"><text>Grüße</text></svg>'
    assert "<text>Grüße</text>" in clean_svg("a.svg", text.encode(encoding)).data.decode()


@pytest.mark.parametrize("path", sorted(DRAWINGS.glob("*.svg")), ids=lambda path: path.stem)
def test_what_drawing_programs_write_passes_whole_or_says_how_to_export_it(path: Path) -> None:
    name = path.name
    picture = clean_svg(name, path.read_bytes())
    if name == "illustrator-entities.svg":
        assert "Illustrator, Export As, SVG" in picture.problems[0].mend
        return
    assert (picture.problems, picture.taken) == ((), ())
    assert clean_svg(name, picture.data).data == picture.data, "what is clean stays as it is"
    spaces = {element.tag.partition("}")[0] for element in ET.fromstring(picture.data).iter()}
    assert spaces == {"{" + SVG}


@pytest.mark.parametrize(
    "value", ["red", "url(#a)", "url( '#a' )", "rgb(1 2 3 / 4%)", "'Noto Sans', serif", "a /* b */ c", "16/9"]
)
def test_values_that_are_safe(value: str) -> None:
    assert is_safe_value(value)


@pytest.mark.parametrize(
    "value",
    ["url(a)", "URL(a)", "url(data:image/png;base64,AA)", "src('a')", "rgb(1", "rgb(1))", "1) rgb(1",
     "red /* a", "'a", "a\\b", "a{b", "url(#a", "-url(a)", "éurl(a)", "u/**/rl(a)", "attr(a)", "<!--",
     "url(data:font/woff2;base64,AA)"],
)  # fmt: skip
def test_values_that_are_not_understood_are_not_safe(value: str) -> None:
    assert not is_safe_value(value)


def test_a_comment_that_falls_apart_makes_no_other() -> None:
    sheet, taken = safe_sheet("a{fill://**/* }b{stroke:red}")
    assert "/*" not in sheet
    assert taken


def test_declarations_keep_what_they_can() -> None:
    assert safe_declarations("fill:red;stroke:url(a);x") == ("fill:red;", ("stroke:url(a)", "x"))
    assert safe_declarations(" fill:#fff; stroke: 1px ") == ("fill:#fff; stroke: 1px", ())


def test_a_sheet_that_does_not_end_is_ended() -> None:
    assert safe_sheet("@media print{a{fill:red") == ("@media print{a{fill:red;}\n}\n", ())


def test_a_drawing_that_did_not_change_is_not_read_again(tmp_path: Path) -> None:
    picture = tmp_path / "content" / "pages" / "a.svg"
    write(tmp_path, {"content/site.yml": b"title: A\n", "content/pages/a.svg": _svg("<g/>")})
    builder = Builder(tmp_path, TODAY)
    with patch("cjsite.reading.media.clean_svg", side_effect=clean_svg) as cleaning:
        builder.site()
        builder.site()
        assert cleaning.call_count == 1
        picture.write_bytes(_svg("<script/><path/>"))
        assert b"script" not in builder.site()["pages/a.svg"]
        assert cleaning.call_count == 2


def test_a_drawing_that_lost_something_is_published_and_found() -> None:
    site = content(
        "-- journeys/a.yml --\ntitle: A\nstages: []\n-- journeys/a.svg --\n"
        f'<svg xmlns="{SVG}">\n<script>alert(1)</script><g onclick="a()"/></svg>\n'
    )
    assert b"script" not in site.files["journeys/a.svg"]
    (finding,) = [f for f in summary(site, TODAY).findings(wording()) if f.code == "S140"]
    assert str(finding.place) == "journeys/a.svg:2:1"
    assert finding.message == 'taken out of journeys/a.svg: <script> (2:1), onclick="a()" (2:26)'
