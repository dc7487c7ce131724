"""How the figures are made: each figure that a page shows has its entry, and each entry is linked somewhere."""

import re
from itertools import chain

import pytest

from cjsite.pages.insights.figures import FIGURES, TOLD
from cjsite.text.wording import Wording
from tests.support.command import ROOT
from tests.support.content import content
from tests.support.page import WHOLE_LANGUAGES, document, html, wording

TEMPLATES = ROOT / "themes" / "default" / "templates"
NAMES = tuple(chain.from_iterable(FIGURES.values()))
_MADE = re.compile(r"\bmade\(\w+(?:\.\w+)?, \(([^()]*)\)\)")
SITE = """
-- departments.yml --
shop: {title: Shop}
-- journeys/a.yml --
title: A
stages: [{title: S, steps: [{title: Waits, department: shop, emotion: -1, wait: 5m}]}]
-- journeys/b.yml --
title: B
state: to-be
derived_from: a
stages: [{title: S, steps: [{title: Waits, emotion: 1}]}]
"""


def _linked(text: str) -> set[str]:
    return set(re.findall(r"insights/figures\.html#figure-([\w-]+)", text))


def _asked() -> dict[str, set[str]]:
    """Return the figures that each template links to."""
    every = {path.name: path.read_text("utf-8") for path in TEMPLATES.rglob("*.html")}
    asked = {
        name: {key for listed in _MADE.findall(text) for key in re.findall(r"'([\w-]+)'", listed)}
        for name, text in every.items()
    }
    return asked | {"head.html": _linked(html(content(SITE)))}


def test_each_figure_stands_once_and_is_linked_somewhere() -> None:
    assert len(NAMES) == len(set(NAMES))
    assert set(chain.from_iterable(_asked().values())) == set(NAMES)


def test_each_page_with_figures_says_how_they_are_made() -> None:
    with_tiles = {
        path.name for path in TEMPLATES.rglob("*.html") if '<dl class="facts">' in path.read_text("utf-8")
    }
    assert {name for name in with_tiles if not _asked()[name]} == set()
    assert {"departments.html", "comparison.html"} <= {name for name, keys in _asked().items() if keys}


@pytest.mark.parametrize("language", WHOLE_LANGUAGES)
def test_each_figure_is_explained_in_every_language(language: str) -> None:
    t: Wording = wording(language)
    for name in NAMES:
        told = [t(f"figure.{name}.{part}") for part in ("title", "says", *TOLD)]
        assert all(told) and len(told) == 6, name
    assert len({t(f"figure.{name}.title") for name in NAMES}) == len(NAMES)


def test_links_lead_to_entries() -> None:
    site = content(SITE)
    entries = set(re.findall(r'id="figure-([\w-]+)"', html(site, "insights/figures.html")))
    assert entries == set(NAMES)
    for url in (
        "index.html", "journeys/a.html", "departments/index.html", "departments/shop.html", "compare/b.html",
        *(f"insights/{name}.html" for name in (
            "index", "moments", "feelings", "opportunities", "effort", "touchpoints", "handoffs", "evidence",
            "reviews", "year", "findings",
        )),
    ):  # fmt: skip
        linked = _linked(html(site, url))
        assert linked and linked <= entries, url


def test_the_page_says_what_is_left_out() -> None:
    text = document(content(SITE), "insights/figures.html").text
    assert "Left out" in text and "Whatever either side does not state: it is not saved" in text
