"""A journey's page: all its parts put together."""

from collections.abc import Iterator, Mapping

from cjsite.analysis.feeling import Band, band
from cjsite.drawing.geometry import y_class
from cjsite.frozen import frozen
from cjsite.pages.journey.background import Background, background
from cjsite.pages.journey.blueprint import blueprint
from cjsite.pages.journey.cells import MOST_FILTERS, cells
from cjsite.pages.journey.changes import Change, changes
from cjsite.pages.journey.future import Future, future
from cjsite.pages.journey.head import Figure, Head, head, key_figures
from cjsite.pages.journey.lanes import Rows, end_class, rows
from cjsite.pages.journey.lines import Line, lines
from cjsite.pages.journey.panel import Panel, panel
from cjsite.pages.journey.scene import Scene, other_state, scene
from cjsite.pages.journey.stages import Drawn, Phase, Stage, empty_stages, phases, stages, width
from cjsite.pages.journey.text import Text, text
from cjsite.pages.mini import Mini
from cjsite.pages.page import Frame, Link, Page, journey_url
from cjsite.pages.survey import Survey
from cjsite.prose import plain
from cjsite.wording import Wording

TICKS = (2, 1, 0, -1, -2)
TEASER = 200
"""Characters of the scenario that describe the page to search engines and in link previews."""
MANY_COLUMNS, MANY_ROWS = 25, 24
"""Touchpoints from which Fit and print keep marks and drop words; rows from which print is set closer."""


@frozen
class Tick:
    """A mark of the feeling lane's axis: a number of the author's scale, its face and its words."""

    place: str
    number: str
    band: Band
    word: str


@frozen
class Choice:
    """An option of a filter, and the class of the touchpoints that it keeps."""

    id: str
    title: str
    kept: str


@frozen
class JourneyData:
    """What a journey's page shows."""

    id: str
    classes: str
    state: str
    reading: str
    drawable: bool
    columns: int
    head: Head
    figures: tuple[Figure, ...]
    mini: Mini
    departments: tuple[Choice, ...]
    channels: tuple[Choice, ...]
    rows: Rows
    ticks: tuple[Tick, ...]
    phases: tuple[Phase, ...]
    lines: tuple[Line, ...]
    stages: tuple[Stage, ...]
    empty_stages: tuple[Stage, ...]
    future: Future | None
    changes: tuple[Change, ...]
    text: Text
    background: Background
    panels: tuple[Panel, ...]
    before: Link | None
    after: Link | None


def journey_page(surveyed: tuple[Survey, ...], frame: Frame, wording: Wording) -> Page:
    """Return the page of a journey; surveyed: along the line of each persona."""
    found = scene(surveyed, wording)
    journey = found.cast.journey
    return Page(
        url=journey_url(journey.id),
        template="journey.html",
        title=plain(journey.title) or journey.id,
        frame=frame,
        data=_data(found),
        description=plain(journey.scenario)[:TEASER],
        section="journeys",
    )


def _data(found: Scene) -> JourneyData:
    journey = found.cast.journey
    drawn_lines = lines(found)
    other = other_state(found)
    then = future(found, other, drawn_lines)
    at, to = _filters(found)
    kept = {f"d/{c.id}": c.kept for c in at} | {f"c/{c.id}": c.kept for c in to}
    decisions = {moment.column.number: moment for moment in found.survey.moments}
    in_columns = tuple(cells(found, c, decisions.get(c.number), kept) for c in found.columns)
    placed = rows(found)
    drawn = Drawn(in_columns, blueprint(found, placed), drawn_lines, then)
    names = tuple(line.name for line in drawn_lines.lines)
    return JourneyData(
        id=journey.id,
        classes=" ".join(filter(None, _classes(len(found.columns), placed.end))),
        state=journey.state,
        reading=journey.reading,
        drawable=found.drawable,
        columns=len(found.columns),
        head=head(found),
        figures=key_figures(found),
        mini=found.survey.drawn.mini,
        departments=at,
        channels=to,
        rows=placed,
        ticks=tuple(_ticks(found)),
        phases=phases(found),
        lines=drawn_lines.lines,
        stages=stages(found, placed, drawn),
        empty_stages=empty_stages(found),
        future=then,
        changes=changes(found, other),
        text=text(found, names, in_columns, then),
        background=background(found),
        panels=tuple(
            panel(found, c, shown, decisions.get(c.number), then.fates[c.number - 1] if then else None)
            for c, shown in zip(found.columns, in_columns, strict=True)
        ),
        before=found.cast.before,
        after=found.cast.after,
    )


def _classes(columns: int, end: int) -> tuple[str, ...]:
    dense, tall = "dense" if columns >= MANY_COLUMNS else "", "tall" if end > MANY_ROWS else ""
    return width(columns), end_class(end), dense, tall


def _filters(found: Scene) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    working = {name for column in found.columns for name in column.departments}
    used = {column.touchpoint.channel for column in found.columns}
    at = {name: d.title for name, d in found.cast.departments.items() if name in working}
    to = {name: c.title for name, c in found.cast.channels.items() if name in used}
    return tuple(_choices(at, "d")), tuple(_choices(to, "c"))


def _choices(titles: Mapping[str, str], letter: str) -> Iterator[Choice]:
    for index, (name, title) in enumerate(list(titles.items())[:MOST_FILTERS], start=1):
        yield Choice(name, plain(title) or name, f"{letter}{index}")


def _ticks(found: Scene) -> Iterator[Tick]:
    scale = found.cast.scale
    labels = {_value(number): label for number, label in scale.labels.items()}
    for score in TICKS:
        own = scale.own(score)
        name = band(score)
        sign = "+" if own > 0 and scale.min < 0 else ""
        word = plain(labels.get(own, "")) or found.wording(f"band.{name}")
        yield Tick(y_class(score), sign + found.wording.number(own), name, word)


def _value(number: str) -> float | None:
    try:
        return float(number.replace("−", "-").replace(",", "."))
    except ValueError:
        return None
