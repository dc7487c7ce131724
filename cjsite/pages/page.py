"""What a page is: an address, a template, and exactly the values that the template may read."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A title and the address of a page, relative to the site's root ('' = no page)."""

    title: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around every page. `built` is the date of the build, formatted for people."""

    site: str
    organisation: str
    language: str
    direction: str
    menu: tuple[Link, ...]
    footer: str
    built: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site; `url` is relative to the root, `section` the menu entry it belongs to."""

    url: str
    template: str
    title: str
    frame: Frame
    data: object
    description: str = ""
    section: str = ""

    @property
    def root(self) -> str:
        """Return the way from this page to the site's root: '' or '../'."""
        return "../" * self.url.count("/")


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
