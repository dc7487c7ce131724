"""The addresses of pages and files, relative to the root of the site."""

from urllib.parse import quote


def file_url(path: str) -> str:
    """Return the address of a file that is published at a path: any name, in signs that every address may have.

    >>> file_url("journeys/img/50% größer #1.png")
    'journeys/img/50%25%20gr%C3%B6%C3%9Fer%20%231.png'
    """
    return quote(path)


def journey_url(journey: str, column: str = "") -> str:
    """Return the address of a journey's page, or of a column's details on it."""
    return f"journeys/{journey}.html" + (f"#at-{column}" if column else "")


def department_url(department: str) -> str:
    """Return the address of a department's page."""
    return f"departments/{department}.html"


def persona_url(persona: str) -> str:
    """Return the address of a persona's page."""
    return f"personas/{persona}.html"


def document_url(document: str) -> str:
    """Return the address of a Markdown page."""
    return f"pages/{document}.html"


def opportunity_url(opportunity: str = "") -> str:
    """Return the address of the page of opportunities, or of one of them on it."""
    return "opportunities.html" + (f"#opportunity-{opportunity}" if opportunity else "")


def reference_url(kind: str = "", name: str = "") -> str:
    """Return the address of the page of sources, measures and channels, or of one of them on it."""
    return "reference.html" + (f"#{kind}-{name}" if kind else "")


def walk_url(journey: str) -> str:
    """Return the address of a journey's walkthrough."""
    return f"walk/{journey}.html"


def findings_url(journey: str) -> str:
    """Return the address of a map's findings."""
    return f"findings/{journey}.html"


def comparison_url(journey: str) -> str:
    """Return the address of the comparison of a to-be with its as-is."""
    return f"compare/{journey}.html"
