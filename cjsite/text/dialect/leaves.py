"""Blocks that hold words: paragraphs, headings, code between fences, tables."""

import re
from xml.etree import ElementTree

from markdown import blockprocessors
from markdown.extensions.tables import TableProcessor
from markdown.util import AtomicString, code_escape

from cjsite.text.dialect.containers import MarkedProcessor, put_back, take_lines
from cjsite.text.dialect.lines import COLUMNS, FENCE, HEADING, RULE, UNDERLINE, begins_block, closes, ends_paragraph

_MAY_END = re.compile(r"\n {0,3}[-+*=_>#`~\[|:1]")
"""What a paragraph without does not end before its last line."""


def _add_heading(parent: ElementTree.Element, level: int, title: str) -> None:
    # A page has one heading of level 1, its title.
    ElementTree.SubElement(parent, f"h{max(2, level)}").text = title


class HeadingProcessor(MarkedProcessor):
    """Headings with signs before them."""

    look = HEADING

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        """Add the heading that begins here."""
        first, _, rest = blocks.pop(0).partition("\n")
        if heading := HEADING.match(first):
            _add_heading(parent, len(heading["level"]), heading["title"])
        if rest:
            blocks.insert(0, rest)


class RuleProcessor(MarkedProcessor):
    """Lines between paragraphs."""

    look = RULE

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        """Add the line."""
        rest = blocks.pop(0).partition("\n")[2]
        ElementTree.SubElement(parent, "hr")
        if rest:
            blocks.insert(0, rest)


class FenceProcessor(MarkedProcessor):
    """Code between fences, to the end of what it stands in where no second fence ends it."""

    look = FENCE

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        """Add the code."""
        lines = take_lines(blocks)
        opening = FENCE.match(lines[0])
        fence, indent = (opening["fence"], len(opening["indent"])) if opening else ("", 0)
        end = next((n for n, line in enumerate(lines) if n and closes(line, fence)), len(lines))
        put_back(blocks, lines[end + 1 :])
        own = [line[min(indent, len(line) - len(line.lstrip(" "))) :] for line in lines[1:end]]
        code = ElementTree.SubElement(ElementTree.SubElement(parent, "pre"), "code")
        code.text = AtomicString(code_escape("\n".join(own)) + "\n")


class ParagraphProcessor(blockprocessors.ParagraphProcessor):
    """Paragraphs, as far as to what begins another block, and headings with a line below them."""

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        """Add the paragraph that begins here."""
        if _MAY_END.search(blocks[0]):
            lines = blocks.pop(0).split("\n")
            for number in range(1, len(lines)):
                if underline := UNDERLINE.match(lines[number]):
                    title = "\n".join(line.strip() for line in lines[:number])
                    _add_heading(parent, 1 if underline["sign"] == "=" else 2, title)
                    _put_first(blocks, lines[number + 1 :])
                    return
                if ends_paragraph(lines[number]) or _is_table(lines[number : number + 2]):
                    _put_first(blocks, lines[number:])
                    lines = lines[:number]
                    break
            blocks.insert(0, "\n".join(lines))
        super().run(parent, blocks)


def _put_first(blocks: list[str], lines: list[str]) -> None:
    if lines:
        blocks.insert(0, "\n".join(lines))


def _is_table(lines: list[str]) -> bool:
    return len(lines) == 2 and "|" in lines[0] and bool(COLUMNS.match(lines[1])) and "|" in lines[1]


class TablesProcessor(TableProcessor):
    """Tables; cells for which there is no column are kept in the last."""

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        """Tell whether a table begins here."""
        head = block.split("\n", 2)[:2]
        return _is_table(head) and super().test(parent, "\n".join(head))

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        """Add the table that begins here."""
        lines = blocks.pop(0).split("\n")
        end = next((n for n, line in enumerate(lines) if n > 1 and begins_block(line)), len(lines))
        _put_first(blocks, lines[end:])
        rows = [*lines[:2], *map(self._within_columns, lines[2:end])]
        super().run(parent, ["\n".join(rows)])
        if len(rows) == 2:
            parent[-1].remove(parent[-1][1])
        for cell in parent[-1].iter():
            cell.text = cell.text and cell.text.replace(r"\|", "|")
            if align := cell.attrib.pop("align", ""):
                cell.set("class", f"cell-{align}")

    def _within_columns(self, row: str) -> str:
        cells: list[str] = self._split_row(row.strip(" "))  # type: ignore[attr-defined]
        columns = len(self.separator)
        if len(cells) <= columns:
            return row
        return "|".join(["", *cells[: columns - 1], r"\|".join(cells[columns - 1 :]), ""])
