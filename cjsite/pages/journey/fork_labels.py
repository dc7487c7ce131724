"""What stands at a fork of a line: which way each branch goes, and how many customers take it."""

from collections.abc import Iterator, Mapping, Sequence

from cjsite.analysis.columns import Column
from cjsite.analysis.routes import share_of, walks
from cjsite.base.frozen import replace
from cjsite.drawing.curve import Curve, CurvePoint
from cjsite.drawing.dimensions import LANE
from cjsite.drawing.geometry import y_class
from cjsite.drawing.labels import place_notes
from cjsite.drawing.profile import Obstacle
from cjsite.drawing.word_sizes import DIAMOND, FACE, WORDS, Label, Word
from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.feeling_marks import ForkLabel, label_classes
from cjsite.pages.journey.steps import path_title
from cjsite.summaries.journey_analysis import JourneyAnalysis


def fork_labels(
    context: MapContext,
    analysis: JourneyAnalysis,
    words: Mapping[float, tuple[str, Label]],
    curves: Sequence[Curve],
    drawn: Sequence[Sequence[CurvePoint]],
) -> Mapping[int, ForkLabel]:
    """Return by column, counted from 0, the labels of a line's forks; words: those placed beside its faces,
    curves and drawn: the lines of the map and their points.

    One stands where a part begins that not all of the persona's routes come by, at its first touchpoint.
    """
    homes = list(_beginnings(analysis))
    if not homes:
        return {}
    marks = [Obstacle(point.x, point.s or 0.0, FACE) for points in drawn for point in points]
    notes = [_note(context, analysis, column, names, words) for column, names in homes]
    labels = place_notes(notes, curves, marks)
    return {
        column.number - 1: ForkLabel(f"{label_classes(label)} {y_class(note.s or 0.0)}", note.text)
        for (column, _), note, label in zip(homes, notes, labels, strict=True)
    }


def _beginnings(analysis: JourneyAnalysis) -> Iterator[tuple[Column, tuple[str, ...]]]:
    """Yield each column where other routes go on than came by the one before, unless all do, with their names."""
    every = tuple(reading.route.name for reading in analysis.readings)
    before = every
    for column in analysis.columns if len(every) > 1 else ():
        here = tuple(name for name in every if walks(name, column.step))
        if here and here not in (every, before):
            yield column, here
        before = here or before


def _note(
    context: MapContext,
    analysis: JourneyAnalysis,
    column: Column,
    names: Sequence[str],
    words: Mapping[float, tuple[str, Label]],
) -> Word:
    x = column.number - 0.5
    felt = analysis.feeling_at(column)
    placed = words.get(felt.x) if felt else None
    text = context.wording.listed(*(_way(context, name) for name in names), separator="; ")
    radius = DIAMOND if column.number in analysis.facts.risks else FACE
    note = Word(text, x, felt.score if felt else None, radius)
    if placed is None:
        return note
    word, label = Word(placed[0], x, note.s), placed[1]
    return replace(note, taken=label.span(note.height * LANE / 100, word.tall(WORDS, label.lines)))


def _way(context: MapContext, name: str) -> str:
    """Return how many go which way: the number first, for the end of a long title is not shown."""
    t, share = context.wording, share_of(context.inputs.journey, name)
    return t.listed("" if share is None else t.percent(share), path_title(context, name), separator=" ")
