"""What holds for every drawing: what is published holds nothing that was not understood, and stays as it is."""

import xml.etree.ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from cjsite.reading.svg import SVG, clean_svg
from cjsite.reading.svg_names import ATTRIBUTES, ELEMENTS, PRESENTATION
from cjsite.reading.svg_styles import safe_declarations, safe_sheet

CSS = st.lists(
    st.sampled_from(
        ["a", "fill", ":", ";", "{", "}", "(", ")", "url(", "#a", "https:x", "/*", "*/", "'", '"', "\\", "@media",
         "@import", " ", ",", "\n", "<!--", "rgb(", "src(", "/", "*", "[", "]", "=", "!important", "--x", "é"]
    ),
    max_size=24,
).map("".join)  # fmt: skip
NAMES = st.sampled_from(["g", "text", "script", "style", "use", "image", "a", "foreignObject", "svg"])
KEYS = st.sampled_from(["href", "xlink:href", "style", "fill", "onclick", "d", "x:y", "xml:base", "class", "src"])
ATTRIBUTE_LISTS = st.dictionaries(KEYS, CSS | st.sampled_from(["#a", "javascript:a", "data:image/png;base64,AA"]))
ALLOWED = {*ATTRIBUTES, *PRESENTATION, "href", "style"}


def _element(name: str, attributes: dict[str, str], children: list[ET.Element], text: str) -> ET.Element:
    element = ET.Element(name, attributes)
    element.text = text
    element.extend(children)
    return element


ELEMENT_TREES = st.recursive(
    st.builds(_element, NAMES, ATTRIBUTE_LISTS, st.just([]), CSS),
    lambda children: st.builds(_element, NAMES, ATTRIBUTE_LISTS, st.lists(children, max_size=3), CSS),
    max_leaves=8,
)


@given(CSS)
def test_styles_that_are_kept_are_all_understood(text: str) -> None:
    for clean in (safe_sheet, safe_declarations):
        kept, _ = clean(text)
        assert clean(kept)[0].split() == kept.split(), "what was kept is kept again"
        assert clean(kept)[1] == ()
        assert "\\" not in kept
        assert "<" not in kept


@given(ELEMENT_TREES)
def test_drawings_that_are_published_hold_only_what_is_named(tree: ET.Element) -> None:
    tree.attrib.update({"xmlns:xlink": "http://www.w3.org/1999/xlink", "xmlns:x": "urn:x", "xmlns": SVG})
    tree.tag = "svg"
    picture = clean_svg("a.svg", ET.tostring(tree))
    assert picture.problems == ()
    for element in ET.fromstring(picture.data).iter():
        space, _, name = element.tag[1:].partition("}")
        assert (space, name in ELEMENTS) == (SVG, True)
        assert ALLOWED.issuperset(element.keys())
        href = element.get("href", "#")
        assert href.startswith("#") or (name, href) == ("image", "data:image/png;base64,AA")
    again = clean_svg("a.svg", picture.data)
    assert (again.data, again.taken) == (picture.data, ())
