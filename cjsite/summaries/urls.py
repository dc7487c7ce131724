"""The addresses of pages and files, relative to the root of the site."""

from urllib.parse import quote, unquote, urlsplit

from cjsite.base.content_path import is_reserved
from cjsite.base.digest import digest

HOME = "index.html"


def file_url(path: str) -> str:
    """Return the address of a file that is published at a path: any name, in signs that every address may have.

    >>> file_url("journeys/img/50% größer #1.png")
    'journeys/img/50%25%20gr%C3%B6%C3%9Fer%20%231.png'
    """
    return quote(path)


def published_path(url: str) -> str:
    """Return the path that what has an address is published at.

    >>> published_path("journeys/gr%C3%B6%C3%9Fe.html")
    'journeys/größe.html'
    """
    return unquote(url) if "%" in url else url


def absolute_url(address: str, url: str) -> str:
    """Return the whole address of what has one on a site; address: of the site. The home page is the site itself.

    >>> absolute_url("https://example.org/", "journeys/a.html#at-b"), absolute_url("https://example.org/", HOME)
    ('https://example.org/journeys/a.html#at-b', 'https://example.org/')
    """
    return address if url == HOME else address + url


def base_path(address: str) -> str:
    """Return the path of a site's address on its server, '' where there is none.

    >>> base_path("https://example.org/maps/"), base_path("")
    ('/maps/', '')
    """
    return urlsplit(address).path


def id_in(url: str) -> str:
    """Return the id of the thing whose own page has an address.

    >>> id_in(journey_url("größe"))
    'größe'
    """
    return unquote(url.partition("/")[2].removesuffix(".html"))


def _own_page(folder: str, id_: str) -> str:
    # Most ids need no encoding, and there are thousands of links to each.
    return f"{folder}/{id_ if id_.isascii() else quote(id_)}.html"


def journey_url(journey: str, column: str = "") -> str:
    """Return the address of a journey's page, or of a column's details on it."""
    return _own_page("journeys", journey) + (f"#at-{column}" if column else "")


def journey_json_path(journey: str) -> str:
    """Return the path that a journey's JSON is published at, beside its page.

    >>> journey_json_path("größe")
    'journeys/größe.json'
    """
    return f"journeys/{journey}.json"


def journey_picture_path(journey: str) -> str:
    """Return the path that a journey's picture is published at, beside its page.

    >>> journey_picture_path("größe")
    'journeys/größe/timeline.svg'
    """
    return f"journeys/{journey}/timeline.svg"


def steps_csv_path(journey: str) -> str:
    """Return the path that a journey's steps are published at as a table."""
    return f"journeys/{journey}.csv"


def journey_downloads(journey: str) -> tuple[str, ...]:
    """Return the paths of the files that are published beside a journey's page."""
    return steps_csv_path(journey), journey_json_path(journey), journey_picture_path(journey)


def department_url(department: str) -> str:
    """Return the address of a department's page."""
    return _own_page("departments", department)


def touchpoints_url(department: str) -> str:
    """Return the address of the list of a department's touchpoints."""
    return f"{department_url(department).removesuffix('.html')}/touchpoints.html"


def persona_url(persona: str) -> str:
    """Return the address of a persona's page."""
    return _own_page("personas", persona)


def document_url(document: str) -> str:
    """Return the address of a Markdown page."""
    return _own_page("pages", document)


def opportunity_url(opportunity: str = "") -> str:
    """Return the address of the page of opportunities, or of one of them on it."""
    return "opportunities.html" + (f"#opportunity-{opportunity}" if opportunity else "")


def reference_url(kind: str = "", name: str = "") -> str:
    """Return the address of the page of sources, measures and channels, or of one of them on it."""
    return "reference.html" + (f"#{kind}-{name}" if kind else "")


_LONGEST = 200
"""Bytes that the name of a tag's page may have before its ending: many disks store 255."""


def tag_url(key: str) -> str:
    """Return the address of a tag's page, by what tags that are written alike share.

    >>> tag_url("refund-first"), tag_url("größe"), tag_url("index"), tag_url("nul")
    ('tags/refund-first.html', 'tags/gr%C3%B6%C3%9Fe.html', 'tags/index_.html', 'tags/nul_.html')
    """
    if len(key.encode()) > _LONGEST:
        # No key has such a line: what is named so is no other tag's.
        key = f"{key.encode()[: _LONGEST // 2].decode(errors='ignore')}_{digest(key).hex()[:12]}"
    return _own_page("tags", f"{key}_" if key == "index" or is_reserved(key) else key)


def tags_url() -> str:
    """Return the address of the list of all tags."""
    return "tags/index.html"


def walk_url(journey: str) -> str:
    """Return the address of a journey's walkthrough."""
    return _own_page("walk", journey)


def findings_url(journey: str) -> str:
    """Return the address of a map's findings."""
    return _own_page("findings", journey)


def comparison_url(journey: str) -> str:
    """Return the address of the comparison of a to-be with its as-is."""
    return _own_page("compare", journey)
