"""The dialect as docs/markdown.md describes it, row by row."""

import re
from html import escape
from html.parser import HTMLParser

import pytest

from cjsite.text import prose
from tests.support.command import ROOT

_CELL = re.compile(r"(?<!\\)\|")
_CODE = re.compile(r"(?P<fence>`+)(?P<body>.*?[^`])(?P=fence)(?!`)")
_BLOCKS = r"p|ul|ol|li|h\d|hr|br|pre|blockquote|table|thead|tbody|tr|th|td"
SAME = "the same"


def _rows(heading: str) -> list[list[str]]:
    text = (ROOT / "docs" / "markdown.md").read_text("utf-8")
    section = text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    rows = [[cell.strip() for cell in _CELL.split(line)[1:-1]] for line in section.splitlines() if line[:1] == "|"]
    return rows[2:]


def _code(cell: str) -> str:
    """Return what a cell's first piece of code says."""
    found = _CODE.search(cell)
    if not found:
        return ""
    body = found["body"].replace("\\|", "|").replace("⏎", "\n").replace("␣", " ")
    return body[1:-1] if body[:1] == body[-1:] == " " else body


class _Shape(HTMLParser):
    """Writes HTML with what readers notice of it alone; links to notes and back are told by their place."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._is_note = self._is_code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._is_note = values.get("role", "") in ("doc-noteref", "doc-backlink")
        self._is_code = self._is_code or tag == "pre"
        if self._is_note:
            return
        shown = "".join(f' {name}="{values[name]}"' for name in ("href", "src", "alt", "start") if name in values)
        if tag in ("th", "td") and values:
            shown = " " + "".join((value or name).removeprefix("cell-") for name, value in attrs)
        self.parts.append(f"<{tag}{shown}>")

    def handle_endtag(self, tag: str) -> None:
        self._is_code = self._is_code and tag != "pre"
        if not (tag == "a" and self._is_note):
            self.parts.append(f"</{tag}>")
        self._is_note = False

    def handle_data(self, data: str) -> None:
        words = data.removesuffix("\n").replace("\n", "⏎") if self._is_code else data
        self.parts.append(escape(words, quote=False))


def _shape(html: str) -> str:
    reader = _Shape()
    reader.feed(html)
    reader.close()
    words = re.sub(r"\s+", " ", "".join(reader.parts))
    return re.sub(rf"\s*(</?(?:{_BLOCKS})\b[^>]*>)\s*", r"\1", words)


TEXTS, CELLS = _rows("In texts"), _rows("In cells")


def test_the_page_lists_the_dialect() -> None:
    assert len(TEXTS) > 33


@pytest.mark.parametrize("row", TEXTS, ids=[row[0] for row in TEXTS])
def test_a_text_is_shown_as_the_page_says(row: list[str]) -> None:
    _, written, on_github, here = row
    shown = _shape(prose.block(_code(written)))
    assert shown == _shape(_code(on_github) if here.startswith(SAME) else _code(here))
    if not here.startswith(SAME):
        assert shown != _shape(_code(on_github)), "that is what GitHub shows too"


@pytest.mark.parametrize("row", CELLS, ids=[row[0] for row in CELLS])
def test_a_cell_shows_what_the_page_says(row: list[str]) -> None:
    _, written, shown = row
    assert _shape(prose.inline(_code(written))) == _shape(_code(shown))
