"""Converters of the dialect: for whole texts, for texts in cells, for single lines."""

import string
from hashlib import blake2b
from threading import Lock
from typing import Literal

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markupsafe import escape

from cjsite.text.dialect import containers, harmless, inlines, leaves
from cjsite.text.dialect.cells import CellTreeprocessor
from cjsite.text.dialect.footnotes import Footnotes
from cjsite.text.dialect.tasks import TasksTreeprocessor

_EXTENSIONS = ["pymdownx.betterem", "pymdownx.tilde", "pymdownx.magiclink"]
_REPLACED = ("indent", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference")
Blocks = Literal["text", "cell", "line"]
_turn = Lock()
"""A converter does one text at a time, while the preview renders on one thread and builds on another."""


class Converter:
    """Turns Markdown to HTML that is not clean yet.

    blocks: whether a text may hold blocks: any, with what they say in lines ('cell'), or is one line of words.
    """

    def __init__(self, blocks: Blocks) -> None:
        self._md = Markdown(extensions=_EXTENSIONS)
        self._notes = Footnotes()
        self._is_linked = blocks == "text"
        self._md.ESCAPED_CHARS = list(string.punctuation)
        # Raw HTML is text here: shown as it was written, not dropped and not obeyed.
        self._md.preprocessors.deregister("html_block")
        inlines.register(self._md)
        harmless.register(self._md)
        for name in _REPLACED if blocks != "line" else (*_REPLACED, "empty", "code"):
            self._md.parser.blockprocessors.deregister(name)
        self._md.parser.blockprocessors.register(leaves.ParagraphProcessor(self._md.parser), "paragraph", 10)
        if blocks != "line":
            self._add_blocks()
        if blocks == "cell":
            self._md.treeprocessors.register(CellTreeprocessor(self._md), "cell", 12)
        inline = self._md.treeprocessors["inline"]
        assert isinstance(inline, InlineProcessor)
        self._inline = inline
        self._patterns = inlines.PatternsBySigns(self._md.inlinePatterns)

    def _add_blocks(self) -> None:
        parser = self._md.parser
        parser.blockprocessors.register(leaves.FenceProcessor(parser), "fence", 75)
        parser.blockprocessors.register(leaves.HeadingProcessor(parser), "heading", 70)
        parser.blockprocessors.register(leaves.RuleProcessor(parser), "rule", 60)
        parser.blockprocessors.register(containers.ListProcessor(parser), "list", 40)
        parser.blockprocessors.register(containers.QuoteProcessor(parser), "quote", 30)
        parser.blockprocessors.register(leaves.TablesProcessor(parser, {"use_align_attribute": True}), "table", 20)
        self._md.treeprocessors.register(TasksTreeprocessor(self._md), "tasks", 30)
        self._notes.register(self._md)

    def __call__(self, text: str) -> str:
        """Return a text's HTML; what is nested too deep to be read is shown as it was written."""
        with _turn:
            self._notes.begin(_key(text) if self._is_linked and "[^" in text else "")
            self._md.parser.state.clear()
            self._inline.inlinePatterns = self._patterns(text)
            try:
                return self._md.reset().convert(text)
            except RecursionError:
                return f"<p>{escape(text)}</p>"


def _key(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
