"""The atlas: all journeys from the whole relationship down to the single errand, and where everything is used."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from cjsite.base.frozen import frozen, replace
from cjsite.base.memo import memo
from cjsite.base.rollup import grouped
from cjsite.model.content import Content
from cjsite.pages.page import Page, SiteFrame, list_page
from cjsite.pages.paging import Paging
from cjsite.summaries.journey_card import JourneyCard, in_brief
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.links import Link, name
from cjsite.summaries.site_summary import SiteSummary, value_part
from cjsite.summaries.urls import comparison_url, department_url, findings_url, persona_url, reference_url, walk_url
from cjsite.summaries.usage import JourneyUsage
from cjsite.text.wording import Wording

FIRST = 10
"""How many journeys an atlas of many pages shows of a thing that has a page with all of them."""
_LISTING = ("persona", "department")


@frozen
class AtlasEntry:
    """A journey in the tree: its depth below the top (0), and its pages."""

    depth: int
    card: JourneyCard
    walk: str
    findings: str
    compare: str


@frozen
class Usage:
    """A thing and the journeys that it appears in; count: how many these are, on all pages of the list."""

    what: Link
    journeys: tuple[Link, ...]
    count: int


@frozen
class AtlasData:
    """The tree in reading order; uses: by kind of thing."""

    leaves: tuple[AtlasEntry, ...]
    uses: tuple[tuple[str, tuple[Usage, ...]], ...]


@value_part
def _tree(site: SiteSummary) -> tuple[tuple[int, str], ...]:
    """Return the ids of all journeys, those that hang below one after it, each with its depth."""
    briefs = tuple(site.briefs())
    hung = [(brief.journey.url, brief.above) for brief in briefs]
    return tuple([(depth, briefs[number].id) for depth, number in _walked(hung)])


def _everywhere(site: SiteSummary) -> tuple[tuple[str, tuple[Usage, ...]], ...]:
    return whole_uses(site.usage, named_things(site.content))


@list_page("insights/atlas.html", lambda site: site.lengths.maps)
def atlas(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the atlas."""
    hung = paging.rows(_tree(site))
    leaves = tuple([site.of_journey(name, partial(_leaf, depth, paging.count > 1)) for depth, name in hung])
    return atlas_page(leaves, site.once(_everywhere), paging, frame, wording)


@memo(by="paging")
def atlas_page(
    leaves: tuple[AtlasEntry, ...],
    uses: tuple[tuple[str, tuple[Usage, ...]], ...],
    paging: Paging,
    frame: SiteFrame,
    wording: Wording,
) -> Page:
    """Return the atlas, or a page on which the tree goes on, and what uses each thing; leaves: those on it."""
    if paging.count > 1:
        uses = tuple([(kind, _part(kind, things, paging)) for kind, things in uses])
    own = AtlasData(leaves, uses)
    title, description = wording("insight.atlas"), wording("insight.atlas.lead")
    url = paging.address(paging.number)
    return Page(url, "insights/atlas.html", title, frame, own, description, "insights", paging=paging)


def _part(kind: str, uses: tuple[Usage, ...], paging: Paging) -> tuple[Usage, ...]:
    """Return what a page shows of where things of a kind are used: an even share of all journeys that use any.

    A persona and a department have pages with all their journeys; here stand the first.
    """
    if kind in _LISTING:
        return () if paging.continues else tuple([replace(use, journeys=use.journeys[:FIRST]) for use in uses])
    shares = zip(uses, paging.across([use.journeys for use in uses]), strict=True)
    unused = () if paging.number < paging.count else tuple([use for use in uses if not use.count])
    return tuple([replace(use, journeys=journeys) for use, journeys in shares if journeys]) + unused


@memo
def whole_uses(
    used: JourneyUsage, named: Mapping[str, Mapping[str, Link]]
) -> tuple[tuple[str, tuple[Usage, ...]], ...]:
    """Return where everything is used; named: the links of what has an entry, by kind and id."""
    uses = dict(used)
    return tuple((kind, _uses(kind, links, uses)) for kind, links in named.items())


def named_things(content: Content) -> dict[str, dict[str, Link]]:
    """Return the links of everything that can be used in several journeys, by kind and id."""
    return {
        "persona": {id_: Link(name(persona), persona_url(id_)) for id_, persona in content.personas.items()},
        "department": {
            id_: Link(name(department), department_url(id_)) for id_, department in content.departments.items()
        },
        "channel": {
            id_: Link(name(channel), reference_url("channel", id_)) for id_, channel in content.channels.items()
        },
        "evidence": {
            id_: Link(name(source), reference_url("source", id_)) for id_, source in content.evidence.items()
        },
        "system": {},
    }


def _walked(hung: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Yield the number of every journey with those that hang below it, and how deep each hangs.

    hung: the address of each journey, and of the one that it hangs below, '' for none.
    """
    numbers = {url: number for number, (url, _) in enumerate(hung)}
    children = grouped((numbers.get(above), number) for number, (_, above) in enumerate(hung))
    shown: set[int] = set()
    # A part whose whole is made from it hangs below itself: of such a circle, the first in the list is on top.
    for top in (*children.get(None, []), *range(len(hung))):
        # Not by recursion: parts have parts to any depth.
        waiting = [(0, top)]
        while waiting:
            depth, number = waiting.pop()
            if number not in shown:
                shown.add(number)
                yield depth, number
                waiting += [(depth + 1, below) for below in reversed(children.get(number, []))]


def _leaf(depth: int, in_short: bool, journey: JourneySummary) -> AtlasEntry:
    card = in_brief(journey.card) if in_short else journey.card
    compare = comparison_url(card.id) if card.follows and card.counterpart else ""
    return AtlasEntry(depth, card, walk_url(card.id), findings_url(card.id), compare)


def _uses(
    kind: str, links: Mapping[str, Link], used: Mapping[tuple[str, str], tuple[Link, ...]]
) -> tuple[Usage, ...]:
    """Return the things of a kind by how many journeys use them; what nothing uses comes last."""
    ids = dict.fromkeys((*links, *(id_ for other, id_ in used if other == kind)))
    uses = (_usage(links.get(id_, Link(id_)), used.get((kind, id_), ())) for id_ in ids)
    return tuple(sorted(uses, key=lambda use: (-use.count, use.what.title)))


def _usage(what: Link, journeys: tuple[Link, ...]) -> Usage:
    return Usage(what, journeys, len(journeys))
