"""The future state drawn over the present one: rings, changes, what goes and what is new."""

from collections.abc import Sequence

from cjsite.analysis.columns import Column
from cjsite.analysis.feeling import Band, Feeling, band
from cjsite.analysis.pairing import Newcomer, Pairing, pair
from cjsite.analysis.routes import walks
from cjsite.base.frozen import frozen
from cjsite.drawing.curve import Curve, CurvePoint
from cjsite.drawing.forks import forked
from cjsite.drawing.geometry import joined, r_class, x_class, y_class
from cjsite.drawing.labels import place_notes
from cjsite.drawing.profile import Obstacle
from cjsite.drawing.word_sizes import FACE, Word
from cjsite.pages.journey.context import MapContext, title_of
from cjsite.pages.journey.feeling_lines import FeelingLines
from cjsite.pages.journey.feeling_marks import label_classes, tone, word_of
from cjsite.pages.journey.rails import RailPiece, Rails, rail_places
from cjsite.summaries.urls import journey_url

CHANGE = 0.3
"""Change of a score on −2 to +2 from which it is written beside the ring."""


@frozen
class KeptColumn:
    """A touchpoint that stays: where its future feeling stands, and the change as it is written ('' = small)."""

    place: str
    band: Band
    firm: bool
    note: str
    note_place: str
    change: str
    change_place: str


@frozen
class AddedColumn:
    """A touchpoint that only the future has; place is '' where its feeling is not known."""

    number: int
    place: str
    title: str
    url: str
    stage: str
    score: str
    word: str
    tone: str


@frozen
class ColumnFate:
    """What becomes of one column: kept, or removed at a place; and the new ones that are marked inside it."""

    kept: KeptColumn | None
    removed: str
    added: tuple[AddedColumn, ...]
    target: str
    title: str
    score: str
    change: str
    url: str


@frozen
class ToBe:
    """The future state over this map; fates by column and rails by step, counted from 0."""

    title: str
    url: str
    firm: str
    weak: str
    fates: tuple[ColumnFate, ...]
    added: tuple[AddedColumn, ...]
    rails: tuple[tuple[RailPiece, ...], ...]


@frozen
class _Plan:
    """Both states side by side, and the future line over the columns of now.

    routes: the points of each future route; lines: what is drawn of each, the main one first.
    """

    now: MapContext
    then: MapContext
    pairing: Pairing
    lines: tuple[Curve, ...]
    routes: tuple[tuple[CurvePoint, ...], ...]
    samples: tuple[CurvePoint, ...]
    feelings: dict[int, Feeling | None]

    @property
    def line(self) -> Curve:
        """Return the line of the main route."""
        return self.lines[0]


def to_be(context: MapContext, then: MapContext | None, drawn: FeelingLines) -> ToBe | None:
    """Return the other state drawn over this map; None unless this is the present and the other its future."""
    states = (context.inputs.journey.state, then.inputs.journey.state if then else "")
    if then is None or states != ("as-is", "to-be") or not context.columns or not then.columns:
        return None
    plan = _plan(context, then)
    rails = Rails(rail_places(context))
    rails.add(map(_one_a_column, plan.routes), "future")
    added = tuple(_added(plan, index + 1, newcomer) for index, newcomer in enumerate(plan.pairing.added))
    notes = _notes(plan, drawn)
    fates = (_fate(plan, column, notes, added) for column in context.columns)
    journey = then.inputs.journey
    firm, weak = ("".join(line.firm for line in plan.lines), "".join(line.weak for line in plan.lines))
    title, url = then.analysis.journey.title, journey_url(journey.id)
    return ToBe(title, url, firm, weak, tuple(fates), added, rails.by_step())


def _one_a_column(samples: tuple[CurvePoint, ...]) -> list[CurvePoint]:
    """Return the points that the phone shows: of new touchpoints inside the columns of now only the gaps."""
    return [sample for sample in samples if sample.x % 1 == 0.5 or sample.s is None]


def _plan(now: MapContext, then: MapContext) -> _Plan:
    pairing = pair(now.columns, then.columns)
    feelings = {number: then.analysis.feeling_at(column) for number, column in pairing.kept.items()}
    points = [(pairing.kept[number], _sample(number - 0.5, feeling)) for number, feeling in feelings.items()]
    points += [(new.column, _sample(new.x, then.analysis.feeling_at(new.column))) for new in pairing.added]
    ordered = sorted(points, key=lambda point: point[1].x)
    routes = tuple(
        tuple(sample for column, sample in ordered if walks(reading.route.name, column.step))
        for reading in then.analysis.readings
    )
    samples = tuple(sample for _, sample in ordered)
    return _Plan(now, then, pairing, forked(routes, len(now.columns)), routes, samples, feelings)


