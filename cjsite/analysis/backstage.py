"""What the customer does not see: who works without being met, and with which systems."""

from collections.abc import Iterable, Mapping

from cjsite.analysis.columns import Column
from cjsite.analysis.ownership import backstage, frontstage
from cjsite.base.frozen import frozen


@frozen
class SystemUse:
    """A system at a touchpoint, with the department that works with it ('' = not named) and what is done."""

    column: Column
    system: str
    department: str
    does: str


def unseen(points: Iterable[Column]) -> Mapping[str, tuple[Column, ...]]:
    """Return by department the touchpoints that it shapes, for those that the customer never meets on the map."""
    every = list(points)
    met = {name for column in every for name in frontstage(column.touchpoint)}
    by_department: dict[str, list[Column]] = {}
    for column in every:
        for department in backstage(column.touchpoint):
            if department not in met:
                by_department.setdefault(department, []).append(column)
    return {department: tuple(shaped) for department, shaped in by_department.items()}


def systems(points: Iterable[Column]) -> tuple[SystemUse, ...]:
    """Return every use of a system along the columns: from each back to the customer's step.

    >>> from cjsite.analysis.columns import columns
    >>> from cjsite.model.journey import Journey
    >>> steps = [{"title": "Orders", "backstage": {"department": "store", "does": "Packs", "system": "Stock list"}}]
    >>> order = Journey.model_validate({"title": "Order", "stages": [{"title": "Buy", "steps": steps}]})
    >>> [(use.system, use.column.title) for use in systems(columns(order))]
    [('Stock list', 'Orders')]
    """
    return tuple(
        SystemUse(column, work.system, work.department, work.does)
        for column in points
        for field in ("frontstage", "backstage")
        if column.begins(field)
        for work in getattr(column.touchpoint, field)
        if work.system
    )
