"""What drawing programs write looks the same before and after it is made safe."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from cjsite.reading.svg import clean_svg
from tests.support.command import ROOT

pytestmark = pytest.mark.browser
DRAWINGS = ROOT / "tests" / "support" / "drawings"
PROGRAMS = ("drawio", "figma", "illustrator", "illustrator-styles", "inkscape")


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_drawing_looks_as_it_did(program: str, browser: Browser, tmp_path: Path) -> None:
    path = DRAWINGS / f"{program}.svg"
    before, blank = path.read_bytes(), b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"/>'
    seen = []
    page = browser.new_page(viewport={"width": 600, "height": 400})
    for number, data in enumerate((before, clean_svg(path.name, before).data, blank)):
        (tmp_path / f"{number}.svg").write_bytes(data)
        (tmp_path / f"{number}.html").write_text(f'<img src="{number}.svg" width="580" alt="">')
        page.goto((tmp_path / f"{number}.html").as_uri())
        seen.append(page.screenshot())
    page.close()
    assert seen[0] == seen[1]
    assert seen[0] != seen[2]
