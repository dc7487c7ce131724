"""The example site served to a real browser, and a visit that minds everything that goes wrong."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, ViewportSize

from tests.support.html import Site
from tests.support.server import serving

DESK = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)


def comes_true(page: Page, condition: str) -> None:
    """Wait until a condition holds in a page: `wait_for_function` asks again by `eval`, which is forbidden."""
    look = f"const look = () => ({condition}) ? done() : requestAnimationFrame(look); look();"
    page.evaluate(f"() => new Promise((done) => {{ {look} }})")


@dataclass
class Visit:
    """A page in the browser, and what went wrong on it so far."""

    page: Page
    base: str
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def go(self, url: str) -> Page:
        """Open an address of the site."""
        self.page.goto(self.base + url)
        return self.page

    def overflow(self) -> int:
        """Return by how many pixels the page is wider than the window."""
        width: int = self.page.evaluate(
            "document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"
        )
        return width

    def axe(self) -> list[str]:
        """Return what axe-core finds wrong on the page as it is now: all in light, then colours in dark."""
        if not self.page.evaluate("typeof axe !== 'undefined'"):
            for script in SCRIPTS:
                self.page.evaluate(script.read_text("utf-8"))
        self.page.emulate_media(color_scheme="light")
        light = self._axe(EVERYTHING)
        self.page.emulate_media(color_scheme="dark")
        return [*light, *(f"dark: {fault}" for fault in self._axe(COLOURS))]

    def _axe(self, options: dict[str, Any]) -> list[str]:
        # One run for all: to read a large page takes axe-core longer than any of its rules.
        found: dict[str, Any] = self.page.evaluate("options => (markEachLook(), axe.run(options))", options)
        return [
            f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]


EVERYTHING = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}, "label-content-name-mismatch": {"enabled": True}},
    "resultTypes": ["violations"],
    "preload": {"assets": ["media"]},  # of style sheets only rules that are on trial would read
}
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
    "preload": False,  # no style sheet is read by these rules
}

SCRIPTS = (files("axe_playwright_python") / "axe.min.js", Path(__file__).parent / "looks.js")

Visitor = Callable[..., AbstractContextManager[Visit]]


@pytest.fixture(scope="session")
def served(example: Site) -> Iterator[str]:
    """The address of the served example site."""
    with serving(example.folder) as address:
        yield address


@pytest.fixture(scope="session")
def tabs() -> dict[str, Page]:
    """A tab for each way to ask for one; to open a profile and a tab takes longer than most visits."""
    return {}


@pytest.fixture
def visit(browser: Browser, served: str, tabs: dict[str, Page]) -> Visitor:
    """Return a visit's maker; when a visit ends, nothing may have gone wrong on it, and nothing stays of it."""

    @contextmanager
    def start(
        size: ViewportSize = DESK, scheme: Literal["light", "dark"] = "light", base: str = served, **more: Any
    ) -> Iterator[Visit]:
        wanted = repr((size, scheme, sorted(more.items())))
        # A visit that fails takes its tab with it.
        page = tabs.pop(wanted, None) or browser.new_page(
            viewport=size, color_scheme=scheme, reduced_motion="reduce", **more
        )
        visit = Visit(page, base)
        listeners = _mind(visit)
        yield visit
        assert visit.complaints == []
        page.evaluate("localStorage.clear(), sessionStorage.clear()")
        for event, listener in listeners.items():
            page.remove_listener(event, listener)
        page.goto("about:blank")
        page.set_viewport_size(size)
        page.emulate_media(media="null", color_scheme=scheme)
        tabs[wanted] = page

    return start


def _mind(visit: Visit) -> dict[Any, Callable[[Any], None]]:
    """Let a visit note what goes wrong; return the listeners by their events."""
    page, home = visit.page, urlsplit(visit.base)

    def asked(request: Request) -> None:
        visit.requests.append(request.url)
        parts = urlsplit(request.url)
        if (parts.scheme, parts.netloc) != (home.scheme, home.netloc):
            visit.complaints.append(f"asked for {request.url}")

    def said(message: ConsoleMessage) -> None:
        # A policy that is violated and a file that is missing are told on the console as well.
        if message.type in ("error", "warning"):
            visit.complaints.append(f"console: {message.text}")

    def failed(request: Request) -> None:
        # Leaving a page ends what it was still loading.
        if "ERR_ABORTED" not in (request.failure or ""):
            visit.complaints.append(f"failed: {request.url} {request.failure}")

    def broke(error: Error) -> None:
        visit.complaints.append(f"script error: {error}")

    listeners: dict[Any, Callable[[Any], None]] = {
        "request": asked, "pageerror": broke, "console": said, "requestfailed": failed,
    }  # fmt: skip
    for event, listener in listeners.items():
        page.on(event, listener)
    return listeners
