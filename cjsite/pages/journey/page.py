"""A journey's page: all its parts put together."""

from collections.abc import Mapping, Sequence

from cjsite.analysis.columns import Column
from cjsite.analysis.journey_input import JourneyInput
from cjsite.analysis.moments import PlacedMoment
from cjsite.base.frozen import frozen
from cjsite.drawing.dimensions import LINE_STYLES, USUAL_FILTERS
from cjsite.drawing.geometry import USUAL, columns_class
from cjsite.pages.downloads import OfferedFile, journey_files
from cjsite.pages.journey.axis import AxisTick, axis_ticks
from cjsite.pages.journey.background import Background, background
from cjsite.pages.journey.blueprint import blueprint
from cjsite.pages.journey.cells import TouchpointCells, touchpoint_cells
from cjsite.pages.journey.changes import FigureChange, figure_changes
from cjsite.pages.journey.column_width import roomy_class
from cjsite.pages.journey.context import MapContext, other_state
from cjsite.pages.journey.details_panel import DetailsPanel, details_panel
from cjsite.pages.journey.drawn_map import DrawnMap, drawn_map
from cjsite.pages.journey.feeling_lines import FeelingLine
from cjsite.pages.journey.filters import FilterChoice, filters
from cjsite.pages.journey.head import Head, head
from cjsite.pages.journey.key_figures import KeyFigure, key_figures
from cjsite.pages.journey.lanes import LaneRows, end_class, lane_rows
from cjsite.pages.journey.lead import Lead, lead
from cjsite.pages.journey.legend import Legend, legend
from cjsite.pages.journey.reading_rows import ReadingRow, reading_heads, reading_rows
from cjsite.pages.journey.span_cells import span_cells
from cjsite.pages.journey.spans import NOTHING, StepSpans, column_spans, in_cells, in_full
from cjsite.pages.journey.stages import (
    DrawnColumns,
    PhaseColumns,
    StageColumns,
    empty_stages,
    phases,
    stages,
)
from cjsite.pages.journey.text import TextTwin, text_twin
from cjsite.pages.journey.to_be import ColumnFate, ToBe, to_be
from cjsite.pages.page import Page, SiteFrame, page_source
from cjsite.summaries.links import Link, journey_link
from cjsite.summaries.moment_of_truth import MomentEntry, moment_entries
from cjsite.summaries.thumbnail import CurveThumbnail
from cjsite.summaries.urls import journey_url
from cjsite.text.prose import plain
from cjsite.text.wording import Wording

TEASER = 200
"""Characters of the scenario that describe the page to search engines and in link previews."""
MANY_COLUMNS, MANY_ROWS = 25, 24
"""Touchpoints from which Fit and print keep marks and drop words; rows from which print is set closer."""


@frozen
class JourneyData:
    """What a journey's page shows; minis: of each of its lines.

    moments: the moments of truth, where these are to be read before the line. downloads: the files beside it.
    moved: steps that had other names, each with the address of where it is now.
    """

    id: str
    classes: str
    state: str
    reading: str
    drawable: bool
    moments: tuple[MomentEntry, ...]
    columns: int
    head: Head
    lead: Lead | None
    figures: tuple[KeyFigure, ...]
    minis: tuple[CurveThumbnail, ...]
    departments: tuple[FilterChoice, ...]
    channels: tuple[FilterChoice, ...]
    services: tuple[FilterChoice, ...]
    domains: tuple[FilterChoice, ...]
    rows: LaneRows
    ticks: tuple[AxisTick, ...]
    phases: tuple[PhaseColumns, ...]
    lines: tuple[FeelingLine, ...]
    stages: tuple[StageColumns, ...]
    empty_stages: tuple[StageColumns, ...]
    future: ToBe | None
    changes: tuple[FigureChange, ...]
    readings: tuple[ReadingRow, ...]
    reading_heads: tuple[str, ...]
    text: TextTwin
    background: Background
    legend: Legend
    panels: tuple[DetailsPanel, ...]
    before: Link | None
    after: Link | None
    downloads: tuple[OfferedFile, ...]
    moved: tuple[tuple[str, str], ...]

    @property
    def is_large(self) -> bool:
        """Tell whether the map needs the stylesheet of large ones."""
        counted = ((self.columns, USUAL), (self.rows.end, USUAL), (len(self.lines), LINE_STYLES))
        chosen = ((len(self.departments), USUAL_FILTERS), (len(self.channels), USUAL_FILTERS))
        return any(count > usual for count, usual in (*counted, *chosen))

    @property
    def curve_width(self) -> int:
        """Return the width of the box that the lines are drawn in, 100 units a column."""
        return 100 * self.columns


