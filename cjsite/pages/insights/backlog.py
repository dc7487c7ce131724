"""The backlog: every opportunity of every map, by value and effort, and as a table for other programs."""

import csv
import io
from collections.abc import Iterator, Mapping

from cjsite.analysis.pains import USUAL_IMPORTANCE
from cjsite.base.frozen import frozen, replace
from cjsite.base.lazy import Lazy
from cjsite.base.memo import memo
from cjsite.drawing.matrix import MatrixMark, matrix
from cjsite.model.opportunity import Opportunity
from cjsite.pages.page import Download, Page, SiteFrame, list_page
from cjsite.pages.paging import Paging
from cjsite.summaries.links import Link
from cjsite.summaries.opportunity import OpportunityCard, is_open
from cjsite.summaries.opportunity_row import COLUMNS, LATER, WrittenOpportunity, everywhere
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.urls import opportunity_url
from cjsite.text.spreadsheet import cell
from cjsite.text.wording import Wording

URL = "insights/opportunities.html"
CSV_URL = "insights/opportunities.csv"


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
    table: str


def _whole(site: SiteSummary) -> BacklogData:
    counted = tuple([journey.review.journey for journey in site.current])
    points = (point for journey in site.current for point in journey.insights.touchpoints)
    judged = tuple([(point.felt.at.url, point.importance) for point in points if point.importance])
    return whole_backlog(site.opportunities, judged, counted, site.content.opportunities)


@list_page(URL, lambda site: max(site.lengths.open, site.lengths.closed))
def backlog(site: SiteSummary, frame: SiteFrame, wording: Wording, paging: Paging) -> Page:
    """Declare the backlog."""
    data = site.once(_whole)
    return backlog_page(data, paging, frame, wording)


def backlog_downloads(site: SiteSummary, wording: Wording) -> Iterator[Download]:  # noqa: ARG001
    """Declare the backlog as a table."""
    yield Download(CSV_URL, Lazy(_table, site))


def _table(site: SiteSummary) -> bytes:
    return backlog_table(tuple([journey.written for journey in site.journeys]), site.content.opportunities)


@memo(by="paging")
def backlog_page(data: BacklogData, paging: Paging, frame: SiteFrame, wording: Wording) -> Page:
    """Return the page of the backlog, or one on which it goes on; each draws its own opportunities."""
    own = paging.part(data, "items", "closed")
    own = replace(own, items=_drawn(own.items))
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
    cards: tuple[OpportunityCard, ...],
    judged: tuple[tuple[str, int], ...],
    counted: tuple[Link, ...],
    opportunities: Mapping[str, Opportunity],
) -> BacklogData:
    """Return the backlog, not yet drawn; cards: of all journeys, the most important first.

    judged: the importance of steps where somebody has judged it, by the addresses of their touchpoints, in the
    journeys that figures count, which are `counted`.
    """
    importance = dict(judged)
    current = frozenset(counted)
    still = [card for card in cards if is_open(card)]
    items = tuple(_item(n, o, opportunities, importance, current) for n, o in enumerate(still, 1))
    rest = (card for card in cards if not is_open(card))
    closed = tuple(_item(n, o, opportunities, importance, current) for n, o in enumerate(rest, len(items) + 1))
    helping = [card for card in still if not current.isdisjoint(card.journeys)]
    return BacklogData(
        items=items,
        closed=closed,
        settled=len(closed),
        open=len(helping),
        doing=sum(card.status == "doing" for card in helping),
        unled=sum(card.owner is None for card in helping),
        barriers=sum(card.kind == "barrier" for card in helping),
        wows=sum(card.kind == "wow" for card in helping),
        table=CSV_URL,
    )


@memo
def backlog_table(
    written: tuple[tuple[WrittenOpportunity, ...], ...], registry: Mapping[str, Opportunity]
) -> bytes:
    """Return all opportunities as CSV (RFC 4180, UTF-8 with a byte-order mark for spreadsheets)."""
    rows = everywhere(written, registry)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    used = [number for number in range(len(LATER)) if any(row.later[number] for row, _ in rows.values())]
    writer.writerow(("id", *COLUMNS, "steps", "solutions", *(LATER[number] for number in used)))
    for name, (row, steps) in rows.items():
        later = (row.later[number] for number in used)
        writer.writerow((cell(name), *row.cells, cell(" ".join(steps)), row.solutions, *later))
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _item(
    number: int,
    card: OpportunityCard,
    opportunities: Mapping[str, Opportunity],
    importance: Mapping[str, int],
    current: frozenset[Link],
) -> BacklogEntry:
    opportunity = opportunities.get(card.key)
    return BacklogEntry(
        number=number,
        opportunity=card,
        url=opportunity_url(opportunity.id) if opportunity else card.at[0].url,
        weight=sum(importance.get(at.url, USUAL_IMPORTANCE) for at in card.at if at.journey in current),
    )
