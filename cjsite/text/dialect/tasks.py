"""Tasks in lists: what is done, and what is not."""

import re
from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor

_BOX = re.compile(r"\[(?P<state>[ xX])\][ \n](?=\s*\S)")


class TasksTreeprocessor(Treeprocessor):
    """Writes boxes as signs: they need no element that can be set, and stay in plain words and in cells too."""

    def run(self, root: ElementTree.Element) -> None:
        """Put the signs into the tree."""
        for item in root.iter("li"):
            holder = item if item.text or not len(item) else item[0]
            box = _BOX.match(holder.text or "") if holder.tag in ("li", "p") else None
            if box:
                holder.text = ("☐ " if box["state"] == " " else "☑ ") + (holder.text or "")[box.end() :].lstrip()
                item.set("class", "task")
