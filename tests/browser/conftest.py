"""The example site served to a real browser, and a visit that minds everything that goes wrong."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, ViewportSize

from tests.support.html import Site
from tests.support.server import serving

DESK = ViewportSize(width=1440, height=900)
PHONE = ViewportSize(width=390, height=844)


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
        """Return what axe-core finds wrong on the page as it is now: all in light, then the contrasts in dark."""
        self.page.emulate_media(color_scheme="light")
        found = self._axe(EVERYTHING)
        self.page.emulate_media(color_scheme="dark")
        return [*found, *(f"dark: {fault}" for fault in self._axe(CONTRASTS))]

    def _axe(self, options: dict[str, Any]) -> list[str]:
        if not self.page.evaluate("typeof axe !== 'undefined'"):
            self.page.evaluate((files("axe_playwright_python") / "axe.min.js").read_text("utf-8"))
        found: dict[str, Any] = self.page.evaluate("options => axe.run(document, options)", options)
        return [
            f"{rule['id']}: {' '.join(map(str, node['target']))}: {node['failureSummary']}"
            for rule in found["violations"]
            for node in rule["nodes"]
        ]


EVERYTHING = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
CONTRASTS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}

Visitor = Callable[..., AbstractContextManager[Visit]]


@pytest.fixture(scope="session")
def served(example: Site) -> Iterator[str]:
    """The address of the served example site."""
    with serving(example.folder) as address:
        yield address


@pytest.fixture(scope="session")
def profiles() -> dict[str, BrowserContext]:
    """Browser profiles by how they were asked for; to open one takes longer than most visits."""
    return {}


@pytest.fixture
def visit(browser: Browser, served: str, profiles: dict[str, BrowserContext]) -> Visitor:
    """Return a visit's maker; when a visit ends, nothing may have gone wrong on it, and nothing stays of it."""

    @contextmanager
    def start(
        size: ViewportSize = DESK, scheme: Literal["light", "dark"] = "light", base: str = served, **more: Any
    ) -> Iterator[Visit]:
        wanted = repr((size, scheme, sorted(more.items())))
        # A visit that fails takes its profile with it.
        profile = profiles.pop(wanted, None) or browser.new_context(
            viewport=size, color_scheme=scheme, reduced_motion="reduce", **more
        )
        visit = Visit(profile.new_page(), base)
        _mind(visit)
        yield visit
        assert visit.complaints == []
        visit.page.evaluate("localStorage.clear(), sessionStorage.clear()")
        visit.page.close()
        profiles[wanted] = profile

    return start


def _mind(visit: Visit) -> None:
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

    page.on("request", asked)
    page.on("pageerror", lambda error: visit.complaints.append(f"script error: {error}"))
    page.on("console", said)
    page.on("requestfailed", failed)
