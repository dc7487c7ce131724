"""What links in authors' texts may lead to: pages and the places on them, and files."""

import posixpath
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Literal
from unicodedata import normalize
from urllib.parse import unquote

from cjsite.analysis.rules import CODES
from cjsite.model.content import Content
from cjsite.reading.hints import nearest
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.page_anchors import is_anchor
from cjsite.summaries.urls import (
    department_url,
    document_url,
    journey_url,
    opportunity_url,
    persona_url,
    published_path,
    reference_url,
)
from cjsite.text.headings import heading_names
from cjsite.text.source_links import ROOT

_PAGES: Mapping[str, Callable[[str], str]] = {
    "journey": journey_url, "persona": persona_url, "department": department_url, "page": document_url,
}  # fmt: skip
_REFERENCES = {"evidence": "source", "metric": "measure", "channel": "channel"}


def page_of(thing: str) -> str:
    """Return the path of the page that tells most of a thing, given as `kind/id`."""
    kind, _, name = thing.partition("/")
    if kind in _PAGES:
        return published_path(_PAGES[kind](name))
    if kind == "opportunity":
        return opportunity_url()
    return reference_url() if kind in _REFERENCES else "index.html"


class LinkTargets:
    """The paths that a site is published at. pages: the addresses of its pages and downloads, from the root."""

    def __init__(self, content: Content, journeys: Iterable[JourneySummary], pages: Collection[str]) -> None:
        self.pages = frozenset(map(published_path, pages))
        self.files = content.files
        self._content = content
        self._journeys = {page_of(f"journey/{journey.id}"): journey for journey in journeys}
        bodies = (("page", content.documents), ("persona", content.personas))
        self._bodies = {page_of(f"{kind}/{name}"): own.body for kind, all_ in bodies for name, own in all_.items()}
        self._addresses: dict[tuple[str, str], tuple[str, ...]] = {}

    def has_page(self, url: str) -> bool:
        """Tell whether there is a page or a file at an address."""
        return url in self.pages or url in self.files

    def has_anchor(self, url: str, name: str) -> bool:
        """Tell whether a page has a place; of what is in a file nothing is known."""
        if url not in self.pages or not url.endswith(".html"):
            return True
        # A place on what lies beside a text is taken for one on a map; beside a page it is a heading.
        names = {name, name.removeprefix("at-")} if url in self._bodies else {name}
        return not names.isdisjoint(self._anchors(url)) or is_anchor(url, name)

    def place_near(self, url: str, name: str) -> str:
        """Return the step of a map, or the heading, that was most likely meant by a name there, '' for none."""
        if url in self._bodies:
            return nearest(name.removeprefix("at-"), filter(None, self._anchors(url))) or ""
        steps = [anchor.removeprefix("at-") for anchor in self._anchors(url) if anchor.startswith("at-")]
        wanted = name.removeprefix("at-")
        return wanted if wanted in steps else nearest(wanted, steps) or ""

    def addresses(self, kind: Literal["file", "source", "any"], folder: str) -> tuple[str, ...]:
        """Return the addresses of published files, of the sources of pages, or of all that links may lead to.

        folder: where they lead from.
        """
        if (kind, folder) not in self._addresses:
            urls = {"file": self.files, "source": self._sources(), "any": (*self.pages, *self.files)}[kind]
            relative = [posixpath.relpath(url, folder or ".").replace(" ", "%20") for url in sorted(urls)]
            self._addresses[kind, folder] = tuple(relative)
        return self._addresses[kind, folder]

    def _sources(self) -> list[str]:
        """Return the paths of the files that a page is made of, each of one."""
        places = ((page_of(thing), own[""].path) for thing, own in self._content.places.items())
        return [path for url, path in places if posixpath.splitext(path)[0] == posixpath.splitext(url)[0]]

    def _anchors(self, url: str) -> Collection[str]:
        if url in self._journeys:
            return _on_map(self._journeys[url])
        if url in self._bodies:
            return heading_names(self._bodies[url])
        if url == opportunity_url():
            return {f"opportunity-{name}" for name in self._content.opportunities}
        if url == reference_url():
            content = self._content
            shelves = (("source", content.evidence), ("measure", content.metrics), ("channel", content.channels))
            return {f"{kind}-{name}" for kind, registry in shelves for name in registry}
        return CODES if url.endswith("/catalogue.html") else ()


def _on_map(journey: JourneySummary) -> Collection[str]:
    of_steps = {f"{part}-{name}" for name, _ in journey.places for part in ("at", "panel", "moment")}
    return of_steps | {f"stage-{name}" for name in journey.stages}


def resolved(page: str, address: str) -> tuple[str, str]:
    """Return where an address leads from a page: an address from the root of the site, and a place there.

    What leads out of the site begins with `..`.
    """
    path, _, anchor = address.replace(ROOT, "/").partition("#")
    path, anchor = (normalize("NFC", unquote(part)) for part in (path.partition("?")[0], anchor))
    if not path:
        return page, anchor
    folder = "" if path.startswith("/") else posixpath.dirname(page)
    url = posixpath.normpath(posixpath.join(folder, path.lstrip("/") or "."))
    if path.endswith("/") or url == "." or posixpath.basename(url) == "..":
        url = posixpath.normpath(posixpath.join(url, "index.html"))
    return url, anchor
