"""The stylesheets style what there is, and say each thing in one place."""

import re
from pathlib import Path
from typing import Any

import yaml

from cjsite.drawing.curve import LANE
from cjsite.drawing.dimensions import Y_TOP, Y_UNIT, shared_css
from cjsite.drawing.geometry import Y_ZERO, utility_css
from tests.support.command import ROOT
from tests.support.html import Site

THEME = ROOT / "themes" / "default"
NAMED = re.compile(r"\.([a-zA-Z][\w-]*)")
SHEETS = {
    path.name: re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL)
    for path in sorted((THEME / "assets" / "css").glob("*.css"))
}
SCRIPTS = {
    path.name: re.sub(r"^\s*//.*$", "", path.read_text("utf-8"), flags=re.MULTILINE)
    for folder in (THEME / "assets" / "js", ROOT / "cjsite" / "preview" / "assets")
    for path in sorted(folder.glob("*.js"))
    if path.name != "idiomorph.js"
}


def _theme_settings() -> Any:
    """Return what the theme lists of its files."""
    return yaml.load((THEME / "theme.yml").read_text("utf-8"), yaml.BaseLoader)


def _text(folder: Path, *suffixes: str) -> str:
    return "\n".join(p.read_text("utf-8") for p in sorted(folder.rglob("*")) if p.suffix in suffixes)


def test_every_class_is_used() -> None:
    """A class is used where templates, scripts or pages name it, or begin its name: `turn-added`, `x12`."""
    named = set(NAMED.findall(re.sub(r"\{[^{}]*\}", "{}", "\n".join(SHEETS.values()))))
    used = (
        _text(THEME / "templates", ".html")
        + _text(THEME / "assets" / "js", ".js")
        + _text(ROOT / "cjsite", ".py", ".js")
    )
    words = set(re.findall(r"[a-zA-Z][\w-]*", used))
    assert "journey-row" in named & words
    begun = {name for name in named if name in words or re.sub(r"\d+$|(?<=-)\w+$", "", name) in words}
    assert named - begun == set()


def test_print_stands_in_a_stylesheet_of_its_own() -> None:
    """The wide map holds on paper, too: its files say so once, before anything else, and print.css names them."""
    settings = _theme_settings()
    paper = {path.removeprefix("css/") for path in settings["print"] + settings["map-print"]}
    (definition,) = re.findall(r"@custom-media --wide-or-print .*", SHEETS["tokens.css"])
    elsewhere = "\n".join(css for name, css in SHEETS.items() if name not in paper).replace(definition, "")
    assert re.findall(r"@page|(?<![\w-])print(?![\w-])", elsewhere) == []
    assert "@media" not in "".join(SHEETS[name] for name in paper), "pages name it for print alone"
    sharing = [name for name, css in SHEETS.items() if "(--wide-or-print)" in css]
    comment = (THEME / "assets" / "css" / "print.css").read_text("utf-8").partition("*/")[0]
    assert sharing == sorted(set(re.findall(r"\w+\.css", comment)) - paper) == ["feeling.css", "map.css"]
    for name in sharing:
        assert SHEETS[name].lstrip().startswith("@media (--wide-or-print)")
        assert SHEETS[name].count("(--wide-or-print)") == 1


def test_a_width_of_the_window_is_said_once() -> None:
    """What two files ask for has a name; scripts ask the stylesheet."""
    named = re.findall(r"(\d+)(?:\.\d+)?rem\)", "".join(re.findall("@custom-media.*", SHEETS["tokens.css"])))
    assert "45" in named
    widths = {
        name: set(re.findall(r"(?:min|max)-width:(\d+)(?:\.\d+)?rem", re.sub("@custom-media.*", "", css)))
        for name, css in SHEETS.items()
    }
    literal = [width for found in widths.values() for width in found]
    assert sorted(literal) == sorted(set(literal) - set(named))
    assert [name for name, js in SCRIPTS.items() if re.search(r"\d\s*rem\b|m(?:in|ax)-width", js)] == []


def test_the_shared_numbers_are_used_and_the_counted_rules_made() -> None:
    """In the browser, `tests/browser/test_dimensions.py` sees that each is what is shown."""
    styles = "\n".join(SHEETS.values())
    shared = re.findall(r"--([\w-]+):", shared_css())
    assert {"y-top", "face-size", "word-width"} <= set(shared)
    assert [name for name in shared if not re.search(rf"var\(--{name}[,)]", styles)] == []
    assert re.findall(r"\.[cd]\d|person-[2-9]", styles) == []


def test_the_properties_that_scripts_name_exist() -> None:
    named = set(re.findall(r"[\"'`](--[\w-]+)[\"'`]", "\n".join(SCRIPTS.values())))
    assert {"--on-phone", "--y-top", "--n"} <= named
    styles = "\n".join((shared_css(), *SHEETS.values(), utility_css()))
    assert [name for name in sorted(named) if not re.search(rf"(?<![\w-]){name}:", styles)] == []


def test_the_line_stands_in_the_coordinates_of_its_marks(example: Site) -> None:
    """The view box and the gradients of the line are written in a template."""
    elements = example.pages["journeys/dead-battery.html"].elements
    columns = sum(e.tag == "article" for e in elements)
    curve = next(e.attributes for e in elements if e.attributes.get("class", "").startswith("curve "))
    assert curve["viewbox"] == f"0 0 {columns * LANE.x_unit:g} 100"
    tone, area = (next(e for e in elements if e.attributes.get("id") == name) for name in ("tone", "tone-area"))
    assert (tone.attributes["y1"], tone.attributes["y2"]) == ("0", "100")
    assert float(elements[elements.index(tone) + 1].attributes["offset"]) == Y_ZERO / 100
    assert (area.attributes["y1"], area.attributes["y2"]) == (f"{Y_TOP:g}", f"{Y_TOP + 4 * Y_UNIT:g}")
