"""The picture of a map drawn by a program that is no browser, and by one: alike."""

import resvg_py
from playwright.sync_api import Browser

from tests.support.html import Site
from tests.support.ink import boxes, differences, shapes, texts

WIDTH = 1000


def _resvg(svg: bytes) -> bytes:
    return bytes(resvg_py.svg_to_bytes(svg_string=svg.decode(), width=WIDTH))


def test_another_program_draws_lines_and_faces_where_chromium_does(browser: Browser, example: Site) -> None:
    svg = (example.folder / "journeys" / "dead-battery" / "timeline.svg").read_bytes()
    page = browser.new_page(viewport={"width": WIDTH, "height": 400})
    for name in ("curve", "faces"):
        drawing = shapes(svg, name)
        page.set_content(f'<body style="margin:0">{drawing.svg.decode()}')
        page.evaluate(f"document.querySelector('svg').setAttribute('width', {WIDTH})")
        page.evaluate("document.querySelector('svg').removeAttribute('height')")
        right = boxes(page.screenshot(), drawing)
        assert list(differences(boxes(_resvg(drawing.svg), drawing), right, 3)) == []
    page.close()


def test_it_draws_every_line_of_text(example: Site) -> None:
    for name in ("dead-battery", "first-ebike"):
        drawing = texts((example.folder / "journeys" / name / "timeline.svg").read_bytes())
        drawn = boxes(_resvg(drawing.svg), drawing)
        assert len(drawn) > 100
        assert [part.name for part, box in drawn.items() if box is None] == []
