"""The page of the search: all that has a name, from A to Z; with script, what is found of what is typed."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.pages.page import Page, SiteFrame, page_series
from cjsite.pages.paging import Paging, pages_for
from cjsite.pages.search.registry import registry_entries
from cjsite.summaries.search_entry import KINDS
from cjsite.summaries.site_summary import SiteSummary
from cjsite.text.folding import folded, unspaced
from cjsite.text.wording import Wording

SEARCH_URL = "search.html"
ROWS = 300
"""How many rows of the list stand on a page: they are a line each, and no more than a name."""


@frozen
class IndexRow:
    """A thing with a name, as the list of everything shows it."""

    title: str
    url: str
    kind: str
    language: str


@frozen
class IndexGroup:
    """What begins with the same letter, '' for what begins with none, or is written in signs for words."""

    letter: str
    entries: tuple[IndexRow, ...]


@frozen
class SearchData:
    """What the page shows. kinds: of results; departments: id and title of those that results may have."""

    kinds: tuple[str, ...]
    departments: tuple[tuple[str, str], ...]
    groups: tuple[IndexGroup, ...]


def _count(site: SiteSummary) -> int:
    content = site.content
    people = (content.personas, content.departments, content.channels, content.opportunities)
    return site.lengths.maps + sum(map(len, (*people, content.evidence, content.metrics, content.documents)))


@page_series(SEARCH_URL, lambda site: pages_for(_count(site), ROWS))
def search(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the page of the search, and those on which the list of everything goes on."""
    departments = tuple([(name, link.title) for name, link in site.department_links.items()])
    return search_page(site.once(_rows, wording), departments, paging, frame, wording)


def _rows(site: SiteSummary, wording: Wording) -> tuple[IndexRow, ...]:
    entries = [*site.rows_of("entry", 0, site.lengths.maps)]
    entries += [entry for entry in registry_entries(site.content, wording) if entry.kind != "finding"]
    rows = [IndexRow(entry.title, entry.url, entry.kind, entry.language) for entry in entries]
    return tuple(sorted(rows, key=_place))


def _place(row: IndexRow) -> tuple[bool, str, str, str]:
    own = folded(row.title)
    return not own[:1].isalpha(), own, row.title, row.url


@memo(by="paging")
def search_page(
    rows: Sequence[IndexRow],
    departments: tuple[tuple[str, str], ...],
    paging: Paging,
    frame: SiteFrame,
    wording: Wording,
) -> Page:
    """Return the page of the search, or one on which the list goes on; rows: all of the list."""
    url, title = paging.address(paging.number), wording("search.title")
    data = SearchData(KINDS, departments, tuple(_groups(paging.rows(rows, ROWS))))
    return Page(url, "search.html", title, frame, data, wording("search.lead"), paging=paging)


def _groups(rows: Sequence[IndexRow]) -> Iterator[IndexGroup]:
    for letter, own in groupby(rows, key=_letter):
        yield IndexGroup(letter, tuple(own))


def _letter(row: IndexRow) -> str:
    first = folded(row.title)[:1]
    return first.upper() if first.isalpha() and not unspaced(first) else ""
