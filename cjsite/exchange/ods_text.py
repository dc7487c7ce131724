"""The texts of an OpenDocument spreadsheet: of cells as Markdown, of comments, of what is drawn."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING

from cjsite.base.problem import count
from cjsite.exchange.sheet_text import Run, clean, in_markdown, linked

if TYPE_CHECKING:
    from odfdo import Document, Element

_PARAGRAPHS = ("text:p", "text:h")
_NO_TEXT = ("office:annotation", "text:note", "text:ruby-text")
_PICTURES = "descendant::draw:frame[draw:image][not(descendant::draw:object)]"
_CHARTS = "descendant::draw:frame[draw:object]"
_BOXES = "descendant::draw:custom-shape|descendant::draw:text-box|descendant::draw:rect"
_SHOWN = 200


class OdsStyles:
    """What the styles of a document say of tables, cells and parts of texts, each asked once."""

    def __init__(self, document: "Document") -> None:
        self._document = document
        self.of_cell = cache(lambda name: self._is_set("table-cell", name))
        self.of_text = cache(lambda name: self._is_set("text", name))

    def is_bold_cell(self, name: str) -> bool:
        """Tell whether a style makes its cells bold."""
        return bool(name) and self.of_cell(name)[0]

    def hides(self, table: "Element") -> bool:
        """Tell whether a table is a hidden sheet."""
        style = table.get_attribute_string("table:style-name") or ""
        return self._properties("table", style, "table").get("table:display") == "false"

    def _is_set(self, family: str, name: str) -> tuple[bool, bool]:
        properties = self._properties(family, name, "text")
        return properties.get("fo:font-weight") == "bold", properties.get("fo:font-style") == "italic"

    def _properties(self, family: str, name: str, area: str) -> Mapping[str, object]:
        # Without a name the library returns the default of the family.
        style = self._document.get_style(family, name) if name else None
        return getattr(style, "get_properties", lambda _: None)(area) or {}


def shown_text(cell: "Element", styles: OdsStyles, is_heading: bool) -> str:
    """Return what a cell shows, its paragraphs as lines; a heading is bold as a whole and needs no marks."""
    lines = []
    for child in cell.children:
        if tag_of(child) in _PARAGRAPHS:
            runs = list(_runs(child, styles, (False, False)))
            lines.append(clean("".join(run[0] for run in runs)) if is_heading else in_markdown(runs))
    return clean("\n".join(lines))


def comment_of(cell: "Element") -> str:
    """Return the text of the comment on a cell, '' if there is none."""
    return next((_plain(child) for child in cell.children if tag_of(child) == "office:annotation"), "")


def drawn_on(table: "Element") -> Iterator[str]:
    """Yield in sentences what is drawn on a sheet."""
    for box in table.get_elements(_BOXES):
        if text := _plain(box):
            yield f"a text box is not read: '{text}'"
    for query, noun in ((_PICTURES, "picture"), (_CHARTS, "chart")):
        if number := len(table.get_elements(query)):
            yield f"{count(number, noun)} of this sheet {'is' if number == 1 else 'are'} not read"


def tag_of(element: "Element") -> str:
    """Return what an element is called, '' where it is of a namespace that the library does not know."""
    try:
        return element.tag
    except ValueError:
        return ""


def _plain(element: "Element") -> str:
    return clean("\n".join(p.text_recursive for p in element.get_elements("descendant::text:p")))[:_SHOWN]


def _runs(element: "Element", styles: OdsStyles, look: tuple[bool, bool]) -> Iterator[Run]:
    """Yield the parts of a paragraph, each with whether it is bold and whether it is slanted."""
    yield element.text, *look
    for child in element.children:
        tag = tag_of(child)
        if tag in ("text:s", "text:tab"):
            yield " ", *look
        elif tag == "text:line-break":
            yield "\n", *look
        elif tag == "text:a":
            text = "".join(run[0] for run in _runs(child, styles, look))
            yield linked(text, child.get_attribute_string("xlink:href") or ""), *look
        elif tag == "text:span":
            is_bold, is_slanted = styles.of_text(child.get_attribute_string("text:style-name") or "")
            yield from _runs(child, styles, (look[0] or is_bold, look[1] or is_slanted))
        elif tag not in _NO_TEXT:
            yield from _runs(child, styles, look)
        yield child.tail or "", *look
