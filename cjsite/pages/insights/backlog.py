"""The backlog: every opportunity of every map, by value and effort, and as a table for other programs."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from cjsite.analysis.pains import USUAL_IMPORTANCE
from cjsite.base.frozen import frozen, replace
from cjsite.base.lazy import Lazy
from cjsite.base.memo import memo
from cjsite.base.rows import Rows, selected
from cjsite.drawing.matrix import MatrixMark, matrix
from cjsite.model.opportunity import Opportunity
from cjsite.pages.downloads import OPPORTUNITIES_CSV_URL, OfferedFile, offered
from cjsite.pages.page import Download, Page, SiteFrame, list_page
from cjsite.pages.paging import Paging
from cjsite.summaries.journey_summary import JourneySummary
from cjsite.summaries.links import Link
from cjsite.summaries.opportunity import OpportunityCard, is_open, is_written_at_step
from cjsite.summaries.opportunity_row import COLUMNS, LATER, WrittenOpportunity, everywhere, opportunity_row
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.urls import opportunity_url
from cjsite.text.spreadsheet import csv_file, csv_rows, text_cell
from cjsite.text.wording import Wording

URL = "insights/opportunities.html"


@frozen
class BacklogEntry:
    """An opportunity in the backlog. number: its place; mark: in the matrix, None where it cannot be weighed.

    weight: the importance of the steps that it would help, summed up (3 where nobody has judged it), in journeys
    that figures count.
    """

    number: int
    opportunity: OpportunityCard
    url: str
    weight: int
    mark: MatrixMark | None = None


@frozen
class WholeBacklog:
    """What the pages of the backlog have in common: all opportunities, of which each shows its own, and figures.

    importance: of steps where somebody has judged it, by the addresses of their touchpoints, in the journeys that
    figures count, which are `counted`.
    """

    open: Sequence[OpportunityCard]
    closed: Sequence[OpportunityCard]
    importance: Mapping[str, int]
    counted: frozenset[Link]
    data: "BacklogData"


@frozen
class BacklogData:
    """What the page shows; closed: done or dropped; settled: how many these are, on all pages of the list.

    open, doing, unled, barriers, wows: of the open ones that would help a journey that figures count.
    """

    items: tuple[BacklogEntry, ...]
    closed: tuple[BacklogEntry, ...]
    settled: int
    open: int
    doing: int
    unled: int
    barriers: int
    wows: int
    downloads: tuple[OfferedFile, ...]


def _whole(site: SiteSummary) -> WholeBacklog:
    counted = tuple([brief.journey for brief in site.briefs() if brief.current])
    return whole_backlog(site.opportunities, tuple(site.importances()), counted, len(site.content.opportunities))


@list_page(URL, lambda site: max(site.lengths.open, site.lengths.closed))
def backlog(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the backlog."""
    return backlog_page(site.once(_whole), site.content.opportunities, paging, frame, wording)


def backlog_downloads(site: SiteSummary, wording: Wording) -> Iterator[Download]:  # noqa: ARG001
    """Declare the backlog as a table."""
    yield Download(OPPORTUNITIES_CSV_URL, Lazy(_table, site))


def _table(site: SiteSummary) -> bytes:
    return backlog_table(Rows(site.journeys, _written), site.content.opportunities)


@memo(by="paging")
def backlog_page(
    whole: WholeBacklog, registry: Mapping[str, Opportunity], paging: Paging, frame: SiteFrame, wording: Wording
) -> Page:
    """Return the page of the backlog, or one on which it goes on; each draws its own opportunities."""
    count = len(whole.open)
    items = _items(whole, paging.rows(whole.open), paging.rows(range(1, count + 1)), registry)
    later = paging.rows(range(count + 1, count + len(whole.closed) + 1))
    closed = _items(whole, paging.rows(whole.closed), later, registry)
    own = replace(whole.data, items=_drawn(items), closed=closed)
    title, description = wording("insight.opportunities.title"), wording("insight.opportunities.lead")
    url = paging.address(paging.number)
    return Page(url, "insights/opportunities.html", title, frame, own, description, "insights", paging=paging)


def _drawn(items: tuple[BacklogEntry, ...]) -> tuple[BacklogEntry, ...]:
    cards = [item.opportunity for item in items]
    weighed = {o.key: (o.effort, o.value) for o in cards if o.effort is not None and o.value is not None}
    marks = dict(zip(weighed, matrix(list(weighed.values())), strict=True))
    return tuple([replace(item, mark=marks.get(item.opportunity.key)) for item in items])


@memo
def whole_backlog(
    cards: Sequence[OpportunityCard],
    judged: tuple[tuple[str, int], ...],
    counted: tuple[Link, ...],
    registered: int = 0,
) -> WholeBacklog:
    """Return the backlog; cards: of all journeys, the most important first. judged, counted: as it says.

    registered: how many opportunities have an entry of their own, wherever they would help.
    """
    current, figures = frozenset(counted), Counter[str]()
    still = selected(cards, is_open)
    closed = selected(cards, lambda card: not is_open(card))
    for card in still:
        if not current.isdisjoint(card.journeys):
            figures.update(("open", f"status {card.status}", f"kind {card.kind}"))
            figures["unled"] += card.owner is None
    written = sum(is_written_at_step(card) for card in cards)
    data = BacklogData(
        items=(),
        closed=(),
        settled=len(closed),
        open=figures["open"],
        doing=figures["status doing"],
        unled=figures["unled"],
        barriers=figures["kind barrier"],
        wows=figures["kind wow"],
        downloads=(offered(OPPORTUNITIES_CSV_URL, "opportunities", registered + written),),
    )
    return WholeBacklog(still, closed, dict(judged), current, data)


@memo
def backlog_table(written: Sequence[tuple[WrittenOpportunity, ...]], registry: Mapping[str, Opportunity]) -> bytes:
    """Return all opportunities as CSV (RFC 4180, UTF-8 with a byte-order mark for spreadsheets)."""
    used = _used(chain.from_iterable(written), registry.values())
    head = ("id", *COLUMNS, "steps", "solutions", *(LATER[number] for number in used))
    every = everywhere(written, registry)
    rows = (
        (
            *(text_cell(name), *row.cells, text_cell(" ".join(steps)), row.solutions),
            *(row.later[number] for number in used),
        )
        for name, row, steps in every
    )
    return csv_file(csv_rows([row]) for row in chain([head], rows))


def _written(journey: JourneySummary) -> tuple[WrittenOpportunity, ...]:
    return journey.written


def _used(written: Iterable[WrittenOpportunity], registered: Iterable[Opportunity]) -> list[int]:
    """Return which of the later columns any opportunity has a cell for."""
    rows = chain(map(opportunity_row, registered), (own.row for own in written))
    used = {number for row in rows for number, text in enumerate(row.later) if text}
    return sorted(used)


def _items(
    whole: WholeBacklog,
    cards: tuple[OpportunityCard, ...],
    numbers: tuple[int, ...],
    registry: Mapping[str, Opportunity],
) -> tuple[BacklogEntry, ...]:
    return tuple(
        BacklogEntry(
            number=number,
            opportunity=card,
            url=opportunity_url(card.key) if card.key in registry else card.at[0].url,
            weight=sum(
                whole.importance.get(at.url, USUAL_IMPORTANCE) for at in card.at if at.journey in whole.counted
            ),
        )
        for number, card in zip(numbers, cards, strict=True)
    )
