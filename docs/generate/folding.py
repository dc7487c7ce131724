"""Write the folding table of search anew: `python -m docs.generate.folding`, in the project's folder.

The table is made of Python's Unicode data, and of what Unicode does not decompose. It stands in the package as one
line, and once more in the script of the theme that folds what readers type: both sides read the same signs.
"""

import json
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from unicodedata import category, normalize

from cjsite.text.folding import SEPARATOR

TABLE = Path("cjsite/text/folding.txt")
SCRIPT = Path("themes/default/assets/js/search-folding.js")
_MARKS = (
    (0x300, 0x36F), (0x483, 0x489), (0x591, 0x5C7), (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670),
    (0x6D6, 0x6ED), (0x8D3, 0x8FF), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF), (0x20D0, 0x20FF), (0xFE00, 0xFE0F),
    (0xFE20, 0xFE2F), (0xE0100, 0xE01EF),
)  # fmt: skip
"""Marks without which a word is the same to those who look for it; those of Thai or Hindi are letters."""
_ALIKE = {
    "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ŧ": "t", "þ": "th",
    "ŋ": "n", "ĸ": "k", "ʼ": "", "ʹ": "",
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ے": "ي", "ة": "ه", "ۀ": "ه", "ہ": "ه", "ھ": "ه", "ۃ": "ه", "ۂ": "ه",
    "ە": "ه", "ک": "ك", "ڪ": "ك", "ٲ": "ا", "ٳ": "ا", "ٵ": "ا", "ء": "", "ـ": "",
    # All that is typed for a minus; whether it is one, what stands beside it tells.
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-", "\ufe63": "-", "\uff0d": "-",
    # Where it stands between words, and no blank does.
    "\u200b": " ",
}  # fmt: skip
_KATAKANA, _HIRAGANA = range(0x30A1, 0x30F7), 0x3041
"""Signs for the same sounds, in the same order: what is typed is the latter until it is turned into the former."""
_WHOLE = "™℠"
"""Signs that are none of a word, though they decompose into letters."""
_NUMBERED = {"Nd", "No"}


def entries() -> Iterator[tuple[str, str]]:
    """Yield every sign that stands for others in a search, with those."""
    for point in range(sys.maxunicode + 1):
        sign = chr(point)
        kind = category(sign)
        if kind in ("Cn", "Co", "Cs") or (sign.isascii() and not sign.isupper()):
            continue
        folded = folded_sign(sign)
        if folded != sign and (_is_of_word(sign) or _is_of_word(folded) or kind == "Cf" or sign in _ALIKE):
            yield sign, folded


def folded_sign(sign: str) -> str:
    """Return what stands for a sign in a search."""
    if sign in _ALIKE:
        return _ALIKE[sign]
    if sign in _WHOLE:
        return sign
    if category(sign) == "Cf":
        return ""
    if category(sign) == "Nd":
        return str(unicodedata.digit(sign))
    whole = normalize("NFKD", normalize("NFKD", sign).casefold())
    parts = [_ALIKE.get(part, part) for part in whole if not _is_dropped(part)]
    return "".join(map(_hiragana, normalize("NFC", "".join(parts))))


def _hiragana(sign: str) -> str:
    return chr(_HIRAGANA + _KATAKANA.index(ord(sign))) if ord(sign) in _KATAKANA else sign


def _is_dropped(sign: str) -> bool:
    return category(sign) in ("Mn", "Me") and any(first <= ord(sign) <= last for first, last in _MARKS)


def _is_of_word(text: str) -> bool:
    return any(category(sign)[0] in "LMN" for sign in text)


def main() -> None:
    """Write the table and the script."""
    table = SEPARATOR.join(sign + folded for sign, folded in entries())
    marks = "".join(chr(point) for point in range(sys.maxunicode + 1) if category(chr(point))[0] == "M")
    TABLE.write_text(f"{table}\n{_ranges(marks)}\n", "utf-8", newline="\n")
    written = json.dumps(table, ensure_ascii=False)
    SCRIPT.write_text(f"{_HEAD}window.cjsiteFolding = {written};\n", "utf-8", newline="\n")


def _ranges(signs: str) -> str:
    """Return signs, which are in order, as the inside of a class of a regular expression."""
    ranges: list[list[int]] = []
    for point in map(ord, signs):
        if ranges and ranges[-1][1] == point - 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


_HEAD = (
    "// What letters stand for others in a search: made by `python -m docs.generate.folding`, as folding.txt is.\n"
)

if __name__ == "__main__":
    main()
