"""A page of the site that the author wrote in Markdown."""

from cjsite.model.site import Document
from cjsite.pages.links import name
from cjsite.pages.page import Frame, Page, document_url


def document_page(document: Document, frame: Frame) -> Page:
    """Return an author's own page."""
    return Page(document_url(document.id), "document.html", name(document), frame, document)
