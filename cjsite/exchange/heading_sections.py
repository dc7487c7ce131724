"""The sections of a document, and what each is: a stage or a step, a lane of one, a persona, or text."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from cjsite.base.problem import Place
from cjsite.exchange.grid import Grid
from cjsite.exchange.labelled_texts import LabelledText, labelled_texts
from cjsite.exchange.lane_words import LANE_FIELDS, contains_role, lane_of
from cjsite.exchange.markdown_tables import markdown_grids
from cjsite.exchange.source_text import text_of
from cjsite.exchange.stage_headings import is_named, is_numbered, is_part_of
from cjsite.exchange.stage_lines import with_headings
from cjsite.exchange.table_kinds import is_of_persona
from cjsite.exchange.trees import checked_count

Heading = tuple[Place, str]
_FEW = 2
"""Labels of lanes below a heading that make it a stage's."""


@dataclass(slots=True)
class HeadingSection:
    """A heading with the texts below it. own: what these say, by their labels; lanes: headings below it, likewise.

    stage, step: what it is called where it is a point of the map; step: '' for a stage. depth: of its map's
    headings. is_unnamed: whether no map of the document is that of the persona that it describes. is_holder:
    whether it is a stage whose steps have headings of their own.
    """

    grid: Grid
    own: tuple[LabelledText, ...]
    lanes: list[LabelledText] = field(default_factory=list)
    is_point: bool = False
    is_lane: bool = False
    stage: Heading = (Place(""), "")
    step: str = ""
    depth: int = 0
    is_unnamed: bool = False
    is_holder: bool = False

    @property
    def place(self) -> Place:
        """Where its heading stands."""
        return self.grid.place

    @property
    def path(self) -> tuple[Heading, ...]:
        """The headings it is part of, and its own."""
        return (*self.grid.headings, (self.grid.place, self.grid.title))

    @property
    def outer_of_map(self) -> tuple[Heading, ...]:
        """The headings above its stage."""
        return self.path[: self.depth]

    @property
    def texts(self) -> tuple[LabelledText, ...]:
        """What stands below it, by labels; those of the headings below it among them."""
        return (*self.own, *self.lanes)

    @property
    def is_persona(self) -> bool:
        """Tell whether it describes a persona."""
        return not (self.is_point or self.is_lane or self.is_unnamed) and is_of_persona(self.grid)

    def known(self) -> set[str]:
        """Return the lanes that its labels name."""
        return {lane_of(text.label) for text in self.texts if text.is_lane}

    @property
    def is_text(self) -> bool:
        """Tell whether it is nothing but text."""
        return bool(self.grid.above) and not (self.is_point or self.is_lane or self.is_holder or self.is_persona)

    def belongs_to(self, outer: tuple[Heading, ...]) -> bool:
        """Tell whether it stands below the headings of a map."""
        return self.path[: len(outer)] == outer

    def prose(self, outer: tuple[Heading, ...]) -> Iterator[Heading]:
        """Yield its texts, with its heading before them where it is not that of the map."""
        if self.path != outer:
            yield self.place, f"### {self.grid.title}"
        for own in self.own:
            gap = "\n" if own.text.startswith(("- ", "* ")) else " "
            yield own.place, f"**{own.label}:**{gap}{own.text}" if own.label else own.text


def sections_of(path: str, data: bytes) -> list[HeadingSection]:
    """Return the sections of a Markdown document, in its order."""
    text, numbers = with_headings(text_of(data))
    grids = [_as_it_stands(_with_table(grid), numbers) for grid in markdown_grids(path, text.encode())]
    checked_count(path, (1, 1), len(grids), "headings")
    sections = [HeadingSection(grid, labelled_texts(grid.above)) for grid in grids if grid.title]
    by_path = {section.path: section for section in sections}
    _add_holders(sections, by_path)
    for section in sections:
        holder = by_path.get(section.path[:-1])
        if holder is not None and lane_of(section.grid.title) in LANE_FIELDS and not section.known():
            holder.lanes.append(_as_lane(section))
            section.is_lane = True
    for section in sections:
        section.is_point = not section.is_lane and _is_point(section)
    _without_holders(sections, by_path)
    _add_own_lanes(sections, by_path)
    _with_silent(sections)
    siblings: dict[int, set[tuple[Heading, ...]]] = {}
    for section in sections:
        if section.is_point:
            siblings.setdefault(len(section.path), set()).add(section.path)
    of_steps = {level: _are_steps(paths) for level, paths in siblings.items()}
    for section in sections:
        if section.is_point:
            _place(section, is_step=of_steps[len(section.path)])
            if section.step:
                by_path[section.path[:-1]].is_holder = True
    return sections


