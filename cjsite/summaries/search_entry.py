"""What a search may come upon: a thing with a title, its texts, and the way to it."""

from collections.abc import Iterable, Iterator

from cjsite.base.frozen import frozen
from cjsite.text.folding import terms
from cjsite.text.prose import plain, shown

KINDS = (
    *("journey", "stage", "step", "persona", "department", "channel"),
    *("opportunity", "evidence", "measure", "page", "finding"),
)
"""What things are, in the order in which a reader may choose among them."""


@frozen
class SearchEntry:
    """One thing. kind: one of `KINDS`. place: what it stands in beside its journey, '' for nothing.

    url: from the root; of what stands on a map only the place on its page. text: all that is written about it, in
    words alone. title_terms, text_terms: the words of both as an index holds them, parted by blanks.
    departments: the ids of those that have to do with it. language: of its texts, '' where that is its journey's.
    """

    kind: str
    url: str
    title: str
    place: str
    text: str
    title_terms: str
    text_terms: str
    departments: tuple[str, ...] = ()
    language: str = ""


def search_entry(
    kind: str,
    url: str,
    title: str,
    texts: Iterable[str],
    place: str = "",
    departments: tuple[str, ...] = (),
    language: str = "",
    prose: str = "",
) -> SearchEntry:
    """Return what a search may come upon.

    title: in words alone; texts: as their authors wrote them; prose: one that pages show in blocks.
    """
    words = [*([shown(prose)] if prose else []), *_words(texts, title)]
    # What is ASCII alone is taken apart in a third of the time, and most texts are.
    ascii_alone, others = "\n".join(filter(str.isascii, words)), [text for text in words if not text.isascii()]
    own = [*terms(ascii_alone), *terms("\n".join(others))] if others else terms(ascii_alone)
    found_by = " ".join(terms(title)), " ".join(own)
    return SearchEntry(kind, url, title, place, " · ".join(words), *found_by, departments, language)


def telling_id(id_: str, title: str) -> tuple[str, ...]:
    """Return the id of a thing where it has no word of its title: some know the thing by it.

    >>> telling_id("sms", "Text message"), telling_id("first-ebike", "The first e-bike")
    (('sms',), ())
    """
    return (id_,) if {*terms(id_)}.isdisjoint(terms(title)) else ()


def _words(texts: Iterable[str], title: str) -> Iterator[str]:
    """Yield the words of each text, once, and without the title."""
    for text in dict.fromkeys(texts):
        words = plain(text) if text else ""
        if words and words != title:
            yield words
