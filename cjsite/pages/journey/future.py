"""The future state drawn over the present one: rings, changes, what goes and what is new."""

from collections.abc import Sequence

from cjsite.analysis.columns import Column
from cjsite.analysis.feeling import Band, Feeling, band
from cjsite.analysis.pairing import Newcomer, Pairing, pair
from cjsite.drawing.curve import Curve, Sample, curve
from cjsite.drawing.geometry import r_class, x_class, y_class
from cjsite.drawing.labels import place_notes
from cjsite.drawing.profile import Mark
from cjsite.drawing.rail import rail
from cjsite.drawing.words import FACE, Word
from cjsite.frozen import frozen
from cjsite.pages.journey.lines import Lines, Rail, rail_of
from cjsite.pages.journey.marks import label_classes, tone, word_of
from cjsite.pages.journey.scene import Scene, title_of
from cjsite.pages.page import journey_url

CHANGE = 0.3
"""Change of a score on −2 to +2 from which it is written beside the ring."""


@frozen
class Kept:
    """A touchpoint that stays: where its future feeling stands, and the change as it is written ('' = small)."""

    place: str
    band: Band
    firm: bool
    note: str
    note_place: str
    change: str
    change_place: str


@frozen
class Added:
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
class Fate:
    """What becomes of one column: kept, or removed at a place; and the new ones that are marked inside it."""

    kept: Kept | None
    removed: str
    added: tuple[Added, ...]
    rail: Rail | None
    target: str
    told: str
    score: str
    change: str
    url: str


@frozen
class Future:
    """The future state over this map. `fates` by column, counted from 0."""

    title: str
    url: str
    firm: str
    weak: str
    fates: tuple[Fate, ...]
    added: tuple[Added, ...]


@frozen
class _Plan:
    """Both states side by side, and the future line over the columns of now."""

    now: Scene
    then: Scene
    pairing: Pairing
    line: Curve
    samples: tuple[Sample, ...]
    feelings: dict[int, Feeling | None]


def future(found: Scene, then: Scene | None, drawn: Lines) -> Future | None:
    """Return the other state drawn over this map; None unless this is the present and the other its future."""
    states = (found.cast.journey.state, then.cast.journey.state if then else "")
    if then is None or states != ("as-is", "to-be") or not found.columns or not then.columns:
        return None
    plan = _plan(found, then)
    rails = rail(plan.samples, len(found.columns))
    added = tuple(_added(plan, index + 1, newcomer) for index, newcomer in enumerate(plan.pairing.added))
    notes = _notes(plan, drawn)
    fates = (
        _fate(plan, column, notes, rail_of(piece, "future"), added)
        for column, piece in zip(found.columns, rails, strict=True)
    )
    journey = then.cast.journey
    return Future(
        then.survey.journey.title, journey_url(journey.id), plan.line.firm, plan.line.weak, tuple(fates), added
    )


def _plan(now: Scene, then: Scene) -> _Plan:
    pairing = pair(now.columns, then.columns)
    feelings = {number: then.survey.feeling_at(column) for number, column in pairing.kept.items()}
    points = [_sample(number - 0.5, feeling) for number, feeling in feelings.items()]
    points += [_sample(new.x, then.survey.feeling_at(new.column)) for new in pairing.added]
    ordered = tuple(sorted(points, key=lambda sample: sample.x))
    return _Plan(now, then, pairing, curve(ordered, len(now.columns)), ordered, feelings)


def _sample(x: float, feeling: Feeling | None) -> Sample:
    return Sample(x, feeling.score, feeling.firm) if feeling else Sample(x, None)


def _notes(plan: _Plan, drawn: Lines) -> dict[int, tuple[str, str]]:
    """Return the note of each column that stays, by number, with the classes of its place."""
    words = []
    numbers = []
    for column in plan.now.columns:
        text = _note(plan, column)
        if text:
            feeling = plan.feelings[column.number]
            words.append(Word(text, column.number - 0.5, feeling.score if feeling else None))
            numbers.append(column.number)
    marks = [Mark(s.x, s.s or 0.0, FACE) for s in plan.samples]
    labels = place_notes(words, [plan.line, *drawn.curves[:1]], marks)
    return {n: (word.text, label_classes(label)) for n, word, label in zip(numbers, words, labels, strict=True)}


def _note(plan: _Plan, column: Column) -> str:
    """Return what is new about a touchpoint that stays: its new name, else the new word for the feeling."""
    match = plan.pairing.kept.get(column.number)
    if match is None:
        return ""
    name = title_of(match)
    return name if name != title_of(column) else word_of(plan.feelings[column.number])


def _fate(
    plan: _Plan, column: Column, notes: dict[int, tuple[str, str]], piece: Rail, added: Sequence[Added]
) -> Fate:
    match = plan.pairing.kept.get(column.number)
    here = tuple(note for note, new in zip(added, plan.pairing.added, strict=True) if _holds(column, new))
    if match is None:
        score = plan.line.score_at(column.number - 0.5) or 0.0
        gone = f"{y_class(score)} {x_class(0.5)} {r_class(score)}"
        return Fate(None, gone, here, piece, "", "", "", "", "")
    kept = _kept(plan, column, notes)
    feeling = plan.feelings[column.number]
    return Fate(
        kept=kept,
        removed="",
        added=here,
        rail=piece,
        target=_target(plan, match),
        told=title_of(match),
        score=plan.then.written(feeling.value) if feeling and feeling.value is not None else "",
        change=_change(plan, column, 0.0),
        url=journey_url(plan.then.cast.journey.id, match.id),
    )


def _kept(plan: _Plan, column: Column, notes: dict[int, tuple[str, str]]) -> Kept:
    feeling = plan.feelings[column.number]
    score = feeling.score if feeling else None
    spot = f"{y_class(score or 0.0)} {x_class(0.5)} {r_class(score or 0.0)}"
    note, note_place = notes.get(column.number, ("", ""))
    change = _change(plan, column, CHANGE)
    return Kept(
        place=spot,
        band=band(score),
        firm=bool(feeling and feeling.firm),
        note=note,
        note_place=note_place,
        change=change,
        change_place=f"{'down' if change.startswith('−') else 'up'} {spot}",
    )


def _change(plan: _Plan, column: Column, least: float) -> str:
    now, then = plan.now.survey.feeling_at(column), plan.feelings.get(column.number)
    if not now or not then or now.score is None or then.score is None:
        return ""
    if abs(then.score - now.score) < least:
        return ""
    return plan.now.wording.signed((then.value or 0.0) - (now.value or 0.0))


def _target(plan: _Plan, match: Column) -> str:
    moment = match.touchpoint.moment_of_truth
    if moment is None or moment.bail_rate is None:
        return ""
    return plan.now.wording("map.moment.target", rate=plan.now.wording.percent(moment.bail_rate))


def _holds(column: Column, new: Newcomer) -> bool:
    return column.number - 1 <= new.x < column.number


def _added(plan: _Plan, number: int, new: Newcomer) -> Added:
    feeling = plan.then.survey.feeling_at(new.column)
    known = feeling is not None and feeling.score is not None
    score = feeling.score if feeling and feeling.score is not None else 0.0
    column = min(int(new.x), len(plan.now.columns) - 1)
    return Added(
        number=number,
        place=f"{y_class(score)} {x_class(new.x - column)} {r_class(score)}",
        title=title_of(new.column),
        url=journey_url(plan.then.cast.journey.id, new.column.id),
        stage=new.column.stage.title,
        score=plan.then.written(feeling.value) if feeling and known and feeling.value is not None else "",
        word=word_of(feeling),
        tone=tone(score if known else None),
    )
