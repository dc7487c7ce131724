"""The preview in a real browser: what a save changes, and what it must not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from cjsite.preview.server import Options
from tests.support import chromium
from tests.support.preview import JOURNEY, PROJECT, Preview, previewing

pytestmark = pytest.mark.browser
MAP = "journeys/coffee.html"
CONNECTED = "() => window.LiveReload?.connector?.protocol === 7"


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    with previewing(tmp_path, Options(port=0, edit=True)) as running:
        yield running


@pytest.fixture
def page(browser: Browser, preview: Preview) -> Iterator[Page]:
    """The map in a window, connected; anything that goes wrong in it fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 600}, reduced_motion="no-preference")
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    visit(opened, preview.url + MAP)
    opened.evaluate("() => { window.same = true; }")
    yield opened
    context.close()
    assert [text for text in wrong if "ERR_CONNECTION_REFUSED" not in text and "status of 404" not in text] == []


def visit(page: Page, url: str) -> None:
    page.goto(url)
    page.wait_for_function(CONNECTED)


def shows(page: Page, text: str) -> None:
    """Wait until the page shows a text, without having been loaded anew."""
    page.wait_for_function("text => document.body.textContent.includes(text)", arg=text)
    assert page.evaluate("() => window.same === true"), "the page was loaded again"


def test_a_save_is_put_in_place(page: Page, preview: Preview) -> None:
    preview.change("Sees the queue", "Joins the queue")
    shows(page, "Joins the queue")


def test_state_stays(page: Page, preview: Preview) -> None:
    page.evaluate(
        """() => {
            document.querySelectorAll("details:not(.menu)").forEach((one) => (one.open = true));
            document.querySelector("#zoom-fit").click();
            document.querySelector("#find").value = "half a wo";
            document.querySelector("#filter-department").value = "care";
            document.querySelector("#filter-department").dispatchEvent(new Event("change", {bubbles: true}));
        }"""
    )
    page.evaluate("() => { location.hash = '#at-orders'; }")
    page.wait_for_selector("#at-orders:target")
    page.locator("#find").focus()
    page.evaluate("() => document.querySelector('#find').setSelectionRange(2, 5)")
    page.evaluate("() => scrollTo(0, 300)")
    before = page.evaluate("() => scrollY")
    assert before > 0
    for number in range(3):
        preview.change("glad", f"glad{number}")
        shows(page, f"glad{number}")
    assert page.evaluate("() => Math.abs(scrollY - 300)") < 3
    assert page.evaluate("() => document.activeElement.id") == "find"
    chosen = page.evaluate("() => [document.activeElement.selectionStart, document.activeElement.selectionEnd]")
    assert chosen == [2, 5]
    assert page.input_value("#find") == "half a wo"
    assert page.input_value("#filter-department") == "care"
    assert page.is_checked("#zoom-fit")
    assert page.evaluate("() => [...document.querySelectorAll('details:not(.menu)')].every((one) => one.open)")
    assert page.is_visible("#at-orders")
    assert page.evaluate("() => document.querySelector('#at-orders').matches(':target')")


def test_a_selection_of_text_stays(page: Page, preview: Preview) -> None:
    page.evaluate("() => getSelection().selectAllChildren(document.querySelector('h1'))")
    preview.change("glad", "merry")
    shows(page, "merry")
    assert page.evaluate("() => getSelection().toString()").strip() == "A coffee on the way"


def test_a_running_presentation_goes_on(page: Page, preview: Preview) -> None:
    page.locator("[data-present-start]").first.click()
    page.locator("[data-present=next]").click()
    classes = page.evaluate("() => document.documentElement.className + '/' + document.body.className")
    shown = page.inner_text("#show")
    preview.change("glad", "merry")
    shows(page, "merry")
    assert page.evaluate("() => document.documentElement.className + '/' + document.body.className") == classes
    assert page.inner_text("#show") == shown
    assert page.is_visible("#show")


def test_what_changed_is_lit(page: Page, preview: Preview) -> None:
    preview.change("Twelve people!", "Thirteen people!")
    shows(page, "Thirteen people!")
    lit = page.evaluate(
        "() => document.getAnimations().filter((one) => one.id === 'preview-lit')"
        ".map((one) => one.effect.target.textContent + one.effect.getTiming().duration)"
    )
    assert lit
    assert all("Thirteen people!" in text and text.endswith("2000") for text in lit)


