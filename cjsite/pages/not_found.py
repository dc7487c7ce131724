"""The page that a server shows for an address that does not exist."""

from cjsite.base.memo import memo
from cjsite.pages.page import Page, SiteFrame, site_page
from cjsite.summaries.site_summary import SiteSummary
from cjsite.text.wording import Wording

NOT_FOUND = "404.html"


@site_page(NOT_FOUND)
def not_found(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Page:  # noqa: ARG001
    """Declare the page for what is not there."""
    return not_found_page(frame, wording)


@memo
def not_found_page(frame: SiteFrame, wording: Wording) -> Page:
    """Return the page for what is not there, of which nobody can say how deep it would be."""
    return Page(NOT_FOUND, "404.html", wording("404.title"), frame, None, is_anywhere=True)
