"""Numbers that authors write before titles, where pages number them as well."""

import re
import unicodedata
from collections.abc import Collection

_WORDS = (
    "stage|step|phase|touchpoint|étape|etappe|schritt|stufe|kontaktpunkt|etapa|paso|fase|passo|tappa|stap|steg|trin|"
    "etap|krok|этап|шаг"
)
_NUMBERED = re.compile(
    rf"""\s*(?:
        (?:{_WORDS})\s+(?P<called>\d+(?:\.\d+)*)(?:\s*[.:)|\]：]\s*|\s+[-–—]\s+)
        | [(\[\#]?\s*(?P<figure>\d+(?:\.\d+)*)
          (?:\.?[)\]:|：）]\s*(?=\D)|\.\s*(?=[^\d\s])|[．、]\s*|\s+[-–—|]\s+|\ufe0f?\u20e3\s*)
        | (?P<padded>0\d+)\s+
        | (?P<dotted>\d+(?:\.\d+)+)\s+
        | (?P<roman>[IVX]+)[.)]\s+
        | (?P<ringed>[①-⑳⓵-⓾❶-❿])\s*
    )(?=\S)""",
    re.IGNORECASE | re.VERBOSE,
)
_ROMAN = {"I": 1, "V": 5, "X": 10}


def unnumbered(title: str, positions: Collection[str]) -> str:
    """Return a title without the number that its author wrote before it, if that is one of its positions.

    A number that says something else stays, and so does one that is all of the title.

    >>> unnumbered("1. Awareness", {"1"}), unnumbered("Step 2.3 – Pays", {"7", "2.3"})
    ('Awareness', 'Pays')
    >>> unnumbered("24. December", {"1"}), unnumbered("3 days of waiting", {"3"})
    ('24. December', '3 days of waiting')
    >>> unnumbered("1.1 Sees the poster", {"1", "1.1"}), unnumbered("2.5 hours of waiting", {"7", "3.1"})
    ('Sees the poster', '2.5 hours of waiting')
    """
    written = _NUMBERED.match(title)
    return title[written.end() :] if written and _number(written) in positions else title


def is_numbered(title: str) -> bool:
    """Tell whether a title begins with a number of its author's."""
    return _NUMBERED.match(title) is not None


def _number(written: re.Match[str]) -> str:
    """Return a number as positions are written: `7`, or `2.3` for the third in the second."""
    if written["roman"]:
        values = [_ROMAN[letter] for letter in written["roman"].upper()]
        return str(sum(-v if v < max(values[i:]) else v for i, v in enumerate(values)))
    if written["ringed"]:
        return str(int(unicodedata.numeric(written["ringed"])))
    figures = written["called"] or written["figure"] or written["padded"] or written["dotted"]
    return ".".join(str(int(part)) for part in figures.split("."))
