"""What a page is: an address, a template, and exactly the values that the template may read."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from cjsite.frozen import frozen
from cjsite.memory import Memory

T = TypeVar("T")


@frozen
class Link:
    """A title and the address of a page, relative to the site's root ('' = no page)."""

    title: str
    url: str = ""


@frozen
class Frame:
    """What stands around every page. `built` is the date of the build, formatted for people."""

    site: str
    organisation: str
    language: str
    direction: str
    menu: tuple[Link, ...]
    footer: str
    built: str


@frozen
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


@frozen
class Draft:
    """A page that can be made: its address, the source path it comes from ('' for views), and how to make it."""

    url: str
    origin: str
    make: Callable[[], Page]


class Drafts:
    """Makes drafts of one run: a page's values are worked out when it is first asked for, and remembered."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def __call__(
        self,
        url: str,
        origin: str,
        function: Callable[..., Page],
        key: Hashable,
        *parts: object,
    ) -> Draft:
        """Return the draft of `function(*parts)`; a part that is a `Later` is worked out then."""

        def make() -> Page:
            return self._memory(function, key, *[part() if isinstance(part, Later) else part for part in parts])

        return Draft(url, origin, make)


class Later(Generic[T]):
    """A value that several pages are made from, worked out once, when the first of them is asked for."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._work = work
        self._done: tuple[T] | None = None

    def __call__(self) -> T:
        """Return the value."""
        if self._done is None:
            self._done = (self._work(),)
        return self._done[0]


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
