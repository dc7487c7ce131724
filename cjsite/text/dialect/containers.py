"""Blocks that hold blocks: lists, quotes. What belongs to one is what stands as far in as its first word."""

import re
from collections.abc import Sequence
from itertools import pairwise
from xml.etree import ElementTree

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

from cjsite.text.dialect.extents import indented, quoted
from cjsite.text.dialect.lines import ITEM, QUOTE, RULE, fence_below

_DEEPEST = 40
"""Containers in containers beyond which their marks are only signs: hostile, or a slip."""


def take_lines(blocks: list[str]) -> list[str]:
    """Take all the lines that are still to be parsed."""
    lines = "\n\n".join(blocks).split("\n")
    blocks.clear()
    return lines


def put_back(blocks: list[str], lines: Sequence[str]) -> None:
    """Leave lines to the other processors."""
    blocks[:0] = "\n".join(lines).split("\n\n")


def is_shallow(parser: BlockParser) -> bool:
    """Tell whether one more container may be opened."""
    return len(parser.state) < _DEEPEST


class MarkedProcessor(BlockProcessor):
    """A block that its first line shows to be one; look: of that line."""

    look: re.Pattern[str]

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        """Tell whether such a block begins here."""
        return bool(self.look.match(block))


class ListProcessor(MarkedProcessor):
    """Lists of both kinds, right below a line too, with items of several blocks."""

    look = ITEM

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        """Tell whether an item begins here."""
        return super().test(parent, block) and not RULE.match(block) and is_shallow(self.parser)

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        """Add the list that begins here."""
        lines = take_lines(blocks)
        items, used = _items(lines)
        put_back(blocks, lines[used:])
        first = ITEM.match(lines[0])
        number = first["number"] if first else None
        holder = ElementTree.SubElement(parent, "ul" if number is None else "ol")
        if number is not None and int(number) != 1:
            holder.set("start", str(int(number)))
        self.parser.state.set("looselist" if _is_loose(items) else "list")
        for item in items:
            self.parser.parseChunk(ElementTree.SubElement(holder, "li"), "\n".join(item).rstrip("\n"))
        self.parser.state.reset()


def _items(lines: Sequence[str]) -> tuple[list[list[str]], int]:
    """Return the lines of each item of the list that begins here, and how many lines the list takes up."""
    items: list[list[str]] = []
    used, kind = 0, ""
    while used < len(lines) and (item := ITEM.match(lines[used])) and not RULE.match(lines[used]):
        if kind not in ("", item["mark"][-1]):
            break
        kind = item["mark"][-1]
        gap, rest = item["gap"], item["rest"]
        # Code in an item stands four blanks behind the place for words.
        behind = len(gap) if rest and len(gap) < 5 else 1
        first = " " * (len(gap) - behind) + rest if rest else ""
        own, used = indented(lines, used + 1, first, len(item["indent"]) + len(item["mark"]) + behind)
        items.append(own)
        while used < len(lines) and not lines[used].strip():
            own.append("")
            used += 1
    return items, used


def _is_loose(items: Sequence[Sequence[str]]) -> bool:
    """Tell whether blank lines part the items, or the blocks of one of them."""
    if any(item[-1] == "" and len(item) > 1 for item in items[:-1]):
        return True
    return any(_is_parted(item) for item in items)


def _is_parted(item: Sequence[str]) -> bool:
    has_list, fence = False, ""
    for above, line in pairwise(item if item[0] else item[1:]):
        fence = fence_below(above, fence)
        has_list = has_list or bool(ITEM.match(above))
        # Blank lines in code and in a list inside this item part nothing of its own.
        is_inner = fence or (has_list and (line.startswith(" ") or ITEM.match(line)))
        if not above and line and not is_inner:
            return True
    return False


class QuoteProcessor(MarkedProcessor):
    """Quotes; a blank line between two of them parts them."""

    look = QUOTE

    def test(self, parent: ElementTree.Element, block: str) -> bool:
        """Tell whether a quote begins here."""
        return super().test(parent, block) and is_shallow(self.parser)

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        """Add the quote that begins here."""
        lines = take_lines(blocks)
        own, end = quoted(lines)
        put_back(blocks, lines[end:])
        self.parser.state.set("blockquote")
        self.parser.parseChunk(ElementTree.SubElement(parent, "blockquote"), "\n".join(own))
        self.parser.state.reset()
