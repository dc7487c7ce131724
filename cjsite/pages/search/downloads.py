"""The files that a search reads: the parts of the index, their words, and words that are made of two others."""

from collections.abc import Iterator, Sequence

from cjsite.base.lazy import Lazy
from cjsite.pages.page import Download
from cjsite.pages.search.index import vocabulary
from cjsite.pages.search.parts import SearchPart, entries_of, part_url, script, search_part, search_parts
from cjsite.pages.search.registry import registry_entries
from cjsite.summaries.site_summary import SiteSummary
from cjsite.text.compounds import LANGUAGES, compounds, may_be_part
from cjsite.text.wording import Wording

COMPOUNDS = "search/compounds.js"
_TOGETHER = 4
"""Parts whose words stand in one script: with more, an edit would have more maps looked through again."""


def search_downloads(site: SiteSummary, wording: Wording) -> Iterator[Download]:
    """Declare the parts of the index, and what tells which of them to load."""
    weights, languages = site.search_weights, {wording.language, *site.map_languages}
    has_compounds = any(map(_joins_words, languages))
    parts = search_parts(weights, has_compounds=has_compounds)
    # A part alone is loaded whatever is looked for.
    begins = range(0, len(parts), _TOGETHER) if len(parts) > 1 else ()
    for part in parts:
        yield Download(part_url(part.number), Lazy(search_part, site, part, len(parts), len(begins), wording))
    for number, begin in enumerate(begins, 1):
        own = parts[begin : begin + _TOGETHER]
        yield Download(f"search/words-{number}.js", Lazy(search_words, site, own, wording))
    if has_compounds:
        yield Download(COMPOUNDS, Lazy(search_compounds, site, len(weights), wording))


def search_words(site: SiteSummary, parts: Sequence[SearchPart], wording: Wording) -> bytes:
    """Return the words of some parts in a row, in order, each with the parts that have it, as bits of a number."""
    holders: dict[str, int] = {}
    for place, part in enumerate(parts):
        entries, _ = entries_of(site, part, wording)
        for word in vocabulary(entry for entry, _ in entries):
            holders[word] = holders.get(word, 0) | 1 << place
    words = sorted(holders)
    return script({"first": parts[0].number, "words": " ".join(words), "holders": [*map(holders.get, words)]})


def search_compounds(site: SiteSummary, maps: int, wording: Wording) -> bytes:
    """Return the words of the site that are made of two others of it, in languages that write such as one.

    maps: how many there are.
    """
    heads = site.rows_of("entry", 0, maps)
    own = [place for place, head in enumerate(heads) if _joins_words(head.language or wording.language)]
    entries = [heads[place] for place in own]
    for place in own:
        entries += site.rows_of("entries", place, place + 1)[0]
    if _joins_words(wording.language):
        entries += registry_entries(site.content, wording)
    return script({"compounds": compounds({*filter(may_be_part, vocabulary(entries))})})


def _joins_words(language: str) -> bool:
    return language.split("-")[0] in LANGUAGES
