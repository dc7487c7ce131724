"""A map on paper: its sheets, and the PDF that an installed browser makes of them."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Visitor
from tests.browser.pages import MAP
from tests.support.chromium import find
from tests.support.command import ROOT, TODAY, cjsite
from tests.support.html import Site

pytestmark = pytest.mark.browser

WORDS = """() => [...document.querySelectorAll('.sheet')].flatMap(sheet => {
    const box = element => element.getBoundingClientRect();
    const ground = box(sheet.querySelector('.feeling-ground'));
    const [zero, foot] = [ground.top + ground.height * .51, box(sheet.lastElementChild)];
    const meets = word => box(word).top < zero && zero < box(word).bottom;
    const leaves = word => box(word).top < ground.top - 1 || box(word).bottom > ground.bottom + 1;
    const over = word => faces.some(face => box(word).left < face.right && face.left < box(word).right
        && box(word).top < face.bottom + 1 && face.top - 1 < box(word).bottom);
    const cut = cell => cell.scrollHeight > cell.clientHeight + 2 && getComputedStyle(cell).display !== 'inline';
    const shown = selector => [...sheet.querySelectorAll(selector)].filter(each => each.getClientRects().length);
    const [words, cells] = [shown('.map .word'), shown('.map .cell :is(p,blockquote,li)')];
    const faces = shown('.map .point .face').map(box);
    return [
        ...shown('.map .gap').filter(gap => !gap.querySelector('path[d^=M]')).map(() => 'not hatched'),
        ...words.filter(over).map(word => 'touches a face: ' + word.textContent),
        ...words.filter(meets).map(word => 'struck: ' + word.textContent),
        ...words.filter(leaves).map(word => 'outside: ' + word.textContent),
        ...cells.filter(cut).map(cell => 'cut: ' + cell.textContent),
        ...(foot.bottom > box(sheet).bottom + 1 ? ['the foot is beyond the sheet'] : []),
    ];
})"""
HYPHENS = """() => {
    const range = document.createRange();
    const bottom = (node, at) => {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect().bottom;
    };
    const texts = document.createTreeWalker(document.querySelector('.sheet'), NodeFilter.SHOW_TEXT);
    const within = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode())
        for (let at = node.data.indexOf('\\u00ad'); at > 0; at = node.data.indexOf('\\u00ad', at + 1))
            if (bottom(node, at + 1) <= bottom(node, at - 1)) within.push(node.data);
    return within;
}"""
NAMES = """() => [...document.querySelectorAll('.sheet.felt')].map(sheet => {
    const end = sheet.getBoundingClientRect().right;
    const names = [...sheet.querySelectorAll('.line-names label')].filter(name => name.getClientRects().length);
    return {
        ends: names.map(name => name.textContent.trim()).sort(),
        legend: [...sheet.querySelectorAll('.person-key')].map(key => key.textContent.trim()).sort(),
        beyond: names.filter(name => name.getBoundingClientRect().right > end + 1).length,
    };
})"""
RUNS = """() => [...document.querySelectorAll('.sheet .handoff-run')].filter(run => run.getClientRects().length
    && run.getBoundingClientRect().right > run.closest('.sheet').getBoundingClientRect().right).length"""
BODY = """() => [...document.body.querySelectorAll('*')].map(element => {
    const says = each => each.value || !['style', 'class'].includes(each.name);
    const attributes = [...element.attributes].filter(says);
    const texts = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE);
    return [
        element.localName,
        ...attributes.map(each => `${each.name}=${each.value}`).sort(),
        texts.map(node => node.data).join(''),
    ].join(' ');
})"""


def test_on_paper_nothing_is_struck_or_cut_and_the_page_is_afterwards_what_it_was(
    visit: Visitor, example: Site
) -> None:
    """From the disk, where links would hold where the page lies."""
    with visit(base=f"{example.folder.as_uri()}/") as here:
        page = here.go(MAP)
        # What was kept free for late fonts is given back.
        page.evaluate("dispatchEvent(new Event('resize'))")
        before = page.evaluate(BODY)
        page.emulate_media(media="print")
        page.wait_for_selector(".sheet")
        assert page.evaluate(WORDS) == []
        assert page.locator(".sheet").count() == 1
        ways = page.evaluate("[...document.querySelectorAll('a[href]')].map(link => link.protocol)")
        assert "file:" not in ways, "what leads elsewhere may be followed"
        named = page.locator(".sheet .left-out").text_content() or ""
        assert "Measures" in named, "what has no room is named"
        assert page.locator(".sheet .lead").is_visible()
        assert page.evaluate(HYPHENS) == [], "words are divided only where lines end"
        page.emulate_media(media="screen")
        page.wait_for_selector(".sheet", state="detached")
        assert page.evaluate(BODY) == before


def test_names_and_lines_end_with_their_sheet(visit: Visitor, example: Site) -> None:
    """A map of two people, on several sheets, with handoffs to far columns: what is wider makes all smaller."""
    both = ["Ines Marchetti", "Walter Brandvold"]
    with visit(base=f"{example.folder.as_uri()}/") as here:
        page = here.go("journeys/first-ebike.html")
        page.evaluate("document.querySelectorAll('.handoff-run').forEach(run => run.classList.replace('n1', 'n9'))")
        page.emulate_media(media="print")
        page.wait_for_selector(".sheet")
        *before, last = page.evaluate(NAMES)
        assert before == [{"ends": [], "legend": both, "beyond": 0}]
        assert last == {"ends": both, "legend": [], "beyond": 0}
        assert page.evaluate(RUNS) == 0


def test_a_map_goes_out_as_a_pdf_with_everything_that_a_reader_needs(tmp_path: Path) -> None:
    """In a PDF of Chromium's, everything but the contents of its pages can be read as it is."""
    target = tmp_path / "poster.pdf"
    wanted: tuple[Any, ...] = ("export", "dead-battery", "--format", "pdf", "--paper", "A3", "-o", target, "-q")
    done = cjsite(*wanted, "--browser", find() or "", "--today", TODAY, cwd=ROOT)
    assert (done.code, done.err) == (0, "")
    pdf = target.read_bytes().decode("latin-1")
    assert len(re.findall(r"/Type /Page\n", pdf)) == 1
    assert re.search(r"/MediaBox \[0 0 119[01][.\d]* 84[12][.\d]*\]", pdf)
    assert "/Lang (en)" in pdf
    assert "/MarkInfo <</Type /MarkInfo\n/Marked true>>" in pdf or "/StructTreeRoot" in pdf
    assert "CjsitePrint-Regular" in pdf and "/Subtype /Type3" not in pdf
    assert "file://" not in pdf and "/URI" not in pdf
    titles = re.findall(r"/Title \(([^)]*)\)", pdf)
    assert "4 Phone menu and hold Phone" in titles, "the words of bookmarks stand apart"
    again = cjsite(*wanted, "--browser", find() or "", cwd=ROOT)
    assert again.code == 2 and "is there already" in again.err
