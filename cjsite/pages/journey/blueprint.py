"""What departments do at each touchpoint, before and behind the line of visibility, and how they hand over."""

from collections.abc import Iterator

from markupsafe import Markup

from cjsite.analysis.columns import Column
from cjsite.analysis.handoffs import Passage
from cjsite.analysis.ownership import backstage
from cjsite.drawing.geometry import n_class, row_class, to_class
from cjsite.frozen import frozen
from cjsite.model.touchpoint import Touchpoint
from cjsite.pages.journey.lanes import Rows, lane_rows, nobody
from cjsite.pages.journey.scene import Scene
from cjsite.prose import inline, plain


@frozen
class Cell:
    """What one department does at one touchpoint."""

    classes: str
    lane: str
    texts: tuple[Markup, ...]


@frozen
class Note:
    """A handoff in words; quality is 'good', 'late', 'poor' or ''."""

    quality: str
    judged: str
    to: str
    carries: Markup
    wait: str


@frozen
class Blueprint:
    """One column's part below the line of interaction; `lines` are the classes of what is drawn of its handoffs."""

    cells: tuple[Cell, ...]
    systems: tuple[str, ...]
    lines: tuple[str, ...]
    notes: tuple[Note, ...]


def blueprint(found: Scene, rows: Rows) -> tuple[Blueprint, ...]:
    """Return the blueprint of every column."""
    unowned = nobody(found)
    handed: dict[int, list[Passage]] = {}
    for passage in found.survey.passages:
        handed.setdefault(passage.column.number, []).append(passage)
    return tuple(
        Blueprint(
            cells=tuple(_cells(found, rows, column, column.number in unowned)),
            systems=_systems(column.touchpoint),
            lines=tuple(line for p in handed.get(column.number, ()) for line in _lines(found, rows, p)),
            notes=tuple(_note(found, p) for p in handed.get(column.number, ())),
        )
        for column in found.columns
    )


def doings(touchpoint: Touchpoint, department: str) -> tuple[str, ...]:
    """Return what a department does at a touchpoint, in the author's words."""
    return tuple(work.does or work.system for work in touchpoint.backstage if work.department == department)


def _cells(found: Scene, rows: Rows, column: Column, unowned: bool) -> Iterator[Cell]:
    touchpoint = column.touchpoint
    if unowned:
        yield from _gap(found, rows)
    if touchpoint.department:
        yield from _cell(found, rows, touchpoint, "front", touchpoint.department)
    nameless = any(not work.department for work in touchpoint.backstage)
    for name in (*backstage(touchpoint), *([""] if nameless else [])):
        yield from _cell(found, rows, touchpoint, "back", name)


def _cell(found: Scene, rows: Rows, touchpoint: Touchpoint, side: str, name: str) -> Iterator[Cell]:
    row = rows.row(side, name)
    if row is None:
        return
    texts = doings(touchpoint, name) or (_meets(found, touchpoint),)
    known = found.cast.departments.get(name)
    partner = " partner" if known and known.partner else ""
    lane = found.department(name).title or found.wording("map.lane.backstage.nobody")
    stage = "frontstage" if side == "front" else "backstage"
    yield Cell(f"department {stage}{partner} {row_class(row)}", lane, tuple(map(inline, texts)))


def _meets(found: Scene, touchpoint: Touchpoint) -> str:
    channel = found.cast.channels.get(touchpoint.channel)
    return channel.title or channel.id if channel else found.wording("map.department.meets")


def _gap(found: Scene, rows: Rows) -> Iterator[Cell]:
    front = list(lane_rows(rows, "front"))
    if front:
        classes = f"nobody {row_class(front[0])} {to_class(front[-1] + 1)}"
        yield Cell(classes, found.wording("map.rule.interaction.stage"), (inline(found.wording("map.nobody")),))


def _systems(touchpoint: Touchpoint) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plain(work.system) for work in touchpoint.backstage if work.system))


def _note(found: Scene, passage: Passage) -> Note:
    handoff, t = passage.handoff, found.wording
    return Note(
        quality=handoff.quality or "",
        judged=t(f"quality.{handoff.quality}") if handoff.quality else "",
        to=found.department(handoff.to).title,
        carries=inline(handoff.carries),
        wait=t.duration(handoff.wait.minutes) if handoff.wait else "",
    )


def _lines(found: Scene, rows: Rows, passage: Passage) -> Iterator[str]:
    """Yield the classes of a handoff's upright line and of the line on to a taker who is further away."""
    start = _row(rows, passage.column, passage.giver)
    column = _taking(found, passage)
    end = _row(rows, column or passage.column, passage.taker)
    if start is None or end is None or start == end or not found.drawable:
        return
    quality = passage.handoff.quality or "unrated"
    kinds = [quality, "down" if start < end else "up"]
    distance = column.number - passage.column.number if column else 1
    if distance == 0:
        kinds.append("same")
    if distance > 1:
        kinds.append("far")
        yield f"handoff-run {quality} {n_class(distance - 1)} {row_class(end)}"
    first, last = sorted((start, end))
    yield f"handoff {' '.join(kinds)} {row_class(first)} {to_class(last + 1)}"


def _taking(found: Scene, passage: Passage) -> Column | None:
    """Return the column in which the taker next does something: this one, or a later one."""
    later = found.columns[passage.column.number - 1 :]
    return next((column for column in later if passage.taker in column.departments), None)


def _row(rows: Rows, column: Column, name: str) -> int | None:
    if name == column.touchpoint.department and rows.row("front", name):
        return rows.row("front", name)
    return rows.row("back", name) or rows.row("front", name)
