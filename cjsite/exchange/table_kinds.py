"""Which tables are journeys, and what the others are."""

import re
from collections.abc import Sequence

from cjsite.exchange.grid import Grid
from cjsite.exchange.lane_words import contains_role, has_role, lane_of
from cjsite.exchange.table_cells import is_blank, is_placeholder
from cjsite.exchange.table_points import TableReading

_CUSTOMER = {
    "touchpoints", "thoughts", "emotion", "pain_points", "quotes", "opportunities", "gains", "moment_of_truth",
    "frontstage", "backstage", "props", "channel",
}  # fmt: skip
"""Lanes that hardly any table has which is not about people on their way."""
_TELLING = {
    "touchpoints", "thoughts", "emotion", "quotes", "moment_of_truth", "frontstage", "backstage",
}  # fmt: skip
"""Those of them that say so by themselves: problems with solutions, or gains with pains, are lists of anything."""
_COMMON = {"actions", "goal", "needs", "expectation"}
_IDENTIFIER = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)+(?:\(\))?")
"""What programs call things: `signup_started`."""
_FEWEST = 4
"""A lane whose name is on a list stands for so many labels at most: of more, some are called so by chance."""
_FEWEST_OF_OTHERS = 2
"""Lanes of people on their way that a table needs below a heading that speaks of something else, like minutes."""
MOST_STEPS = 1000
"""Steps that a table may have to be taken for a journey, as a map has no more; logs and lists do."""
_KINDS = {
    "event-log": "an event log",
    "route-map": "a timetable or a route",
    "price-list": "a price list",
    "requirements": "a list of requirements",
    "test-cases": "a list of test cases",
    "plan": "a project plan",
    "technical": "a technical table",
    "responsibilities": "a table of responsibilities",
}
"""False friends by the role of their labels."""


def is_of_journey(grid: Grid, path: str = "") -> bool:
    """Tell whether the headings above a table, or the file's name, speak of a journey."""
    headings = (grid.title, *(text for _, text in grid.headings), *_file_words(path))
    return any(contains_role(text, "strong-journey") for text in headings if text)


def _file_words(path: str) -> tuple[str, ...]:
    return (re.sub(r"[\W_]+", " ", path.rpartition("/")[2]),)


def _other_document(grid: Grid, path: str) -> str:
    """Return the heading above a table that says that the document is of another kind, '' for none."""
    headings = (grid.title, *(text for _, text in grid.headings), *_file_words(path))
    return next((text for text in headings if text and contains_role(text, "other-document")), "")


def is_of_persona(grid: Grid) -> bool:
    """Tell whether the heading of a table or a text speaks of a persona, and of no journey."""
    return contains_role(grid.title, "persona") and not contains_role(grid.title, "strong-journey")


def not_a_journey(reading: TableReading, path: str, *, asked: bool = False) -> str:
    """Return why a table is no journey, '' if it is one; asked: the command line says how it is to be read."""
    labels = [lane.label.text for lane in reading.lanes]
    customer = len(reading.fields() & _CUSTOMER)
    kind, foreign = _foreign(reading.labels)
    journey = asked or any(is_of_journey(grid, path) for grid in reading.grids)
    if foreign >= 2 and foreign >= customer + journey:
        return _other(kind, reading.labels)
    if len(reading.points) > MOST_STEPS:
        return f"this table has {len(reading.points):,} rows of steps; a map may come with {MOST_STEPS:,}"
    stages = [point.stage.text for point in reading.points]
    if not any(stage.strip() for stage in stages):
        return "this table holds no stage"
    if 2 * sum(has_role(stage, "generic") for stage in stages) >= len(stages):
        return "this table explains lanes, and holds no stage"
    if _describes_fields(reading):
        return "this table describes fields, and holds no stage"
    if all(contains_role(stage, "persona") for stage in stages):
        return "this table compares personas, and holds no stage"
    if _lists_maps(reading):
        return "this table lists journeys, and is none itself"
    for named in (labels, stages):
        if not asked and named and 2 * sum(map(_is_code, named)) >= len(named):
            return f"what it is about ({_quoted(named)}) is code: this describes a program, and no journey"
    if asked:
        return ""
    heading = next((text for grid in reading.grids if (text := _other_document(grid, path))), "")
    if heading and len(reading.fields() & _TELLING) < _FEWEST_OF_OTHERS:
        return f"'{heading[:60]}' says that this is another kind of document, and its labels are {_quoted(labels)}"
    if _has_lanes(reading, journey):
        return ""
    return f"nothing shows that this is a journey: too few of its labels ({_quoted(labels)}) are names of lanes"


