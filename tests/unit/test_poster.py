"""A map's page as a browser is to print it, and the browser that does."""

import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from cjsite.base.problem import Refusal
from cjsite.poster import png
from cjsite.poster.browsers import NO_BROWSER, browser_program, likely_places
from cjsite.poster.papers import PAPERS, paper_key, paper_named
from cjsite.poster.printed_copy import POLICY, as_on_paper, for_paper, write_copy
from cjsite.poster.printing import print_to_pdf
from tests.support.command import ROOT

STYLES = (ROOT / "themes" / "default" / "assets" / "css" / "poster.css").read_text("utf-8")
PAGE = (
    b'<!doctype html>\n<html lang="de" dir="ltr"><head><meta charset="utf-8">'
    b'<link rel="stylesheet" href="../assets/a.css"><link rel="stylesheet" href="../assets/p.css" media="print">'
    b'<script src="../assets/a.js" defer></script></head><body><a class="x" href="../b.html#y">B</a>'
    b'<a href="https://example.org/">C</a><img src="../img/f%20g.png" alt=""><svg><use href="#face"/></svg></body>'
)


@pytest.mark.parametrize(
    ("text", "paper"), [("A3", "A3"), ("a0", "A0"), (" 16x9 ", "16:9"), ("16:9", "16:9"), ("A5", None), ("", None)]
)
def test_papers_are_named_in_any_case(text: str, paper: str | None) -> None:
    assert paper_named(text) == paper


def test_each_paper_has_its_size_in_millimetres_and_its_room() -> None:
    """Chromium takes the names of large papers for US Letter, and says nothing."""
    sizes = re.findall(r"@page (?:\w+)?\{size:([^;]+);", STYLES.replace("@page{", "@page {"))
    assert len(sizes) == len(PAPERS)
    assert all(re.fullmatch(r"[\d.]+mm [\d.]+mm", size) for size in sizes)
    rooms = re.findall(r'\[data-paper="?([\w]+)"?\]\{--sheet-width:', STYLES)
    assert {*rooms, "A3"} == {paper_key(paper) for paper in PAPERS}


def test_a_printed_page_has_no_address_of_the_machine_and_loads_only_what_lies_beside_it() -> None:
    page = for_paper(PAGE, "A1").decode()
    assert '<html data-paper="A1" lang="de"' in page
    assert f'content="{POLICY}"' in page
    assert re.findall(r"<a[^>]*>", page) == ['<a class="x">', "<a>"]
    assert 'media="print"' not in page
    assert '<use href="#face"/>' in page


def test_a_copy_has_what_the_page_needs_and_nothing_else(tmp_path: Path) -> None:
    site = {
        "journeys/a.html": PAGE,
        "b.html": b"other",
        "assets/a.css": b'@font-face{src:url("fonts/f.woff2")}@media screen and (x){a{}}',
        "assets/p.css": b"",
        "assets/a.js": b"",
        "assets/fonts/f.woff2": b"font",
        "img/f g.png": b"png",
        "img/other.png": b"png",
    }
    page = write_copy(site, "journeys/a.html", "A3", tmp_path)
    assert page == tmp_path / "journeys" / "a.html"
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == site.keys() - {"b.html", "img/other.png"}


def test_a_reference_that_leads_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    page = b'<html><img src="../../../etc/passwd"><img src="//host/x.png">'
    write_copy({"journeys/a.html": page}, "journeys/a.html", "A3", tmp_path / "copy")
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["a.html"]


def test_styles_hold_for_the_screen_as_they_hold_for_print() -> None:
    css = b"@media print,screen and (min-width:46rem){.print{}}@media (hover:hover){.screen{}}"
    assert as_on_paper(css) == b"@media all,tty and (min-width:46rem){.print{}}@media (hover:hover){.screen{}}"


def test_browsers_are_looked_for_where_their_makers_put_them() -> None:
    mac = list(likely_places("darwin", {}, Path("/Users/a")))
    assert "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" in mac
    windows = list(likely_places("win32", {"PROGRAMFILES": r"C:\Program Files"}, Path("C:/Users/a")))
    assert r"C:\Program Files\Microsoft\Edge\Application\msedge.exe" in windows
    assert "chromium" in list(likely_places("linux", {}, Path("/home/a")))


def test_without_a_browser_it_is_said_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(Refusal, match="install one, or name its program") as refused:
        browser_program(None)
    assert str(refused.value) == NO_BROWSER
    with pytest.raises(Refusal, match="no program 'mine'"):
        browser_program("mine")


def test_the_browser_that_is_named_is_taken(stub: Callable[[str], str]) -> None:
    assert browser_program(stub("")) == stub("")


@pytest.fixture
def stub(tmp_path: Path) -> Callable[[str], str]:
    """Return a maker of programs that are called like a browser."""

    def make(script: str) -> str:
        path = tmp_path / "browser"
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(0o755)
        return str(path)

    return make


NO_SHELL = pytest.mark.skipif(sys.platform == "win32", reason="stubs are shell scripts")
MADE = 'for a; do case $a in --print-to-pdf=*) printf "%%PDF-1.4" > "${a#*=}";; esac; done'


@NO_SHELL
@pytest.mark.parametrize(("width", "made"), [(100, (100, 48)), (1232, (1232, 595)), (3000, (3000, 1449))])
def test_a_png_is_as_wide_as_it_is_wanted(
    monkeypatch: pytest.MonkeyPatch, width: int, made: tuple[int, int]
) -> None:
    def browser(_program: str, wishes: Sequence[str], *_more: object) -> bytes:
        """Draw as Chromium does, whose factor is half a dot to a px at least."""
        size, factor = (wish.partition("=")[2] for wish in wishes[:2])
        dots = [round(int(px) * max(float(factor), 0.5)) for px in size.split(",")]
        return b"\x89PNG\r\n\x1a\n" + bytes(8) + b"".join(number.to_bytes(4, "big") for number in dots)

    monkeypatch.setattr(png, "run_browser", browser)
    drawn = png.png(b'<svg width="1232" height="595">', width, "browser")
    assert (int.from_bytes(drawn[16:20], "big"), int.from_bytes(drawn[20:24], "big")) == made


def test_what_the_browser_makes_is_returned(stub: Callable[[str], str], tmp_path: Path) -> None:
    assert print_to_pdf(stub(MADE), tmp_path / "a.html", tmp_path) == b"%PDF-1.4"


@NO_SHELL
def test_a_browser_that_makes_nothing_says_why(stub: Callable[[str], str], tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"printed nothing \(it ended with 7\): no display"):
        print_to_pdf(stub("echo no display >&2; exit 7"), tmp_path / "a.html", tmp_path)


@NO_SHELL
def test_a_browser_that_hangs_is_ended_with_what_it_started(stub: Callable[[str], str], tmp_path: Path) -> None:
    child = tmp_path / "child"
    hanging = stub(f"sleep 60 & echo $! > '{child}'; wait")
    with pytest.raises(Refusal, match="did not finish within"):
        print_to_pdf(hanging, tmp_path / "a.html", tmp_path, seconds=1.0)
    pid = int(child.read_text())
    deadline = time.monotonic() + 5
    while _runs(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _runs(pid)


def _runs(pid: int) -> bool:
    """Tell whether a process runs; one that has ended and that nobody asked about does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")
