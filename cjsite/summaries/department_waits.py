"""What customers wait for because of a department, and what they do again because something failed."""

from collections.abc import Iterable, Mapping

from cjsite.analysis.columns import Column
from cjsite.base.frozen import frozen
from cjsite.base.span import Span
from cjsite.model.registry import Department
from cjsite.summaries.journey_analysis import TouchpointLink
from cjsite.summaries.journey_insights import JourneyInsights, SparedStep
from cjsite.summaries.links import Link, department_named
from cjsite.summaries.toplist import TopList


@frozen
class DepartmentWait:
    """A wait in minutes. way: `customer` for one at a touchpoint, `from` or `to` for a case on its way.

    other: where that comes from or goes ('' = nobody is named). planned: whether the step has an opportunity; of a
    handoff nobody asks that.
    """

    at: TouchpointLink
    minutes: Span
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
    minutes: Span | None


@frozen
class Failures:
    """Failure demand. caused: by the department, wherever it lands; journeys: on how many that is.

    landed: at its touchpoints, caused by others.
    """

    caused: TopList[Failure] = TopList()
    journeys: int = 0
    landed: TopList[Failure] = TopList()

    @property
    def count(self) -> int:
        """Return how many steps that is."""
        return self.caused.count + self.landed.count


def department_waits(
    insights: JourneyInsights, department: str, mine: list[Column], departments: Mapping[str, Department]
) -> Iterable[DepartmentWait]:
    """Yield the waits at the department's touchpoints, and of the cases that it hands on or takes."""
    numbers = {column.number for column in mine}
    for wait in insights.effort.waits:
        if wait.at.number in numbers:
            yield DepartmentWait(wait.at, wait.minutes, "customer", planned=wait.planned)
    for handoff in insights.handoffs:
        if handoff.minutes is not None and department in (handoff.giver, handoff.taker):
            way, who = ("from", handoff.giver) if handoff.taker == department else ("to", handoff.taker)
            yield DepartmentWait(handoff.at, handoff.minutes, way, department_named(who, departments) or Link(""))


def department_failures(
    insights: JourneyInsights, department: str, mine: list[Column], departments: Mapping[str, Department]
) -> Failures:
    """Return the failure demand that a department causes, and what lands at its touchpoints, `mine`."""
    numbers = {column.number for column in mine}
    demand = [step for step in insights.effort.spared if step.reason == "failure"]
    caused = [step for step in demand if step.who == department]
    landed = (
        _failure(step, departments) for step in demand if step.who != department and step.at.number in numbers
    )
    return Failures(
        caused=TopList.of((_failure(step, departments) for step in caused), sort_key=_failure_key),
        journeys=int(bool(caused)),
        landed=TopList.of(landed, sort_key=_failure_key),
    )


def _failure(spared: SparedStep, departments: Mapping[str, Department]) -> Failure:
    who = department_named(spared.who, departments) or Link("")
    return Failure(spared.at, spared.cause, who, spared.effort.contacts, spared.effort.minutes)


def longest_first(wait: DepartmentWait) -> tuple[float, float, str, str]:
    """The longest first."""
    return *wait.minutes.largest_first, wait.at.url, wait.way


def _failure_key(failure: Failure) -> tuple[int, float, float, str]:
    """What costs customers most first."""
    return -(failure.contacts or 0), *(failure.minutes or Span()).largest_first, failure.at.url