def test_light_is_calm_for_those_who_want_it(page: Page, preview: Preview) -> None:
    page.emulate_media(reduced_motion="reduce")
    preview.change("Twelve people!", "Thirteen people!")
    shows(page, "Thirteen people!")
    frames = page.evaluate(
        "() => document.getAnimations().find((one) => one.id === 'preview-lit').effect.getKeyframes()"
        ".map((frame) => frame.backgroundColor)"
    )
    assert frames[0] == frames[1]


def test_no_frame_is_empty(page: Page, preview: Preview) -> None:
    page.evaluate(
        """() => {
            window.empty = 0;
            window.unstyled = 0;
            const watch = () => {
                if (!document.querySelector("main h1")?.textContent) empty += 1;
                if (![...document.styleSheets].some((sheet) => sheet.href?.includes("/assets/"))) unstyled += 1;
                requestAnimationFrame(watch);
            };
            watch();
        }"""
    )
    for number in range(5):
        preview.change("glad", f"glad{number}")
        shows(page, f"glad{number}")
    own = preview.path("themes/own/assets")
    own.mkdir(parents=True)
    (own.parent / "theme.yml").write_text("css: [more.css]\n", "utf-8")
    (own / "more.css").write_text("h1 { letter-spacing: 3px }\n", "utf-8")
    preview.change("language: en", "language: en\ntheme: own", "content/site.yml")
    page.wait_for_function("() => getComputedStyle(document.querySelector('h1')).letterSpacing === '3px'")
    assert page.evaluate("() => [empty, unstyled, window.same]") == [0, 0, True]


def test_styles_are_swapped(page: Page, preview: Preview) -> None:
    own = preview.path("themes/own/assets")
    own.mkdir(parents=True)
    (own / "more.css").write_text("h1 { letter-spacing: 3px }\n", "utf-8")
    (own.parent / "theme.yml").write_text("css: [more.css]\n", "utf-8")
    preview.change("language: en", "language: en\ntheme: own", "content/site.yml")
    for width in ("3px", "5px"):
        (own / "more.css").write_text(f"h1 {{ letter-spacing: {width} }}\n", "utf-8")
        page.wait_for_function(
            "width => getComputedStyle(document.querySelector('h1')).letterSpacing === width", arg=width
        )
    page.wait_for_function(
        "() => document.querySelectorAll('link[rel=stylesheet][href*=assets]:not([media=print])').length === 1"
    )
    assert page.evaluate("() => window.same === true")


def test_the_panel_comes_and_goes(page: Page, preview: Preview) -> None:
    preview.change("emotion: -1", "emotion: 7")
    panel = page.locator(".preview-problems")
    panel.wait_for(state="visible")
    assert "journeys/coffee.yml:10:18" in panel.inner_text()
    assert "which runs from -2 to 2" in panel.inner_text()
    assert "Sees the queue" in page.inner_text("main")
    panel.get_by_label("Dismiss").click()
    panel.wait_for(state="hidden")
    preview.change("emotion: 2", "emotion: 8")
    panel.wait_for(state="visible")
    preview.change("emotion: 7", "emotion: 1")
    page.wait_for_function("() => !document.querySelector('.preview-problems')?.textContent.includes('7 is off')")
    preview.change("emotion: 8", "emotion: 2")
    panel.wait_for(state="detached")
    assert page.evaluate("() => window.same === true")


def test_two_browsers_at_once(browser: Browser, page: Page, preview: Preview) -> None:
    with browser.new_context() as context:
        other = context.new_page()
        visit(other, preview.url)
        preview.change("title: A coffee on the way", "title: A tea on the way")
        shows(page, "A tea on the way")
        other.wait_for_function("() => document.body.textContent.includes('A tea on the way')")


def test_a_restarted_server_is_caught_up_with(browser: Browser, tmp_path: Path) -> None:
    with browser.new_context() as context:
        page = context.new_page()
        with previewing(tmp_path) as first:
            visit(page, first.url + MAP)
            page.evaluate("() => { window.same = true; }")
        page.wait_for_function("() => LiveReload.connector.protocol === 0")
        text = first.path(JOURNEY).read_text("utf-8").replace("Orders", "Pays")
        with previewing(tmp_path, Options(port=first.port), project="") as second:
            assert second.port == first.port
            second.path(JOURNEY).write_text(text, "utf-8")
            shows(page, "Pays")


def test_a_page_may_vanish_and_come_back(page: Page, preview: Preview) -> None:
    text = preview.path(JOURNEY).read_text("utf-8")
    preview.path(JOURNEY).unlink()
    page.wait_for_function("() => !document.body.textContent.includes('Sees the queue')")
    preview.path(JOURNEY).write_text(text, "utf-8")
    shows(page, "Sees the queue")