def journey_page(inputs: JourneyInput, frame: SiteFrame, wording: Wording) -> Page:
    """Return the page of a journey."""
    journey = inputs.journey
    return Page(
        url=journey_url(journey.id),
        template="journey.html",
        title=plain(journey.title) or journey.id,
        frame=frame,
        data=_data(drawn_map(inputs, wording)),
        description=plain(journey.scenario)[:TEASER],
        section="journeys",
        language=journey.language,
        source=page_source(inputs.source, frame, wording),
    )


def _data(own: DrawnMap) -> JourneyData:
    context, drawn_lines = own.context, own.lines
    journey = context.inputs.journey
    other = other_state(context)
    then = to_be(context, other, drawn_lines)
    choices = filters(context)
    kept = {f"{letter}/{choice.id}": choice.kept for letter, every in choices.items() for choice in every}
    decisions = {moment.column.number: moment for moment in context.analysis.moments}
    said = column_spans(context.columns, {measured.step for measured in context.inputs.measurements})
    both = tuple(zip(context.columns, said, strict=True))
    in_columns = tuple(_own_cells(context, c, spans, decisions, kept) for c, spans in both)
    placed = lane_rows(context)
    drawn = DrawnColumns(
        in_columns,
        blueprint(context, placed, said),
        drawn_lines,
        then,
        tuple(
            tuple(span_cells(context, placed, span, decisions, kept) for span in spans.starting_at(c))
            for c, spans in both
        ),
        tuple(not spans.covers(c, "evidence") for c, spans in both),
    )
    columns = stages(context, placed, drawn)
    return JourneyData(
        id=journey.id,
        classes=" ".join(filter(None, _classes(context, placed, columns, len(drawn_lines.lines)))),
        state=journey.state,
        reading=journey.reading,
        drawable=context.drawable,
        moments=moment_entries(context.analysis) if journey.reading == "decision-points" else (),
        columns=len(context.columns),
        head=head(context),
        lead=lead(context),
        figures=key_figures(context, drawn_lines.lines),
        minis=tuple(analysis.drawn.mini for analysis in context.analyses),
        departments=choices["d"],
        channels=choices["c"],
        services=choices["s"],
        domains=choices["m"],
        rows=placed,
        ticks=tuple(axis_ticks(context)),
        phases=phases(context),
        lines=drawn_lines.lines,
        stages=columns,
        empty_stages=empty_stages(context),
        future=then,
        changes=figure_changes(context, other),
        readings=reading_rows(context),
        reading_heads=reading_heads(context) if context.readings else (),
        text=text_twin(context, own.summaries, in_columns, then),
        background=background(context),
        legend=legend(columns, drawn_lines.lines, then),
        panels=tuple(
            _panel(context, c, spans, shown, decisions, then.fates[c.number - 1] if then else None)
            for (c, spans), shown in zip(both, in_columns, strict=True)
        ),
        before=journey_link(context.inputs.before) if context.inputs.before else None,
        after=journey_link(context.inputs.after) if context.inputs.after else None,
        downloads=journey_files(context.inputs),
        moved=context.inputs.moved,
    )


def _own_cells(
    context: MapContext,
    column: Column,
    spans: StepSpans,
    decisions: Mapping[int, PlacedMoment],
    kept: dict[str, str],
) -> TouchpointCells:
    """Return what stands in a column's own cells, and not over it and others."""
    if spans is NOTHING:
        return touchpoint_cells(context, column, decisions.get(column.number), kept)
    own = in_cells(column, spans)
    decision = decisions.get(column.number) if own.touchpoint.moment_of_truth else None
    names = {column.id} if column.step.spans.get("metrics") else None
    return touchpoint_cells(context, own, decision, kept, names)


def _panel(
    context: MapContext,
    column: Column,
    spans: StepSpans,
    shown: TouchpointCells,
    decisions: Mapping[int, PlacedMoment],
    fate: ColumnFate | None,
) -> DetailsPanel:
    decision = decisions.get(column.over("moment_of_truth")[0])
    if spans is not NOTHING:
        column = in_full(column)
        shown = touchpoint_cells(context, column, decision, {})
    return details_panel(context, column, shown, decision, fate, spans)


def _classes(context: MapContext, placed: LaneRows, shown: Sequence[StageColumns], lines: int) -> tuple[str, ...]:
    columns, end = len(context.columns), placed.end
    dense, tall = "dense" if columns >= MANY_COLUMNS else "", "tall" if end > MANY_ROWS else ""
    return columns_class(columns), end_class(end), roomy_class(shown), dense, tall, "several" if lines > 1 else ""
