"""The page that a server shows for an address that does not exist."""

from cjsite.pages.page import Frame, Page
from cjsite.wording import Wording


def not_found_page(frame: Frame, wording: Wording) -> Page:
    """Return the page for what is not there."""
    return Page("404.html", "404.html", wording("404.title"), frame, None)
