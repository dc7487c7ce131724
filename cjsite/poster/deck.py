"""A map as a deck of slides: the whole map, a slide a stage, and what stands behind it; all of it can be edited."""

import datetime
from collections.abc import Sequence
from functools import partial

from cjsite.analysis.journey_input import JourneyInput
from cjsite.base.frozen import frozen
from cjsite.build import Site
from cjsite.model.journey import Journey
from cjsite.pages.journey.context import MapContext, map_context
from cjsite.pages.journey.page import JourneyData
from cjsite.pages.journey.stages import StageColumns
from cjsite.poster.deck_about import about_rows, background_rows, listed, meta, story_rows
from cjsite.poster.deck_canvas import Box, Canvas
from cjsite.poster.deck_feelings import draw_feelings
from cjsite.poster.deck_file import MARGIN, DeckLook
from cjsite.poster.deck_lines import Frame
from cjsite.poster.deck_map import all_stages, draw_map, step_texts
from cjsite.poster.deck_paragraphs import TextLook
from cjsite.poster.deck_slides import INNER, TOP, Slides, TablePart
from cjsite.poster.deck_stage import StagePart, stage_meta, stage_parts, stage_texts, with_stage_row
from cjsite.poster.deck_table import DeckCell, DeckRow, DeckTable
from cjsite.poster.deck_text import LEADING, META_SIZE, Paragraph, height, hyphenated, words
from cjsite.summaries.journey_analysis import journey_analyses
from cjsite.summaries.journey_inputs import journey_inputs
from cjsite.summaries.urls import journey_url, published_path
from cjsite.text.direction import text_direction
from cjsite.text.prose import plain
from cjsite.text.wording import Wording

STRIP = 80.0
"""Points of the piece of the line over a stage's table."""
_INTRO_LINES = 4
_LEAD_SIZE, _LEAD_LINES = 13.0, 2


@frozen
class _Map:
    """What a deck is made of: the map's page, and where its lines run."""

    context: MapContext
    data: JourneyData
    scenario: str

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(line.name for line in self.data.lines)


def site_deck(site: Site, name: str, today: datetime.date) -> bytes:
    """Return a map of a site as a deck. Raises Refusal where the library for decks is not installed."""
    wording = site.renderer.wording
    words_of = {wording.language: wording.words, **site.renderer.theme.words}
    page = site.pages[published_path(journey_url(name))].make()
    assert isinstance(page.data, JourneyData)
    return deck(journey_inputs(site.content, today, words_of)[name], page.data, wording)


def deck(inputs: JourneyInput, data: JourneyData, wording: Wording) -> bytes:
    """Return a map as a deck; data: what its page shows. wording: the words of the site."""
    t, language = wording.amid(inputs.journey.language), inputs.journey.language or wording.language
    own = _Map(map_context(journey_analyses(inputs), t), data, plain(inputs.journey.scenario))
    slides = Slides(data.head.title, DeckLook(language, wording.language, text_direction(language)), t)
    _map_slide(slides, own)
    for stage in all_stages(data):
        _stage_slides(slides, own, stage)
    _other_slides(slides, own)
    return slides.saved()


def left_out(journey: Journey) -> tuple[str, ...]:
    """Return what a deck has no room for, in a few words."""
    pictured = sum(meeting.image is not None for step in journey.steps() for meeting in step.meetings)
    return ("its pictures (their words are there)",) if pictured else ()


def _map_slide(slides: Slides, own: _Map) -> None:
    t, data = slides.t, own.data
    canvas = slides.add(data.head.title)
    top = _below(canvas, TOP, [words(meta(data.head, t), faint=True)], META_SIZE, 1)
    if data.lead:
        top = _below(canvas, top, [words(t.paragraph(data.lead.first, *data.lead.rest))], _LEAD_SIZE, _LEAD_LINES)
    has_steps = not all_stages(data)
    if data.stages and data.drawable:
        has_steps = bool(draw_map(canvas, own.context, data, top + 4).steps)
    summaries = (f"{name}{t.colon}{text}" if name else text for name, text in data.text.summaries)
    canvas.notes(filter(None, (own.scenario, *summaries)))
    if not has_steps:
        rows = ((f"{stage.number}  {stage.title}", step_texts(own.context, stage)) for stage in all_stages(data))
        slides.tables(data.head.title, (), [TablePart(listed(rows))])


def _below(canvas: Canvas, top: float, texts: Sequence[Paragraph], size: float, most: int) -> float:
    """Write texts below others if they take few lines, and return where the next ones may stand."""
    texts = hyphenated(texts, canvas.look.language, INNER, size)
    high = height(texts, INNER, size)
    if high > most * size * LEADING + 1 or not texts[0].text:
        return top
    canvas.text(Box(MARGIN, top, INNER, high), texts, TextLook(size), texts[0].text)
    return top + high + 4


def _stage_slides(slides: Slides, own: _Map, stage: StageColumns) -> None:
    """Add the slides of a stage: what it says of itself below its title, or in the table where that is much."""
    texts = stage_texts(stage, slides.t)
    parts = list(stage_parts(own.context, own.data, stage))
    above = (words(stage_meta(stage), faint=True),) if stage_meta(stage) else ()
    is_short = height(texts, INNER, META_SIZE) <= _INTRO_LINES * META_SIZE * LEADING + 4
    tables = [_table(own, part, part.grid) for part in parts]
    if texts and not is_short:
        row = DeckRow(stage.told, (DeckCell(0, 1, texts),))
        tables = (
            [_table(own, parts[0], with_stage_row(parts[0].grid, stage.told, texts)), *tables[1:]]
            if parts
            else [TablePart(DeckTable(1, (), (row,), size=META_SIZE))]
        )
    number = f"{slides.t.number(stage.number)}  " if stage.steps else ""
    slides.tables(
        f"{number}{stage.title}", (*above, *(texts if is_short else ())), tables or [TablePart(listed(iter(())))]
    )


def _table(own: _Map, part: StagePart, grid: DeckTable) -> TablePart:
    if not own.data.drawable:
        return TablePart(grid)
    return TablePart(grid, STRIP + 6, partial(_strip, own, part))


def _strip(own: _Map, part: StagePart, canvas: Canvas, top: float) -> float:
    """Draw the piece of the line over a table, and return where the table begins."""
    edges = part.grid.column_edges()
    frame = Frame(Box(edges[0], top, edges[-1] - edges[0], STRIP), edges, part.first)
    draw_feelings(canvas, own.context, own.data, frame, own.names, False)
    return top + STRIP + 6


def _other_slides(slides: Slides, own: _Map) -> None:
    t, data = slides.t, own.data
    for title, grid in (
        (t("map.background.link"), listed(about_rows(data, t))),
        (
            t("map.insights.title" if data.background.insights else "map.story.title"),
            listed(story_rows(data.background, t)),
        ),
        (t("map.background.title"), listed(background_rows(data.background))),
    ):
        if grid.rows:
            slides.tables(title, (), [TablePart(grid)])
