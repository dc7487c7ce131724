"""Every built page is valid HTML in the eyes of the Nu checker."""

from pathlib import Path

from tests.support import nu
from tests.support.html import Site


def test_every_page_is_valid_but_the_one_that_is_not(example: Site, tmp_path: Path) -> None:
    """A page with a fault is among them: a checker that checks nothing would be seen."""
    bad = tmp_path / "bad.html"
    bad.write_text("<!doctype html><html lang=en><title>x</title><p id=a><p id=a>", "utf-8")
    faults = nu.faults([*(example.folder.rglob("*.html")), bad])
    assert any("Duplicate ID" in fault for fault in faults)
    assert [fault for fault in faults if not fault.startswith(bad.name)] == []
