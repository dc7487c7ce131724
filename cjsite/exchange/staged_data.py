"""JSON and YAML of no declared format that holds a list of stages, each with fields called like lanes.

Programs and language models write maps so: `{"persona": …, "phases": [{"title": …, "actions": […], "pains": …}]}`,
as in `data/` of github.com/rogeratncstate/user-journey-map-generator, which has phases by name, too. Such a file is
read as a table of the same: a row a stage or a step, a column for each key.
"""

from collections.abc import Iterator

from cjsite.base.frozen import replace
from cjsite.base.problem import Place
from cjsite.exchange.grid import Grid, GridCell
from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported
from cjsite.exchange.lane_words import LANE_FIELDS, lane_of
from cjsite.exchange.source_notes import shown
from cjsite.exchange.staged_texts import StagedTexts, in_words, met_in
from cjsite.exchange.tables import read_grids
from cjsite.exchange.trees import checked_count, json_tree, yaml_trees
from cjsite.reading.tree import Fields, Items, Loc, mark_of
from cjsite.summaries.journey_json import FORMAT

_TITLES = (
    "title", "name", "stage", "phase", "step", "label", "stageName", "phaseName", "stepName", "stage_name",
    "phase_name", "step_name",
)  # fmt: skip
_SKIPPED = {"id", "order", "index", "number", "color", "colour", "icon", "position", "$schema", "slug"}
_STEPS = ("steps", "substeps", "touchpoints", "activities", "moments")
_FEWEST = 2
_OF_STEPS = {"actions", "thoughts", "quotes", "pain_points", "gains", "opportunities", "actors"}
"""Lanes that touchpoints do not have: entries with several of them are steps, whatever their list is called."""
Entry = tuple[Loc, str, Fields]
"""A stage or a step: where it stands, its title, and its fields."""


def is_staged_data(path: str, data: bytes) -> bool:
    """Tell whether a file is JSON or YAML with a list of stages."""
    begin = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if begin not in (b"{", b"[") and not path.lower().endswith((".yml", ".yaml")):
        return False
    try:
        return any(_maps(tree) or _is_table(tree) for tree in _trees(path, data))
    except NotImported:
        return False


def read_staged_data(path: str, data: bytes, options: ImportOptions) -> tuple[ImportedMap, ...]:
    """Return the maps of a file. Raises NotImported."""
    trees = _trees(path, data)
    grids = [_table(path, tree) for tree in trees if _is_table(tree)]
    grids += [grid for tree in trees for loc in _maps(tree) for grid in _grids(path, tree, loc)]
    if not grids:
        raise NotImported(Place(path), "nothing in this file is a list of stages with lanes of a journey")
    return read_grids(grids, path, options)


def _trees(path: str, data: bytes) -> list[object]:
    is_json = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")
    return [json_tree(path, data)] if is_json else yaml_trees(path, data)


def _maps(tree: object) -> list[Loc]:
    """Return where the maps of a tree stand: it itself, the entries of its list, or what one key of it holds."""
    if isinstance(tree, Items):
        return [(index,) for index, item in enumerate(tree) if isinstance(item, Fields) and _stages_key(item)]
    if not isinstance(tree, Fields) or tree.get("format") == FORMAT:
        return []
    if _stages_key(tree):
        return [()]
    inside = [(key, value) for key, value in tree.items() if isinstance(value, Fields | Items)]
    return [(key, *loc) for key, value in inside for loc in _maps(value) if len(loc) < _FEWEST]


def _is_table(tree: object) -> bool:
    """Tell whether a tree is a list of rows: each names its stage, and has fields called like lanes."""
    rows = [row for row in tree if isinstance(row, Fields)] if isinstance(tree, Items) else []
    fields = {lane_of(in_words(name)) for row in rows for name in row}
    has_stages = all(any(lane_of(in_words(name)) in ("stage", "step") for name in row) for row in rows)
    is_list = isinstance(tree, Items) and len(rows) == len(tree) > 1
    return is_list and has_stages and not _maps(tree) and len(fields & {*LANE_FIELDS}) >= _FEWEST


def _table(path: str, tree: object) -> Grid:
    """Return a list of rows as a table with a column for each of their keys."""
    texts = StagedTexts(path, tree)
    count = len(tree) if isinstance(tree, Items) else 0
    checked_count(path, mark_of(tree, ()), count, "stages and steps")
    rows = [dict(texts.cells(texts.at((number,)), (number,), _SKIPPED)) for number in range(count)]
    columns: dict[str, Place] = {}
    for label, cell in (own for row in rows for own in row.items()):
        columns.setdefault(label, cell.place)
    head = tuple(GridCell(label, place, is_heading=True) for label, place in columns.items())
    body = tuple(
        tuple(row.get(label, GridCell("", next(iter(row.values())).place)) for label in columns) for row in rows
    )
    return Grid("", (head, *body), texts.place(()), orientation="rows")


