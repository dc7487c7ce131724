"""A line's marks in one column: faces, words, ranges and gaps."""

from collections.abc import Iterator, Mapping, Sequence

from cjsite.analysis.feeling import Band, Feeling, FeelingFigures, band
from cjsite.analysis.risk import Risk
from cjsite.base.frozen import frozen
from cjsite.drawing.curve import Curve
from cjsite.drawing.geometry import columns_class, dx_class, dy_class, h_class, joined, r_class, x_class, y_class
from cjsite.drawing.labels import place
from cjsite.drawing.profile import Obstacle
from cjsite.drawing.word_sizes import DIAMOND, FACE, SMALL_FACE, Label, Word
from cjsite.pages.journey.context import MapContext
from cjsite.summaries.journey_analysis import JourneyAnalysis
from cjsite.text.prose import plain
from cjsite.text.wording import Wording


@frozen
class FaceMark:
    """A feeling's mark; `place` holds its classes, `moment` is the risk of a moment of truth."""

    place: str
    band: Band
    firm: bool
    small: bool
    moment: Risk | None


@frozen
class Caption:
    """The author's word and number beside a face, and the same in full for those who hear the page."""

    place: str
    word: str
    said: str
    score: str


@frozen
class ForkLabel:
    """The routes that a line goes by from here on, where it forks: their titles and shares."""

    place: str
    text: str


@frozen
class ColumnMarks:
    """One persona's marks in one column.

    is_gap: whether the persona comes by and what they feel is not known. reaches: the classes of brackets over the
    columns of a step's feeling. borrowed: this in words, in columns
    that do not bear its mark. drop: the classes of the line down to a moment of truth, '' for none. fork: None
    where the line does not fork.
    """

    person: str
    is_gap: bool
    faces: tuple[FaceMark, ...]
    reaches: tuple[str, ...]
    borrowed: str
    ranges: tuple[str, ...]
    drop: str
    captions: tuple[Caption, ...]
    fork: ForkLabel | None


def placed(
    context: MapContext, analysis: JourneyAnalysis, own: Sequence[Curve]
) -> Mapping[float, tuple[str, Label]]:
    """Return the word of each main feeling by x, and where it is placed."""
    risks = analysis.facts.risks
    wanted = []
    marks = []
    for feeling in analysis.marked:
        is_moment = feeling.main and any(column.number in risks for column in feeling.over)
        radius = DIAMOND if is_moment else FACE if feeling.main else SMALL_FACE
        marks.append(Obstacle(feeling.x, feeling.score or 0.0, radius))
        if feeling.main:
            wanted.append(
                Word(_text(context, feeling), feeling.x, feeling.score, radius, is_moment, _home(feeling))
            )
    labels = place(wanted, own, marks)
    return {word.x: (word.text, label) for word, label in zip(wanted, labels, strict=True)}


def _text(context: MapContext, feeling: Feeling) -> str:
    if feeling.value is None and not word_of(feeling):
        return context.wording("band.unknown")
    return word_of(feeling) or context.written(feeling.value or 0.0)


def _home(feeling: Feeling) -> tuple[int, int] | None:
    if not feeling.whole_step:
        return None
    return feeling.over[0].number - 1, feeling.over[-1].number


def column_marks(
    context: MapContext,
    analysis: JourneyAnalysis,
    person: str,
    words: Mapping[float, tuple[str, Label]],
    forks: Mapping[int, ForkLabel],
) -> Iterator[ColumnMarks]:
    """Yield the marks of each column; a feeling over a whole step stands in the column under it."""
    count = len(context.columns)
    homes: list[list[Feeling]] = [[] for _ in range(count)]
    marked = analysis.marked
    for feeling in marked:
        homes[min(int(feeling.x), count - 1)].append(feeling)
    wide = [f for f in marked if f.main and f.score is not None and len(f.over) > 1]
    along = analysis.over_all
    for index, home in enumerate(homes):
        spots = [_spot(feeling, index) for feeling in home]
        pairs = list(zip(home, spots, strict=True))
        drops = [spot for feeling, spot in pairs if analysis.risk(feeling)]
        yield ColumnMarks(
            person=person,
            is_gap=is_gap(analysis.at[index]),
            faces=tuple(_face(f, spot, analysis, along) for f, spot in pairs),
            reaches=tuple(_reach(f, index) for f in wide if min(int(_middle(f)), count - 1) == index),
            borrowed="" if home else _borrowed(analysis.at[index], context),
            ranges=tuple(_range(f, context, index) for f in home if spread(f, context)),
            drop=drops[0] if drops else "",
            captions=tuple(
                _caption(f, f"{spot}{_in_gap(analysis, f, index)}", context, words)
                for f, spot in pairs
                if f.x in words
            ),
            fork=forks.get(index),
        )


