"""What the search of a site reads: an index in parts, each a script that a page loads when it needs it.

The first part tells of everything by its name; the others hold what is on the maps, some maps in a row each, so
that who edits a map changes the part that it is in.
"""

import zlib
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from cjsite.base.frozen import frozen, replace
from cjsite.base.rollup import grouped
from cjsite.pages.search.index import serialised
from cjsite.pages.search.registry import registry_entries
from cjsite.summaries.finding_entry import FindingEntry
from cjsite.summaries.search_entry import KINDS, SearchEntry, search_entry
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.urls import findings_url, id_in
from cjsite.text.wording import Wording

MOST = 1_000_000
"""How many bytes a part has at most."""
_ROOM = 600_000
"""Letters that a part holds: so many make two thirds of those bytes, where texts are as most are."""
_OF_MAP = 400
"""What a map takes beside its letters, in letters: its findings, and what leads to it."""
_EVERY = 4
"""Of so many maps one ends a part that is half full: what moves the ends of parts moves few of them."""
_EFFORT = 1
"""How hard a part is compressed, of 9: what more would save takes longer than all else about it."""
_EXCERPT = 300
"""Letters of a text that are shown, where a part would have too many bytes."""


@frozen
class SearchPart:
    """What one part of the index holds. number: from 1.

    first, after: the maps whose steps it holds, by their places in the list of all. slice, slices: which part of
    what they hold, where a map is too much for one. heads: the maps that it holds by their names. is_first: whether
    it holds everything else too; has_compounds: whether it tells that there are words made of two.
    """

    number: int
    first: int
    after: int
    slice: int = 0
    slices: int = 1
    heads: tuple[int, int] = (0, 0)
    is_first: bool = False
    has_compounds: bool = False


def part_url(number: int) -> str:
    """Return the address of a part of the index."""
    return f"search/part-{number}.js"


def search_parts(weights: Sequence[tuple[str, int, int]], *, has_compounds: bool = False) -> tuple[SearchPart, ...]:
    """Return the parts of an index; weights: of each map its id, and letters of it as a whole and of what is on it.

    has_compounds: whether there are words made of two.

    >>> [(part.first, part.after) for part in search_parts([(name, 90, 250_000) for name in "abcde"])]
    [(0, 0), (0, 2), (2, 4), (4, 5)]
    >>> [(part.first, part.after, part.heads) for part in search_parts([("a", 90, 9000), ("b", 90, 9000)])]
    [(0, 2, (0, 2))]
    """
    heads = list(_rows([(name, head) for name, head, _ in weights])) or [(0, 0, 1)]
    on_maps = list(_rows([(name, own) for name, _, own in weights]))
    is_small = sum(head + own + _OF_MAP for _, head, own in weights) <= _ROOM
    if is_small:
        whole = SearchPart(1, 0, len(weights), heads=(0, len(weights)), is_first=True)
        return (replace(whole, has_compounds=has_compounds),)
    parts = [SearchPart(0, 0, 0, heads=(first, after), is_first=not first) for first, after, _ in heads]
    for first, after, slices in on_maps:
        parts += [SearchPart(0, first, after, number, slices) for number in range(slices)]
    parts[0] = replace(parts[0], has_compounds=has_compounds)
    return tuple([replace(part, number=number) for number, part in enumerate(parts, 1)])


