"""The lanes of a map: which there are, in which order, and the grid row of each."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from cjsite.analysis.columns import Column, is_unowned
from cjsite.analysis.lane_names import own_title
from cjsite.analysis.measures import measures
from cjsite.analysis.ownership import backstage, frontstage
from cjsite.base.frozen import frozen
from cjsite.drawing.geometry import MAX_ROWS, row_class, to_class
from cjsite.model.step import Step
from cjsite.pages.journey.context import MapContext, story_of
from cjsite.text.prose import plain

FIRST_LANE = 3
"""The row below those of the phases and the stages."""
MOST_OWN = 40
"""Lanes of the author's own that a map shows; the details show all."""


@frozen
class Lane:
    """A lane's head: `classes` tell its kind and row; `hint` is what it means, in a few words."""

    classes: str
    title: str
    hint: str


@frozen
class Toggle:
    """A control that shows or hides lanes."""

    key: str
    title: str
    on: bool


@frozen
class LaneRows:
    """Where everything stands: row classes and titles by key, row numbers by key, department and side."""

    classes: Mapping[str, str]
    titles: Mapping[str, str]
    numbers: Mapping[tuple[str, str], int]
    lanes: tuple[Lane, ...]
    rules: tuple[Lane, ...]
    toggles: tuple[Toggle, ...]
    end: int

    def __getitem__(self, kind: str) -> str:
        return self.classes[kind]

    def row(self, kind: str, name: str = "") -> int | None:
        """Return the row of a lane, None where the map has none."""
        return self.numbers.get((kind, name))


_STEP: Mapping[str, Callable[[Step], object]] = {
    "doing": lambda s: s.actions or s.actors or s.place or s.path or s.touchpoints,
    "thinking": lambda s: s.thoughts or s.quotes,
    "pains": lambda s: s.pain_points,
    "gains": lambda s: s.gains,
    "avoidable": lambda s: s.work or s.caused_by,
}
_TOUCHPOINT: Mapping[str, Callable[[Column], object]] = {
    "moments": lambda c: c.touchpoint.moment_of_truth,
    "systems": lambda c: any(work.system for work in (*c.touchpoint.frontstage, *c.touchpoint.backstage)),
    "handoffs": lambda c: c.touchpoint.handoff,
    "effort": lambda c: c.touchpoint.duration or c.touchpoint.wait or c.touchpoint.contacts is not None,
    "props": lambda c: c.touchpoint.props or c.touchpoint.device,
    "evidence": lambda c: c.touchpoint.evidence or c.touchpoint.confidence,
}
_BEFORE = ("doing", "touchpoint", "feeling", "moments", "thinking", "pains", "gains", "opportunities", "story")
_BEHIND = ("systems", "handoffs", "effort", "avoidable", "props")
_AFTER = ("evidence", "measures")
_ALONE = (*_BEFORE, *_BEHIND, *_AFTER)
_HEADS = ("stage", "channel")
_HINTED = {"touchpoint", "moments", "thinking", "evidence", "measures", "effort", "props"}
_CLASSES = {"avoidable": "avoidable effort"}
_TOGGLES = (
    ("doing", ("doing",)),
    ("moments", ("moments",)),
    ("thinking", ("thinking",)),
    ("pains", ("pains", "gains")),
    ("opportunities", ("opportunities",)),
    ("story", ("story",)),
    ("departments", ("front", "back", "systems", "handoffs")),
    ("effort", ("effort", "avoidable")),
    ("props", ("props",)),
    ("own", ("own",)),
    ("evidence", ("evidence",)),
    ("measures", ("measures",)),
    ("ranges", ("ranges",)),
)
_OFF = {"ranges"}
_SIDES = {"front": "frontstage", "back": "backstage"}
_RULES = {"interaction": "frontstage", "visibility": "backstage"}


def lane_rows(context: MapContext) -> LaneRows:
    """Give every lane that the map needs a row; lanes that would be empty are left out."""
    present = _present(context)
    front, back = departments(context)
    order = [
        *((key, "") for key in _BEFORE if key in present),
        *([("rule", "interaction")] if front or back else []),
        *(("front", name) for name in front),
        *([("rule", "visibility")] if back else []),
        *(("back", name) for name in back),
        *((key, "") for key in _BEHIND if key in present),
        *(("own", name) for name in own_lanes(context)[:MOST_OWN]),
        *((key, "") for key in _AFTER if key in present),
    ]
    numbers = dict(zip(order, range(FIRST_LANE, MAX_ROWS + 1), strict=False))
    kinds = {kind for kind, _ in numbers} | ({"ranges"} if "ranges" in present else set())
    return LaneRows(
        classes={kind: row_class(numbers[kind, ""]) if (kind, "") in numbers else "" for kind in _ALONE},
        titles={lane: context.lane(lane) for lane in _ALONE} | {part: context.part(part) for part in _HEADS},
        numbers=numbers,
        lanes=tuple(_lane(context, kind, name, row) for (kind, name), row in numbers.items() if kind != "rule"),
        rules=tuple(_rule(context, name, row) for (kind, name), row in numbers.items() if kind == "rule"),
        toggles=tuple(
            Toggle(key, _shown(context, key, [need for need in needs if need in kinds]), key not in _OFF)
            for key, needs in _TOGGLES
            if kinds.intersection(needs)
        ),
        end=FIRST_LANE + len(numbers),
    )


