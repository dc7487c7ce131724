"""Stylesheets of SVG pictures, and the values of their properties: what is safe of them, written anew.

Nothing is handed on that was not understood: each selector and value is held against what it may consist of. So
a reader that takes a faulty text otherwise than this one still sees nothing but what is allowed.
"""

import re
from collections.abc import Iterator

from cjsite.reading.svg_names import FUNCTIONS

_STRING = r"\"[^\"\\\n\r\f]*+\"|'[^'\\\n\r\f]*+'"
_LOCAL = r"url\(\s*+(?:#[\w.:-]++|\"#[^\"\\\s()]++\"|'#[^'\\\s()]++')\s*+\)"
_FONT_TYPE = r"(?:font/(?:woff2?|[ot]tf|sfnt)|application/(?:x-)?(?:font-(?:woff2?|[ot]tf)|octet-stream))"
_FONT_DATA = rf"data:{_FONT_TYPE}(?:;charset=[\w-]+)?;base64,[\w+/=\s]*+"
_FONT = rf"url\(\s*+(?:\"{_FONT_DATA}\"|'{_FONT_DATA}'|{_FONT_DATA})\s*+\)"
_PLAIN_VALUE = re.compile(r"[\w\s#.,%+-]*+")
_PLAIN_LIST = re.compile(r"(?:\s*+[-\w]++\s*+:[\w\s#.,%+-]*+(?:;|\Z))*+\s*+")
_VALUE = re.compile(
    rf"(?P<comment>/\*.*?\*/)|(?P<local>{_LOCAL})|(?P<font>{_FONT})|(?P<string>{_STRING})"
    r"|(?P<function>[a-z][\w-]*+\()|(?P<closing>\))|[\w\s#.,%+*!-]|/(?!\*)",
    re.IGNORECASE | re.DOTALL,
)
_NAME = re.compile(r"-{0,2}[a-zA-Z][\w-]*")
_SELECTOR = re.compile(rf"(?:[\w\s.#*+>~:,()-]++|\[[\w\s=~^$*-]*+(?:{_STRING})?+[\sis]*+\])++")
_CONDITION = re.compile(r"[\w\s():.,<>=/-]*")
_PIECE = re.compile(
    rf"(?P<comment>/\*.*?\*/)|{_STRING}|url\(\s*+[^\"'()\\\s]*+\s*+\)|(?P<mark>[{{}};])|[^{{}};\"'/\\u]++|.",
    re.IGNORECASE | re.DOTALL,
)


def is_safe_value(value: str, in_font_face: bool = False) -> bool:
    """Tell whether a property's value has no address but of a part of the picture, and is understood to its end.

    in_font_face: whether it may be a font that the picture holds.
    """
    if _PLAIN_VALUE.fullmatch(value):
        return True
    at = depth = 0
    while at < len(value):
        token = _VALUE.match(value, at)
        if token is None or (token["font"] and not in_font_face):
            return False
        if token["function"]:
            if token["function"][:-1].lower() not in FUNCTIONS:
                return False
            depth += 1
        depth -= bool(token["closing"])
        if depth < 0:
            return False
        at = token.end()
    return depth == 0


def safe_declarations(text: str) -> tuple[str, tuple[str, ...]]:
    """Return what a `style` attribute may keep, and what was taken out of it."""
    if _PLAIN_LIST.fullmatch(text):
        return text.strip(), ()
    sheet = _Sheet(["declarations"])
    sheet.read(text)
    return "".join(sheet.kept), tuple(sheet.taken)


def safe_sheet(text: str) -> tuple[str, tuple[str, ...]]:
    """Return what a stylesheet may keep, and what was taken out of it."""
    sheet = _Sheet(["rules"])
    sheet.read(text)
    while len(sheet.blocks) > 1:
        sheet.close()
    return "".join(sheet.kept), tuple(dict.fromkeys(sheet.taken))


class _Sheet:
    """A stylesheet as far as it was read. blocks: what may stand where the reading is, the innermost last."""

    def __init__(self, blocks: list[str]) -> None:
        self.blocks = blocks
        self.kept: list[str] = []
        self.taken: list[str] = []
        self._text: list[str] = []

    def read(self, text: str) -> None:
        """Take a whole text."""
        for piece, mark in _pieces(text):
            if mark == "{":
                self._open(self._take())
            elif mark == "}":
                self.close()
            elif mark == ";":
                self._end()
            else:
                self._text.append(piece)
        self._end()

    def close(self) -> None:
        """End the block that the reading is in; the outermost has no end."""
        self._end()
        if len(self.blocks) > 1 and self.blocks.pop() != "nothing":
            self.kept.append("}\n")

    def _take(self) -> str:
        text = "".join(self._text).strip()
        self._text.clear()
        return text

    def _open(self, head: str) -> None:
        kind = "nothing"
        if self.blocks[-1] == "rules":
            word, _, condition = head.partition(" ")
            if word.lower() == "@font-face" and not condition:
                kind = "font"
            elif word.lower() == "@media" and _CONDITION.fullmatch(condition):
                kind = "rules"
            elif _SELECTOR.fullmatch(head):
                kind = "declarations"
        if kind != "nothing":
            self.kept.append(head + "{")
        elif self.blocks[-1] != "nothing":
            self.taken.append(f"{_short(head)} {{…}}")
        self.blocks.append(kind)

    def _end(self) -> None:
        """End a declaration, or a statement between rules."""
        text, block = self._take(), self.blocks[-1]
        if not text or block == "nothing" or text.lower().startswith("@charset"):
            return
        name, colon, value = text.partition(":")
        if block == "rules" or not colon or not _NAME.fullmatch(name.strip()):
            self.taken.append(_short(text))
        elif is_safe_value(value, block == "font" and name.strip().lower() == "src"):
            self.kept.append(f"{name.strip()}:{value.strip()};")
        else:
            self.taken.append(_short(text))


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a stylesheet without its comments, each with the mark that it is, or ''."""
    for piece in _PIECE.finditer(text):
        if piece["comment"] is None:
            yield piece[0], piece["mark"] or ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"
