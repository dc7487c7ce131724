"""Reviews in the order in which they are due."""

from collections.abc import Iterable

from cjsite.analysis.review import Review, review
from cjsite.frozen import frozen
from cjsite.pages.cast import Cast
from cjsite.pages.links import department_link, journey_link
from cjsite.pages.page import Link


@frozen
class Due:
    """A journey's review and who answers for the map; ours: the touchpoints there of the department that asks."""

    journey: Link
    owner: Link | None
    review: Review
    ours: int = 0

    @property
    def is_late(self) -> bool:
        return self.review.days_late > 0


def due(cast: Cast) -> Due:
    """Return the review of a journey."""
    owner = cast.departments.get(cast.journey.owner)
    looked_at = review(cast.journey, cast.review_every, cast.today)
    return Due(journey_link(cast.journey), department_link(owner) if owner else None, looked_at)


def by_urgency(dues: Iterable[Due]) -> tuple[Due, ...]:
    """Return the reviews with the latest first; maps that were never reviewed come after those that are late."""
    return tuple(sorted(dues, key=urgency))


def urgency(due: Due) -> tuple[int, int, str]:
    """Return a review's place in that order."""
    review = due.review
    if review.due is None:
        return 1, 0, due.journey.title
    return (0 if due.is_late else 2), review.due.toordinal(), due.journey.title
