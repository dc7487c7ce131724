"""What customers bear, and which promises are broken or exceeded: on one map, or on many put together."""

from functools import partial

from cjsite.analysis.tolerance import FATES
from cjsite.base.frozen import frozen
from cjsite.base.rollup import Rollup
from cjsite.summaries.feelings_line import FeelingsLine, JudgedPromise, LowFeeling, WorthEntry
from cjsite.summaries.journey_analysis import worst_first
from cjsite.summaries.toplist import TopList
from cjsite.text.rounding import rounded

FIRST = 15
"""How many entries a list over all journeys shows."""


@frozen
class LowFeelings:
    """What customers bear on one journey, or on many.

    worse: journeys that are remembered as worse than their mean; remembered: those of which both are known.
    lows: negative feelings by what becomes of them, in the order of `FATES`. broken, exceeded: promises; kept,
    unknown: how many are just kept, and of how many nobody says.
    """

    worse: int = 0
    remembered: int = 0
    lows: tuple[TopList[LowFeeling], ...] = tuple(TopList() for _ in FATES)
    broken: TopList[JudgedPromise] = TopList()
    exceeded: TopList[JudgedPromise] = TopList()
    kept: int = 0
    unknown: int = 0
    worths: TopList[WorthEntry] = TopList()

    @property
    def bad(self) -> int:
        """Return how many feelings are negative."""
        return sum(low.count for low in self.lows)

    @property
    def promises(self) -> int:
        """Return how many expectations there are."""
        return self.broken.count + self.exceeded.count + self.kept + self.unknown


def low_feelings(line: FeelingsLine) -> LowFeelings:
    """Return what is borne on one journey."""
    ends = line.peak_end is not None and line.mean is not None
    return LowFeelings(
        # As the page writes them: nobody sees a difference of a hundredth.
        worse=int(ends and rounded(line.peak_end or 0.0, 1) < rounded(line.mean or 0.0, 1)),
        remembered=int(ends),
        lows=tuple(
            TopList.of((low for low in line.lows if low.fate == fate), FIRST, _felt_worst) for fate in FATES
        ),
        broken=TopList.of(line.broken, FIRST, _felt_worst),
        exceeded=TopList.of(line.exceeded, FIRST, _best_first),
        kept=line.promises[0],
        unknown=line.promises[1],
        worths=TopList.of(line.worths, FIRST, _widest_first),
    )


_first = partial(TopList.merged, most=FIRST)


roll_up_low_feelings = Rollup(
    LowFeelings,
    worse=sum,
    remembered=sum,
    lows=lambda values: tuple(map(_first, zip(*values, strict=True))) or LowFeelings().lows,
    broken=_first,
    exceeded=_first,
    kept=sum,
    unknown=sum,
    worths=_first,
)
"""Puts what is borne on many journeys together."""


def _felt_worst(entry: LowFeeling | JudgedPromise) -> tuple[float, str]:
    # A promise whose feeling is not known may be broken for another reason; it comes after what feels bad.
    return worst_first(entry.felt)


def _best_first(exceeded: JudgedPromise) -> tuple[float, str]:
    return -(exceeded.felt.score or 0.0), exceeded.felt.at.url


def _widest_first(worth: WorthEntry) -> tuple[bool, float, str]:
    return worth.gap is None, -abs(worth.gap or 0.0), worth.felt.at.url
