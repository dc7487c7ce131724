"""Feelings in full, for the details of a touchpoint."""

from collections.abc import Iterator

from cjsite.analysis.columns import Column
from cjsite.analysis.evidence import confidence, is_firm, standing
from cjsite.analysis.feeling import Band, band, basis_of
from cjsite.base.frozen import frozen
from cjsite.drawing.paths import number
from cjsite.model.emotion import Sample
from cjsite.model.touchpoint import TouchpointFields
from cjsite.pages.facts import Fact, FactItem, fact, texts, words
from cjsite.pages.journey.context import MapContext
from cjsite.pages.journey.feeling_marks import tone
from cjsite.text.prose import inline, plain

_END = 2.3
"""Half of what the panel's scale shows: from -2 to +2, and a margin for marks at its ends."""


@frozen
class FeelingDetails:
    """One feeling; person: whose, where personas differ.

    mark: its place on a scale in per cent, '' for none; spread: where the answers begin and end.
    """

    person: str
    band: Band
    tone: str
    firm: bool
    word: str
    said: str
    mark: str
    spread: tuple[str, ...]
    facts: tuple[Fact, ...]


def feeling_details(context: MapContext, column: Column) -> tuple[FeelingDetails, ...]:
    """Return every feeling written at a touchpoint, and those that stand over its step as a whole."""
    at = column.touchpoint
    support = context.analysis.facts.standing(column)
    own = [_felt(context, p, s, is_firm(confidence(s, at), support)) for p, s in _told(context, at, "")]
    if column.step.feeling_of_whole:
        points = tuple(point for point in context.columns if point.step is column.step)
        basis = basis_of(column.step, points)
        support = standing(basis, context.inputs.evidence)
        whole = _told(context, column.step, context.wording("map.feeling.whole"))
        own += [_felt(context, p, s, is_firm(confidence(s, basis), support)) for p, s in whole]
    return tuple(own) or (_unknown(context),)


def _told(context: MapContext, place: TouchpointFields, over: str) -> Iterator[tuple[str, Sample]]:
    names = {person.id: plain(person.title) or person.id for person in context.inputs.personas}
    for person, samples in place.emotions.items():
        label = names.get(person, person)
        yield from ((context.wording.listed(label, over), sample) for sample in samples)
    common = context.wording("map.feeling.others") if place.emotions else ""
    label = context.wording.comma.join(filter(None, (common, over)))
    yield from ((label, sample) for sample in place.emotion)


def _felt(context: MapContext, person: str, sample: Sample, firm: bool) -> FeelingDetails:
    scale, t = context.inputs.scale, context.wording
    score = None if sample.value is None else scale.normal(sample.value)
    spread = sample.spread
    name = band(score)
    word = t.comma.join(map(plain, sample.said))
    return FeelingDetails(
        person=person,
        band=name,
        tone=tone(score),
        firm=firm,
        word=word or t(f"band.{name}"),
        said=_said(context, name, sample, bool(word)),
        mark="" if score is None else number(_along(score)),
        spread=_spread(*map(scale.normal, spread)) if spread else (),
        facts=tuple(_facts(context, sample)),
    )


def _along(score: float) -> float:
    """Return the place of a normal score along the panel's scale, in per cent; its ends have a margin."""
    return 100 * (score + _END) / (2 * _END)


def _spread(low: float, high: float) -> tuple[str, str]:
    return number(_along(low)), number(_along(high))


def _unknown(context: MapContext) -> FeelingDetails:
    t = context.wording
    return FeelingDetails(
        "", "unknown", "unknown", False, t("band.unknown"), t("map.feeling.nobody-asked"), "", (), ()
    )


def _said(context: MapContext, name: Band, sample: Sample, worded: bool) -> str:
    t = context.wording
    if sample.value is None:
        return t("map.feeling.no-number")
    score = context.written(sample.value)
    said = t.comma.join((t(f"band.{name}"), score)) if worded else score
    if sample.spread:
        low, high = map(context.written, sample.spread)
        said = t("map.feeling.spread", feeling=said, low=low, high=high)
    return said


def _facts(context: MapContext, sample: Sample) -> Iterator[Fact]:
    t = context.wording
    if sample.written:
        yield from texts(t("map.detail.written"), sample.written)
    yield from texts(t("map.detail.trigger"), sample.trigger)
    if sample.response:
        yield fact(
            t("map.detail.response"), FactItem(t(f"response.{sample.response}"), note=inline(sample.because))
        )
    else:
        yield from texts(t("map.detail.because"), sample.because)
    if sample.compensated_by:
        link = context.link(sample.compensated_by)
        yield fact(t("map.detail.compensated"), FactItem(link.title, link.url))
    if sample.confidence:
        yield from words(t("map.detail.confidence"), t(f"confidence.{sample.confidence}"))
