"""Tags: a page for each with the maps that bear it and what else does, and the list of all."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import chain

from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.base.rollup import grouped
from cjsite.pages.page import Page, PageStub, SiteFrame, page_stubs
from cjsite.pages.paging import Paging, pages_for, pages_of
from cjsite.pages.portfolio import by_need
from cjsite.pages.search_list import ListedJourney
from cjsite.summaries.journey_card import JourneyCard, in_brief
from cjsite.summaries.links import Link
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.tags import Tagged, other_tags, tag_key
from cjsite.summaries.urls import tag_url, tags_url
from cjsite.text.prose import plain
from cjsite.text.wording import Wording


@frozen
class TagUse:
    """A tag in the list of all: its page, how many maps bear it, and how much else does."""

    at: Link
    maps: int
    others: int


@frozen
class TagsData:
    """What the list of all tags shows."""

    tags: tuple[TagUse, ...]


@frozen
class TagData:
    """What a tag's page shows. maps, others: how many there are on all its pages."""

    tag: str
    maps: int
    others: int
    cards: Sequence[ListedJourney]
    places: tuple[Link, ...]


@frozen
class _Bearing:
    """What bears a tag: the tag as it was first written, maps in the order of the list, and the rest."""

    title: str
    cards: tuple[JourneyCard, ...]
    places: tuple[Link, ...]


def tag_pages(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Iterator[PageStub]:
    """Declare the pages of tags, and the list of all; a site without tags has none."""
    tagged = site.lengths.tagged
    every = [(tag_url(key), max(maps, others), _page) for key, maps, others in tagged]
    if tagged:
        every.append((tags_url(), len(tagged), _list))
    for url, total, make in every:
        pages = pages_of(url, pages_for(total), total)
        yield from page_stubs("", pages, partial(make, site, frame, wording))


def _page(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    # By its address: pages that differ in their paging alone are made together, from what they have in common.
    return tag_page(site.once(_by_url)[paging.url], paging, frame, wording)


def _list(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    return tags_page(site.once(_uses), paging, frame, wording)


@memo(by="paging")
def tag_page(bearing: _Bearing, paging: Paging, frame: SiteFrame, wording: Wording) -> Page:
    """Return a tag's page, or one on which its lists go on."""
    shown = paging.rows(bearing.cards)
    data = TagData(
        tag=bearing.title,
        maps=len(bearing.cards),
        others=len(bearing.places),
        cards=tuple(ListedJourney(card if paging.count == 1 else in_brief(card), "") for card in shown),
        places=paging.rows(bearing.places),
    )
    url, title = paging.address(paging.number), wording("tags.tag", tag=bearing.title)
    return Page(url, "tag.html", title, frame, data, section="journeys", paging=paging)


@memo(by="paging")
def tags_page(uses: tuple[TagUse, ...], paging: Paging, frame: SiteFrame, wording: Wording) -> Page:
    """Return the list of all tags, or a page on which it goes on."""
    url, title, description = paging.address(paging.number), wording("tags.title"), wording("tags.what")
    return Page(url, "tags.html", title, frame, TagsData(paging.rows(uses)), description, "journeys", paging=paging)


def _by_url(site: SiteSummary) -> Mapping[str, _Bearing]:
    return {tag_url(key): bearing for key, bearing in site.once(_bearing).items()}


def _uses(site: SiteSummary) -> tuple[TagUse, ...]:
    every = site.once(_bearing).items()
    return tuple([TagUse(Link(own.title, tag_url(key)), len(own.cards), len(own.places)) for key, own in every])


def _bearing(site: SiteSummary) -> Mapping[str, _Bearing]:
    """Return what bears each tag, by its key, in the order of the alphabet."""
    content, cards = site.content, by_need([journey.card for journey in site.journeys])
    order = {card.journey.url: number for number, card in enumerate(cards)}
    along = chain.from_iterable([journey.tags for journey in site.journeys])
    every: tuple[Tagged, ...] = (*along, *other_tags(content.opportunities.values(), content.personas.values()))
    by_key = grouped((key, (tag, link)) for tag, link in every if (key := tag_key(tag)))
    bearing: dict[str, _Bearing] = {}
    for key, tagged in sorted(by_key.items()):
        links = dict.fromkeys(link for _, link in tagged)
        maps = sorted({order[link.url] for link in links if link.url in order})
        places = tuple([link for link in links if link.url not in order])
        bearing[key] = _Bearing(plain(tagged[0][0]), tuple([cards[number] for number in maps]), places)
    return bearing