def _stages_key(tree: Fields) -> str:
    """Return the key of the list of stages, '' if there is none."""
    for key, value in tree.items():
        if lane_of(in_words(key)) in ("stage", "step") or key in ("journey", "map"):
            own = list(value.values()) if isinstance(value, Fields) else value if isinstance(value, Items) else []
            entries = [item for item in own if isinstance(item, Fields)]
            lanes = {lane_of(in_words(name)) for entry in entries for name in _names(entry)} & {*LANE_FIELDS}
            if entries and len(entries) == len(own) and len(lanes) >= _FEWEST:
                return key
    return ""


def _names(entry: Fields) -> Iterator[str]:
    """Yield the names of an entry's fields, and of those of its steps."""
    for name, value in entry.items():
        if name in _STEPS and isinstance(value, Items) and any(isinstance(item, Fields) for item in value):
            yield from (own for item in value if isinstance(item, Fields) for own in item)
        if name not in _TITLES:
            yield name


def _entries(holder: object, loc: Loc) -> Iterator[Entry]:
    """Yield the stages of a list, or of a mapping by their names."""
    if isinstance(holder, Fields):
        yield from (((*loc, key), in_words(key), own) for key, own in holder.items() if isinstance(own, Fields))
    elif isinstance(holder, Items):
        for index, own in enumerate(holder):
            if isinstance(own, Fields):
                name = next((name for name in _TITLES if isinstance(own.get(name), str)), "")
                yield (*loc, index), shown(own.get(name)) if name else f"{index + 1}", own


def _grids(path: str, tree: object, loc: Loc) -> Iterator[Grid]:
    texts = StagedTexts(path, tree)
    root = texts.at(loc)
    key = _stages_key(root)
    points = list(_points(root[key], (*loc, key)))
    checked_count(path, mark_of(root, (key,)), len(points), "stages and steps")
    stands_alone = not any(step for _, step in points)
    has_steps = not stands_alone or any(met_in(fields) for (_, _, fields), _ in points)
    columns: dict[str, GridCell] = {}
    rows = []
    for stage, step in points:
        at, title, fields = step or stage
        skipped = {*_SKIPPED, _title_key(fields), met_in(fields), "" if step else _steps_key(fields)}
        axis = [GridCell(stage[1], texts.place(stage[0]))]
        if has_steps:
            axis.append(GridCell(title if step or stands_alone else "", texts.place(at)))
        for cells in (texts.cells(fields, at, skipped), *texts.met(fields, at, _SKIPPED)):
            own: dict[str, GridCell] = {}
            for label, cell in cells:
                columns.setdefault(label, GridCell(label, cell.place))
                own[label] = replace(own[label], text=f"{own[label].text}\n{cell.text}") if label in own else cell
            rows.append((axis, own))
    head = [
        GridCell("Stage", texts.place((*loc, key)), is_heading=True),
        *([GridCell("Step", texts.place(loc), is_heading=True)] if has_steps else []),
    ]
    table = [(*head, *columns.values())]
    table += [(*axis, *(own.get(label, GridCell("", axis[0].place)) for label in columns)) for axis, own in rows]
    title = next((name for name in ("title", "name") if isinstance(root.get(name), str)), "")
    persona, above = texts.around(root, loc, {*_SKIPPED, key, title})
    if persona is not None:
        yield persona
    yield Grid(shown(root.get(title)), tuple(table), texts.place((*loc, key)), tuple(above), orientation="rows")


def _points(holder: object, loc: Loc) -> Iterator[tuple[Entry, Entry | None]]:
    """Yield each stage, or each step of one that has steps."""
    for stage in _entries(holder, loc):
        at, _, fields = stage
        key = _steps_key(fields)
        steps = list(_entries(fields[key], (*at, key))) if key else []
        if any(name not in {*_SKIPPED, *_TITLES, key} for name in fields) or not steps:
            yield stage, None
        yield from ((stage, step) for step in steps)


def _steps_key(fields: Fields) -> str:
    """Return the key of a stage's list of steps: of entries with several fields."""
    for key in _STEPS:
        value = fields.get(key)
        if isinstance(value, Items) and value and all(isinstance(item, Fields) for item in value):
            lanes = {lane_of(in_words(name)) for item in value for name in item} & {*LANE_FIELDS}
            of_steps = lanes & _OF_STEPS if key == met_in(fields) else lanes
            if key == "steps" or (len(lanes) > _FEWEST and len(of_steps) >= _FEWEST):
                return key
    return ""


def _title_key(fields: Fields) -> str:
    return next((name for name in _TITLES if isinstance(fields.get(name), str)), "")