def _rows(weights: Sequence[tuple[str, int]]) -> Iterator[tuple[int, int, int]]:
    """Yield which maps in a row make a part: the first, the one after the last, and how many parts they take."""
    begin = weight = 0
    for place, (name, letters) in enumerate(weights):
        own = letters + _OF_MAP
        if weight and weight + own > _ROOM:
            yield begin, place, 1
            begin, weight = place, 0
        weight += own
        if weight > _ROOM or (weight > _ROOM / 2 and zlib.crc32(name.encode()) % _EVERY == 0):
            yield begin, place + 1, -(-weight // _ROOM)
            begin, weight = place + 1, 0
    if weight:
        yield begin, len(weights), 1


def search_part(site: SiteSummary, part: SearchPart, count: int, word_lists: int, wording: Wording) -> bytes:
    """Return a part of the index; count: how many there are; word_lists: how many scripts tell the words of these.

    A classic script that hands its data to the search: pages that are opened as files cannot read another file, but
    can run it.
    """
    own: dict[str, object] = {"part": part.number, "parts": count}
    if part.is_first:
        own |= {"wordLists": word_lists, **_shared(part, wording)}
    entries, maps = entries_of(site, part, wording)
    data = _written(own, entries, maps, 0)
    return data if len(data) <= MOST else _written(own, entries, maps, _EXCERPT)


def _shared(part: SearchPart, wording: Wording) -> Mapping[str, object]:
    """Return what the script needs once: its words, and the names of kinds."""
    words = {name: wording(f"search.{name}") for name in ("all", "none", "results", "some")}
    return {
        "words": {**words, "more": wording("home.more"), "story": wording("map.background.title")},
        "kinds": [wording(f"search.kind.{kind}") for kind in KINDS],
        "hasCompounds": part.has_compounds,
    }


_Owned = tuple[SearchEntry, int]
"""An entry, and the place of its map among those that the part names; -1 for none."""
_Map = tuple[str, str, str]
"""The address, the title and the language of a map."""


def entries_of(site: SiteSummary, part: SearchPart, wording: Wording) -> tuple[list[_Owned], list[_Map]]:
    """Return what a part holds, and the maps that it stands on."""
    entries: list[_Owned] = []
    if part.is_first:
        entries += [(entry, -1) for entry in registry_entries(site.content, wording)]
    entries += [(entry, -1) for entry in site.rows_of("entry", *part.heads)]
    maps: list[_Map] = []
    heads = site.rows_of("entry", part.first, part.after)
    on_maps = site.rows_of("entries", part.first, part.after)
    findings = site.rows_of("insights.finding_entries", part.first, part.after)
    for head, own, finds in zip(heads, on_maps, findings, strict=True):
        every = (*own, *_findings(finds, head, wording))
        entries += [(entry, len(maps)) for entry in every[part.slice :: part.slices]]
        maps.append((head.url, head.title, head.language))
    return entries, maps


def _findings(entries: Sequence[FindingEntry], head: SearchEntry, t: Wording) -> Iterator[SearchEntry]:
    """Yield what was found on a map, once for each rule."""
    standing = [(entry.finding.code, entry) for entry in entries if not entry.finding.waived]
    page = findings_url(id_in(head.url))
    for code, own in grouped(standing).items():
        said = (entry.finding.sentence(t) for entry in own)
        yield search_entry("finding", f"{page}#rule-{code}", t(f"rule.{code}.title"), said)


def _written(own: Mapping[str, object], entries: Sequence[_Owned], maps: Sequence[_Map], most: int) -> bytes:
    stored = [_stored(entry, place, most) for entry, place in entries]
    data = {**own, "maps": maps, "index": serialised([entry for entry, _ in entries], stored)}
    return script(data)


def script(data: Mapping[str, object]) -> bytes:
    """Return a script with data, a third of what it would be as text."""
    packed = b64encode(zlib.compress(msgspec.json.encode(data), _EFFORT))
    return b'cjsiteSearch.take("' + packed + b'");\n'


def _stored(entry: SearchEntry, place: int, most: int) -> Mapping[str, object]:
    """Return what comes with a result; what is nothing is left out."""
    fields: dict[str, object] = {
        "u": entry.url,
        "t": entry.title,
        "p": entry.place,
        "s": entry.text[:most] if most else entry.text,
        "d": entry.departments,
        "l": entry.language,
    }
    own = {name: value for name, value in fields.items() if value}
    return {"k": KINDS.index(entry.kind), **own, **({"m": place} if place >= 0 else {})}
