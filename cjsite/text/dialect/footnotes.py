"""Footnotes: numbered as they are referred to, at the end of the text; none is lost that nothing refers to."""

import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

from cjsite.text.dialect.containers import MarkedProcessor, put_back, take_lines
from cjsite.text.dialect.extents import indented
from cjsite.text.dialect.lines import FOOTNOTE

_REFERENCE = r"\[\^([^\]\s]+)\]"
_INDENT = 4
_PLACE = "place"
"""What a reference's mark says until it has its number: where its note stands among the notes."""


class Footnotes:
    """The notes of the text that is converted now; key: sets their names apart from those of other texts.

    positions: of the first note of each label, among the bodies; order: the positions by number.
    """

    def __init__(self) -> None:
        self.begin("")

    def begin(self, key: str) -> None:
        """Forget the last text's notes; without a key nothing leads to the notes and back."""
        self.key = key
        self.bodies: list[str] = []
        self.positions: dict[str, int] = {}
        self.numbers: dict[int, int] = {}
        self.order: list[int] = []

    def add(self, label: str, body: str) -> None:
        """Add a note; a second one of a label is kept, though nothing can refer to it."""
        self.positions.setdefault(label.casefold(), len(self.bodies))
        self.bodies.append(body)

    def number(self, position: int) -> int:
        """Return the number of a note, which is the next one where it has none."""
        if position not in self.numbers:
            self.order.append(position)
            self.numbers[position] = len(self.order)
        return self.numbers[position]

    def number_marks(self, part: ElementTree.Element) -> None:
        """Write the numbers into the references of a part, in the order in which they are read.

        Markdown finds them in an order of its own, what stands in lists last.
        """
        for mark in part.iter("sup"):
            position = int(mark.attrib.pop(_PLACE))
            is_first = position not in self.numbers
            number = self.number(position)
            holder = mark
            if self.key:
                way = {"href": f"#note-{self.key}-{number}", "role": "doc-noteref"}
                holder = ElementTree.SubElement(mark, "a", way)
                if is_first:
                    holder.set("id", f"ref-{self.key}-{number}")
            holder.text = str(number)

    def register(self, md: Markdown) -> None:
        """Let a converter know of footnotes."""
        md.parser.blockprocessors.register(_DefinitionProcessor(md.parser, self), "footnote", 65)
        md.inlinePatterns.register(_ReferenceProcessor(_REFERENCE, md, self), "footnote", 175)
        md.treeprocessors.register(_NotesTreeprocessor(md, self), "footnotes", 15)


class _DefinitionProcessor(MarkedProcessor):
    look = FOOTNOTE

    def __init__(self, parser: BlockParser, notes: Footnotes) -> None:
        super().__init__(parser)
        self._notes = notes

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        lines = take_lines(blocks)
        if note := FOOTNOTE.match(lines[0]):
            own, end = indented(lines, 1, note["rest"], _INDENT)
            put_back(blocks, lines[end:])
            self._notes.add(note["label"], "\n".join(own).strip("\n"))


class _ReferenceProcessor(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, notes: Footnotes) -> None:
        super().__init__(pattern, md)
        self._notes = notes

    def handleMatch(  # type: ignore[override] # noqa: N802 - Markdown's own
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element | None, int | None, int | None]:
        position = self._notes.positions.get(m[1].casefold())
        if position is None:
            return None, None, None
        return ElementTree.Element("sup", {_PLACE: str(position)}), m.start(0), m.end(0)


class _NotesTreeprocessor(Treeprocessor):
    """Adds the notes below the text, after what is inside its lines is done: only then they have numbers."""

    def __init__(self, md: Markdown, notes: Footnotes) -> None:
        super().__init__(md)
        self._notes = notes

    def run(self, root: ElementTree.Element) -> None:
        notes = self._notes
        if not notes.bodies:
            return
        notes.number_marks(root)
        holder = ElementTree.SubElement(root, "ol", {"class": "footnotes"})
        unnumbered = iter(range(len(notes.bodies)))
        for number in range(1, len(notes.bodies) + 1):
            # A note may refer to others, which get their numbers then.
            is_used = number <= len(notes.order)
            if not is_used:
                notes.number(next(position for position in unnumbered if position not in notes.numbers))
            body = notes.bodies[notes.order[number - 1]]
            self._add(holder, body, number, is_used=is_used)

    def _add(self, holder: ElementTree.Element, body: str, number: int, *, is_used: bool) -> None:
        item = ElementTree.SubElement(holder, "li")
        self.md.parser.parseChunk(item, body)
        self.md.treeprocessors["inline"].run(item)
        self._notes.number_marks(item)
        key = self._notes.key
        if not key:
            return
        item.set("id", f"note-{key}-{number}")
        if not is_used:
            return
        last = item[-1] if len(item) and item[-1].tag == "p" else ElementTree.SubElement(item, "p")
        link = ElementTree.SubElement(last, "a", {"href": f"#ref-{key}-{number}", "role": "doc-backlink"})
        link.text = "↩"
        if len(last) > 1:
            last[-2].tail = (last[-2].tail or "") + " "
        else:
            last.text = (last.text or "") + " "
