"""The atlas: all journeys from the whole relationship down to the single errand, and where everything is used."""

from collections.abc import Iterator, Mapping

from cjsite.base.frozen import frozen, replace
from cjsite.base.memo import memo
from cjsite.model.content import Content
from cjsite.pages.page import Page, SiteFrame, list_page
from cjsite.pages.paging import Paging
from cjsite.summaries.journey_card import JourneyCard, in_brief
from cjsite.summaries.journey_insights import JourneyInsights
from cjsite.summaries.links import Link, name
from cjsite.summaries.site_summary import SiteSummary
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


def _whole(site: SiteSummary) -> AtlasData:
    return whole_atlas(site.insights, site.usage, named_things(site.content))


@list_page("insights/atlas.html", lambda site: site.lengths.maps)
def atlas(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the atlas."""
    return atlas_page(site.once(_whole), paging, frame, wording)


@memo(by="paging")
def atlas_page(data: AtlasData, paging: Paging, frame: SiteFrame, wording: Wording) -> Page:
    """Return the atlas, or a page on which the tree goes on, and what uses each thing."""
    own = paging.part(data, "leaves")
    if paging.count > 1:
        leaves = tuple([replace(leaf, card=in_brief(leaf.card)) for leaf in own.leaves])
        own = AtlasData(leaves, tuple([(kind, _part(kind, things, paging)) for kind, things in own.uses]))
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
def whole_atlas(
    every: tuple[JourneyInsights, ...], used: JourneyUsage, named: Mapping[str, Mapping[str, Link]]
) -> AtlasData:
    """Return the atlas; named: the links of personas, channels, departments and evidence, by kind and id."""
    children: dict[str, list[JourneyInsights]] = {}
    urls = {insights.journey.url for insights in every}
    for insights in every:
        # A to-be hangs below its as-is, a journey below the one that it is part of.
        above = insights.card.counterpart if insights.card.follows else insights.card.parent
        listed = above if above and above.url in urls else None
        children.setdefault(listed.url if listed else "", []).append(insights)
    uses = dict(used)
    return AtlasData(
        leaves=tuple(_walked(every, children)),
        uses=tuple((kind, _uses(kind, links, uses)) for kind, links in named.items()),
    )


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


def _walked(
    every: tuple[JourneyInsights, ...], children: Mapping[str, list[JourneyInsights]]
) -> Iterator[AtlasEntry]:
    """Yield every journey with what hangs below it; children: by the address above them, '' for the topmost."""
    shown: set[str] = set()
    # A part whose whole is made from it hangs below itself: of such a circle, the first in the list is on top.
    for top in (*children.get("", []), *every):
        # Not by recursion: parts have parts to any depth.
        waiting = [(0, top)]
        while waiting:
            depth, insights = waiting.pop()
            card, url = insights.card, insights.journey.url
            if url in shown:
                continue
            shown.add(url)
            compare = comparison_url(card.id) if card.follows and card.counterpart else ""
            yield AtlasEntry(depth, card, walk_url(card.id), findings_url(card.id), compare)
            waiting += [(depth + 1, below) for below in reversed(children.get(url, []))]


def _uses(
    kind: str, links: Mapping[str, Link], used: Mapping[tuple[str, str], tuple[Link, ...]]
) -> tuple[Usage, ...]:
    """Return the things of a kind by how many journeys use them; what nothing uses comes last."""
    ids = dict.fromkeys((*links, *(id_ for other, id_ in used if other == kind)))
    uses = (_usage(links.get(id_, Link(id_)), used.get((kind, id_), ())) for id_ in ids)
    return tuple(sorted(uses, key=lambda use: (-use.count, use.what.title)))


def _usage(what: Link, journeys: tuple[Link, ...]) -> Usage:
    return Usage(what, journeys, len(journeys))
