"""Files as wikis, word processors and people write them: each becomes the map that it is, and no word is lost."""

import pytest

from cjsite.exchange.html_tables import html_grids, read_html_tables
from cjsite.exchange.imported import NotImported
from cjsite.exchange.markdown_tables import is_markdown_tables, markdown_grids
from tests.support.imported import NO_OPTIONS, TABLES, read_file, text_of_map, words_of

FILES = sorted(path.name for path in TABLES.iterdir())
SAID = {"n", "a", "k", "dito", "same", "as", "above", "1", "2"}
"""What says that there is nothing, or the same, and the numbers of lists."""


@pytest.mark.parametrize("name", FILES)
def test_no_word_of_a_cell_is_lost(name: str) -> None:
    grids, maps = read_file(name)
    left = {place.line for made in maps for place, sentence in made.unread if "this table is" in sentence}
    rows = [row for grid in grids if grid.place.line not in left and not grid.is_front for row in grid.rows]
    labels = {cell.text for row in rows[:1] for cell in row} | {row[0].text for row in rows if row}
    written = words_of(text_of_map(made) for made in maps)
    cells = words_of(cell.text for row in rows for cell in row if cell.text not in labels)
    assert cells - written - SAID == set()


@pytest.mark.parametrize("name", FILES)
def test_all_that_is_to_be_in_the_map_is(name: str) -> None:
    for made in read_file(name)[1]:
        assert words_of(text for _, text in made.words) - words_of([text_of_map(made)]) == set()


@pytest.mark.parametrize("name", FILES)
def test_places_point_at_what_stands_there(name: str) -> None:
    lines = (TABLES / name).read_text("utf-8").splitlines()
    for grid in read_file(name)[0]:
        for cell in (cell for row in grid.rows for cell in row if cell.text and not cell.is_repeated):
            rest = lines[cell.place.line - 1][cell.place.column - 1 :]
            assert rest.startswith(("<", cell.text[:1], "`", "\\", "&"))


@pytest.mark.parametrize(
    ("name", "title", "stages"),
    [
        ("confluence.html", "Renting a van", ["Before the move", "Moving day"]),
        ("notion.html", "📚 Getting a library card", ["Hears of it", "Signs up", "Borrows"]),
        ("word.html", "Kundenreise: Heizung fällt aus", ["Bemerken", "Anrufen"]),
        ("writer.html", "Parcours client : ouvrir un compte", ["S’informer", "Ouvrir"]),
        ("docs.html", "Boarding a ferry", ["Arrive", "Board"]),
        ("readme.md", "Booking a hut", ["🔍 Plan", "🏔️ Walk", "🛏️ Sleep"]),
        ("steps.md", "Patient journey: knee", ["Referral", "Surgery"]),
        ("stages.md", "Journey of a new tenant", ["Stage 1: Viewing", "Stage 2: Contract"]),
        ("lanes.md", "Onboarding journey", ["First day", "First month"]),
        ("grid.md", "Journey of a parcel's receiver", ["Wait", "Receive"]),
    ],
)
def test_a_file_becomes_its_map(name: str, title: str, stages: list[str]) -> None:
    _, (made,) = read_file(name)
    assert made.journey.title == title
    assert [stage.title for stage in made.journey.stages] == stages


def test_each_language_is_read_the_right_way() -> None:
    _, maps = read_file("many-languages.md")
    assert len(maps) == 13
    for made in maps:
        assert len(made.journey.stages) == 2
        for stage in made.journey.stages:
            assert stage.actions and stage.emotion and stage.pain_points, made.journey.title
    spoken = {made.journey.language for made in maps}
    assert spoken >= {"es", "pt", "ru", "pl", "nl", "it", "tr", "ja", "zh", "ko", "ar", "fr"}


def test_merged_cells_stand_in_each_column() -> None:
    _, (made,) = read_file("confluence.html")
    pains = [[point.text for point in step.pain_points] for step in made.journey.steps()]
    assert pains == [["Prices change from page to page"]] * 2 + [["Queue of 40 minutes"]]
    assert [step.title for step in made.journey.stages[0].steps] == ["Compares offers", "Books"]


