"""A department's share in what the insights say: of one journey, or of any number of journeys put together."""

from functools import partial
from itertools import chain
from math import fsum

from cjsite.base.frozen import frozen
from cjsite.base.rollup import Rollup
from cjsite.summaries.finding_entry import FindingEntry
from cjsite.summaries.journey_analysis import FeelingEntry, TouchpointLink
from cjsite.summaries.links import Link
from cjsite.summaries.moment_of_truth import MomentEntry
from cjsite.summaries.toplist import TopList

MAPS = 24
"""How many maps with findings are listed."""


@frozen
class DepartmentFinding:
    """A finding that the department can mend; warns: whether it is a warning, else a note; place: in the list."""

    code: str
    warns: bool
    hit: FindingEntry
    place: tuple[bool, float, str]


@frozen
class MapFindings:
    """A map and its findings. findings: the page of them all; count: how many are the department's own."""

    findings: Link
    count: int
    place: tuple[float, str]


@frozen
class Expected:
    """What customers expect at a touchpoint; kept: None where nobody knows how it felt."""

    felt: FeelingEntry
    expects: str
    kept: bool | None


@frozen
class DepartmentWorth:
    """What a touchpoint does for customers, apart from how it feels; gap: functional − felt, None if not known."""

    felt: FeelingEntry
    functional: float
    gap: float | None


@frozen
class StageGoal:
    """What customers want of a stage, with the first touchpoint of the department's in it."""

    goal: str
    at: TouchpointLink


@frozen
class PersonaGoals:
    """What a persona on the map wants to achieve."""

    who: Link
    goals: tuple[str, ...]


@frozen
class Needs:
    """What customers want where the department works, what they expect there, and what it is worth to them."""

    wishes: tuple[PersonaGoals, ...] = ()
    aims: TopList[StageGoal] = TopList()
    expected: TopList[Expected] = TopList()
    broken: int = 0
    worths: TopList[DepartmentWorth] = TopList()


@frozen
class DepartmentWait:
    """A wait in minutes. way: `customer` for one at a touchpoint, `from` or `to` for a case on its way.

    other: where that comes from or goes ('' = nobody is named). planned: whether the step has an opportunity; of a
    handoff nobody asks that.
    """

    at: TouchpointLink
    minutes: float
    way: str
    other: Link | None = None
    planned: bool | None = None


@frozen
class Failure:
    """A step that exists only because another one, `cause`, failed; who: which department's, if one is named.

    contacts, minutes: what it costs customers, None where that is not known.
    """

    at: TouchpointLink
    cause: str
    who: Link
    contacts: int | None
    minutes: float | None


@frozen
class Failures:
    """Failure demand. caused: by the department, wherever it lands, with its cost as far as is known.

    landed: at its touchpoints, caused by others.
    """

    caused: TopList[Failure] = TopList()
    contacts: int = 0
    minutes: float = 0.0
    landed: TopList[Failure] = TopList()


@frozen
class DepartmentFindings:
    """What was found where the department works: warnings first, and the maps that need most first among them."""

    listed: TopList[DepartmentFinding] = TopList()
    warnings: int = 0
    maps: TopList[MapFindings] = TopList()


@frozen
class DepartmentInsights:
    """A department's share in the insights of one journey, or of many. tips: moments before the purchase."""

    flaws: DepartmentFindings = DepartmentFindings()
    tips: TopList[MomentEntry] = TopList()
    needs: Needs = Needs()
    halts: TopList[DepartmentWait] = TopList()
    failures: Failures = Failures()


roll_up_department_insights = Rollup(
    DepartmentInsights,
    flaws=Rollup(DepartmentFindings, listed=TopList.merged, warnings=sum, maps=partial(TopList.merged, most=MAPS)),
    tips=TopList.merged,
    needs=Rollup(
        Needs,
        wishes=lambda values: tuple(dict.fromkeys(chain.from_iterable(values))),
        aims=TopList.merged,
        expected=TopList.merged,
        broken=sum,
        worths=TopList.merged,
    ),
    halts=TopList.merged,
    failures=Rollup(Failures, caused=TopList.merged, contacts=sum, minutes=fsum, landed=TopList.merged),
)
"""Puts a department's share in many journeys together."""
