"""A drawing as a file of its own, written so that every program draws it alike.

Browsers, Inkscape, librsvg, resvg, CairoSVG and LibreOffice agree on this much: colours and sizes as literal
attributes, shapes where they are used, and each line of text at a place of its own. So there is no stylesheet, no
symbol, no `dy`, no `direction` and no stroke that keeps its width while its path is scaled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from cjsite.base.frozen import frozen
from cjsite.drawing.advances import REGULAR, SEMIBOLD
from cjsite.drawing.measure import text_lines, text_width
from cjsite.drawing.paths import number
from cjsite.drawing.visual_order import in_visual_order
from cjsite.text.hyphenation import hyphenated

Anchor = Literal["start", "middle", "end"]
PlacedLine = tuple[str, float, float]
"""A line of text with its place: x from where the drawing begins, and the middle of its height."""
_UNSEEN = re.compile("[\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]")
"""Signs that only steer others; CairoSVG draws boxes for them."""
_SPECIAL = re.compile("[&<>\ufffe\uffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_OTHER_SCRIPT = re.compile("[\u0370-\u1dff\u2c00-\ud7ff\uf900-\ufdff\ufe70-\uffee]")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_EAST_ASIAN = re.compile("[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffee]")
LATIN = "'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif"
_ARABIC = "'DejaVu Sans', 'Segoe UI', 'Geeza Pro', 'Noto Sans Arabic', sans-serif"
_OTHER = "'Segoe UI', 'Noto Sans', 'Helvetica Neue', 'DejaVu Sans', Arial, sans-serif"
_HAN = {
    "zh": "'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
    "ko": "'Noto Sans CJK KR', 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif",
    "": "'Noto Sans CJK JP', 'Hiragino Sans', 'Yu Gothic', Meiryo, sans-serif",
}
"""Families by script; CairoSVG looks for the first one only, and for letters in no other."""
ROOMY = 1.12
"""How much wider than Source Sans the fonts are that stand in for it, as a rule: Arial and its likes."""
_KERNING = 0.9975 / 1000
"""What is left of the letters' widths when some move together: half of what kerning takes of a long line."""
_SHORT, _LONG = 8, 16
"""Letters from which a line is told how long it is, and from which it is hung up at its middle."""
_BASE = 0.345
"""From the middle of a line down to its base, in parts of its type."""


@frozen
class TextStyle:
    """How a text is set: its size, the height of its lines, its colour, and whether it is bold."""

    size: float
    line: float
    colour: str
    bold: bool = False

    def lines(self, text: str, language: str, room: float, most: int = 99) -> tuple[str, ...]:
        """Return a text in lines that are at most so wide, in fonts that stand in for ours too."""
        return lines_of(seen(text), language, room / ROOMY, self.size, most)

    def width(self, text: str) -> float:
        """Return how wide a line may become."""
        return text_width(seen(text), self.size) * ROOMY


