"""What drawing programs write looks the same before and after it is made safe."""

from base64 import b64encode
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from cjsite.reading.svg import clean_svg
from tests.support.command import ROOT

pytestmark = pytest.mark.browser
DRAWINGS = ROOT / "tests" / "support" / "drawings"
FONT = ROOT / "themes" / "default" / "assets" / "fonts" / "source-sans-3-italic.woff2"
PROGRAMS = ("affinity", "drawio", "figma", "illustrator", "illustrator-styles", "inkscape", "libreoffice")


def _is_kept(data: bytes, browser: Browser, folder: Path) -> bool:
    """Tell whether a drawing looks as it did when it is made safe; it must show something."""
    seen = []
    page = browser.new_page(viewport={"width": 600, "height": 400})
    blank = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"/>'
    for number, drawing in enumerate((data, clean_svg("a.svg", data).data, blank)):
        (folder / f"{number}.svg").write_bytes(drawing)
        (folder / f"{number}.html").write_text(f'<img src="{number}.svg" width="580" alt="">')
        page.goto((folder / f"{number}.html").as_uri())
        seen.append(page.screenshot())
    page.close()
    assert seen[0] != seen[2]
    return seen[0] == seen[1]


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_drawing_looks_as_it_did(program: str, browser: Browser, tmp_path: Path) -> None:
    assert _is_kept((DRAWINGS / f"{program}.svg").read_bytes(), browser, tmp_path)


def test_a_font_that_a_drawing_holds_stays_in_it(browser: Browser, tmp_path: Path) -> None:
    font = b64encode(FONT.read_bytes()).decode()
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200"><defs><style class="style-fonts">'
        f"@font-face {{ font-family: Sketched; src: url(data:font/woff2;base64,{font}) }}</style></defs>"
        '<text x="20" y="90" font-size="60" font-family="Sketched, monospace">Words</text></svg>'
    )
    assert _is_kept(drawing.encode(), browser, tmp_path)
    assert b"Sketched" in clean_svg("a.svg", drawing.encode()).data


HOSTILE = """\
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="run('load')">
<style>@import url(/loaded/import); * { background: url(/loaded/background) } g { fill: url("/loaded/fill#a") }
@font-face { font-family: F; src: url(/loaded/font) }
text { font-family: F; cursor: url(/loaded/cursor), auto }</style>
<style>/* </style><style> */ rect { filter: url(/loaded/filter#a); mask-image: image-set("/loaded/set" 1x) }</style>
<script>function run(how) { document.documentElement.dataset.ran = how } run("script")</script>
<script href="/loaded/script"/>
<image href="/loaded/image"/><feImage xlink:href="/loaded/feimage"/><use href="/loaded/use#a"/>
<image href="x:" onerror="run('error')"/>
<set attributeName="onmouseover" to="run('set')"/><animate attributeName="href" values="/loaded/animate"/>
<foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="/loaded/html" alt=""/>
<iframe xmlns="http://www.w3.org/1999/xhtml" src="/loaded/frame"/></foreignObject>
<g fill="ur\\6c(/loaded/escape)" filter="url( /loaded/attribute#a )"
style="stroke: URL(/loaded/style)"><text>A</text></g>
<rect width="9" height="9"/>
</svg>
"""


def _opened(browser: Browser, data: bytes) -> tuple[int, str | None]:
    """Open a drawing by itself; return how many addresses were asked for, and how a script of it was run."""
    page = browser.new_page()
    requests: list[str] = []

    def answer(route: Route) -> None:
        requests.append(route.request.url)
        route.fulfill(body=data, headers={"Content-Type": "image/svg+xml"})

    page.route("**/*", answer)
    page.goto("https://drawing.example/a.svg", wait_until="load")
    ran: str | None = page.evaluate("document.documentElement.dataset.ran")
    page.close()
    return len(requests), ran


def test_a_drawing_that_is_opened_by_itself_runs_and_loads_nothing(browser: Browser) -> None:
    asked, ran = _opened(browser, HOSTILE.encode())
    assert asked > 3 and ran, "what the test is about does happen otherwise"
    assert _opened(browser, clean_svg("a.svg", HOSTILE.encode()).data) == (1, None)
