"""The health of a map, of a department's share in it, or of many maps: counts that can be added up."""

from collections.abc import Iterable, Sequence
from operator import attrgetter

from cjsite.analysis.evidence import Support
from cjsite.analysis.feeling import Band, band
from cjsite.analysis.handoffs import PlacedHandoff, broken
from cjsite.analysis.moments import PlacedMoment
from cjsite.analysis.pains import PlacedPain, is_severe
from cjsite.analysis.risk import is_at_risk
from cjsite.base.frozen import fields, frozen
from cjsite.model.emotion import Scale


@frozen
class Health:
    """Counts; felt, mood: the sum of the `known` columns' feelings on the author's scale, and on −2 to +2.

    heard, staff: touchpoints told of by customers, by staff only. unplanned: severe pain points without an
    opportunity. unowned: touchpoints of ours that no department stands behind.
    high, at_risk: moments of truth whose risk is high, and is high or some.
    """

    touchpoints: int = 0
    heard: int = 0
    staff: int = 0
    known: int = 0
    felt: float = 0.0
    mood: float = 0.0
    moments: int = 0
    high: int = 0
    at_risk: int = 0
    severe: int = 0
    unplanned: int = 0
    handoffs: int = 0
    broken: int = 0
    unowned: int = 0

    @property
    def mean(self) -> float | None:
        """Return the mean feeling on the author's scale, None where nothing is known."""
        return self.felt / self.known if self.known else None

    @property
    def mean_mood(self) -> float | None:
        """Return the mean feeling on −2 to +2, None where nothing is known."""
        return self.mood / self.known if self.known else None

    @property
    def band(self) -> Band:
        """Return the band of the mean feeling."""
        return band(self.mean_mood)

    @property
    def some_risk(self) -> int:
        """Return the moments of truth whose risk is some."""
        return self.at_risk - self.high

    @property
    def silent(self) -> int:
        """Return the touchpoints that nobody has told of."""
        return self.touchpoints - self.heard - self.staff

    @property
    def heard_share(self) -> float:
        """Return the touchpoints heard of from customers, in per cent."""
        return 100 * self.heard / self.touchpoints if self.touchpoints else 0.0

    @property
    def staff_share(self) -> float:
        """Return the touchpoints told of by staff only, in per cent."""
        return 100 * self.staff / self.touchpoints if self.touchpoints else 0.0


_counts = attrgetter(*fields(Health))


def health(
    support: Support,
    means: Sequence[float],
    scale: Scale,
    moments: Iterable[PlacedMoment],
    pains: Iterable[PlacedPain],
    passages: Iterable[PlacedHandoff],
    unowned: int,
) -> Health:
    """Count what a map, or a part of one, consists of; means: as of `feeling.means`, of its columns."""
    touchpoints_felt = len(means)
    mean = sum(means) / touchpoints_felt if touchpoints_felt else 0.0
    risks = [moment.risk for moment in moments]
    severe = [pain.planned for pain in pains if is_severe(pain.pain)]
    handed = list(passages)
    return Health(
        touchpoints=support.total,
        heard=support.heard,
        staff=support.staff,
        known=touchpoints_felt,
        felt=mean * touchpoints_felt,
        mood=scale.normal(mean) * touchpoints_felt,
        moments=len(risks),
        high=risks.count("high"),
        at_risk=sum(map(is_at_risk, risks)),
        severe=len(severe),
        unplanned=severe.count(False),
        handoffs=len(handed),
        broken=broken(handed),
        unowned=unowned,
    )


def total(parts: Iterable[Health]) -> Health:
    """Return the sum of all parts."""
    return Health(*map(sum, zip(*map(_counts, parts), strict=True)))
