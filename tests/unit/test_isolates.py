"""Isolates become elements in the text of a page, and stay as they are where no element may stand."""

import pytest

from cjsite.templating.isolates import as_elements
from cjsite.text.direction import FSI, LRI, PDI, RLI

NAME = f"{FSI}هدى{PDI}"
OURS = f"{LRI}Owner: {NAME}{PDI}"


def _shown(html: str, language: str = "") -> str:
    return as_elements(html.encode(), language).decode()


def test_a_page_without_isolates_is_the_same_bytes() -> None:
    page = b"<p>Ana</p>"
    assert as_elements(page, "en") is page


def test_in_text_they_are_elements() -> None:
    assert _shown(f"<p>To {NAME} now</p>") == "<p>To <bdi>هدى</bdi> now</p>"
    assert _shown(f"<p>{OURS}</p>") == "<p><bdi>Owner: <bdi>هدى</bdi></bdi></p>"


def test_words_of_ours_have_their_language_in_an_article_of_another() -> None:
    assert _shown(f"<p>{OURS}</p>", "en") == '<p><bdi lang="en">Owner: <bdi>هدى</bdi></bdi></p>'


def test_around_the_article_the_page_has_its_own_language() -> None:
    page = f"<a>{LRI}Menu{PDI}</a><main><p>{LRI}Goal{PDI}</p></main><p>{RLI}x{PDI} {NAME}</p>"
    shown = '<a>Menu</a><main><p><bdi lang="en">Goal</bdi></p></main><p>x <bdi>هدى</bdi></p>'
    assert _shown(page, "en") == shown


@pytest.mark.parametrize(
    "html",
    [
        f'<p title="{NAME}">a</p>',
        f"<title>{NAME}</title>",
        f"<svg><title>{NAME}</title><text>{NAME}</text></svg>",
        f"<option>{NAME}</option>",
        f"<p>{FSI}never closed</p><p>never opened{PDI}</p>",
        f"<p>{FSI}an <em>element</em> in it{PDI}</p>",
    ],
)
def test_elsewhere_they_stay_signs(html: str) -> None:
    assert _shown(html) == html
