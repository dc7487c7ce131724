"""What holds for every table: no word is lost, no traceback, and it is the same map turned round."""

from hypothesis import given, settings
from hypothesis import strategies as st

from cjsite.base.problem import Place
from cjsite.exchange.grid import Grid, GridCell
from cjsite.exchange.html_tables import read_html_tables
from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported
from cjsite.exchange.markdown_tables import read_markdown_tables
from cjsite.exchange.tables import read_grids
from tests.support.imported import NO_OPTIONS, text_of_map, words_of

LABELS = ["Stage", "Step", "Actions", "Gefühle", "痛点", "Touchpoints", "Channel", "Time", "Owner", "Goal",
          "Weather", "Emotion (1-5)", "", "#", "KPI", "Moment of truth", "Systems", "Notes",
          "Thoughts & feelings"]  # fmt: skip
WORDS = ["Looks", "asks <b>", "angry", "3", "9", "2 days", "a; b", "• x • y", "1. p 2. q", "same as above", "–",
         "😀 → 😡", "[to do]", "Sales, web", "", "long " * 120, "a\nb", "**c**", "???", "it's: \"d\""]  # fmt: skip
TAGS = ["<table>", "</table>", "<tr>", "<td rowspan=3>", "<td colspan=2>", "</td>", "<th>", "Stage", "Actions", "x",
        "<b>", "</b>", "<ul><li>", "<br>", "<!--", "-->", "<a href='", "&amp;", "<ac:link>", "<h2>", "</h2>", '"',
        ">", "<p>"]  # fmt: skip
SIGNS = ["|", "---", "\n", " ", "Stage", "Actions", "Emotion", "`", "\\", "# ", "+--+", "<br>", "x", "> ", "---\n",
         "title: a\n", "**", "[", "](", "~~~\n"]  # fmt: skip
CELLS = st.one_of(st.sampled_from(WORDS), st.text(max_size=12))


def _grid(rows: list[list[str]], title: str = "A journey") -> Grid:
    cells = tuple(
        tuple(GridCell(text, Place("a.md", row + 1, column + 1)) for column, text in enumerate(line))
        for row, line in enumerate(rows)
    )
    return Grid(title, cells, Place("a.md"))


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    """Return a table with some labels that are known; any cells below them."""
    labels = draw(st.lists(st.sampled_from(LABELS), min_size=2, max_size=6))
    width = len(labels)
    return [labels, *draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=5))]


def _maps(rows: list[list[str]], options: ImportOptions = NO_OPTIONS) -> tuple[ImportedMap, ...]:
    try:
        return read_grids([_grid(rows)], "a.md", options)
    except NotImported as refused:
        assert refused.sentence
        return ()


@settings(deadline=None)
@given(tables())
def test_no_word_is_lost(rows: list[list[str]]) -> None:
    for made in _maps(rows):
        assert words_of(text for _, text in made.words) - words_of([text_of_map(made)]) == set()


@settings(deadline=None)
@given(tables())
def test_a_table_turned_round_is_the_same_map(rows: list[list[str]]) -> None:
    turned = [list(column) for column in zip(*rows, strict=True)]
    as_rows = [made.journey for made in _maps(rows, ImportOptions(orientation="rows"))]
    as_columns = [made.journey for made in _maps(turned, ImportOptions(orientation="columns"))]
    assert as_rows == as_columns


@settings(deadline=None)
@given(st.lists(st.sampled_from(TAGS), max_size=60))
def test_no_page_makes_it_stumble(parts: list[str]) -> None:
    try:
        read_html_tables("a.html", "".join(parts).encode(), NO_OPTIONS)
    except NotImported as refused:
        assert refused.sentence


@settings(deadline=None)
@given(st.lists(st.sampled_from(SIGNS), max_size=60))
def test_no_markdown_makes_it_stumble(parts: list[str]) -> None:
    try:
        read_markdown_tables("a.md", "".join(parts).encode(), NO_OPTIONS)
    except NotImported as refused:
        assert refused.sentence
