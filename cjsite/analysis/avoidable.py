"""Effort in the wrong place: what the customer need not do, and what the journey would be without it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Literal

from cjsite.analysis.columns import Column
from cjsite.analysis.effort import Effort, effort
from cjsite.analysis.ownership import holder
from cjsite.base.frozen import frozen, replace
from cjsite.base.span import Span
from cjsite.model.step import Step

Reason = Literal["failure", "misplaced", "again"]


@frozen
class AvoidableStep:
    """A step that the customer could be spared.

    reason: failure = another step failed and made it necessary; misplaced = it is the organisation's own work;
    again = the same counter is met as in the step before, so that both could be one. points: its columns.
    department: who could spare the customer ('' = nobody is named). cause: the title of the step that failed.
    """

    reason: Reason
    points: tuple[Column, ...]
    department: str
    cause: str = ""

    @property
    def column(self) -> Column:
        return self.points[0]

    @property
    def effort(self) -> Effort:
        """Return what the customer is spared: the step's cost; of one that could be merged, its contacts alone."""
        whole = effort(self.points)
        return replace(whole, minutes=None, waiting=None) if self.reason == "again" else whole


def avoidable(points: Iterable[Column], abroad: Mapping[str, Step] | None = None) -> tuple[AvoidableStep, ...]:
    """Return the steps that the customer could be spared, in order, each for its first reason.

    abroad: steps of other journeys by `journey#step`. Failure demand after Seddon (2003): demand that comes from
    not doing something, or not doing it right, for the customer. It counts for the department that caused it.

    >>> from cjsite.analysis.columns import columns
    >>> from cjsite.model.journey import Journey
    >>> steps = [{"title": "Orders", "channel": "web", "department": "sales"},
    ...          {"title": "Copies the number", "work": {"done_by": "customer", "should_be_by": "sales"}},
    ...          {"title": "Asks where it is", "channel": "phone", "department": "care", "caused_by": "orders"}]
    >>> order = Journey.model_validate({"title": "Order", "stages": [{"title": "Buy", "steps": steps}]})
    >>> [(one.reason, one.column.title, one.department) for one in avoidable(columns(order))]
    [('misplaced', 'Copies the number', 'sales'), ('failure', 'Asks where it is', 'sales')]
    """
    groups = by_step(points)
    here = {name: group[0].step for group in groups for name in (group[0].step.id, *(c.id for c in group))}
    steps: list[AvoidableStep] = []
    last: Column | None = None
    for group in groups:
        step = _avoidable(group, last, here, abroad or {})
        if step is not None:
            steps.append(step)
        # What the customer need not do comes between no two counters: the one before it is still the last.
        if step is None or step.reason == "again":
            last = group[-1]
    return tuple(steps)


def by_step(points: Iterable[Column]) -> list[tuple[Column, ...]]:
    """Return the columns in groups, one a step."""
    return [tuple(group) for _, group in groupby(points, key=lambda column: id(column.step))]


def shortest(points: Sequence[Column], whole: Effort, spared: Iterable[AvoidableStep]) -> Effort:
    """Return the effort of the shortest journey that the map allows: without what could be spared.

    whole: the journey's own effort.
    Steps from failures and the organisation's own work go; a step at the same counter as the one before stays as
    time and gives up its contacts. No figure is ever larger than the journey's own.
    """
    gone = {id(step.column.step) for step in spared if step.reason != "again"}
    merged = [column for step in spared if step.reason == "again" for column in step.points]
    rest = effort([column for column in points if id(column.step) not in gone])
    again = effort(merged)
    return Effort(
        steps=rest.steps - again.steps,
        minutes=None if whole.minutes is None else rest.minutes or Span(),
        waiting=None if whole.waiting is None else rest.waiting or Span(),
        contacts=None if whole.contacts is None else (rest.contacts or 0) - (again.contacts or 0),
        switches=rest.switches,
        known=rest.known,
        stated=rest.stated,
    )


def answers_for(step: Step, name: str = "") -> str:
    """Return the department that a step's failure counts for, '' where none is named.

    name: the id that is blamed. Where it is that of one of several touchpoints, who holds the case there; else
    whose work the step is, who can mend its worst pain point, or who holds the case at its end.
    """
    blamed = next((meeting for meeting in step.touchpoints if meeting.id == name != step.id), None)
    if blamed and holder(blamed):
        return holder(blamed)
    if step.work and step.work.should_be_by:
        return step.work.should_be_by
    pains = sorted((p for p in step.pain_points if p.department), key=lambda p: -(p.rank or 0))
    return pains[0].department if pains else holder(step.meetings[-1]) or holder(step)


def _avoidable(
    group: tuple[Column, ...], last: Column | None, here: Mapping[str, Step], abroad: Mapping[str, Step]
) -> AvoidableStep | None:
    step = group[0].step
    if step.caused_by:
        name = step.caused_by.rpartition("#")[2]
        cause = abroad.get(step.caused_by) or here.get(name)
        who, title = (answers_for(cause, name), cause.title) if cause else ("", "")
        return AvoidableStep("failure", group, who, title)
    if step.work and step.work.done_by == "customer" and step.work.should_be_by not in ("", "customer", "nobody"):
        return AvoidableStep("misplaced", group, step.work.should_be_by)
    if last is not None and _is_again(last, group):
        return AvoidableStep("again", group, group[0].touchpoint.department)
    return None


def _is_again(last: Column, group: tuple[Column, ...]) -> bool:
    """Tell whether a step is one more contact at the counter just left, with nothing to decide in between."""
    at, before = group[0].touchpoint, last.touchpoint
    same = (at.channel, at.department) == (before.channel, before.department) and at.channel and at.department
    decides = before.moment_of_truth or at.moment_of_truth
    contacts = len(group) == 1 and at.contacts and before.contacts
    return bool(same and contacts and not decides) and set(last.step.path) == set(group[0].step.path)
