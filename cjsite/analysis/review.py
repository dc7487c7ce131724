"""The review clock: a map is held against reality at least once a cycle."""

import datetime

from cjsite.base.frozen import frozen
from cjsite.base.months import months_between
from cjsite.model.journey import Journey
from cjsite.model.quantities import Cycle
from cjsite.model.upkeep import Change


@frozen
class Review:
    """When a map was reviewed, when it is due, and how many days it is late (0: not yet)."""

    reviewed_on: datetime.date | None
    due: datetime.date | None
    days_late: int

    @property
    def months_late(self) -> int:
        """Return how many whole months the review is late."""
        late = datetime.timedelta(self.days_late)
        return months_between(self.due, self.due + late) if self.due else 0


def review(journey: Journey, every: Cycle, today: datetime.date) -> Review:
    """Return the state of a map's review; a map that was never reviewed has no due date."""
    if journey.reviewed_on is None:
        return Review(None, None, 0)
    due = (journey.review_every or every).after(journey.reviewed_on)
    return Review(journey.reviewed_on, due, (today - due).days if today > due else 0)


def changes_since_review(journey: Journey) -> tuple[Change, ...]:
    """Return what was changed on a map after the day of its last review; nothing where there was none."""
    reviewed = journey.reviewed_on
    return tuple(change for change in journey.changes if reviewed and change.on > reviewed)
