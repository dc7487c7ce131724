"""Every built page is valid HTML in the eyes of the Nu checker."""

from tests.support import nu
from tests.support.html import Site


def test_every_page_is_valid(example: Site) -> None:
    assert nu.faults(example.folder / page for page in example.pages) == []
