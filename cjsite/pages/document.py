"""A page of the site that the author wrote in Markdown."""

from collections.abc import Iterator

from cjsite.base.lazy import Lazy
from cjsite.base.memo import memo
from cjsite.model.site import Document
from cjsite.pages.page import Page, PageStub, SiteFrame, with_source
from cjsite.summaries.links import name
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.urls import document_url
from cjsite.text.wording import Wording


def document_pages(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Iterator[PageStub]:
    """Declare the author's own pages."""
    for id_, document in site.content.documents.items():
        yield PageStub(document_url(id_), site.origin("page", id_), Lazy(_page, site, document, frame, wording))


def _page(site: SiteSummary, document: Document, frame: SiteFrame, wording: Wording) -> Page:
    return with_source(document_page(document, frame), site, f"page/{document.id}", wording)


@memo(by="document")
def document_page(document: Document, frame: SiteFrame) -> Page:
    """Return an author's own page."""
    return Page(document_url(document.id), "document.html", name(document), frame, document)
