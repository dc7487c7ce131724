"""Footnotes of a Markdown journey: one list for the whole file, as on GitHub; each of its texts gets its own."""

import re
from collections.abc import Sequence
from typing import Any

from cjsite.reading.tree import Fields, Items
from cjsite.text.dialect.extents import indented
from cjsite.text.dialect.lines import FOOTNOTE, fence_below

_REFERENCE = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_INDENT = 4


class FileNotes:
    """The notes that a file's texts refer to; lines: those of the file, without the notes."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = list(lines)
        self._notes: dict[str, str] = {}
        labels = {label.casefold() for line in lines if "[^" in line for label in _REFERENCE.findall(line)}
        fence, number = "", 0
        while labels and number < len(lines):
            note = None if fence else FOOTNOTE.match(lines[number])
            end = number + 1
            # What nothing refers to stays where it stands, and so does a second note of one name.
            if note and (label := note["label"].casefold()) in labels and label not in self._notes:
                end = indented(lines, end, note["rest"], _INDENT)[1]
                self._notes[label] = "\n".join(lines[number:end]).strip()
                self.lines[number:end] = [""] * (end - number)
            else:
                fence = fence_below(lines[number], fence)
            number = end

    def complete(self, tree: Any) -> None:
        """Write below each text of a tree the notes that it refers to."""
        if not self._notes:
            return
        held = tree.items() if isinstance(tree, Fields) else enumerate(tree) if isinstance(tree, Items) else ()
        for key, value in held:
            if isinstance(value, str):
                tree[key] = "\n\n".join([value, *self._below(value)])
            else:
                self.complete(value)

    def _below(self, text: str) -> list[str]:
        own = {note["label"].casefold() for note in FOOTNOTE.finditer(text)}
        below: dict[str, str] = {}
        looked_at = [text]
        while looked_at:
            for label in map(str.casefold, _REFERENCE.findall(looked_at.pop())):
                if label in self._notes.keys() - below.keys() - own:
                    below[label] = self._notes[label]
                    looked_at.append(below[label])
        return list(below.values())
