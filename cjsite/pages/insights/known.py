"""How what a map says is known: in which way, and who told us."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import add

from cjsite.pages.insights.point import Point

WAYS = ("observed", "reported", "inferred", "assumed", "")


@dataclass(frozen=True, slots=True)
class Known:
    """Counts of touchpoints in the order of `WAYS`; heard, staff: told of by customers, by staff only."""

    counts: tuple[int, ...] = (0,) * len(WAYS)
    heard: int = 0
    staff: int = 0

    @property
    def total(self) -> int:
        return sum(self.counts)

    @property
    def open(self) -> float:
        """Return the share of touchpoints that no customer has told of."""
        return (self.total - self.heard) / (self.total or 1)


def known(points: Iterable[Point]) -> Known:
    """Count the touchpoints of a map."""
    pairs = [(point.known, point.standing) for point in points]
    ways, standings = [way for way, _ in pairs], [told for _, told in pairs]
    heard = standings.count("strong") + standings.count("some")
    return Known(tuple(ways.count(way) for way in WAYS), heard, standings.count("staff"))


def together(parts: Iterable[Known]) -> Known:
    """Return the counts of several maps summed up."""
    total = Known()
    for one in parts:
        counts = tuple(map(add, total.counts, one.counts))
        total = Known(counts, total.heard + one.heard, total.staff + one.staff)
    return total