def _has_lanes(reading: TableReading, journey: bool) -> bool:
    """Tell whether labels are those of a journey; journey: whether what stands above the table speaks of one."""
    fields = reading.fields() | {lane_of(label.partition(": ")[0]) for label in reading.labels if ": " in label}
    customer, common, telling = (len(fields & names) for names in (_CUSTOMER, _COMMON, _TELLING))
    axes = {lane_of(label) for label in reading.labels} & {"stage", "step"}
    if journey and fields and len(reading.points) > 1 and (customer or common or axes):
        return True
    if _FEWEST * (customer + common) < len(reading.lanes):
        return False
    return (customer > 1 and bool(telling or (common and "stage" in axes))) or bool(telling and common)


def _describes_fields(reading: TableReading) -> bool:
    """Tell whether what would be steps are only heads of what is said of fields: `Type`, `Required`, `Example`."""
    for number, lane in enumerate(reading.lanes):
        heads = {point.cells[number].text for point in reading.points}
        if has_role(lane.label.text, "generic") and len(heads) > 1:
            return all(has_role(head, "generic") for head in heads)
    return False


def _lists_maps(reading: TableReading) -> bool:
    """Tell whether what a table takes for stages is called a journey, and no label speaks of stages."""
    has_axis = any(lane_of(label) in ("stage", "step") for label in reading.labels)
    first = next(
        (label for label in reading.labels if label not in {lane.label.text for lane in reading.lanes}), ""
    )
    return not has_axis and has_role(first, "title") and not has_role(first, "persona-name")


def _is_code(label: str) -> bool:
    return label.strip().startswith("`") or bool(_IDENTIFIER.fullmatch(label.strip()))


def is_foreign(labels: Sequence[str]) -> bool:
    """Tell whether labels are those of another kind of table."""
    return _foreign(labels)[1] > 1


def not_lanes(labels: Sequence[str]) -> str:
    """Return what a table is whose labels name no lane, or no stages beside them."""
    if is_foreign(labels):
        return _other(_foreign(labels)[0], labels)
    if 2 * sum(lane_of(label) in _CUSTOMER | _COMMON for label in labels) > len(labels):
        return f"its labels ({_quoted(labels)}) are names of lanes, and nothing says which stages they are about"
    return f"nothing shows that this is a journey: none of its labels ({_quoted(labels)}) names a lane"


def _other(kind: str, labels: Sequence[str]) -> str:
    return f"this is {kind}, and no journey: its labels are {_quoted(labels)}"


def _foreign(labels: Sequence[str]) -> tuple[str, int]:
    counts = {role: len({label for label in labels if has_role(label, role)}) for role in _KINDS}
    total = len({label for label in labels if any(has_role(label, role) for role in _KINDS)})
    role = max(counts, key=lambda name: counts[name])
    return (_KINDS[role], max(counts[role], total - 1))


def _quoted(labels: Sequence[str]) -> str:
    shown = [f"'{' '.join(label.split())[:30]}'" for label in labels if not is_blank(label)]
    return ", ".join(shown[:6]) + (" …" if len(shown) > 6 else "") if shown else "none"


def is_template(reading: TableReading) -> bool:
    """Tell whether most of a table's cells are still to be filled in."""
    texts = [cell.text for point in reading.points for cell in point.cells if not is_blank(cell.text)]
    hollow = sum(is_placeholder(text) for text in texts)
    has_cells = any(point.cells for point in reading.points)
    return (has_cells and not texts) or (hollow >= 2 and hollow * 2 > len(texts))
