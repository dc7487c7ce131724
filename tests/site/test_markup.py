"""What linters of HTML and search engines ask of every page, beyond what is valid."""

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.support.html import Document, Element, Site

NATIVE = {"region": "section", "heading": "h2", "navigation": "nav", "button": "button", "list": "ul", "link": "a"}
"""Roles that elements of their own have."""

NAMELESS = {"div", "span", "p", "ul", "ol", "li", "dl", "dd", "b", "i", "em", "strong", "small"}
"""Elements that need a role before they take a name."""


def faults(page: Document) -> Iterator[str]:
    """Yield what a page has that its elements should not have, or lacks."""
    if not page.source.startswith("<!DOCTYPE html>"):
        yield "its first line is in small letters"
    if not any(
        e.attributes.get("name") == "description" and e.attributes["content"].strip() for e in page.elements
    ):
        yield "it does not say what it is about"
    for element in page.elements:
        role = element.attributes.get("role", "")
        if role in NATIVE:
            yield f"<{element.tag} role={role}> should be <{NATIVE[role]}>"
        if "aria-label" in element.attributes and not role and element.tag in NAMELESS:
            yield f"<{element.tag}> has a name, but no role"
    forms = sum(element.tag == "form" for element in page.elements)
    if forms != sum(element.attributes.get("type") == "submit" for element in page.elements):
        yield "a form has no button"
    labels = {e.attributes["id"]: e.text for e in page.elements if "id" in e.attributes}
    named = Counter(name for element in page.elements if (name := _landmark(element, labels)))
    yield from (f"{count} landmarks are {name}" for name, count in named.items() if count > 1)


def _landmark(element: Element, labels: dict[str, str]) -> tuple[str, str] | None:
    """Return a landmark as it is heard; a section is one where it has a name. labels: texts by their ids."""
    names = element.attributes
    label = names.get("aria-label") or labels.get(names.get("aria-labelledby", ""), "")
    return (element.tag, label) if element.tag == "nav" or (element.tag == "section" and label) else None


def test_no_page_has_what_linters_of_html_mind(example: Site) -> None:
    assert {url: told for url, page in example.pages.items() if (told := [*faults(page)])} == {}


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<nav aria-label=A></nav><nav aria-label=A></nav>", "2 landmarks are ('nav', 'A')"),
        ("<section aria-labelledby=a><h2 id=a>T</h2></section><section aria-label=T></section>", "2 landmarks"),
        ("<form><input></form>", "a form has no button"),
        ("<ul aria-label=A></ul>", "<ul> has a name, but no role"),
        ("<div role=region></div>", "<div role=region> should be <section>"),
    ],
)
def test_what_they_mind_is_seen(body: str, fault: str) -> None:
    head = '<!DOCTYPE html><html lang=en><meta name="description" content="A page">'
    (told,) = faults(Document(head + body))
    assert told.startswith(fault)
