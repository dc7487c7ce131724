"""What a page is: an address, a template, and exactly the values that the template may read."""

from collections.abc import Callable, Iterator
from functools import partial, wraps

from cjsite.base.frozen import frozen, replace
from cjsite.base.lazy import Lazy
from cjsite.model.file_history import SourceFile
from cjsite.model.web_address import PATH_SIGN
from cjsite.pages.paging import Paging, pages_for, pages_of
from cjsite.summaries.links import Link
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.urls import HOME, absolute_url, file_url, published_path
from cjsite.text.direction import Direction, text_direction
from cjsite.text.languages import likely_locale
from cjsite.text.wording import Wording


@frozen
class SiteFrame:
    """What stands around every page. `built` is the date of the build, formatted for people.

    scale_note: what the numbers for feelings stand on in lists, '' where no map has a scale of its own.
    address: of the site on the web; base: the path to its root on its server; '' where nobody says.
    edit: the pattern of the addresses where files are edited, '' for none. is_dated: whether pages say when they
    were written.
    """

    site: str
    organisation: str
    language: str
    direction: str
    menu: tuple[Link, ...]
    footer: str
    built: str
    scale_note: str = ""
    address: str = ""
    base: str = ""
    edit: str = ""
    is_dated: bool = False


@frozen
class PageSource:
    """What a page tells of the file that it is made of.

    edit: where that is edited, '' for nowhere; dates: when it was written and changed, in words, '' for nothing.
    """

    edit: str
    dates: str


@frozen
class Page:
    """A page of the site; `url` is relative to the root, `section` the menu entry it belongs to.

    language: of its article, '' where that is the site's. paging: of a list that may go on on other pages.
    is_anywhere: whether it is shown at addresses that are not its own, by servers that find nothing there.
    stands_for: the address of the page that counts in its place, '' where it is that itself. source: what it tells
    of its file.
    """

    url: str
    template: str
    title: str
    frame: SiteFrame
    data: object
    description: str = ""
    section: str = ""
    language: str = ""
    paging: Paging | None = None
    is_anywhere: bool = False
    stands_for: str = ""
    source: PageSource | None = None

    @property
    def continues(self) -> bool:
        """Tell whether its list began on another page, so that only what is left of it stands here."""
        return self.paging is not None and self.paging.continues

    @property
    def direction(self) -> Direction:
        """Return the direction that the article is written in."""
        return text_direction(self.language or self.frame.language)

    @property
    def root(self) -> str:
        """Return the way from this page to the site's root: '' or '../'; from anywhere, its path on the server."""
        return self.frame.base if self.is_anywhere else "../" * self.url.count("/")

    @property
    def address(self) -> str:
        """Return the whole address that counts for it, '' where nobody says where the site is."""
        if not self.frame.address or self.is_anywhere:
            return ""
        return absolute_url(self.frame.address, self.stands_for or self.url)

    @property
    def locale(self) -> str:
        """Return its article's language with the country that it is most likely written for, '' for none."""
        return likely_locale(self.language or self.frame.language)

    @property
    def is_home(self) -> bool:
        """Tell whether it is what the site's own address leads to."""
        return self.url == HOME


def page_source(file: SourceFile | None, frame: SiteFrame, wording: Wording) -> PageSource | None:
    """Return what a page tells of its file, None for nothing."""
    if file is None:
        return None
    edit, dates = frame.edit.replace(PATH_SIGN, file_url(file.path)), ""
    if file.dates:
        first, last = wording.date(file.dates.first), wording.date(file.dates.last)
        is_new = file.dates.first == file.dates.last
        dates = wording("file.written", date=first) if is_new else wording("file.changed", first=first, last=last)
    return PageSource(edit, dates)


def with_source(page: Page, site: SiteSummary, thing: str, wording: Wording) -> Page:
    """Return a page with what it tells of the file of a thing, given as `kind/id`."""
    if not (page.frame.edit or page.frame.is_dated):
        return page
    return replace(page, source=page_source(site.source_files.get(thing), page.frame, wording))


@frozen
class PageStub:
    """A page that can be made: its address, the source path it comes from ('' for views), and how to make it."""

    url: str
    origin: str
    make: Lazy[Page]

    @property
    def path(self) -> str:
        """Return the path that it is published at: the address without the encoding of its signs."""
        return published_path(self.url)


@frozen
class Download:
    """A file that pages offer, and how to make it."""

    url: str
    make: Lazy[bytes]


PageKind = Callable[[SiteSummary, SiteFrame, Wording], Iterator[PageStub]]
"""Declares a kind of page: yields a stub for each of its pages, made of the site's summary."""
DownloadKind = Callable[[SiteSummary, Wording], Iterator[Download]]
"""Declares files that pages of a kind offer."""


def site_page(url: str) -> Callable[[Callable[[SiteSummary, SiteFrame, Wording], Page]], PageKind]:
    """Declare a kind with one page, which the function below makes of the site's summary."""

    def declare(make: Callable[[SiteSummary, SiteFrame, Wording], Page]) -> PageKind:
        @wraps(make)
        def kind(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Iterator[PageStub]:
            yield PageStub(url, "", Lazy(make, site, frame, wording))

        return kind

    return declare


ListPage = Callable[[SiteSummary, SiteFrame, Wording, Paging], Page]
"""Makes one of the pages of a list."""
ListKind = Callable[[ListPage], PageKind]
"""Makes a kind of page of a function that makes each of its pages."""


def list_page(url: str, rows: Callable[[SiteSummary], int]) -> ListKind:
    """Declare a kind with one page, and further ones where its list is long; rows: how many it has."""
    return _several(lambda site: pages_of(url, pages_for(rows(site)), rows(site)))


def page_series(url: str, count: Callable[[SiteSummary], int]) -> ListKind:
    """Declare a kind with so many pages, on which several lists go on."""
    return _several(lambda site: pages_of(url, count(site)))


def _several(pages: Callable[[SiteSummary], tuple[Paging, ...]]) -> ListKind:
    def declare(make: ListPage) -> PageKind:
        @wraps(make)
        def kind(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Iterator[PageStub]:
            # How many pages there are must be told without making any: a preview asks for one at a time.
            yield from page_stubs("", pages(site), partial(make, site, frame, wording))

        return kind

    return declare


def page_stubs(origin: str, pages: tuple[Paging, ...], make: Callable[[Paging], Page]) -> Iterator[PageStub]:
    """Declare the pages of a list."""
    for paging in pages:
        yield PageStub(paging.address(paging.number), origin, Lazy(make, paging))
