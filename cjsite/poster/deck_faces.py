"""The signs of a map as shapes of a deck: faces, moments of truth, what is not known."""

from typing import Any

from cjsite.analysis.feeling import Band
from cjsite.analysis.risk import Risk
from cjsite.poster.deck_canvas import Box, Canvas
from cjsite.poster.deck_xml import Fill, Stroke

_MOUTH = 0.04653
"""How far the mouth of the program's own face may go up or down."""
_FACES: dict[Band, tuple[str, float, float]] = {
    "very-good": ("accent1", 0.45, 1.0),
    "good": ("accent1", 0.85, 0.6),
    "neutral": ("accent3", 0.85, 0.0),
    "bad": ("accent2", 0.85, -0.6),
    "very-bad": ("accent2", 0.45, -1.0),
}
"""Of each band: its colour, how light its face is, and its mouth."""
_DIAMONDS: dict[Risk, tuple[Fill, str]] = {
    "high": (Fill("tx1"), ""),
    "some": (Fill("accent6"), ""),
    "low": (Fill("bg1"), ""),
    "unknown": (Fill("bg1"), "sysDash"),
}
GAP_FILL = Fill("accent5", hatched=True)
BANDS: tuple[Band, ...] = ("very-good", "good", "neutral", "bad", "very-bad")


def tone_colour(band: Band) -> str:
    """Return the colour of the words for a feeling."""
    return _FACES[band][0] if band in _FACES and band != "neutral" else "tx2"


def face(canvas: Canvas, box: Box, band: Band, firm: bool, alt: str) -> None:
    """Draw a face; firm: whether customers said so: else it has a dashed edge."""
    colour, light, mouth = _FACES[band]
    stroke = Stroke(colour, 1.25, "" if firm else "sysDash")
    own: Any = canvas.shape("SMILEY_FACE", box, name=alt, alt=alt, fill=Fill(colour, light), stroke=stroke)
    own.adjustments[0] = mouth * _MOUTH


def diamond(canvas: Canvas, box: Box, risk: Risk, alt: str) -> None:
    """Draw a moment of truth."""
    fill, dash = _DIAMONDS[risk]
    canvas.shape("DIAMOND", box, name=alt, alt=alt, fill=fill, stroke=Stroke("tx1", 1.25, dash))