def _with_silent(sections: Sequence[HeadingSection]) -> None:
    """Take for points those headings, too, that bear a number like the points beside them, and have no labels."""
    beside = {section.path[:-1] for section in sections if section.is_point and is_numbered(section.grid.title)}
    holders = {path for section in sections if section.is_point for path in (section.path[:-1], section.path[:-2])}
    for section in sections:
        if section.path[:-1] in beside and section.path not in holders and is_numbered(section.grid.title):
            section.is_point = not section.is_lane


def _add_own_lanes(sections: Sequence[HeadingSection], by_path: dict[tuple[Heading, ...], HeadingSection]) -> None:
    """Take a heading beside the lanes of a stage for a lane of the author's own."""
    outer = {section.path[:-1] for section in sections}
    for section in sections:
        holder = by_path.get(section.path[:-1])
        is_beside = holder is not None and holder.is_point and bool(holder.lanes)
        if holder and is_beside and section.is_text and section.path not in outer and not section.known():
            holder.lanes.append(_as_lane(section))
            section.is_lane = True


def _as_it_stands(grid: Grid, numbers: Sequence[int]) -> Grid:
    """Return a section with its places as they are in the file; numbers: of its lines, by those of the sections."""

    def back(place: Place) -> Place:
        return Place(place.path, numbers[min(place.line, len(numbers)) - 1], place.column)

    above = tuple((back(place), text) for place, text in grid.above)
    return Grid(
        grid.title, (), back(grid.place), above, headings=tuple((back(p), text) for p, text in grid.headings)
    )


def _with_table(grid: Grid) -> Grid:
    """Return a table as a text of its section."""
    if not grid.rows:
        return grid
    text = "\n".join("| " + " | ".join(" ".join(cell.text.split()) for cell in row) + " |" for row in grid.rows)
    return Grid(grid.title, (), grid.place, (*grid.above, (grid.place, text)), headings=grid.headings)


def _add_holders(sections: list[HeadingSection], by_path: dict[tuple[Heading, ...], HeadingSection]) -> None:
    """Add the headings that have only other headings below them."""
    for section in list(sections):
        for end in range(1, len(section.path)):
            if (outer := section.path[:end]) not in by_path:
                *above, (place, title) = outer
                by_path[outer] = HeadingSection(Grid(title, (), place, headings=tuple(above)), ())
                sections.insert(sections.index(section), by_path[outer])


def _as_lane(section: HeadingSection) -> LabelledText:
    text = "\n".join(text for _, text in section.grid.above)
    place = section.grid.above[0][0] if section.grid.above else section.place
    return LabelledText(section.grid.title, section.place, text, place)


def _is_point(section: HeadingSection) -> bool:
    lanes = section.known() - {"description", "notes"}
    return len(lanes) >= (1 if is_numbered(section.grid.title) else _FEW)


def _without_holders(
    sections: Sequence[HeadingSection], by_path: dict[tuple[Heading, ...], HeadingSection]
) -> None:
    """Take for no stage of its own what holds several of them: a whole map, whose lanes are its summary."""
    inside: dict[tuple[Heading, ...], int] = {}
    for section in sections:
        if section.is_point:
            for end in range(1, len(section.path)):
                inside[section.path[:end]] = inside.get(section.path[:end], 0) + 1
    for path, count in inside.items():
        holder = by_path[path]
        if holder.is_point and count:
            holder.is_point = False


def _are_steps(paths: Collection[tuple[Heading, ...]]) -> bool:
    """Tell whether the points of a level are steps of the headings above them, and not stages of several maps."""
    above = {path[:-1] for path in paths}
    if above and all(path[:-1] and is_part_of(path[-1][1], path[-2][1]) for path in paths):
        return True
    if len(above) < _FEW or not all(path and is_numbered(path[-1][1]) for path in above):
        return False
    if all(is_named(path[-1][1]) for path in above):
        return True
    speak_of_maps = any(contains_role(path[-1][1], "strong-journey") for path in above)
    return not speak_of_maps and not all(is_named(path[-1][1]) for path in paths)


def _place(section: HeadingSection, *, is_step: bool) -> None:
    """Say of which stage a section is: it is a stage, or a step of the heading above it."""
    holder = section.path[-2] if len(section.path) > 1 else None
    if holder and is_step:
        section.stage, section.step, section.depth = holder, section.grid.title, len(section.path) - 2
    else:
        section.stage, section.depth = section.path[-1], len(section.path) - 1
