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
LANGUAGES = sorted(path.stem for path in (ROOT / "themes" / "default" / "words").glob("*.yml"))
"""The languages that the theme has words in."""
WHOLE_LANGUAGES = ("de", "en")
"""Those in which it says what rules find, and how figures are made."""


@cache
def _dressed(language: str) -> Theme:
    return theme([("default", Folder(ROOT / "themes" / "default").scan())], language)


@cache
def wording(language: str = "en") -> Wording:
    """Return the theme's words in a language."""
    words = _dressed(language).words
    return Wording(language, words[language], english=words["en"])


@cache
def _renderer(language: str) -> Renderer:
    return Renderer(_dressed(language), wording(language))


def page(one: Content, url: str = "journeys/a.html") -> Page:
    """Return a page of the site."""
    pages = sitemap(one, wording(one.settings.language), TODAY).pages
    return next(stub for stub in pages if stub.url == url).make()


def data(one: Content, url: str = "journeys/a.html") -> JourneyData:
    """Return what a journey's page shows."""
    shown = page(one, url).data
    assert isinstance(shown, JourneyData)
    return shown


def html(one: Content, url: str = "journeys/a.html") -> str:
    """Return a page as the theme writes it."""
    return _renderer(one.settings.language).render(page(one, url)).decode()


def document(one: Content, url: str = "journeys/a.html") -> Document:
    """Return a page, parsed."""
    return Document(html(one, url))
