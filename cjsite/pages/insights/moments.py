"""Every moment of truth of every map in one list: where customers decide whether to go on."""

from itertools import chain
from operator import attrgetter

from cjsite.frozen import frozen
from cjsite.pages.insights.pivot import Pivot
from cjsite.pages.page import Frame, Page
from cjsite.wording import Wording


@frozen
class MomentsData:
    """What the page shows: as-is journeys that are not archived; unplanned: at risk, and nothing is planned."""

    pivots: tuple[Pivot, ...]
    at_risk: int
    unplanned: int
    planned: int


def moments_page(pivots: tuple[tuple[Pivot, ...], ...], frame: Frame, wording: Wording) -> Page:
    """Return the index of moments of truth, in the order of `Pivot.rank`; pivots: of each journey that counts."""
    found = sorted(chain.from_iterable(pivots), key=attrgetter("rank"))
    data = MomentsData(
        pivots=tuple(found),
        at_risk=sum(pivot.at_risk for pivot in found),
        unplanned=sum(pivot.at_risk and not pivot.opportunities for pivot in found),
        planned=sum(bool(pivot.opportunities) for pivot in found),
    )
    title, description = wording("insight.moments"), wording("insight.moments.lead")
    return Page("insights/moments.html", "insights/moments.html", title, frame, data, description, "insights")
