"""All touchpoints of a department, the worst first."""

from cjsite.base.frozen import frozen
from cjsite.summaries.department_journey import DepartmentJourney, DepartmentTouchpoint


@frozen
class ListedTouchpoint:
    """A touchpoint of a department in the list of all; counted: whether it is on a map that figures count."""

    counted: bool
    entry: DepartmentTouchpoint

    @property
    def sort_key(self) -> tuple[bool, bool, float, str, int]:
        """The worst first, then what nobody knows; those of maps of the future last."""
        value, at = self.entry.value, self.entry.at
        return not self.counted, value is None, value or 0.0, at.journey.title, at.number


def listed_touchpoints(part: DepartmentJourney) -> tuple[ListedTouchpoint, ...]:
    """Return a department's touchpoints on one map, the worst first."""
    listed = (ListedTouchpoint(part.current, touchpoint) for touchpoint in part.touchpoints)
    return tuple(sorted(listed, key=lambda row: row.sort_key))
