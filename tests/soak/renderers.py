"""Pictures of maps in every program that draws SVG: the ink of each part where Chromium has it."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import command
from tests.support.files import write
from tests.support.ink import Coloured, boxes, differences, shapes, texts
from tests.support.renderers import WIDTH, Renderers
from tests.support.renderers_site import SITE

MOST = 3.0
MAPS = ("arabic", "german", "japanese", "tram")
PARTS: dict[str, Callable[[bytes], Coloured]] = {
    "texts": texts,
    "curve": lambda svg: shapes(svg, "curve"),
    "faces": lambda svg: shapes(svg, "faces"),
}
UNABLE = {
    ("CairoSVG", "arabic"): "it does not join Arabic letters, and reads them from the left",
    ("CairoSVG", "german"): "it moves no letters together, of which a title as wide as the map has many",
    ("LibreOffice", "arabic"): "it sets lines of two directions wider",
    ("Inkscape", "arabic"): "it puts a number among Arabic words elsewhere",
}
"""What no way of writing the file was found for; nothing of it is missing even so."""


@pytest.fixture(scope="module")
def renderers(tmp_path_factory: pytest.TempPathFactory) -> Renderers:
    """The programs of this machine, with the font installed for them."""
    return Renderers(tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a map in each of several scripts."""
    return command.build(write(tmp_path_factory.mktemp("source"), SITE), tmp_path_factory.mktemp("site") / "output")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", MAPS)
def test_every_program_draws_a_map_alike(
    renderers: Renderers,
    built: Path,
    name: str,
    part: str,
    tmp_path: Path,
    tell: Callable[[Counter[str]], None],
) -> None:
    coloured = PARTS[part]((built / "journeys" / name / "timeline.svg").read_bytes())
    svg, height = tmp_path / "part.svg", round(coloured.height * WIDTH / coloured.width)
    svg.write_bytes(coloured.svg)
    renderers.chromium(svg, tmp_path / "right.png", height)
    right = boxes((tmp_path / "right.png").read_bytes(), coloured)
    wrong: dict[str, list[str]] = {}
    for program, draw in renderers.every().items():
        made = tmp_path / f"{program}.png"
        draw(svg, made, height)
        found = list(differences(boxes(made.read_bytes(), coloured), right, MOST))
        if part == "texts" and (program, name) in UNABLE:
            found = [difference for difference in found if "not drawn" in difference]
        if found:
            wrong[program] = found
    assert wrong == {}
    tell(Counter({program: len(right) for program in renderers.every()}))


def test_the_programs_that_are_promised_are_here(renderers: Renderers) -> None:
    wanted = {"CairoSVG", "Firefox", "Inkscape", "LibreOffice", "librsvg", "resvg-py"}
    assert wanted <= {*renderers.every()}