def test_large_type_for_the_wall(page: Page, preview: Preview) -> None:
    size = "() => parseFloat(getComputedStyle(document.documentElement).fontSize)"
    before = page.evaluate(size)
    page.get_by_role("button", name="Large type").click()
    assert page.evaluate(size) > before * 1.3
    preview.change("emotion: -1", "emotion: 7")
    panel = page.locator(".preview-problems")
    panel.wait_for(state="visible")
    assert "off the site's emotion scale" not in panel.inner_text()
    assert page.evaluate(size) > before * 1.3
    page.reload()
    page.wait_for_function(CONNECTED)
    assert page.evaluate(size) > before * 1.3


def test_those_who_choose_to_follow_the_presenter(browser: Browser, page: Page, preview: Preview) -> None:
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        phone, other = context.new_page(), context.new_page()
        for one in (phone, other):
            visit(one, preview.url)
        # The button of those in the room; here they come from this machine, so it is made for them.
        for one in (phone, other):
            one.evaluate("() => preview.connector && (window.here = location.pathname)")
        phone.evaluate("() => { const one = document.createElement('button'); preview.actions.follow(one); }")
        page.get_by_role("button", name="Lead the room").wait_for(state="detached")
        page.evaluate("() => { const one = document.createElement('button'); preview.actions.lead(one); }")
        phone.wait_for_url(f"**/{MAP}")
        page.evaluate("() => { location.hash = '#at-orders'; }")
        phone.wait_for_function("() => location.hash === '#at-orders'")
        phone.wait_for_selector("#at-orders:target", state="visible")
        assert other.evaluate("() => location.pathname") == "/"


def test_a_note_from_the_page(page: Page, preview: Preview) -> None:
    page.goto(preview.url + MAP + "#at-orders")
    page.wait_for_function(CONNECTED)
    page.get_by_role("button", name="Note").click()
    assert page.input_value("#preview-note select") == "coffee#orders"
    page.fill("#preview-note textarea", "Who says so?")
    page.get_by_role("button", name="Add to the map").click()
    page.wait_for_function("() => document.querySelector('#at-orders').textContent.includes('Who says so?')")
    line = "{title: Orders, channel: web, department: care, emotion: {value: 0.5, words: [glad]}"
    written = preview.path(JOURNEY).read_text("utf-8")
    assert written == _journey().replace(line, line + ", notes: [Who says so?]")


def test_a_drag_changes_one_number_and_undo_restores_it(page: Page, preview: Preview) -> None:
    before = preview.path(JOURNEY).read_bytes()
    selector = ".touchpoint:has([href='#at-sees-the-queue']) .point"
    point = page.locator(selector)
    box = point.bounding_box()
    lane = page.locator(".touchpoint:has([href='#at-sees-the-queue']) .cell.feeling").bounding_box()
    assert box
    assert lane
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2 - lane["height"] * 0.32, steps=5)
    page.mouse.up()
    is_at = "([selector, place]) => document.querySelector(selector).matches(place)"
    page.wait_for_function(is_at, arg=[selector, ".y70"])
    assert preview.path(JOURNEY).read_bytes() == before.replace(b"emotion: -1 ", b"emotion: 1 ")
    assert "#" not in page.url, "the details stay closed"
    page.keyboard.press("Control+z")
    page.wait_for_function(is_at, arg=[selector, ".y134"])
    assert preview.path(JOURNEY).read_bytes() == before
    assert page.evaluate("() => !document.querySelector('.point[style]')")


def _journey() -> str:
    from tests.support.files import parse

    return parse(PROJECT)[JOURNEY].decode()


def test_behind_a_name_without_a_port_saves_are_put_in_place_too(browser: Browser, tmp_path: Path) -> None:
    """Where a code space is forwarded, no port stands in the address, and the client would take another."""
    with previewing(tmp_path, Options(port=0, allow=("box.example",))) as preview:
        forwarded = f"--host-resolver-rules=MAP box.example:80 127.0.0.1:{preview.port}"
        program = chromium.find()
        window = browser.browser_type.launch(executable_path=program, args=[*chromium.FLAGS, forwarded])
        try:
            page = window.new_page()
            sockets: list[str] = []
            page.on("websocket", lambda socket: sockets.append(socket.url))
            visit(page, f"http://box.example/{MAP}")
            page.evaluate("() => { window.same = true; }")
            preview.change("Sees the queue", "Joins the queue")
            shows(page, "Joins the queue")
            assert sockets == ["ws://box.example/livereload"]
        finally:
            window.close()
