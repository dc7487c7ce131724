"""Faces and the diamond as shapes: the outlines that themes' symbols have too, painted with literal colours.

A file on its own has no stylesheet, and some programs draw neither symbols nor custom properties.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from cjsite.drawing.palette import BAD, GOOD, INK, NEUTRAL, PAPER, SURFACE

Shape = tuple[str, str]
"""The classes by which stylesheets paint a part of a sign, and its element without them."""

_RIM = 'circle cx="12" cy="12" r="10.9"'
_SOLID = "rim solid", 'circle cx="12" cy="12" r="11"'
_EYES: tuple[Shape, ...] = (
    ("dot", 'circle cx="8.4" cy="9.9" r="1.35"'),
    ("dot", 'circle cx="15.6" cy="9.9" r="1.35"'),
)
SIGNS: Mapping[str, tuple[Shape, ...]] = {
    "face-very-good": (
        _SOLID,
        ("cut", 'path d="M7.2 9.6q1.1-1.6 2.4 0M14.4 9.6q1.1-1.6 2.4 0"'),
        ("cut-fill", 'path d="M6.6 13.2h10.8a5.4 5 0 0 1-10.8 0z"'),
    ),
    "face-good": (
        ("rim", _RIM),
        ("dot", 'circle cx="8.4" cy="9.7" r="1.35"'),
        ("dot", 'circle cx="15.6" cy="9.7" r="1.35"'),
        ("line", 'path d="M7.6 14.2q4.4 4.6 8.8 0"'),
    ),
    "face-neutral": (("rim", _RIM), *_EYES, ("line", 'path d="M8 15.4h8"')),
    "face-bad": (("rim", _RIM), *_EYES, ("line", 'path d="M7.8 16.8q4.2-4.2 8.4 0"')),
    "face-very-bad": (
        _SOLID,
        ("cut", 'path d="M6.2 7.6l3.9 1.9M17.8 7.6l-3.9 1.9"'),
        ("cut-fill", 'circle cx="8.6" cy="11" r="1.3"'),
        ("cut-fill", 'circle cx="15.4" cy="11" r="1.3"'),
        ("cut-fill", 'path d="M7 18.2a5 4.7 0 0 1 10 0z"'),
    ),
    "face-unknown": (
        ("rim open", _RIM),
        ("line", 'path d="M9.2 9.6a2.8 2.8 0 1 1 4 2.6c-.9.4-1.2 1-1.2 1.9"'),
        ("dot", 'circle cx="12" cy="17" r="1.2"'),
    ),
    "diamond": (
        ("rim", 'path d="M10 1.2l8.8 8.8-8.8 8.8L1.2 10z"'),
        ("bang", 'path d="M10 5.6v5.2M10 13.4v.6"'),
        ("half", 'path d="M1.2 10h17.6L10 18.8z"'),
        ("doubt", 'path d="M8.1 8a1.9 1.9 0 1 1 2.8 1.7c-.6.35-.9.7-.9 1.5M10 13.6v.5"'),
    ),
}
FACE_BOX, DIAMOND_BOX = 24.0, 20.0
"""The sides of the boxes that these are drawn in."""
_COLOURS = {"very-good": GOOD, "good": GOOD, "neutral": NEUTRAL, "bad": BAD, "very-bad": BAD, "unknown": NEUTRAL}


@cache
def marked_up(name: str) -> str:
    """Return a sign as the symbols of pages have it, with its classes."""
    tags = (f'<{tag} class="{role}" {rest}/>' for role, (tag, _, rest) in _split(name))
    return "".join(tags)


@cache
def face(band: str, firm: bool) -> str:
    """Return a face in its box, painted; not firm: no customer was asked, so its rim is dashed and never solid."""
    colour = _COLOURS[band]
    fill, cut = (colour, SURFACE) if firm else (SURFACE, colour)
    dash = "" if firm else ' stroke-dasharray="2.9 2.6"'
    paint = {
        "rim": f'fill="{SURFACE}" stroke-width="1.8"{dash}',
        "rim solid": f'fill="{fill}" stroke-width="1.8"{dash}',
        "rim open": f'fill="{SURFACE}" stroke-width="1.8" stroke-dasharray="3.4 3.4"',
        "line": 'fill="none" stroke-width="1.9"',
        "dot": f'fill="{colour}" stroke="none"',
        "cut": f'fill="none" stroke="{cut}" stroke-width="1.9"',
        "cut-fill": f'fill="{cut}" stroke="none"',
    }
    return f'<g stroke="{colour}">{_painted(f"face-{band}", paint)}</g>'


@cache
def diamond(risk: Literal["high", "some", "low", "unknown"], line: float) -> str:
    """Return the diamond of a moment of truth in its box, painted; line: how thick its rim is there."""
    fill = INK if risk == "high" else PAPER
    dash = ' stroke-dasharray="2.6 2"' if risk == "unknown" else ""
    paint = {"rim": f'fill="{fill}" stroke="{INK}" stroke-width="{line:g}"{dash}'}
    if risk == "high":
        paint["bang"] = f'fill="none" stroke="{PAPER}" stroke-width="2" stroke-linecap="round"'
    if risk == "some":
        paint["half"] = f'fill="{INK}"'
    if risk == "unknown":
        paint["doubt"] = f'fill="none" stroke="{INK}" stroke-width="1.6" stroke-linecap="round"'
    return _painted("diamond", paint)


def _painted(name: str, paint: Mapping[str, str]) -> str:
    return "".join(f"<{tag} {rest} {paint[role]}/>" for role, (tag, _, rest) in _split(name) if role in paint)


def _split(name: str) -> list[tuple[str, tuple[str, str, str]]]:
    return [(role, element.partition(" ")) for role, element in SIGNS[name]]
