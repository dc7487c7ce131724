"""The patterns by which words of a language may part: Pyphen's, and some of TeX's in hyphenation_patterns/.

Pyphen is the engine. It takes half a second to read what German needs, of which a site needs a little: here,
patterns are taken apart when a word first asks for them.
"""

import re
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pyphen import HyphDict

OWN = {"de": "de", "fi": "fi", "nb": "nb", "nn": "nb", "no": "nb", "tr": "tr"}
"""Languages with a file of ours: Pyphen lacks Finnish and Turkish, merges the two levels of its German patterns,
which then part `Rü-ckgabe` (findings/pyphen-two-levels.sh), and has Norwegian under the GPL alone."""
_THEIRS = {"en": "en_US", "pt": "pt_BR", "pt_pt": "pt_BR"}
"""Which patterns of Pyphen are meant where it takes the first that it has, or has others under the GPL alone."""
_BARRED = frozenset({"ca", "cs", "gl", "ro", "uk"})
"""Languages whose patterns in Pyphen are under the GPL alone."""
_FIRST, _LAST = 2, 3
"""The fewest letters before a break and after one."""
_SPECIAL = re.compile(rb"\^\^|^[^%#\n]*/[^\n]*=", re.MULTILINE)
"""Letters by their numbers, and breaks that change letters: Pyphen itself reads such files."""
_DIGIT = re.compile(r"\d")
_SPOT = re.compile(r"(\d?)\D?")


def break_places(letters: str, language: str) -> list[int]:
    """Return where a word of nothing but letters may break; none in a language without patterns.

    >>> break_places("Glückwunsch", "de")
    [5]
    """
    patterns = _patterns(language)
    # The capital İ is two signs in lower case, and places would be counted wrong.
    plain = letters.replace("İ", "i").replace("I", "ı" if language.startswith("tr") else "i").lower()
    if patterns is None or len(plain) != len(letters):
        return []
    # Where a break changes letters (Hungarian), there is none: a soft hyphen could not say so.
    places = (int(place) for place in patterns.positions(plain) if place.data is None)
    return [place for place in places if _FIRST <= place <= len(letters) - _LAST]


@lru_cache(64)
def _patterns(language: str) -> "HyphDict | None":
    path = _file(language)
    return None if path is None else _read(path)


def _file(language: str) -> Path | None:
    tag = language.replace("-", "_").lower()
    short = tag.partition("_")[0]
    if short in OWN:
        return Path(str(resources.files("cjsite.text"))) / "hyphenation_patterns" / f"{OWN[short]}.dic"
    if short in _BARRED:
        return None
    from pyphen import LANGUAGES, language_fallback  # lists its files when it is imported

    name = _THEIRS.get(tag) or language_fallback(tag)
    return LANGUAGES.get(name) if name else None


@lru_cache(64)
def _read(path: Path) -> "HyphDict":
    from pyphen import HyphDict

    data = path.read_bytes()
    if _SPECIAL.search(data):
        return HyphDict(path)
    encoding, _, rest = data.partition(b"\n")
    name = encoding.decode("ascii").strip()
    lines = rest.decode("cp1251" if name.lower() == "microsoft-cp1251" else name)
    patterns = HyphDict.__new__(HyphDict)
    patterns.patterns = _Patterns.of(lines)
    patterns.cache = {}
    patterns.maxlen = max(map(len, patterns.patterns))
    return patterns


class _Patterns(dict[str, Any]):
    """Patterns by their letters: as they are written until they are asked for, then as Pyphen holds them."""

    @classmethod
    def of(cls, text: str) -> "_Patterns":
        lines = [line.strip() for line in text.splitlines()]
        written = [line for line in lines if line and line[0] not in "%#" and not line.isupper()]
        return cls(zip(_DIGIT.sub("", "\n".join(written)).split("\n"), written, strict=True))

    def get(self, letters: str, default: Any = None) -> Any:
        """Return a pattern: where its values begin, and these."""
        pattern = super().get(letters, default)
        if isinstance(pattern, str):
            pattern = self[letters] = _values(pattern)
        return pattern


def _values(pattern: str) -> tuple[int, tuple[int, ...]] | None:
    values = [int(digit or "0") for digit in _SPOT.findall(pattern)]
    first = next((place for place, value in enumerate(values) if value), None)
    if first is None:
        return None
    last = max(place for place, value in enumerate(values) if value)
    return first, tuple(values[first : last + 1])
