"""A map as a PDF for the wall, the file or a slide."""

from pathlib import Path
from tempfile import TemporaryDirectory

from cjsite.build import Site
from cjsite.poster.papers import paper_key
from cjsite.poster.printed_copy import write_copy
from cjsite.poster.printing import print_to_pdf
from cjsite.summaries.urls import journey_url


def poster(site: Site, journey: str, paper: str, program: str) -> bytes:
    """Return a map of a site as a PDF; program: of the browser that prints it. Raises Refusal where it cannot."""
    with TemporaryDirectory(prefix="cjsite-poster-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        address = site.content.settings.address
        page = write_copy(site, journey_url(journey), paper_key(paper), folder / "site", address)
        return print_to_pdf(program, page, folder)
