"""The lines of feelings as drawn: curves, and for each column its faces, words, ranges and pieces of rail."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cjsite.analysis.feeling import Band, Feeling, band, figures
from cjsite.drawing.curve import Curve, Sample, curve
from cjsite.drawing.geometry import dx_class, dy_class, h_class, r_class, x_class, y_class
from cjsite.drawing.labels import place
from cjsite.drawing.profile import Mark
from cjsite.drawing.rail import Border, Piece, rail
from cjsite.drawing.words import DIAMOND, FACE, SMALL_FACE, Label, Word
from cjsite.pages.journey.scene import Scene
from cjsite.pages.survey import Survey
from cjsite.wording import Wording
from cjsite.prose import plain

BADGE = 7.0
"""Radius in px of the mark of a persona who is not the chosen one."""


@dataclass(frozen=True, slots=True)
class Face:
    """A feeling's mark; `place` holds its classes, `moment` is '', 'safe' or 'risk'."""

    place: str
    band: Band
    firm: bool
    small: bool
    moment: str


@dataclass(frozen=True, slots=True)
class Caption:
    """The author's word and number beside a face, and the same in full for those who hear the page."""

    place: str
    word: str
    said: str
    score: str


@dataclass(frozen=True, slots=True)
class Marks:
    """One persona's marks in one column; drop: the classes of the line down to a moment of truth, '' for none."""

    person: str
    faces: tuple[Face, ...]
    ranges: tuple[str, ...]
    drop: str
    captions: tuple[Caption, ...]
    badges: tuple[str, ...]
    initials: str


@dataclass(frozen=True, slots=True)
class Line:
    """One persona's line: its paths in a box of 100 units a column and 100 high, and where its name may stand."""

    person: str
    name: str
    initials: str
    firm: str
    weak: str
    area: str


@dataclass(frozen=True, slots=True)
class Rail:
    """A line along one column on the phone: path classes with paths, and the joins at its start and end."""

    paths: tuple[tuple[str, str], ...]
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Lines:
    """All lines of a map; marks and rails by column, counted from 0."""

    lines: tuple[Line, ...]
    curves: tuple[Curve, ...]
    marks: tuple[tuple[Marks, ...], ...]
    rails: tuple[tuple[Rail, ...], ...]


def samples(feelings: Iterable[Feeling]) -> list[Sample]:
    """Return the points that drawing needs."""
    return [Sample(f.x, f.score, f.firm) for f in feelings]


def lines(found: Scene) -> Lines:
    """Draw every line of the map."""
    count = len(found.columns)
    drawn = [samples(survey.feelings) for survey in found.surveys]
    curves = tuple(curve(points, count) for points in drawn)
    marks: list[list[Marks]] = [[] for _ in range(count)]
    rails: list[list[Rail]] = [[] for _ in range(count)]
    heard = []
    for index, survey in enumerate(found.surveys):
        person = f"person-{index + 1}"
        name, initials = _named(found, index)
        own = [curves[index], *(c for other, c in enumerate(curves) if other != index)]
        words = _words(found, survey, own, drawn)
        for number, mark in enumerate(_marks(found, survey, person, initials, words)):
            marks[number].append(mark)
        for number, piece in enumerate(rail(drawn[index], count)):
            rails[number].append(rail_of(piece, person))
        heard.append(
            Line(person, name, initials, curves[index].firm, curves[index].weak, curves[index].area)
        )
    return Lines(tuple(heard), curves, tuple(map(tuple, marks)), tuple(map(tuple, rails)))


def rail_of(piece: Piece, line: str) -> Rail:
    """Return a line's piece along a column with the classes that its parts carry."""
    paths = ((f"firm {line}", piece.firm), (f"weak {line}", piece.weak))
    return Rail(tuple(p for p in paths if p[1]), _join(piece.start, line), _join(piece.end, line))


def spread(feeling: Feeling, found: Scene) -> tuple[float, float] | None:
    """Return how far customers differ on −2 to +2, None where nobody said."""
    told = feeling.sample.spread if feeling.sample else None
    return (found.cast.scale.normal(told[0]), found.cast.scale.normal(told[1])) if told else None


def word_of(feeling: Feeling | None) -> str:
    """Return the author's words for a feeling."""
    words = feeling.sample.words if feeling and feeling.sample else ()
    return ", ".join(map(plain, words))


def said(feeling: Feeling, found: Scene) -> str:
    """Return a feeling in full: `bad, −1.2 on a scale from −2 to +2`."""
    t, scale = found.wording, found.cast.scale
    if feeling.value is None:
        return lowered(t, "unknown")
    full = t(
        "map.feeling.said",
        band=lowered(t, band(feeling.score)),
        score=found.written(feeling.value),
        low=found.written(scale.min),
        high=found.written(scale.max),
    )
    return full if feeling.firm else t("map.feeling.unheard", feeling=full)


def lowered(t: Wording, name: Band) -> str:
    """Return a band's words inside a sentence."""
    return t(f"band.{name}.inside")


