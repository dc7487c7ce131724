"""The table of requirements leads to code that is there, and to the words on a page that show it."""

import re
from typing import NamedTuple

import pytest

from tests.support.command import ROOT
from tests.support.html import Site, squeeze

TEXT = (ROOT / "docs/requirements.md").read_text("utf-8")
APART = TEXT.partition("## What authors see")[2]
EVERY = {*(f"R{number}" for number in range(1, 114)), "R78b", "R95b", "R113b"}
NUMBER = r"\bR\d+b?\b"


class Row(NamedTuple):
    """A line of the table: what is required, where the code stands, and which words on which page show it."""

    title: str
    code: str
    page: str
    words: tuple[str, ...]


def rows(text: str) -> list[Row]:
    """Return the lines of the table; one without words is none."""
    cells = re.findall(r"^\| (R\d.*?) \| `(.+?)` \| `(.+?)` \| (`.+`) \|$", text, re.MULTILINE)
    return [Row(title, code, page, tuple(re.findall(r"`(.+?)`", said))) for title, code, page, said in cells]


def unseen(row: Row, site: Site) -> list[str]:
    """Return the words of a row that its page does not say."""
    file = site.folder / row.page
    if not file.is_file():
        return [f"{row.title}: no {row.page}"]
    text = site.pages[row.page].text if row.page in site.pages else squeeze(file.read_text("utf-8"))
    return [f"{row.title}: {row.page} does not say '{words}'" for words in row.words if words not in text]


ROWS = rows(TEXT)


def test_every_line_of_the_table_has_code_a_page_and_words() -> None:
    lines = [line for line in TEXT.splitlines() if line.startswith("| R") and line[3].isdigit()]
    assert len(ROWS) == len(lines) > 50


def test_the_code_is_there() -> None:
    assert [row.code for row in ROWS if not (ROOT / row.code).exists()] == []


def test_the_words_stand_on_the_pages(example: Site) -> None:
    assert [gap for row in ROWS for gap in unseen(row, example)] == []


@pytest.mark.parametrize("words", ["nobody wrote this", "Built 21 Nov 2062"])
def test_words_that_no_page_says_are_told_of(words: str, example: Site) -> None:
    claim = f"| R1 the past year | `cjsite/build.py` | `index.html` | `Built 21 Nov 2026`, `{words}` |"
    (row,) = rows(claim)
    assert unseen(row, example) == [f"R1 the past year: index.html does not say '{words}'"]
    assert unseen(row._replace(page="nowhere.html"), example) == ["R1 the past year: no nowhere.html"]


def test_every_requirement_is_shown_or_said_to_be_missing() -> None:
    shown = {number for row in ROWS for number in re.findall(NUMBER, row.title)}
    apart = set(re.findall(r"\*\*(R\d+b?)\*\*", APART))
    assert (EVERY - shown - apart, shown & apart, (shown | apart) - EVERY) == (set(), set(), set())


def test_what_authors_see_names_its_file() -> None:
    files = re.findall(r"\(`(.+?)`\)", APART.partition("## What is not there")[0])
    assert [file for file in files if not (ROOT / file).is_file()] == []
    assert files


def test_three_clicks_lead_from_home_to_a_step(example: Site) -> None:
    """Home leads to the summary, that to every page of insights, and each of them to touchpoints on maps."""
    home = example.pages["index.html"].links
    assert "insights/index.html" in home
    summary = example.pages["insights/index.html"].links
    for page in ("moments", "feelings", "year", "opportunities", "effort", "touchpoints", "handoffs", "evidence"):
        assert any(link.endswith(f"{page}.html") for link in summary), page
        links = example.pages[f"insights/{page}.html"].links
        assert any(link.startswith("../journeys/") and "#at-" in link for link in links), page