def is_gap(felt: Feeling | None) -> bool:
    """Tell whether a persona comes by and what they feel is not known."""
    return felt is not None and felt.score is None


def _in_gap(analysis: JourneyAnalysis, feeling: Feeling, index: int) -> str:
    """Return the classes of words in the middle of a gap: that it is one is shown once, and said at each column."""
    if feeling.score is not None or analysis.risk(feeling):
        return ""
    return " mid" if is_shown(analysis, feeling, index) else " mid again"


def is_shown(analysis: JourneyAnalysis, feeling: Feeling, index: int) -> bool:
    """Tell whether words at a column are shown: those in a gap where it begins, unless they are the author's."""
    if feeling.score is not None or analysis.risk(feeling):
        return True
    return index == 0 or not is_gap(analysis.at[index - 1]) or bool(word_of(feeling))


def _spot(feeling: Feeling, index: int) -> str:
    score = feeling.score or 0.0
    return joined(y_class(score), x_class(feeling.x - index), r_class(score))


def _face(feeling: Feeling, spot: str, analysis: JourneyAnalysis, along: FeelingFigures) -> FaceMark:
    moment = analysis.risk(feeling)
    kinds = (
        ("minor", not feeling.main),
        ("lowest", feeling is along.lowest and not along.is_flat),
        ("highest", feeling is along.highest and not along.is_flat),
    )
    names = "".join(f" {name}" for name, holds in kinds if holds)
    return FaceMark(spot + names, band(feeling.score), feeling.firm, not feeling.main, moment)


def _range(feeling: Feeling, context: MapContext, index: int) -> str:
    low, high = spread(feeling, context) or (0.0, 0.0)
    return joined(y_class(high), h_class(low, high), x_class(feeling.x - index))


def _reach(feeling: Feeling, index: int) -> str:
    """Return the classes of the bracket over all columns of a feeling, which has its middle in one of them."""
    count = len(feeling.over)
    return joined(columns_class(count), y_class(feeling.score or 0.0), x_class(_middle(feeling) - index))


def _borrowed(feeling: Feeling | None, context: MapContext) -> str:
    """Return the feeling of a step as a whole as one of its touchpoints is told of it."""
    if feeling is None or feeling.value is None:
        return ""
    shown = " ".join(filter(None, (word_of(feeling), context.written(feeling.value))))
    return f"{shown} {context.wording('map.feeling.whole')}"


def _middle(feeling: Feeling) -> float:
    return feeling.over[0].number - 1 + len(feeling.over) / 2


def _caption(feeling: Feeling, spot: str, context: MapContext, words: Mapping[float, tuple[str, Label]]) -> Caption:
    text, label = words[feeling.x]
    return Caption(
        place=f"{label_classes(label)} {tone(feeling.score)} {spot}",
        word=text,
        said="" if feeling.value is None and not word_of(feeling) else said(feeling, context),
        score=context.written(feeling.value) if feeling.value is not None and word_of(feeling) else "",
    )


def label_classes(label: Label) -> str:
    """Return the classes that put a placed word where it belongs."""
    return joined(label.side, dx_class(label.dx), dy_class(label.dy))


def tone(score: float | None) -> str:
    """Return good, neutral, bad or unknown: a band without its strength."""
    return band(score).removeprefix("very-")


def spread(feeling: Feeling, context: MapContext) -> tuple[float, float] | None:
    """Return how far customers differ on −2 to +2, None where nobody said."""
    ends = feeling.sample.spread if feeling.sample else None
    return (context.inputs.scale.normal(ends[0]), context.inputs.scale.normal(ends[1])) if ends else None


def word_of(feeling: Feeling | None) -> str:
    """Return the author's words for a feeling."""
    words = feeling.sample.said if feeling and feeling.sample else ()
    return ", ".join(map(plain, words))


def said(feeling: Feeling, context: MapContext) -> str:
    """Return a feeling in full: `bad, −1.2 on a scale from −2 to +2`."""
    t, scale = context.wording, context.inputs.scale
    if feeling.value is None:
        return lowered(t, "unknown")
    full = t(
        "map.feeling.said",
        band=lowered(t, band(feeling.score)),
        score=context.written(feeling.value),
        low=context.written(scale.min),
        high=context.written(scale.max),
    )
    heard = full if feeling.firm else t("map.feeling.unheard", feeling=full)
    return t.comma.join((heard, t("map.feeling.whole"))) if feeling.whole_step else heard


def lowered(t: Wording, name: Band) -> str:
    """Return a band's words inside a sentence."""
    return t(f"band.{name}.inside")
