"""The addresses of pages and files, relative to the root of the site."""

from urllib.parse import quote, unquote


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


def walk_url(journey: str) -> str:
    """Return the address of a journey's walkthrough."""
    return _own_page("walk", journey)


def findings_url(journey: str) -> str:
    """Return the address of a map's findings."""
    return _own_page("findings", journey)


def comparison_url(journey: str) -> str:
    """Return the address of the comparison of a to-be with its as-is."""
    return _own_page("compare", journey)