@frozen
class PictureCanvas:
    """What a drawing is put on; is_rtl: it begins at the right. Places are told from where it begins.

    language: of its texts, which chooses among fonts.
    """

    width: float
    is_rtl: bool
    language: str

    def x(self, x: float) -> float:
        """Return where a place is, from the left."""
        return self.width - x if self.is_rtl else x

    def rect(self, x: float, y: float, width: float, height: float, paint: str) -> str:
        """Return a rectangle."""
        left = self.x(x + width) if self.is_rtl else x
        box = f'x="{number(left)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
        return f"<rect {box} {paint}/>"

    def texts(self, lines: Iterable[PlacedLine], style: TextStyle, anchor: Anchor = "start") -> str:
        """Return lines of text that are set alike."""
        inside = "".join(self._line(text, x, y + _BASE * style.size, style, anchor) for text, x, y in lines)
        return f"<g {self._set(style, anchor)}>{inside}</g>" if inside else ""

    def _set(self, style: TextStyle, anchor: Anchor) -> str:
        bold = ' font-weight="600"' if style.bold else ""
        ends: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}
        own = ends[anchor] if self.is_rtl else anchor
        at = "" if own == "start" else f' text-anchor="{own}"'
        return f'font-size="{style.size:g}"{bold} fill="{style.colour}"{at}'

    def _line(self, text: str, x: float, y: float, style: TextStyle, anchor: Anchor) -> str:
        family = "" if text.isascii() else self._family(text)
        length = 0.0 if family or len(text) < _SHORT else _length(text, style)
        hint = f' textLength="{length:.4g}"' if length else ""
        if anchor == "start" and length and len(text) >= _LONG:
            # CairoSVG does not listen: what it is wrong by is halved where a line is hung up at its middle.
            x, hint = x + length / 2, f'{hint} text-anchor="middle"'
        drawn = in_visual_order(text) if self.is_rtl else text
        return f'<text x="{self.x(x):.5g}" y="{y:.5g}"{family}{hint}>{escaped(drawn)}</text>'

    def _family(self, text: str) -> str:
        if not _OTHER_SCRIPT.search(text):
            return ""
        if _EAST_ASIAN.search(text):
            own = _HAN.get(self.language.split("-")[0], _HAN[""])
        else:
            own = _ARABIC if _RTL.search(text) else _OTHER
        return f' font-family="{own}"'


@lru_cache(4096)
def lines_of(text: str, language: str, room: float, size: float, most: int) -> tuple[str, ...]:
    """Return a text in lines of `room` px, its long words parted as its language does."""
    return text_lines(hyphenated(text, language), room, size, most)


def _length(text: str, style: TextStyle) -> float:
    """Return how long a line is to be, 0 for letters that are not known.

    LibreOffice adds up rounded letters, and other fonts than the theme's are wider.
    """
    widths = SEMIBOLD if style.bold else REGULAR
    try:
        return sum(map(widths.__getitem__, text)) * style.size * _KERNING
    except KeyError:
        return 0.0


def seen(text: str) -> str:
    """Return a text without the signs in it that are not seen.

    >>> seen("\u2068a\u2069")
    'a'
    """
    return text if text.isascii() else _UNSEEN.sub("", text)


def escaped(text: str) -> str:
    """Return a text as XML has it.

    >>> escaped("a < b & c")
    'a &lt; b &amp; c'
    """
    return _SPECIAL.sub(lambda sign: _ESCAPES.get(sign[0], ""), text) if _SPECIAL.search(text) else text


def hatching(left: float, top: float, width: float, height: float, step: float) -> str:
    """Return the path of parallel strokes over a rectangle: a pattern of its own is drawn by few programs alike.

    >>> hatching(0, 0, 10, 10, 10)
    'M0 10L10 0'
    """
    strokes = []
    sums = (left + top + step * k for k in range(1, int((width + height) / step) + 1))
    for total in sums:
        low = max(left, total - top - height)
        high = min(left + width, total - top)
        if high - low > 0.5:
            strokes.append(f"M{low:.5g} {total - low:.5g}L{high:.5g} {total - high:.5g}")
    return "".join(strokes)


def stacked(lines: Iterable[str], x: float, top: float, line: float) -> Iterator[PlacedLine]:
    """Yield lines one below the other; top: of the first one."""
    for index, text in enumerate(lines):
        yield text, x, top + (index + 0.5) * line


def document(width: float, height: float, language: str, title: str, text: str, parts: Iterable[str]) -> str:
    """Return a drawing as a file; title, text: its name, and what it shows in words."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}" height="{number(height)}" '
        f'viewBox="0 0 {number(width)} {number(height)}" xml:lang="{language}" role="img" '
        f'font-family="{LATIN}">'
        f"<title>{escaped(title)}</title><desc>{escaped(text)}</desc>{''.join(parts)}</svg>\n"
    )
