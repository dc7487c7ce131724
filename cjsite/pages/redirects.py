"""The pages at the old addresses of what has moved: each leads on, and says so where nothing leads by itself."""

from collections.abc import Iterator

from cjsite.base.frozen import frozen
from cjsite.base.lazy import Lazy
from cjsite.base.memo import memo
from cjsite.pages.page import Page, PageStub, SiteFrame
from cjsite.summaries.redirects import MovedPage, moved_pages
from cjsite.summaries.site_summary import SiteSummary
from cjsite.text.wording import Wording


@frozen
class RedirectData:
    """Where a page leads, from the root. steps: places that were on it, each with where it is now."""

    target: str
    title: str
    steps: tuple[tuple[str, str], ...]


def redirect_pages(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Iterator[PageStub]:
    """Declare the pages at old addresses."""
    for moved in moved_pages(site.content):
        yield PageStub(moved.url, "", Lazy(redirect_page, moved, frame, wording))


@memo(by="moved")
def redirect_page(moved: MovedPage, frame: SiteFrame, wording: Wording) -> Page:
    """Return the page at an old address."""
    return Page(
        moved.url,
        "moved.html",
        wording("moved.title"),
        frame,
        RedirectData(moved.target, moved.title, moved.steps),
        wording("moved.what", title=moved.title),
        stands_for=moved.target,
    )
