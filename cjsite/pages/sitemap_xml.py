"""The addresses of a site's pages for search engines, as https://www.sitemaps.org/protocol.html has them."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from xml.sax.saxutils import escape

from cjsite.base.lazy import Lazy
from cjsite.pages.not_found import NOT_FOUND
from cjsite.pages.page import Download
from cjsite.summaries.redirects import moved_pages
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.urls import absolute_url
from cjsite.text.wording import Wording

MOST = 50_000
"""Addresses that the protocol lets one file hold."""
_MOST_BYTES = 50 * 2**20
_URL = "sitemap.xml"
_BEGIN = '<?xml version="1.0" encoding="UTF-8"?>\n<{0} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
_ROOM = 200
"""Bytes for what stands around the addresses of a file."""


def sitemap_files(site: SiteSummary, wording: Wording) -> Iterator[Download]:  # noqa: ARG001
    """Declare the list of addresses, where the site has one of its own; a long one in parts that it leads to."""
    address = site.address
    if not address:
        return
    parts = len(_parts(site))
    if parts > 1:
        for number in range(1, parts + 1):
            yield Download(_part_url(number), Lazy(_part, site, number))
    yield Download(_URL, Lazy(_index if parts > 1 else partial(_part, number=1), site))


def in_parts(entries: Iterable[str], most: int = MOST, most_bytes: int = _MOST_BYTES) -> list[list[str]]:
    """Return entries in so few runs that none has too many for a file, or too many bytes."""
    parts: list[list[str]] = [[]]
    size = _ROOM
    for entry in entries:
        own = len(entry)
        if len(parts[-1]) >= most or (parts[-1] and size + own > most_bytes):
            parts.append([])
            size = _ROOM
        parts[-1].append(entry)
        size += own
    return parts


def _entries(site: SiteSummary) -> Iterator[str]:
    others = {NOT_FOUND, *(moved.url for moved in moved_pages(site.content))}
    for url in site.page_addresses:
        if url not in others:
            yield f"<url><loc>{escape(absolute_url(site.address, url))}</loc></url>\n"


def _parts(site: SiteSummary) -> Sequence[Sequence[str]]:
    return site.once(_all_parts)


def _all_parts(site: SiteSummary) -> list[list[str]]:
    return in_parts(_entries(site))


def _part_url(number: int) -> str:
    return f"sitemap-{number}.xml"


def _part(site: SiteSummary, number: int) -> bytes:
    return _written("urlset", _parts(site)[number - 1])


def _index(site: SiteSummary) -> bytes:
    urls = map(_part_url, range(1, len(_parts(site)) + 1))
    entries = (f"<sitemap><loc>{escape(absolute_url(site.address, url))}</loc></sitemap>\n" for url in urls)
    return _written("sitemapindex", entries)


def _written(element: str, entries: Iterable[str]) -> bytes:
    return f"{_BEGIN.format(element)}{''.join(entries)}</{element}>\n".encode()
