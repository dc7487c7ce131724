"""The home page: every journey, the one that needs most attention first."""

from collections.abc import Iterable, Mapping
from heapq import merge
from itertools import islice

from cjsite.analysis.health import Health, total
from cjsite.frozen import frozen
from cjsite.model.registry import Department
from cjsite.model.site import Settings
from cjsite.pages.due import Due
from cjsite.pages.opening import Opening, is_open
from cjsite.pages.page import Frame, Page
from cjsite.pages.row import Row
from cjsite.pages.summary import JourneySummary
from cjsite.pages.survey import Felt, worst_first
from cjsite.wording import Wording

TOP = 6
"""How many entries the lists below the journeys show."""


@frozen
class Portfolio:
    """What the home page shows; figures count as-is journeys that are not archived.

    count: how many these are. departments: id and title of those that appear in a journey.
    """

    tagline: str
    rows: tuple[Row, ...]
    count: int
    health: Health
    overdue: int
    departments: tuple[tuple[str, str], ...]
    products: tuple[str, ...]
    lows: tuple[Felt, ...]
    openings: tuple[Opening, ...]
    reviews: tuple[Due, ...]

    @property
    def order(self) -> str:
        """Return the journeys' ids in the order of the rows."""
        return " ".join([row.id for row in self.rows])


def portfolio_page(
    summaries: tuple[JourneySummary, ...],
    openings: tuple[Opening, ...],
    reviews: tuple[Due, ...],
    settings: Settings,
    departments: Mapping[str, Department],
    frame: Frame,
    wording: Wording,
) -> Page:
    """Return the home page; openings, reviews: of the journeys that figures count, the most important first."""
    current = [s for s in summaries if s.row.current]
    named = {name for s in summaries for name in s.row.departments}
    data = Portfolio(
        tagline=settings.tagline,
        rows=_ordered([s.row for s in summaries]),
        count=len(current),
        health=total(s.row.health for s in current),
        overdue=sum(s.row.review.days_late > 0 for s in current),
        departments=tuple((d.id, d.title or d.id) for d in departments.values() if d.id in named),
        products=_products(s.row for s in summaries),
        lows=_lows(current),
        openings=tuple(islice(filter(is_open, openings), TOP)),
        reviews=reviews[:TOP],
    )
    return Page("index.html", "index.html", settings.title, frame, data, wording("home.description"), "journeys")


def _ordered(rows: list[Row]) -> tuple[Row, ...]:
    """Return the journeys by need; a to-be stands after the as-is that it comes from, archived ones come last."""
    needs = {row.id: _place(row) for row in rows}
    leaders = {row.id: row.follows for row in rows}

    def place(row: Row) -> tuple[tuple[bool, float, str, str], ...]:
        trail = [row.id]
        while (leader := leaders[trail[-1]]) in leaders and leader not in trail:
            trail.append(leader)
        return tuple(needs[name] for name in reversed(trail))

    return tuple(sorted(rows, key=place))


def _place(row: Row) -> tuple[bool, float, str, str]:
    return not row.current, -row.need, row.journey.title, row.id


def _products(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(sorted({row.product for row in rows if row.product}, key=lambda p: (p.casefold(), p)))


def _lows(current: list[JourneySummary]) -> tuple[Felt, ...]:
    return tuple(islice(merge(*(s.lows for s in current), key=worst_first), TOP))