def _named(found: Scene, index: int) -> tuple[str, str]:
    person = next((p for p in found.cast.personas if p.id == found.people[index]), None)
    name = plain(person.title) or person.id if person else ""
    return name, initials(name)


def initials(name: str) -> str:
    """Return the first letters of a name's first and last word."""
    words = name.replace(",", " ").split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def _join(border: Border | None, line: str) -> str:
    if border is None:
        return ""
    tone = "good" if border.position >= 50 else "bad"
    return f"join {line} {tone} r{border.position}" + (" weak" if border.weak else "")


def _moment(survey: Survey, feeling: Feeling) -> str:
    at_risk = survey.risky.get(feeling.column.number) if feeling.main else None
    return "" if at_risk is None else "risk" if at_risk else "safe"


def _words(
    found: Scene, survey: Survey, own: Sequence[Curve], drawn: Sequence[Sequence[Sample]]
) -> dict[float, tuple[str, Label]]:
    """Return the word of each main feeling by x, and where it is placed."""
    risky = survey.risky
    wanted = []
    marks = [Mark(p.x, p.s or 0.0, BADGE) for points in drawn if len(drawn) > 1 for p in points]
    for feeling in survey.feelings:
        is_moment = feeling.main and feeling.column.number in risky
        radius = DIAMOND if is_moment else FACE if feeling.main else SMALL_FACE
        marks.append(Mark(feeling.x, feeling.score or 0.0, radius))
        if feeling.main:
            wanted.append(Word(_text(found, feeling), feeling.x, feeling.score, radius, is_moment, _home(feeling)))
    labels = place(wanted, own, marks)
    return {word.x: (word.text, label) for word, label in zip(wanted, labels, strict=True)}


def _text(found: Scene, feeling: Feeling) -> str:
    if feeling.value is None and not word_of(feeling):
        return found.wording("band.unknown")
    return word_of(feeling) or found.written(feeling.value or 0.0)


def _home(feeling: Feeling) -> tuple[int, int] | None:
    if not feeling.whole_step:
        return None
    count = len(feeling.column.step.meetings)
    first = feeling.column.number - 1 - (count - 1) // 2
    return first, first + count


def _marks(
    found: Scene, survey: Survey, person: str, name: str, words: dict[float, tuple[str, Label]]
) -> Iterator[Marks]:
    """Yield the marks of each column; a feeling over a whole step stands in the column under it."""
    count = len(found.columns)
    homes: list[list[Feeling]] = [[] for _ in range(count)]
    for feeling in survey.feelings:
        homes[min(int(feeling.x), count - 1)].append(feeling)
    extremes = figures(survey.feelings)
    several = len(found.surveys) > 1
    for index, home in enumerate(homes):
        spots = [_spot(feeling, index) for feeling in home]
        faces = (_face(f, spot, survey, extremes.lowest, extremes.highest) for f, spot in zip(home, spots, strict=True))
        drops = [s for f, s in zip(home, spots, strict=True) if f.main and f.column.number in survey.risky]
        yield Marks(
            person=person,
            faces=tuple(faces),
            ranges=tuple(_range(f, found, index) for f in home if spread(f, found)),
            drop=drops[0] if drops else "",
            captions=tuple(_caption(f, s, found, words) for f, s in zip(home, spots, strict=True) if f.x in words),
            badges=tuple(spots) if several else (),
            initials=name if several else "",
        )


def _spot(feeling: Feeling, index: int) -> str:
    score = feeling.score or 0.0
    return f"{y_class(score)} {x_class(feeling.x - index)} {r_class(score)}"


def _face(
    feeling: Feeling, spot: str, survey: Survey, lowest: Feeling | None, highest: Feeling | None
) -> Face:
    moment = _moment(survey, feeling)
    kinds = (
        ("minor", not feeling.main),
        ("weak", not feeling.firm),
        ("moment", bool(moment)),
        ("lowest", feeling is lowest),
        ("highest", feeling is highest),
    )
    names = "".join(f" {name}" for name, holds in kinds if holds)
    return Face(spot + names, band(feeling.score), feeling.firm, not feeling.main, moment)


def _range(feeling: Feeling, found: Scene, index: int) -> str:
    low, high = spread(feeling, found) or (0.0, 0.0)
    return f"{y_class(high)} {h_class(low, high)} {x_class(feeling.x - index)}"


def _caption(feeling: Feeling, spot: str, found: Scene, words: dict[float, tuple[str, Label]]) -> Caption:
    text, label = words[feeling.x]
    return Caption(
        place=f"{label_classes(label)} {tone(feeling.score)} {spot}",
        word=text,
        said="" if feeling.value is None and not word_of(feeling) else said(feeling, found),
        score=found.written(feeling.value) if feeling.value is not None and word_of(feeling) else "",
    )


def label_classes(label: Label) -> str:
    """Return the classes that put a placed word where it belongs."""
    return f"{label.side} {dx_class(label.dx)} {dy_class(label.dy)} lines{label.lines}"


def tone(score: float | None) -> str:
    """Return good, neutral, bad or unknown: a band without its strength."""
    return band(score).removeprefix("very-")
