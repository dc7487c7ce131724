"""Words written as one: in German and its relatives, readers look for a part of them as well."""

from collections.abc import Collection

LANGUAGES = frozenset({"de", "nl", "da", "sv", "nb", "nn", "no", "fi"})
"""Languages that write compounds as one word."""
_SHORTEST = 4
"""Letters of a part, at least: shorter ones stand in too many words that are none."""
_LINKS = ("", "s", "n", "es", "en", "er", "e")
"""What may stand between two parts."""


def may_be_part(word: str) -> bool:
    """Tell whether a word, as an index holds it, may be part of another, or made of two."""
    return len(word) >= _SHORTEST and word.isalpha()


def compounds(words: Collection[str]) -> dict[str, str]:
    """Return each word that is made of two of the words, with these, parted by a blank.

    >>> compounds({"akkutausch", "akku", "tausch", "auskunft", "kunft"})
    {'akkutausch': 'akku tausch'}
    >>> compounds({"versicherungsnummer", "versicherung", "nummer"})
    {'versicherungsnummer': 'versicherung nummer'}
    """
    parts = frozenset(words)
    made = ((word, _split(word, parts)) for word in sorted(parts) if len(word) >= 2 * _SHORTEST)
    return {word: split for word, split in made if split}


def _split(word: str, parts: Collection[str]) -> str:
    for end in range(len(word) - _SHORTEST, _SHORTEST - 1, -1):
        if word[end:] in parts:
            head = next((h for link in _LINKS if (h := _without(word[:end], link)) in parts), "")
            if head:
                return f"{head} {word[end:]}"
    return ""


def _without(word: str, link: str) -> str:
    head = word.removesuffix(link)
    return head if len(head) >= _SHORTEST and word.endswith(link) else ""
