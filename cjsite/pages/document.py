"""A page of the site that the author wrote in Markdown."""

from collections.abc import Iterator

from cjsite.base.lazy import Lazy
from cjsite.base.memo import memo
from cjsite.model.site import Document
from cjsite.pages.page import Page, PageStub, SiteFrame
from cjsite.summaries.links import name
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.urls import document_url
from cjsite.text.wording import Wording


def document_pages(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Iterator[PageStub]:  # noqa: ARG001
    """Declare the author's own pages."""
    for id_, document in site.content.documents.items():
        yield PageStub(document_url(id_), site.origin("page", id_), Lazy(document_page, document, frame))


@memo(by="document")
def document_page(document: Document, frame: SiteFrame) -> Page:
    """Return an author's own page."""
    return Page(document_url(document.id), "document.html", name(document), frame, document)
