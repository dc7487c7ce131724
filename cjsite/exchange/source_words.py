"""Whether every word of a source is in what was written of it: nothing of an import is lost without a word."""

import re
from collections.abc import Iterable, Iterator
from typing import Any
from unicodedata import category, normalize

from cjsite.base.problem import Place
from cjsite.exchange.yaml_scalars import holdable
from cjsite.exchange.yaml_writer import fields
from cjsite.model.types import Record

_WORD = re.compile(r"[^\W_]+|[^\w\s]")


def words_in(text: str) -> Iterator[str]:
    """Yield the words of a text, and the pictures in it; marks and signs between them are none.

    >>> list(words_in("**No** queue -- ever! 😀"))
    ['no', 'queue', 'ever', '😀']
    """
    for word in _WORD.findall(normalize("NFKC", holdable(text)).casefold()):
        if word.isalnum() or category(word) == "So":
            yield word


def lost_words(words: Iterable[tuple[Place, str]], written: Iterable[Record]) -> list[tuple[Place, str]]:
    """Return the words of a source that are in nothing that was written, each where it first stands."""
    texts = " ".join(map(texts_of, written))
    there = set(words_in(texts))
    whole = "".join(words_in(texts))
    lost: dict[str, Place] = {}
    for place, text in words:
        for word in words_in(text):
            # Scripts without blanks are parted at other places when a text is taken apart.
            if word not in there and not (not word.isascii() and word in whole):
                lost.setdefault(word, place)
    return [(place, word) for word, place in lost.items()]


def texts_of(record: Record) -> str:
    """Return all that stands in a record: names of fields and values."""
    return " ".join(_texts(fields(record)))


def _texts(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield str(key)
            yield from _texts(value)
    elif isinstance(tree, list):
        for item in tree:
            yield from _texts(item)
    elif tree is not None:
        yield f"{tree:.12g}" if isinstance(tree, float) else str(tree)
