"""Two journeys held against each other: as-is and to-be, two ways of doing one thing, or two revisions of one."""

from collections.abc import Mapping
from typing import Literal

from cjsite.analysis.columns import Column
from cjsite.analysis.effort import Effort, effort
from cjsite.analysis.feeling import Feeling
from cjsite.analysis.handoffs import broken, placed_handoffs
from cjsite.analysis.moments import PlacedMoment
from cjsite.analysis.pairing import pair
from cjsite.analysis.routes import main_route, walks
from cjsite.analysis.savings import Savings, savings
from cjsite.base.frozen import frozen
from cjsite.model.types import MAIN

Kind = Literal["kept", "changed", "added", "removed"]
CHANGE = 0.3
"""Difference of two scores on −2 to +2 from which a feeling counts as another one."""
_SAID = (
    "channel",
    "department",
    "duration",
    "wait",
    "contacts",
    "moment_of_truth",
    "handoff",
    "frontstage",
    "backstage",
    "service",
)
_DONE = ("title", "actions", "pain_points", "work")
FIELDS = ("feeling", *_DONE, *_SAID)
"""What may differ between two touchpoints; themes have a word for each, `insight.field.…`."""


@frozen
class ComparedLine:
    """A journey as one persona lives it: its columns, feelings on any route, and moments of truth.

    courses: the feelings along each route, the main one first.
    """

    points: tuple[Column, ...]
    feelings: tuple[Feeling, ...]
    moments: tuple[PlacedMoment, ...]
    courses: tuple[tuple[Feeling, ...], ...] = ()

    @property
    def main(self) -> tuple[Feeling, ...]:
        """Return the feelings along the main route."""
        return tuple(feeling for feeling in self.feelings if walks(MAIN, feeling.column.step))

    def feeling(self, column: Column) -> Feeling | None:
        """Return the main feeling that stands for a column: its own, or that of its step as a whole."""
        return next((f for f in self.feelings if f.main and f.stands_for(column)), None)

    def moment(self, column: Column) -> PlacedMoment | None:
        """Return a column's moment of truth."""
        return next((m for m in self.moments if m.column.number == column.number), None)


@frozen
class ColumnChange:
    """What becomes of a touchpoint; fields: the names of what differs, `feeling` among them."""

    kind: Kind
    before: Column | None
    after: Column | None
    fields: tuple[str, ...] = ()


@frozen
class Comparison:
    """Before and after: each touchpoint, effort and savings on the main route, handoffs, and moments at risk.

    resolved: moments at risk before that are no longer, or are gone. remaining: at risk in both. risen: only after.
    """

    changes: tuple[ColumnChange, ...]
    effort: tuple[Effort, Effort]
    savings: Savings
    handoffs: tuple[int, int]
    broken: tuple[int, int]
    resolved: tuple[PlacedMoment, ...]
    remaining: tuple[PlacedMoment, ...]
    risen: tuple[PlacedMoment, ...]

    def count(self, kind: Kind) -> int:
        """Count the touchpoints of one kind."""
        return sum(change.kind == kind for change in self.changes)


def compare(before: ComparedLine, after: ComparedLine) -> Comparison:
    """Compare two journeys, touchpoint by touchpoint.

    Touchpoints are the same where their ids, their steps' ids or their titles are. Against itself, a journey
    changes nothing; the other way round, what was added is removed.
    """
    kept = pair(before.points, after.points).kept
    partners = {new.number: before.points[old - 1] for old, new in kept.items()}
    old_handed, new_handed = placed_handoffs(before.points), placed_handoffs(after.points)
    risky_after = {m.column.number for m in after.moments if m.at_risk}
    lasting = {old for old, new in kept.items() if new.number in risky_after}
    at_risk = [m for m in before.moments if m.at_risk]
    before_at_risk = {kept[m.column.number].number for m in at_risk if m.column.number in kept}
    routes = main_route(before.points), main_route(after.points)
    return Comparison(
        changes=_changes(before, after, kept, partners),
        effort=(effort(routes[0]), effort(routes[1])),
        savings=savings(*routes),
        handoffs=(len(old_handed), len(new_handed)),
        broken=(broken(old_handed), broken(new_handed)),
        resolved=tuple(m for m in at_risk if m.column.number not in lasting),
        remaining=tuple(m for m in at_risk if m.column.number in lasting),
        risen=tuple(m for m in after.moments if m.at_risk and m.column.number not in before_at_risk),
    )


def _changes(
    before: ComparedLine, after: ComparedLine, kept: Mapping[int, Column], partners: Mapping[int, Column]
) -> tuple[ColumnChange, ...]:
    """Return every touchpoint once: in the order of after, what is removed where it stood before."""
    changes = []
    waiting = list(before.points)
    for column in after.points:
        old = partners.get(column.number)
        if old is None:
            changes.append(ColumnChange("added", None, column))
            continue
        while waiting and waiting[0].number <= old.number:
            gone = waiting.pop(0)
            if gone.number not in kept:
                changes.append(ColumnChange("removed", gone, None))
        fields = _differing(before, old, after, column)
        changes.append(ColumnChange("changed" if fields else "kept", old, column, fields))
    changes += [ColumnChange("removed", gone, None) for gone in waiting if gone.number not in kept]
    return tuple(changes)


def _differing(before: ComparedLine, old: Column, after: ComparedLine, new: Column) -> tuple[str, ...]:
    said = [name for name in _SAID if getattr(old.touchpoint, name) != getattr(new.touchpoint, name)]
    done = [name for name in _DONE if getattr(old.step, name) != getattr(new.step, name)]
    felt = ["feeling"] if _feels_otherwise(before.feeling(old), after.feeling(new)) else []
    return (*felt, *done, *said)


def _feels_otherwise(old: Feeling | None, new: Feeling | None) -> bool:
    a, b = old.score if old else None, new.score if new else None
    if a is None or b is None:
        return (a is None) != (b is None)
    return abs(a - b) >= CHANGE
