"""How much room a short text takes, without a browser.

Widths are the advances of Source Sans 3 semibold, rounded up; other scripts, which fall to
the reader's system fonts, take the wide end of what those fonts do. A text estimated too
wide wraps early and still fits; the other way round it would not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, east_asian_width, normalize

from cjsite.base.frozen import frozen

_SIZES = {
    0.2: " ",
    0.28: "',.:;ijl|ı·",
    0.33: "!f()[]{}I-",
    0.38: "rt/\\",
    0.44: "sc*",
    0.5: 'zJvxy?"',
    0.54: "0123456789aegkEFLVY_#$+<=>~^",
    0.58: "bdhnopquACPSTXZ`",
    0.63: "BDGKR&",
    0.67: "HNOQU",
    0.76: "Mw",
    0.87: "mW%@",
}
_EM = {letter: size for size, letters in _SIZES.items() for letter in letters}
_SCRIPTS = (
    (0x0590, 0.7),  # the rest of Latin, Greek, Cyrillic, Armenian
    (0x0600, 0.6),  # Hebrew
    (0x0900, 0.66),  # Arabic and its neighbours
)
_OTHER = 0.7
_EMOJI = 1.3
_SOFT = "\u00ad"
_HYPHENS = "\u00ad\u2010-"
_WIDE = "\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef"
_NEVER_FIRST = "ー、。，．・：；！？％）」』】〕〉》々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
_NEVER_LAST = "（「『【〔〈《"
_PIECE = re.compile(
    rf"[{_NEVER_LAST}]*[{_WIDE}][{_NEVER_FIRST}]*|[^\s{_WIDE}{_HYPHENS}]*[{_HYPHENS}]|[^\s{_WIDE}{_HYPHENS}]+|\s+"
)
_SLACK = 0.6


@frozen
class Block:
    """A wrapped text: the width in px of the box it makes, and its number of lines.

    Once a text wraps, browsers make its box as wide as they may.
    """

    width: float
    lines: int


def text_width(text: str, size: float) -> float:
    """Return the width of one line in px at a font size in px.

    An emoji joined of several counts each of them: too wide rather than too narrow.
    """
    return size * sum(map(_em, text))


@lru_cache(maxsize=8192)
def wrap(text: str, room: float, size: float, most: int) -> Block:
    """Wrap a text greedily into lines of `room` px, as a browser does, cut after `most` lines.

    Breaks at spaces, hyphens and between ideographs, but for signs that never begin or end a line (JIS X 4051);
    a longer piece starts a line of its own and breaks anywhere.
    """
    lines, line = 1, 0.0
    for piece in _PIECE.findall(text.strip()):
        width = text_width(piece, size)
        if piece.isspace() or line + width <= room:
            line += width
        else:
            rows = 1 if width <= room else -int(-width // (room - _SLACK * size))
            lines += rows - (line == 0)
            line = width if rows == 1 else room
    return Block(room if lines > 1 else line, min(lines, most))


@lru_cache(maxsize=8192)
def text_lines(text: str, room: float, size: float, most: int) -> tuple[str, ...]:
    """Return the lines of a text as `wrap` counts them; soft hyphens are seen where a line ends, and nowhere else.

    What is cut off after `most` lines is told by an ellipsis.
    """
    lines, line, width = list[str](), "", 0.0
    if _SOFT not in text and text_width(text, size) <= room:
        return (text.strip(),) if text.strip() else ()
    for piece in _PIECE.findall(text.strip()):
        # A blank at the end of a line takes no room, and a hyphen inside of it none either.
        longer = width - _hyphen(line, size) + text_width(piece, size)
        if piece.isspace() or longer <= room:
            line, width = f"{_joined(line)}{piece}", longer
            continue
        if line:
            lines.append(line)
        *whole, line = _broken(piece, room, size)
        lines += whole
        width = text_width(line, size)
    lines = [_joined(own).rstrip() + ("-" if own[-1:] == _SOFT else "") for own in (*lines, line) if own.strip()]
    return tuple(lines if len(lines) <= most else [*lines[: most - 1], _cut(lines[most - 1], room, size)])


def _joined(line: str) -> str:
    return line.removesuffix(_SOFT)


def _hyphen(line: str, size: float) -> float:
    return size * _EM["-"] if line[-1:] == _SOFT else 0.0


def _broken(piece: str, room: float, size: float) -> Iterator[str]:
    """Yield the parts of a piece, each as long as a line may be; an accent stays with its letter."""
    part, width = "", 0.0
    for letter in piece:
        own = size * _em(letter)
        if part and own and width + own > room:
            yield part
            part, width = "", 0.0
        part, width = part + letter, width + own
    yield part


def _cut(line: str, room: float, size: float) -> str:
    while line and text_width(f"{line}…", size) > room:
        line = line[:-1]
    return f"{line.rstrip()}…"


def _width(letter: str) -> float:
    if category(letter) in {"Mn", "Me", "Cf"}:
        return _EM["-"] if letter in _HYPHENS else 0.0
    base = normalize("NFD", letter)[0]
    if base != letter:
        return _em(base)
    if category(letter) in {"So", "Sk"}:
        return _EMOJI
    if east_asian_width(letter) in "WF":
        return 1.0
    return next((size for end, size in _SCRIPTS if ord(letter) < end), _OTHER)


class _Widths(dict[str, float]):
    """The widths of letters; those of none of the lists are worked out when they first come."""

    def __missing__(self, letter: str) -> float:
        self[letter] = _width(letter)
        return self[letter]


_em = _Widths(_EM).__getitem__
