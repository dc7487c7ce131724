"""The past year: what got better and worse, which maps were reviewed, what was learnt, what was done."""

import datetime
from collections.abc import Iterable

from cjsite.analysis.year import Outcome, Verdict, is_recent, year_before
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo
from cjsite.pages.page import Page, SiteFrame, site_page
from cjsite.summaries.current_opportunities import SHOWN, current_opportunities
from cjsite.summaries.links import Link
from cjsite.summaries.opportunity import OpportunityCard
from cjsite.summaries.review_due import ReviewDue
from cjsite.summaries.site_summary import SiteSummary
from cjsite.summaries.toplist import TopList
from cjsite.summaries.year_moves import MapChange, MetricMove, NewEvidence, YearMoves
from cjsite.text.wording import Wording

VERDICTS: tuple[Verdict, ...] = ("worse", "better", "same", "open")


@frozen
class NewlyFound:
    """A map that cites research younger than its review."""

    journey: Link
    reviewed_on: datetime.date
    learnt: tuple[NewEvidence, ...]


@frozen
class ChangedMap:
    """A map that was changed in the year: what, the latest first."""

    journey: Link
    changes: tuple[MapChange, ...]


@frozen
class YearData:
    """What the page shows, of the journeys that figures count.

    measured: how many moves there are in all. reviewed: maps reviewed since; unreviewed: the others.
    """

    since: datetime.date
    today: datetime.date
    measured: int
    moves: tuple[tuple[Verdict, TopList[MetricMove]], ...]
    reviewed: TopList[ReviewDue]
    unreviewed: TopList[ReviewDue]
    renewed: TopList[NewlyFound]
    opportunities: tuple[tuple[Outcome, TopList[OpportunityCard]], ...]
    changed: TopList[ChangedMap]

    @property
    def maps(self) -> int:
        """Return how many maps are to be reviewed."""
        return self.reviewed.count + self.unreviewed.count


@site_page("insights/year.html")
def year(site: SiteSummary, frame: SiteFrame, wording: Wording) -> Page:
    """Declare the page of the past year."""
    years = tuple([journey.year for journey in site.current])
    return year_page(years, site.current_reviews, current_opportunities(site).outcomes, site.today, frame, wording)


@memo
def year_page(
    pasts: tuple[YearMoves, ...],
    dues: tuple[ReviewDue, ...],
    opportunities: tuple[tuple[Outcome, TopList[OpportunityCard]], ...],
    today: datetime.date,
    frame: SiteFrame,
    wording: Wording,
) -> Page:
    """Return the page of the year up to today, the largest changes and the latest reviews first.

    pasts, dues, openings: of the journeys that figures count; dues by urgency.
    """
    moves = sorted((move for past in pasts for move in past.moves), key=lambda move: (-move.size, move.at.url))
    done = [due for due in dues if is_recent(due.review.reviewed_on, today)]
    data = YearData(
        since=year_before(today),
        today=today,
        measured=len(moves),
        moves=tuple(
            (verdict, TopList.of((m for m in moves if m.verdict == verdict), SHOWN)) for verdict in VERDICTS
        ),
        reviewed=TopList.of(sorted(done, key=_reviewed, reverse=True), SHOWN),
        unreviewed=TopList.of((due for due in dues if not is_recent(due.review.reviewed_on, today)), SHOWN),
        renewed=TopList.of(
            sorted(_renewed(pasts), key=lambda entry: (entry.reviewed_on, entry.journey.title)), SHOWN
        ),
        opportunities=opportunities,
        changed=TopList.of(sorted(_changed(pasts), key=_last_changed, reverse=True), SHOWN),
    )
    title, description = wording("insight.year"), wording("insight.year.lead")
    return Page("insights/year.html", "insights/year.html", title, frame, data, description, "insights")


def _reviewed(due: ReviewDue) -> datetime.date:
    return due.review.reviewed_on or datetime.date.min


def _renewed(pasts: Iterable[YearMoves]) -> list[NewlyFound]:
    reviewed = ((past, past.due.review.reviewed_on) for past in pasts if past.learnt)
    return [NewlyFound(past.due.journey, day, past.learnt) for past, day in reviewed if day]


def _changed(kept: Iterable[YearMoves]) -> list[ChangedMap]:
    return [ChangedMap(past.due.journey, past.changes) for past in kept if past.changes]


def _last_changed(map_: ChangedMap) -> tuple[datetime.date, str]:
    return map_.changes[0].on, map_.journey.title
