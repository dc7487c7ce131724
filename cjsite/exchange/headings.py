"""Documents with a heading a stage: what stands below it under bold labels, bullets or headings are its lanes.

Such a document is read as a table of the same: a row a stage (or a step, where stages have headings of a lower
level), a column for each label.
"""

from collections.abc import Iterator, Sequence

from cjsite.base.frozen import replace
from cjsite.base.problem import Place
from cjsite.exchange.grid import Grid, GridCell
from cjsite.exchange.heading_sections import HeadingSection, sections_of
from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported
from cjsite.exchange.labelled_texts import LabelledText
from cjsite.exchange.lane_words import LANE_FIELDS, label_key, lane_of
from cjsite.exchange.stage_headings import is_named, is_numbered, stage_heading
from cjsite.exchange.tables import read_grids

_STAGE, _STEP, _TIME, _TEXT = "Stage", "Step", "Duration", "Description"
_HEADING = "Heading"
"""What the stages are called where nothing but the labels below them says that they are stages."""
Path = tuple[tuple[Place, str], ...]
"""Headings from the outermost to one inside it."""
Groups = dict[Path, list[HeadingSection]]
_OF_STAGE = {"goal": "goal", "needs": "goal", "duration": "time"}
"""Fields of a stage that has steps, by the lanes that labels stand for."""
_FEWEST = 2
"""Stages that a document needs, so that its headings are taken for stages."""


def is_headings(path: str, data: bytes) -> bool:
    """Tell whether a file is a document with a heading a stage."""
    try:
        return bool(headings_grids(path, data))
    except NotImported:
        return True


def read_headings(path: str, data: bytes, options: ImportOptions) -> tuple[ImportedMap, ...]:
    """Return the maps of a document. Raises NotImported."""
    sections = sections_of(path, data)
    groups = _groups(sections)
    if not groups:
        raise NotImported(Place(path), "no heading of this document has lanes of a journey below it")
    maps = read_grids(_grids(sections, groups), path, options)
    stories = "\n".join(persona.body for one in maps for persona in one.personas)
    for section in sections:
        section.is_unnamed = section.is_persona and not all(text in stories for _, text in section.grid.above)
    if any(section.is_unnamed for section in sections):
        maps = read_grids(_grids(sections, groups), path, options)
    return tuple(_with_stage_texts(one, sections) for one in maps)


def _with_stage_texts(own_map: ImportedMap, sections: Sequence[HeadingSection]) -> ImportedMap:
    """Return a map with what stands below the headings of its stages, above those of their steps."""
    holders = {stage_heading(section.grid.title).title: section for section in sections if section.is_holder}
    words, stages = list(own_map.words), []
    for stage in own_map.journey.stages:
        holder = holders.get(stage.title)
        fields: dict[str, str] = {}
        for own in holder.own if holder else ():
            name = _OF_STAGE.get(lane_of(own.label), "description")
            label = f"**{own.label}:** " if own.label and name == "description" else ""
            fields[name] = "\n\n".join(filter(None, (fields.get(name, ""), label + own.text)))
            words.append((own.place, own.text))
        stages.append(stage.but(**fields) if fields else stage)
    return replace(own_map, journey=own_map.journey.but(stages=tuple(stages)), words=tuple(words))


def headings_grids(path: str, data: bytes) -> tuple[Grid, ...]:
    """Return the stages of a document as tables, one for each of its maps; none where it holds no stages."""
    sections = sections_of(path, data)
    return _grids(sections, _groups(sections))


def _groups(sections: Sequence[HeadingSection]) -> Groups:
    """Return the stages and steps of a document by the headings of their maps."""
    points = [section for section in sections if section.is_point]
    named = {section.outer_of_map for section in points if is_named(section.stage[1])}
    for section in points if named else ():
        # Where stages say that they are, other headings with numbers are chapters.
        is_chapter = is_numbered(section.stage[1]) and not is_named(section.stage[1])
        section.is_point = section.outer_of_map in named and not is_chapter
    points = [section for section in points if section.is_point]
    groups: Groups = {}
    for section in points if len(points) >= _FEWEST else ():
        groups.setdefault(section.outer_of_map, []).append(section)
    return groups


def _grids(sections: Sequence[HeadingSection], groups: Groups) -> tuple[Grid, ...]:
    grids = [_grid(outer, points, sections) for outer, points in groups.items()]
    personas = [section.grid for section in sections if section.is_persona and groups]
    beside = [section.grid for section in _outside(sections, groups) if groups]
    return tuple(sorted((*personas, *beside, *grids), key=lambda grid: (grid.place.line, grid.place.column)))


def _outside(sections: Sequence[HeadingSection], groups: Groups) -> Iterator[HeadingSection]:
    """Yield the texts below headings that are of no map: what they list may be said of one all the same."""
    for section in sections:
        if section.is_text and not any(section.belongs_to(outer) for outer in groups):
            yield section


def _grid(outer: Path, points: Sequence[HeadingSection], sections: Sequence[HeadingSection]) -> Grid:
    columns: dict[str, LabelledText] = {}
    for point in points:
        for own in point.texts:
            columns.setdefault(_key(own.label), own)
    has_steps, has_times = any(point.step for point in points), any(_time(point) for point in points)
    is_said = has_steps or any(is_named(point.stage[1]) for point in points)
    axis = [_STAGE if is_said else _HEADING, *([_STEP] if has_steps else []), *([_TIME] if has_times else [])]
    head = points[0].stage[0]
    labels = [GridCell(label, head, is_heading=True) for label in axis]
    labels += [GridCell(own.label or _TEXT, own.labelled_at) for own in columns.values()]
    rows = [tuple(labels)]
    for point in points:
        rows.append((*_axis(point, has_steps, has_times), *(_cell(point, key) for key in columns)))
    texts = [section for section in sections if section.is_text and section.belongs_to(outer)]
    above = [text for section in texts for text in section.prose(outer)]
    title = outer[-1][1] if outer else ""
    return Grid(title, tuple(rows), points[0].place, tuple(above), headings=outer[:-1], orientation="rows")


def _key(label: str) -> str:
    """Return what two labels share that mean one lane."""
    lane = lane_of(label) if label else "description"
    return lane if lane in LANE_FIELDS else label_key(label) or label


def _time(point: HeadingSection) -> str:
    return stage_heading(point.stage[1]).time


def _axis(point: HeadingSection, has_steps: bool, has_times: bool) -> list[GridCell]:
    place, title = point.stage
    heading = stage_heading(title)
    cells = [GridCell(heading.title, place)]
    if has_steps:
        cells.append(GridCell(stage_heading(point.step).title if point.step else "", point.place))
    return [*cells, GridCell(heading.time, place)] if has_times else cells


def _cell(point: HeadingSection, key: str) -> GridCell:
    own = [text for text in point.texts if _key(text.label) == key]
    return GridCell("\n".join(text.text for text in own), own[0].place if own else point.place)