def test_what_confluence_shows_is_read_and_what_it_hides_is_not() -> None:
    _, (made,) = read_file("confluence.html")
    compares, books, picks = made.journey.steps()
    assert compares.actions == ("Opens four sites", "Asks **friends**")
    assert books.actions == ("Fills in the form <short>",)
    assert picks.emotion[0].words == ("🙁 annoyed",)
    assert picks.department == "branches"
    assert made.personas[0].title == "Jo Marsh"


def test_a_table_in_a_cell_is_a_part_of_its_text() -> None:
    _, (made,) = read_file("docs.html")
    assert made.journey.stages[1].thoughts == ("Where do | bicycles go?",)


def test_a_table_in_a_table_for_the_layout_is_read() -> None:
    inner = (TABLES / "writer.html").read_bytes()
    body = inner[inner.index(b"<table") : inner.index(b"</body>")]
    page = b"<h1>Journey</h1><table><tr><td>Menu</td><td>" + body + b"</td></tr></table>"
    (made,) = read_html_tables("page.html", page, NO_OPTIONS)
    assert [stage.title for stage in made.journey.stages] == ["S’informer", "Ouvrir"]


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td colspan=999999999999>a",
        "<table><tr><td rowspan='-3' colspan='x'>a<td>b</table>",
        "<table><tr><td><!-- never ends",
        '<table><tr><td title="never ends>a</td>',
        "<table>" * 300 + "<tr><td>a",
        "<table><tr><td>" + "<b>" * 5000,
        "</table></tr></td>",
        "<table><tr><td><![CDATA[ never ends",
        "<script>" + "<" * 10_000,
        "<table" * 20_000,
    ],
)
def test_broken_pages_are_refused(page: str) -> None:
    with pytest.raises(NotImported):
        read_html_tables("page.html", page.encode(), NO_OPTIONS)


def test_spans_beyond_the_limit_are_refused() -> None:
    page = "<table>" + "<tr><td colspan=1000 rowspan=1000>a</td></tr>" * 3
    with pytest.raises(NotImported, match="more than 200,000 cells"):
        html_grids("page.html", page.encode())


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("|a|b|\n|--|--|\n|c|d|", [["a", "b"], ["c", "d"]]),
        ("a | b\n--- | ---\nc | d", [["a", "b"], ["c", "d"]]),
        ("a | b\n--- | ---\n | d", [["a", "b"], ["", "d"]]),
        ("| a | b |\n|:-:|--:|\n| `x|y` | z |", [["a", "b"], ["`x|y`", "z"]]),
        ("| a | b |\n|---|---|\n| x \\| y | z |", [["a", "b"], ["x | y", "z"]]),
        ("| a | b |\n|---|---|\n| c | d | e |", [["a", "b"], ["c", "d", "e"]]),
        ("> | a | b |\n> |---|---|\n> | c | d |", [["a", "b"], ["c", "d"]]),
        ("| a | b |\n| c | d |", [["a", "b"], ["c", "d"]]),
        ("| a | b |\n|---|---|\n| x<br>y | <b>z</b> &amp; |", [["a", "b"], ["x\ny", "**z** &"]]),
        ("| a | b |\n|---|---|\n| ![p](p.png) | [q](q.md) [r](https://r.org) |",
         [["a", "b"], ["p", "q [r](https://r.org)"]]),
    ],
)  # fmt: skip
def test_pipes_part_cells_however_they_are_written(text: str, cells: list[list[str]]) -> None:
    (grid,) = markdown_grids("a.md", text.encode())
    assert [[cell.text for cell in row] for row in grid.rows] == cells


def test_code_is_no_table() -> None:
    assert markdown_grids("a.md", b"# A\n```\n| a | b |\n|---|---|\n| c | d |\n```\n") == ()


def test_headings_hold_until_the_next_of_their_level() -> None:
    text = b"# A\n\n## B\n\ntext\n\n| a | b |\n|---|---|\n| c | d |\n\nC\n---\n\n| a | b |\n|---|---|\n| c | d |\n"
    first, second = markdown_grids("a.md", text)
    assert (first.title, [title for _, title in first.headings]) == ("B", ["A"])
    assert [text for _, text in first.above] == ["text"]
    assert (second.title, [title for _, title in second.headings]) == ("C", ["A"])


def test_markdown_is_told_by_its_tables() -> None:
    assert is_markdown_tables("notes", b"| a | b |\n|---|---|\n")
    assert not is_markdown_tables("a.md", b"# A\n\nNothing | here\n")