def _shown(context: MapContext, key: str, kinds: Sequence[str]) -> str:
    """Return what a control shows: the names of its lanes, if the author gave any, else a word for all of them."""
    lanes = [_SIDES.get(kind, kind) for kind in kinds]
    if not any(own_title(context.inputs.lane_names, lane) for lane in lanes):
        kind = story_of(context.inputs.journey.stages) if key == "story" else ""
        return context.wording(f"map.toggle.{key}{kind}")
    return context.wording.listed(*map(context.lane, lanes))


def departments(context: MapContext) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the departments with a row before and behind the line of visibility, as the registry orders them.

    '' stands for nobody: frontstage for touchpoints of ours that no team owns, backstage for work without a name.
    """
    meetings = [column.touchpoint for column in context.columns]
    front = {name for m in meetings for name in frontstage(m)}
    back = {name for m in meetings for name in backstage(m)}
    takers = {h.to for m in meetings for h in m.handoff} - front - back
    nameless = any(not work.department for m in meetings for work in m.backstage)
    order = context.inputs.departments
    shown_front = tuple(name for name in order if name in front)
    if _is_nameless_in_front(context) or (not shown_front and back and nobody(context)):
        shown_front = (*shown_front, "")
    return shown_front, (*(n for n in order if n in back or n in takers), *([""] if nameless else []))


def nobody(context: MapContext) -> frozenset[int]:
    """Return the numbers of the touchpoints of ours that nobody owns; a map that names no department has none."""
    if not any(c.departments or c.touchpoint.frontstage or c.touchpoint.backstage for c in context.columns):
        return frozenset()
    return frozenset(c.number for c in context.columns if is_unowned(c, context.inputs.channels))


def _is_nameless_in_front(context: MapContext) -> bool:
    """Tell whether anything is done in the customer's sight by nobody who is named."""
    meetings = (column.touchpoint for column in context.columns)
    return any(not (m.department or work.department) for m in meetings for work in m.frontstage)


def own_lanes(context: MapContext) -> tuple[str, ...]:
    """Return the names of the author's own lanes in the order of their appearance."""
    return tuple(dict.fromkeys(name for c in context.columns if c.first_of_step for name in c.step.lanes))


def end_class(end: int) -> str:
    """Return the class of the grid line after the last row."""
    return to_class(end)


def _present(context: MapContext) -> set[str]:
    steps = [column.step for column in context.columns if column.first_of_step]
    present = {"touchpoint", "feeling"}
    present |= {key for key, has in _STEP.items() if any(map(has, steps))}
    present |= {key for key, has in _TOUCHPOINT.items() if any(map(has, context.columns))}
    optional = {
        "opportunities": any(context.opportunities.values()),
        "story": any(stage.goal or stage.description or stage.incentive for stage in context.inputs.journey.stages),
        "measures": any(measures(c, context.inputs.metrics, context.inputs.measurements) for c in context.columns),
        "ranges": any(f.sample and f.sample.spread for analysis in context.analyses for f in analysis.feelings),
    }
    return present | {key for key, there in optional.items() if there}


def _lane(context: MapContext, kind: str, name: str, row: int) -> Lane:
    t = context.wording
    if kind in ("front", "back"):
        side = _SIDES[kind]
        of = "backstage" if kind == "front" and not name and _is_nameless_in_front(context) else side
        title = context.department(name).title if name else t(f"map.lane.{of}.nobody")
        return Lane(f"department {side} {row_class(row)}", title, "")
    if kind == "own":
        return Lane(f"own {row_class(row)}", plain(name), "")
    hint = t(f"map.lane.{kind}.hint") if kind in _HINTED else ""
    return Lane(f"{_CLASSES.get(kind, kind)} {row_class(row)}", context.lane(kind), hint)


def _rule(context: MapContext, name: str, row: int) -> Lane:
    return Lane(f"{name} {row_class(row)}", context.lane(_RULES[name]), context.wording(f"map.rule.{name}"))


def rows_of_kind(lanes: LaneRows, kind: str) -> Iterator[int]:
    """Yield the rows of all lanes of a kind."""
    return (row for (own, _), row in lanes.numbers.items() if own == kind)
