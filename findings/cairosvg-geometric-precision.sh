#!/usr/bin/env bash
# CairoSVG: text with text-rendering="geometricPrecision" comes out in shreds.
#
# To be expected: SVG 2, 13.10.2: the renderer shall "emphasize geometric precision over legibility and rendering speed",
# by which people turn hinting off, so that letters stand where they are at every size. The text has as much ink as before.
# What happens: CairoSVG sets cairo's ANTIALIAS_BEST for the font, with which letters are shreds: half of their ink is gone.
# Seen with CairoSVG 2.9.1, cairocffi 1.7.1, cairo 1.16.0. Why it matters here: the pictures of maps do without the attribute,
# and hang long lines up at their middle, which halves what rounded letters add up to.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check cairosvg==2.9.1 cairocffi==1.7.1 pillow==12.0.0

"$folder/venv/bin/python" - <<'PY'
import io
import sys

import cairocffi
import cairosvg
from PIL import Image, ImageOps

print("CairoSVG", cairosvg.__version__, "cairocffi", cairocffi.VERSION, "cairo", cairocffi.cairo_version_string())
print("to be expected: about as much ink, whatever text-rendering says")


def ink(rendering: str) -> int:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="40"><rect width="400" height="40" fill="#ffffff"/>'
        f'<text x="5" y="28" font-family="sans-serif" font-size="12"{rendering}>A dead battery in January</text></svg>'
    )
    image = ImageOps.invert(Image.open(io.BytesIO(cairosvg.svg2png(svg.encode()))).convert("L"))
    return sum(value * count for value, count in enumerate(image.histogram()))


usual, legible, precise = map(ink, ("", ' text-rendering="optimizeLegibility"', ' text-rendering="geometricPrecision"'))
print(f"ink: {usual} as it is, {legible} with optimizeLegibility, {precise} with geometricPrecision")
sys.exit(0 if usual and legible > 0.9 * usual and precise < 0.75 * usual else 1)
PY
