"""One page of a site made of content given as a text."""

import datetime
from functools import cache

from cjsite.folder import Folder
from cjsite.memory import Memory
from cjsite.model.content import Content
from cjsite.pages.dossier import dossiers
from cjsite.pages.journey.plan import JourneyData
from cjsite.pages.page import Page
from cjsite.pages.plan import plan
from cjsite.render import Renderer
from cjsite.theme import Theme, theme
from cjsite.wording import Wording
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
    memory = Memory()
    drafts = plan(one, dossiers(one, TODAY, memory), wording(), TODAY, memory)
    return next(draft for draft in drafts if draft.url == url).make()


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
