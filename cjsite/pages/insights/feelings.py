"""Feelings: what each journey is like moment by moment and so far, what is borne, and what is promised."""

from functools import partial

from cjsite.analysis.tolerance import Fate
from cjsite.frozen import frozen
from cjsite.gathering import Together
from cjsite.pages.insights.along import Along, Broken, Low, Worth
from cjsite.pages.page import Frame, Link, Page
from cjsite.pages.ranked import Ranked
from cjsite.pages.survey import Felt, worst_first
from cjsite.wording import Wording

SHOWN = 40
"""How many journeys are shown with their lines; a thousand would be a page of several megabytes."""
FIRST = 15
"""How many entries a list over all journeys shows."""
FATES: tuple[Fate, ...] = ("leaves", "open", "accepted", "compensated")


@frozen
class Brief:
    """A journey in short; figures on the author's scale, None where they are not known."""

    journey: Link
    mean: float | None
    peak_end: float | None
    lowest: Felt | None
    known: int
    total: int


@frozen
class Borne:
    """What customers bear on one journey, or on many.

    worse: journeys that are remembered as worse than their mean; remembered: those of which both are known.
    lows: negative feelings by what becomes of them, in the order of `FATES`. broken: promises; kept, unknown: how
    many are kept, and of how many nobody knows.
    """

    worse: int = 0
    remembered: int = 0
    lows: tuple[Ranked[Low], ...] = tuple(Ranked() for _ in FATES)
    broken: Ranked[Broken] = Ranked()
    kept: int = 0
    unknown: int = 0
    worths: Ranked[Worth] = Ranked()

    @property
    def bad(self) -> int:
        """Return how many feelings are negative."""
        return sum(low.count for low in self.lows)


@frozen
class FeelingsData:
    """What the page shows: as-is journeys that are not archived; rest: those after the first `SHOWN`."""

    journeys: tuple[Along, ...]
    rest: tuple[Brief, ...]
    borne: Borne

    @property
    def lows(self) -> tuple[tuple[Fate, Ranked[Low]], ...]:
        """Return the negative feelings by what becomes of them."""
        return tuple(zip(FATES, self.borne.lows, strict=True))


def feelings_page(journeys: tuple[Along, ...], borne: Borne, frame: Frame, wording: Wording) -> Page:
    """Return the page on feelings: the journey with the worst mean first, unknown ones last; borne: by all."""
    ordered = sorted(journeys, key=_place)
    data = FeelingsData(tuple(ordered[:SHOWN]), tuple(map(_brief, ordered[SHOWN:])), borne)
    title, description = wording("insight.feelings"), wording("insight.feelings.lead")
    return Page("insights/feelings.html", "insights/feelings.html", title, frame, data, description, "insights")


def borne(one: Along) -> Borne:
    """Return what is borne on one journey."""
    ends = one.peak_end is not None and one.mean is not None
    return Borne(
        # As the page writes them: nobody sees a difference of a hundredth.
        worse=int(ends and round(one.peak_end or 0.0, 1) < round(one.mean or 0.0, 1)),
        remembered=int(ends),
        lows=tuple(Ranked.of((low for low in one.lows if low.fate == fate), FIRST, _low_place) for fate in FATES),
        broken=Ranked.of(one.broken, FIRST, _broken_place),
        kept=one.promises[0],
        unknown=one.promises[1],
        worths=Ranked.of(one.worths, FIRST, _widest_first),
    )


_first = partial(Ranked.merged, most=FIRST)
borne_together = Together(
    Borne,
    worse=sum,
    remembered=sum,
    lows=lambda values: tuple(map(_first, zip(*values, strict=True))) or Borne().lows,
    broken=_first,
    kept=sum,
    unknown=sum,
    worths=_first,
)
"""Puts what is borne on many journeys together."""


def _brief(one: Along) -> Brief:
    lowest = one.extremes.lowest.felt if one.extremes.lowest else None
    return Brief(one.journey, one.mean, one.peak_end, lowest, one.known, one.total)


def _place(one: Along) -> tuple[bool, float, str]:
    return one.mean is None, one.mean or 0.0, one.journey.title


def _low_place(low: Low) -> tuple[float, str]:
    return worst_first(low.felt)


def _broken_place(broken: Broken) -> tuple[float, str]:
    # What is not known may be broken for another reason than its feeling; it comes after what feels bad.
    return worst_first(broken.felt)


def _widest_first(worth: Worth) -> tuple[bool, float, str]:
    return worth.gap is None, -abs(worth.gap or 0.0), worth.felt.at.url
