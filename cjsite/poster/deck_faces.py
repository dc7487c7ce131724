"""The signs of a map as shapes of a deck: faces, moments of truth, what is not known."""

from typing import Any

from cjsite.analysis.feeling import Band
from cjsite.analysis.risk import Risk
from cjsite.poster.deck_canvas import Box, Canvas
from cjsite.poster.deck_xml import Fill, Stroke

_MOUTH = 0.04653
"""How far the mouth of the program's own face may go up or down."""
_FACES: dict[Band, tuple[str, str, float]] = {
    "very-good": ("good", "good", 1.0),
    "good": ("good", "soft-good", 0.6),
    "neutral": ("neutral", "surface", 0.0),
    "bad": ("bad", "soft-bad", -0.6),
    "very-bad": ("bad", "bad", -1.0),
}
"""Of each band: its colour, that of its face, and its mouth."""
_DIAMONDS: dict[Risk, tuple[Fill, str]] = {
    "high": (Fill("ink"), ""),
    "some": (Fill("line"), ""),
    "low": (Fill("paper"), ""),
    "unknown": (Fill("paper"), "sysDash"),
}
GAP_FILL = Fill("edge", hatched=True)
BANDS: tuple[Band, ...] = ("very-good", "good", "neutral", "bad", "very-bad")


def tone_colour(band: Band) -> str:
    """Return the colour of the words for a feeling."""
    return _FACES[band][0] if band in _FACES and band != "neutral" else "soft-ink"


def face(canvas: Canvas, box: Box, band: Band, firm: bool, alt: str) -> None:
    """Draw a face; firm: whether customers said so: else it is empty and has a dashed edge."""
    colour, skin, mouth = _FACES[band]
    stroke = Stroke("paper" if skin == colour else colour, 1.25) if firm else Stroke(colour, 1.25, "sysDash")
    fill = Fill(skin if firm else "paper")
    own: Any = canvas.shape("SMILEY_FACE", box, name=alt, alt=alt, fill=fill, stroke=stroke)
    own.adjustments[0] = mouth * _MOUTH


def diamond(canvas: Canvas, box: Box, risk: Risk, alt: str) -> None:
    """Draw a moment of truth."""
    fill, dash = _DIAMONDS[risk]
    canvas.shape("DIAMOND", box, name=alt, alt=alt, fill=fill, stroke=Stroke("ink", 1.25, dash))
