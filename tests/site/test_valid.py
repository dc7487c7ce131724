"""Every built page is valid HTML in the eyes of the Nu checker."""

from pathlib import Path

from tests.support import nu
from tests.support.html import Site


def test_every_page_is_valid(example: Site) -> None:
    assert nu.faults(example.folder / page for page in example.pages) == []


def test_the_checker_checks(tmp_path: Path) -> None:
    (tmp_path / "bad.html").write_text("<!doctype html><html lang=en><title>x</title><p id=a><p id=a>", "utf-8")
    assert any("Duplicate ID" in fault for fault in nu.faults([tmp_path / "bad.html"]))
