"""Reviews in the order in which they are due."""

from collections.abc import Iterable

from cjsite.analysis.counted import is_counted
from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.review import Review, changes_since_review, review
from cjsite.base.frozen import frozen
from cjsite.summaries.links import Link, department_named, journey_link


@frozen
class ReviewDue:
    """A journey's review and who answers for the map.

    counted: whether figures count the map. ours: the touchpoints there of the department that asks. changed: how
    often the map was changed since.
    """

    journey: Link
    owner: Link | None
    review: Review
    counted: bool = True
    ours: int = 0
    changed: int = 0

    @property
    def is_late(self) -> bool:
        return self.review.days_late > 0


def review_due(inputs: JourneyInput) -> ReviewDue:
    """Return the review of a journey."""
    looked_at = review(inputs.journey, inputs.review_every, inputs.today)
    changed = len(changes_since_review(inputs.journey))
    who = department_named(inputs.journey.owner, inputs.departments)
    counted = is_counted(inputs.journey)
    return ReviewDue(journey_link(inputs.journey), who, looked_at, counted=counted, changed=changed)


def by_urgency(dues: Iterable[ReviewDue]) -> tuple[ReviewDue, ...]:
    """Return the reviews with the latest first; maps that were never reviewed come after those that are late."""
    return tuple(sorted(dues, key=urgency))


def urgency(due: ReviewDue) -> tuple[int, int, str]:
    """Return a review's sort key in that order."""
    review = due.review
    if review.due is None:
        return 1, 0, due.journey.title
    return (0 if due.is_late else 2), review.due.toordinal(), due.journey.title
