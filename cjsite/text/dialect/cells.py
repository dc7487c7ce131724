"""Blocks where there is only room for lines: their marks become signs and line breaks."""

from xml.etree import ElementTree

from markdown.treeprocessors import Treeprocessor


class CellTreeprocessor(Treeprocessor):
    """Writes the marks of lists and tables as signs, so that nothing is lost when their elements are."""

    def run(self, root: ElementTree.Element) -> None:
        """Put the signs into the tree."""
        for element in root.iter():
            if element.tag in ("ul", "ol"):
                _mark_items(element)
            elif element.tag == "tr":
                for cell in element[:-1]:
                    cell.tail = " | "
            elif element.tag == "pre":
                _break_lines(element[0])


def _mark_items(holder: ElementTree.Element) -> None:
    number = int(holder.get("start", "1"))
    for index, item in enumerate(holder):
        sign = "• " if holder.tag == "ul" else f"{number + index}. "
        if item.get("class") == "task":
            sign = ""
        target = item[0] if len(item) and item[0].tag == "p" and not (item.text or "").strip() else item
        target.text = sign + (target.text or "").lstrip()


def _break_lines(code: ElementTree.Element) -> None:
    lines = (code.text or "").rstrip("\n").split("\n")
    code.text = lines[0]
    for line in lines[1:]:
        ElementTree.SubElement(code, "br").tail = line.replace("  ", "\u00a0 ")
