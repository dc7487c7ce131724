"""`python -m docs.generate.advances`: how wide the letters of the theme's font are, as drawings have to know it.

Needs fontTools and brotli. It is not part of `python -m docs.generate`: the font changes once in years.
"""

from pathlib import Path
from textwrap import wrap

from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[2]
FONTS = ROOT / "themes" / "default" / "assets" / "fonts"
TARGET = ROOT / "cjsite" / "drawing" / "advances.py"
HEAD = '''"""How wide the letters of the theme's font are, in thousandths of its size: regular, and semibold.

Made by `python -m docs.generate.advances` from Source Sans 3, without its kerning.
"""

'''


def advances(weight: int) -> dict[str, int]:
    """Return the widths of a cut's letters."""
    font = TTFont(FONTS / f"print-{weight}-normal.woff2")
    return {chr(code): font["hmtx"][glyph][0] for code, glyph in sorted(font.getBestCmap().items())}


def _batched(letters: list[str], size: int) -> list[list[str]]:
    return [letters[at : at + size] for at in range(0, len(letters), size)]


def main() -> None:
    """Write the table."""
    parts = []
    for name, weight in (("REGULAR", 400), ("SEMIBOLD", 600)):
        widths = advances(weight)
        if weight == 400:
            letters = [ascii("".join(some)) for some in _batched([*widths], 16)]
            parts.append("_LETTERS = (\n" + "".join(f"    {text}\n" for text in letters) + ")\n")
        lines = "\n".join(f'    "{line} "' for line in wrap(" ".join(map(str, widths.values())), 106))
        parts.append(f"_{name} = (\n{lines}\n)\n")
        parts.append(f"{name} = dict(zip(_LETTERS, map(int, _{name}.split()), strict=True))\n")
    TARGET.write_text(HEAD + "".join(parts), "utf-8")


if __name__ == "__main__":
    main()
