"""Feelings: what each journey is like moment by moment and so far, what is borne, and what is promised."""

from cjsite.analysis.tolerance import Fate
from cjsite.frozen import frozen
from cjsite.pages.insights.along import Along, Broken, Low, Worth
from cjsite.pages.page import Frame, Link, Page
from cjsite.pages.ranked import Ranked
from cjsite.pages.survey import Felt
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
class FeelingsData:
    """What the page shows: as-is journeys that are not archived; rest: those after the first `SHOWN`.

    worse: journeys that are remembered as worse than their mean; remembered: those of which both are known.
    kept, unknown: promises that are kept, and those of which nobody knows.
    """

    journeys: tuple[Along, ...]
    rest: tuple[Brief, ...]
    worse: int
    remembered: int
    lows: tuple[tuple[Fate, Ranked[Low]], ...]
    bad: int
    broken: Ranked[Broken]
    kept: int
    unknown: int
    worths: Ranked[Worth]


def feelings_page(journeys: tuple[Along, ...], frame: Frame, wording: Wording) -> Page:
    """Return the page on feelings: the journey with the worst mean first, unknown ones last."""
    ordered = sorted(journeys, key=_place)
    lows = sorted((low for one in journeys for low in one.lows), key=lambda low: _worst_first(low.felt))
    broken = sorted((it for one in journeys for it in one.broken), key=lambda it: _worst_first(it.felt))
    both = [(one.peak_end, one.mean) for one in journeys if one.peak_end is not None and one.mean is not None]
    data = FeelingsData(
        journeys=tuple(ordered[:SHOWN]),
        rest=tuple(map(_brief, ordered[SHOWN:])),
        # As the page writes them: nobody sees a difference of a hundredth.
        worse=sum(round(end, 1) < round(mean, 1) for end, mean in both),
        remembered=len(both),
        lows=tuple((fate, Ranked.of((low for low in lows if low.fate == fate), FIRST)) for fate in FATES),
        bad=len(lows),
        broken=Ranked.of(broken, FIRST),
        kept=sum(one.promises[0] for one in journeys),
        unknown=sum(one.promises[1] for one in journeys),
        worths=Ranked.of(sorted((it for one in journeys for it in one.worths), key=_widest_first), FIRST),
    )
    title, description = wording("insight.feelings"), wording("insight.feelings.lead")
    return Page("insights/feelings.html", "insights/feelings.html", title, frame, data, description, "insights")


def _brief(one: Along) -> Brief:
    lowest = one.extremes.lowest.felt if one.extremes.lowest else None
    return Brief(one.journey, one.mean, one.peak_end, lowest, one.known, one.total)


def _place(one: Along) -> tuple[bool, float, str]:
    return one.mean is None, one.mean or 0.0, one.journey.title


def _worst_first(felt: Felt) -> tuple[float, str]:
    # What is not known may be broken for another reason than its feeling; it comes after what feels bad.
    return felt.score if felt.score is not None else 0.0, felt.at.url


def _widest_first(worth: Worth) -> tuple[bool, float, str]:
    return worth.gap is None, -abs(worth.gap or 0.0), worth.felt.at.url
