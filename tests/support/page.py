"""One page of a site made of content given as a text."""

import datetime
from functools import cache

from cjsite.base.folder import Folder
from cjsite.model.content import Content
from cjsite.pages.journey.page import JourneyData
from cjsite.pages.page import Page
from cjsite.pages.sitemap import sitemap
from cjsite.templating.renderer import Renderer
from cjsite.text.wording import Wording
from cjsite.theming.layers import Theme, theme
from tests.support.command import ROOT
from tests.support.html import Document

TODAY = datetime.date(2026, 11, 21)


@cache
def _dressed() -> Theme:
    return theme([("default", Folder(ROOT / "themes" / "default").scan())], "en")


@cache
def wording() -> Wording:
    """Return the theme's English words."""
    return Wording("en", _dressed().words["en"])


@cache
def _renderer() -> Renderer:
    return Renderer(_dressed(), wording())


def page(one: Content, url: str = "journeys/a.html") -> Page:
    """Return a page of the site."""
    pages = sitemap(one, wording(), TODAY).pages
    return next(stub for stub in pages if stub.url == url).make()


def data(one: Content, url: str = "journeys/a.html") -> JourneyData:
    """Return what a journey's page shows."""
    shown = page(one, url).data
    assert isinstance(shown, JourneyData)
    return shown


def html(one: Content, url: str = "journeys/a.html") -> str:
    """Return a page as the theme writes it."""
    return _renderer().render(page(one, url)).decode()


def document(one: Content, url: str = "journeys/a.html") -> Document:
    """Return a page, parsed."""
    return Document(html(one, url))
