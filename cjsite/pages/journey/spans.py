"""What a step says for several of its touchpoints: in which lane it stands over which of their columns."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby

from cjsite.analysis.columns import Column
from cjsite.analysis.ownership import backstage, frontstage
from cjsite.base.frozen import field, frozen, replace
from cjsite.model.step import SPANNING, Step
from cjsite.model.touchpoint import BLANK, Backstage, Touchpoint

Slot = tuple[str, str]
"""A lane: its kind, and the department where each has its own."""
_LANES: Mapping[str, tuple[str, ...]] = {
    "moments": ("moment_of_truth",),
    "effort": ("duration", "wait"),
    "props": ("props",),
    "evidence": ("evidence", "confidence"),
    "measures": ("metrics",),
}
"""The fields of the lanes in which a touchpoint has one cell."""
_SIDES = {"frontstage": "front", "backstage": "back"}


@frozen
class CellSpan:
    """What stands over columns of a step side by side; column: the first of them, with what the step says at it."""

    column: Column
    width: int
    slots: frozenset[Slot]


@frozen
class StepSpans:
    """What a step says for several touchpoints.

    over: what has room over columns side by side. beside, systems: by index, what has none, and stands in the cells
    of the first touchpoint that it holds for. aside: the fields that every touchpoint has its own of.
    """

    over: tuple[CellSpan, ...] = ()
    beside: Mapping[int, Mapping[str, object]] = field(default_factory=dict)
    systems: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    aside: tuple[str, ...] = ()

    def starting_at(self, column: Column) -> tuple[CellSpan, ...]:
        """Return what stands over columns from this one on."""
        return tuple(span for span in self.over if span.column.number == column.number)

    def covers(self, column: Column, kind: str) -> bool:
        """Tell whether a lane's cell stands over a column."""
        return any(
            span.column.number <= column.number < span.column.number + span.width and (kind, "") in span.slots
            for span in self.over
        )


NOTHING = StepSpans()


def column_spans(columns: Sequence[Column], measured: Collection[str]) -> tuple[StepSpans, ...]:
    """Return what the step of each column of a map says for several touchpoints; measured: as of `step_spans`."""
    spans: list[StepSpans] = []
    for _, group in groupby(columns, key=lambda column: id(column.step)):
        of_step = list(group)
        spans += [step_spans(of_step, measured)] * len(of_step)
    return tuple(spans)


def step_spans(columns: Sequence[Column], measured: Collection[str]) -> StepSpans:
    """Return where what a step says for several touchpoints stands.

    columns: all of the step. measured: the ids of steps and touchpoints with figures in the table of measurements.
    """
    step = columns[0].step
    if not step.spans:
        return NOTHING
    taken = [
        _taken(column.written) | ({("measures", "")} if column.id in measured else set()) for column in columns
    ]
    runs: dict[tuple[int, int], set[Slot]] = {}
    beside: dict[int, dict[str, object]] = {}
    systems: dict[int, tuple[str, ...]] = {}
    for slot, fields in _slots(step).items():
        free = [i for i in sorted({i for name in fields for i in step.spans[name]}) if slot not in taken[i]]
        for start, width in _side_by_side(free):
            runs.setdefault((start, width), set()).add(slot)
        for name in fields if not free else ():
            first = next(iter(step.spans[name]), None)
            if first is not None and slot[0] == "systems":
                systems[first] = (*systems.get(first, ()), *(w.system for w in _works(step, name) if w.system))
            elif first is not None:
                _put(beside.setdefault(first, {}), step, name, slot[1])
    over = (
        CellSpan(_of_step(columns[start]), width, frozenset(slots))
        for (start, width), slots in sorted(runs.items())
    )
    return StepSpans(tuple(over), beside, systems, tuple(name for name, at in step.spans.items() if not at))


def in_cells(column: Column, spans: StepSpans) -> Column:
    """Return a column with what stands in its own cells: what is written there, and what has no room over it."""
    if spans is NOTHING:
        return column
    holds = {name: getattr(column.touchpoint, name) for name in ("evidence", "confidence") if column.of_step(name)}
    return replace(column, touchpoint=column.written.but(**{**holds, **spans.beside.get(column.index, {})}))


def in_full(column: Column) -> Column:
    """Return a column with all that holds there, what its step says for several touchpoints included."""
    given = {name: getattr(column.step, name) for name in column.step.spans if column.of_step(name)}
    return replace(column, touchpoint=column.written.but(**given)) if given else column


def set_aside(column: Column, spans: StepSpans) -> Column:
    """Return a column with nothing but what its step says and each of its touchpoints says for itself, too."""
    return replace(column, touchpoint=BLANK.but(**{name: getattr(column.step, name) for name in spans.aside}))


def _of_step(column: Column) -> Column:
    given = {name: getattr(column.step, name) for name in SPANNING if column.step.spans.get(name)}
    return replace(column, touchpoint=BLANK.but(**given), id=column.step.id)


def _put(beside: dict[str, object], step: Step, name: str, department: str) -> None:
    """Add what a step says in a lane to what stands beside a touchpoint's own."""
    if name in _SIDES:
        before = beside.get(name, ())
        works = (work for work in _works(step, name) if work.department == department)
        beside[name] = (*(before if isinstance(before, tuple) else ()), *works)
    else:
        beside[name] = getattr(step, name)


def _slots(step: Step) -> dict[Slot, tuple[str, ...]]:
    """Return the lanes that a step says something in for several touchpoints, with the fields that say it."""
    said = step.spans.keys()
    slots: dict[Slot, tuple[str, ...]] = {
        (kind, ""): tuple(name for name in fields if name in said) for kind, fields in _LANES.items()
    }
    met = {work.department for work in step.frontstage if work.department and "frontstage" in said}
    for name, side in _SIDES.items():
        for work in _works(step, name) if name in said else ():
            own = ("front" if work.department in met else side, work.department)
            for slot in (own, ("systems", "")) if work.system else (own,):
                slots[slot] = tuple(dict.fromkeys((*slots.get(slot, ()), name)))
    return {slot: fields for slot, fields in slots.items() if fields}


def _works(place: Step | Touchpoint, name: str) -> tuple[Backstage, ...]:
    return place.frontstage if name == "frontstage" else place.backstage


def _taken(written: Touchpoint) -> set[Slot]:
    """Return the lanes in which a touchpoint has a cell of its own."""
    there = written.model_fields_set
    slots = {(kind, "") for kind, fields in _LANES.items() if not there.isdisjoint(fields)}
    slots |= {("effort", "")} if written.contacts is not None else set()
    slots |= {("props", "")} if written.device else set()
    front = frontstage(written)
    # What the department that is met does out of sight stands in its one cell, too.
    slots |= {
        (side, name) for name in (*front, "") if front for side in ("front", "back") if name or side == "front"
    }
    slots |= {("back", name) for name in backstage(written)}
    for name, side in _SIDES.items():
        works = _works(written, name)
        slots |= {(side, "") for work in works if not work.department}
        slots |= {("systems", "") for work in works if work.system}
    return slots


def _side_by_side(indices: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the runs of indices without a gap, each with its first one and its length."""
    for _, run in groupby(enumerate(indices), lambda pair: pair[1] - pair[0]):
        every = [index for _, index in run]
        yield every[0], len(every)
