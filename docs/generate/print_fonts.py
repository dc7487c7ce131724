"""Cut the theme's variable fonts to the weights that print has: `python -m docs.generate.print_fonts`.

It needs `fonttools` and `brotli`, which cjsite does not. The cuts have a name of their own, as the licence asks of
what is changed, and are the same bytes each time.
"""

from pathlib import Path
from typing import Any

FONTS = Path(__file__).parent.parent.parent / "themes" / "default" / "assets" / "fonts"
FAMILY = "Cjsite Print"
WEIGHTS = {400: "Regular", 600: "SemiBold"}
KEPT = (0, 5, 13, 14)
"""What stays of a font's names: copyright, version, licence and its address."""


def cut(weight: int, style: str) -> None:
    """Write one weight of one style."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font: Any = TTFont(FONTS / f"source-sans-3-{style}.woff2", recalcTimestamp=False)
    instantiateVariableFont(font, {"wght": weight}, inplace=True)
    rename(font, weight, style)
    font["OS/2"].usWeightClass = weight
    font.flavor = "woff2"
    font.save(FONTS / f"print-{weight}-{style}.woff2")


def rename(font: Any, weight: int, style: str) -> None:
    """Give a font the name of the family for print."""
    is_upright = style == "normal"
    heaviness = WEIGHTS[weight] if is_upright or weight != 400 else ""
    cut_name = f"{heaviness} {'' if is_upright else 'Italic'}".strip()
    postscript = f"{FAMILY}-{cut_name}".replace(" ", "")
    family = FAMILY if weight == 400 else f"{FAMILY} {WEIGHTS[weight]}"
    names = font["name"]
    names.names = [name for name in names.names if name.nameID in KEPT]
    texts = {
        1: family,
        2: "Regular" if is_upright else "Italic",
        3: f"cjsite {postscript}",
        4: f"{FAMILY} {cut_name}",
        6: postscript,
        16: FAMILY,
        17: cut_name,
    }
    for number, text in texts.items():
        names.setName(text, number, 3, 1, 0x409)


if __name__ == "__main__":
    for style in ("normal", "italic"):
        for weight in WEIGHTS:
            cut(weight, style)
