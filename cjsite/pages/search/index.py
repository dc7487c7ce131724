"""An index of MiniSearch 7 as the library serialises it, so that no reader's browser has to make it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from cjsite.summaries.search_entry import SearchEntry

FIELDS = ("title", "text")
_VERSION = 2
"""Of the form that MiniSearch 7 reads and writes."""
Postings = dict[str, dict[int, int]]
"""How often each document has a term, by the term."""


def serialised(entries: Sequence[SearchEntry], stored: Sequence[Mapping[str, object]]) -> Mapping[str, object]:
    """Return what `JSON.stringify` of an index of these entries holds, its terms in order.

    stored: what comes with each entry when it is a result.
    """
    lengths: dict[int, list[int]] = {number: [] for number in range(len(entries))}
    titles, title_mean = _postings([entry.title_terms for entry in entries], lengths)
    texts, text_mean = _postings([entry.text_terms for entry in entries], lengths)
    return {
        "documentCount": len(entries),
        "nextId": len(entries),
        "documentIds": {number: number for number in lengths},
        "fieldIds": {name: number for number, name in enumerate(FIELDS)},
        "fieldLength": lengths,
        "averageFieldLength": [title_mean, text_mean] if entries else [],
        "storedFields": dict(enumerate(stored)),
        "dirtCount": 0,
        "index": [(term, _by_field(titles.get(term), texts.get(term))) for term in sorted(titles.keys() | texts)],
        "serializationVersion": _VERSION,
    }


def _postings(documents: Sequence[str], lengths: dict[int, list[int]]) -> tuple[Postings, float]:
    """Return where the terms of a field stand, and the mean of how many a document has, which joins its lengths."""
    postings: Postings = {}
    mean = 0.0
    for number, text in enumerate(documents):
        counts = Counter(text.split()) if text else {}
        for term, count in counts.items():
            if term in postings:
                postings[term][number] = count
            else:
                postings[term] = {number: count}
        lengths[number].append(len(counts))
        # Step by step, as the library does: the last digits of a mean depend on the way to it.
        mean = (mean * number + len(counts)) / (number + 1)
    return postings, mean


def _by_field(title: dict[int, int] | None, text: dict[int, int] | None) -> dict[int, dict[int, int]]:
    return {field: own for field, own in enumerate((title, text)) if own}


def vocabulary(entries: Iterable[SearchEntry]) -> set[str]:
    """Return the terms of entries."""
    return {term for entry in entries for text in (entry.title_terms, entry.text_terms) for term in text.split()}
