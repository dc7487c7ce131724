"""Links from text to text: the address of a source file becomes that of its page."""

import re
from collections.abc import Mapping

from cjsite.text.safeguards import spelt

ROOT = "\ue0f0"
"""Stands for the way to the root of the site, which a page puts in: one text stands on pages in several folders."""
_SOURCE = re.compile(
    r"(?P<way>(?:\./)?(?:\.\./)*)(?:(?P<folder>[^./\\?#:@\s]+)/(?P<below>(?:[^./\\?#:@\s]+/)*))?"
    r"(?P<name>[^/\\?#:@\s]+)\.(?P<form>md|ya?ml)(?P<query>\?[^#\s]*)?(?:#(?P<place>[^#/\s]+))?",
    re.IGNORECASE,
)
_FOLDERS = {"journeys", "personas", "departments", "pages"}
_REGISTRIES: Mapping[str, tuple[str, str]] = {
    "departments": ("departments/index.html", "departments/{}.html"),
    "personas": ("personas/index.html", "personas/{}.html"),
    "opportunities": ("opportunities.html", "opportunities.html#opportunity-{}"),
    "evidence": ("reference.html", "reference.html#source-{}"),
    "metrics": ("reference.html", "reference.html#measure-{}"),
    "channels": ("reference.html", "reference.html#channel-{}"),
}
"""Where a file that holds many things is told, and one of them."""


def published(address: str) -> str:
    """Return the address of the page of a source file, so that a link works beside the sources and in the site.

    An address that is that of no source file is returned as it is.

    >>> published("other.md"), published("%C3%BCber.md?v=2"), published("https://example.org/x.md")
    ('other.html', 'über.html?v=2', 'https://example.org/x.md')
    """
    source = _SOURCE.fullmatch(spelt(address))
    if not source:
        return address
    way, folder, below, name, form, query, place = source.groups("")
    if folder == "opportunities":
        return f"{ROOT}opportunities.html#opportunity-{name}"
    if not folder and name in _REGISTRIES and form.lower() != "md":
        whole, part = _REGISTRIES[name]
        return ROOT + (part.format(place) if place else whole)
    # Beside a file there are files of its own kind, and of these only maps have places that their authors name.
    of_map = folder == "journeys" or (not folder and way in ("", "./"))
    anchor = f"#at-{place}" if place and of_map else f"#{place}" if place else ""
    if folder in _FOLDERS:
        # What lies in folders below is published beside the rest of its kind.
        return f"{ROOT}{folder}/{name}.html{query}{anchor}"
    return f"{way}{folder + '/' if folder else ''}{below}{name}.html{query}{anchor}"