def _sample(x: float, feeling: Feeling | None) -> CurvePoint:
    return CurvePoint(x, feeling.score, feeling.firm) if feeling else CurvePoint(x, None)


def _notes(plan: _Plan, drawn: FeelingLines) -> dict[int, tuple[str, str]]:
    """Return the note of each column that stays, by number, with the classes of its place."""
    words = []
    numbers = []
    for column in plan.now.columns:
        text = _note(plan, column)
        if text:
            feeling = plan.feelings[column.number]
            words.append(Word(text, column.number - 0.5, feeling.score if feeling else None))
            numbers.append(column.number)
    marks = [Obstacle(s.x, s.s or 0.0, FACE) for s in plan.samples]
    labels = place_notes(words, [*plan.lines, *drawn.curves[0]], marks)
    return {n: (word.text, label_classes(label)) for n, word, label in zip(numbers, words, labels, strict=True)}


def _note(plan: _Plan, column: Column) -> str:
    """Return what is new about a touchpoint that stays: its new name, else the new word for the feeling."""
    match = plan.pairing.kept.get(column.number)
    if match is None:
        return ""
    name = title_of(match)
    return name if name != title_of(column) else word_of(plan.feelings[column.number])


def _fate(
    plan: _Plan, column: Column, notes: dict[int, tuple[str, str]], added: Sequence[AddedColumn]
) -> ColumnFate:
    match = plan.pairing.kept.get(column.number)
    here = tuple(note for note, new in zip(added, plan.pairing.added, strict=True) if _holds(column, new))
    if match is None:
        score = plan.line.score_at(column.number - 0.5) or 0.0
        gone = f"{y_class(score)} {r_class(score)}"
        return ColumnFate(None, gone, here, "", "", "", "", "")
    kept = _kept(plan, column, notes)
    feeling = plan.feelings[column.number]
    return ColumnFate(
        kept=kept,
        removed="",
        added=here,
        target=_target(plan, match),
        title=title_of(match),
        score=plan.then.written(feeling.value) if feeling and feeling.value is not None else "",
        change=_change(plan, column, 0.0),
        url=journey_url(plan.then.inputs.journey.id, match.id),
    )


def _kept(plan: _Plan, column: Column, notes: dict[int, tuple[str, str]]) -> KeptColumn:
    feeling = plan.feelings[column.number]
    score = feeling.score if feeling else None
    spot = f"{y_class(score or 0.0)} {r_class(score or 0.0)}"
    note, note_place = notes.get(column.number, ("", ""))
    change = _change(plan, column, CHANGE)
    return KeptColumn(
        place=spot,
        band=band(score),
        firm=bool(feeling and feeling.firm),
        note=note,
        note_place=note_place,
        change=change,
        change_place=f"{'down' if '−' in change else 'up'} {spot}",
    )


def _change(plan: _Plan, column: Column, least: float) -> str:
    now, then = plan.now.analysis.feeling_at(column), plan.feelings.get(column.number)
    if not now or not then or now.score is None or then.score is None:
        return ""
    if abs(then.score - now.score) < least:
        return ""
    # A difference bears its sign, also on a scale whose numbers bear none.
    return plan.now.wording.signed((then.value or 0.0) - (now.value or 0.0), True)


def _target(plan: _Plan, match: Column) -> str:
    moment = match.touchpoint.moment_of_truth
    if moment is None or moment.bail_rate is None:
        return ""
    return plan.now.wording("map.moment.target", rate=plan.now.wording.percent(moment.bail_rate))


def _holds(column: Column, new: Newcomer) -> bool:
    return column.number - 1 <= new.x < column.number


def _added(plan: _Plan, number: int, new: Newcomer) -> AddedColumn:
    feeling = plan.then.analysis.feeling_at(new.column)
    is_known = feeling is not None and feeling.score is not None
    score = feeling.score if feeling and feeling.score is not None else 0.0
    column = min(int(new.x), len(plan.now.columns) - 1)
    return AddedColumn(
        number=number,
        place=joined(y_class(score), x_class(new.x - column), r_class(score)),
        title=title_of(new.column),
        url=journey_url(plan.then.inputs.journey.id, new.column.id),
        stage=new.column.stage.title,
        score=plan.then.written(feeling.value) if feeling and is_known and feeling.value is not None else "",
        word=word_of(feeling),
        tone=tone(score if is_known else None),
    )
