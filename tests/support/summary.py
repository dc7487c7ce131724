"""The summary of a site made of content, for tests of what is made of it."""

import datetime

from cjsite.base.problem import Finding
from cjsite.model.content import Content
from cjsite.pages.sitemap import sitemap
from cjsite.summaries.site_summary import SiteSummary
from tests.support.page import wording


def summary(content: Content, today: datetime.date) -> SiteSummary:
    """Return what pages about the whole site are made from."""
    return sitemap(content, wording(), today).summary


def findings(content: Content, today: datetime.date) -> tuple[Finding, ...]:
    """Return every finding of the content with its place."""
    return summary(content, today).findings(wording())
