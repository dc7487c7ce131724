"""Feelings in full, for the details of a touchpoint."""

from collections.abc import Iterator

from cjsite.analysis.columns import Column
from cjsite.analysis.evidence import confidence, is_firm
from cjsite.analysis.feeling import Band, band
from cjsite.drawing.paths import number
from cjsite.frozen import frozen
from cjsite.model.emotion import Sample
from cjsite.model.touchpoint import Meeting
from cjsite.pages.facts import Fact, Item, fact, texts, words
from cjsite.pages.journey.marks import tone
from cjsite.pages.journey.scene import Scene
from cjsite.prose import inline, plain


@frozen
class Felt:
    """One feeling; person: whose, where personas differ. mark, low, high: scores on −2 to +2, '' for none."""

    person: str
    band: Band
    tone: str
    firm: bool
    word: str
    said: str
    mark: str
    low: str
    high: str
    facts: tuple[Fact, ...]


def felt(found: Scene, column: Column) -> tuple[Felt, ...]:
    """Return every feeling written at a touchpoint, and those that stand over its step as a whole."""
    told = list(_told(found, column.touchpoint, ""))
    if column.step.feeling_of_whole:
        told += _told(found, column.step, found.wording("map.feeling.whole"))
    return tuple(_felt(found, column, person, sample) for person, sample in told) or (_unknown(found),)


def _told(found: Scene, meeting: Meeting, over: str) -> Iterator[tuple[str, Sample]]:
    names = {person.id: plain(person.title) or person.id for person in found.cast.personas}
    for person, samples in meeting.emotions.items():
        label = names.get(person, person)
        yield from ((f"{label}, {over}" if over else label, sample) for sample in samples)
    common = found.wording("map.feeling.others") if meeting.emotions else ""
    label = ", ".join(filter(None, (common, over)))
    yield from ((label, sample) for sample in meeting.emotion)


def _felt(found: Scene, column: Column, person: str, sample: Sample) -> Felt:
    scale, t = found.cast.scale, found.wording
    score = None if sample.value is None else scale.normal(sample.value)
    spread = sample.spread
    name = band(score)
    told = ", ".join(map(plain, sample.words))
    return Felt(
        person=person,
        band=name,
        tone=tone(score),
        firm=is_firm(confidence(sample, column.touchpoint), found.survey.facts.standing(column)),
        word=told or t(f"band.{name}"),
        said=_said(found, name, sample, bool(told)),
        mark="" if score is None else number(score),
        low=number(scale.normal(spread[0])) if spread else "",
        high=number(scale.normal(spread[1])) if spread else "",
        facts=tuple(_facts(found, sample)),
    )


def _unknown(found: Scene) -> Felt:
    t = found.wording
    return Felt("", "unknown", "unknown", False, t("band.unknown"), t("map.feeling.nobody-asked"), "", "", "", ())


def _said(found: Scene, name: Band, sample: Sample, worded: bool) -> str:
    t = found.wording
    if sample.value is None:
        return t("map.feeling.no-number")
    score = found.written(sample.value)
    said = f"{t(f'band.{name}')}, {score}" if worded else score
    if sample.spread:
        low, high = map(found.written, sample.spread)
        said = t("map.feeling.spread", feeling=said, low=low, high=high)
    return said


def _facts(found: Scene, sample: Sample) -> Iterator[Fact]:
    t = found.wording
    yield from texts(t("map.detail.trigger"), sample.trigger)
    if sample.response:
        yield fact(t("map.detail.response"), Item(t(f"response.{sample.response}"), note=inline(sample.because)))
    else:
        yield from texts(t("map.detail.because"), sample.because)
    if sample.compensated_by:
        link = found.link(sample.compensated_by)
        yield fact(t("map.detail.compensated"), Item(link.title, link.url))
    if sample.confidence:
        yield from words(t("map.detail.confidence"), t(f"confidence.{sample.confidence}"))
