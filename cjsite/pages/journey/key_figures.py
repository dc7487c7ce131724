"""The key figures over a map: how it feels and ends, what hurts, what it takes, what it rests on."""

from collections.abc import Iterator

from cjsite.analysis.evidence import support
from cjsite.analysis.feeling import Band, Feeling, FeelingFigures, band
from cjsite.analysis.risk import Risk, urgency_of
from cjsite.analysis.routes import walks
from cjsite.base.frozen import frozen, replace
from cjsite.base.span import Span
from cjsite.model.types import MAIN
from cjsite.pages.journey.context import MapContext, title_of
from cjsite.pages.journey.feeling_lines import FeelingLine
from cjsite.pages.journey.feeling_marks import word_of
from cjsite.pages.journey.steps import paths_of
from cjsite.summaries.headline import alike, worst_for
from cjsite.summaries.journey_analysis import JourneyAnalysis
from cjsite.summaries.links import Link
from cjsite.text.prose import plain

_EXPLAINED = {
    "lowest": "extremes",
    "highest": "extremes",
    "ending": "extremes",
    "level": "extremes",
    "moments": "risk",
    "pains": "severe",
    "opportunities": "openings",
    "effort": "time",
}
"""What the key figures are called where it is said how they are made."""


@frozen
class KeyFigure:
    """A key figure: what it is called, its value, where it is found or what qualifies it; kind picks its mark.

    person, whose: of a figure of one line among several, the class and the name of whose it is; else ''.
    """

    kind: str
    name: str
    value: str
    link: Link | None
    note: str
    band: Band = "unknown"
    firm: bool = True
    risk: Risk | None = None
    person: str = ""
    whose: str = ""

    @property
    def explained(self) -> str:
        """Return the name under which the words say how it is made."""
        return _EXPLAINED.get(self.kind, self.kind)


def key_figures(context: MapContext, lines: tuple[FeelingLine, ...]) -> tuple[KeyFigure, ...]:
    """Return the key figures: of the persona who fares worst, of each line, and of the main route.

    Of those of several lines, readers see one persona's at a time.
    """
    felt = tuple(_feelings(context, context.worst)) if len(lines) == 1 else tuple(_of_each(context, lines))
    return (*felt, *_counts(context), *_effort(context), _heard(context))


def _of_each(context: MapContext, lines: tuple[FeelingLine, ...]) -> Iterator[KeyFigure]:
    """Yield the lowest point of all with whose it is, then what else there is to say of each line."""
    t, worst = context.wording, context.worst
    lowest = worst.along.lowest
    if lowest is not None:
        yield _feeling(context, "lowest", lowest, t.listed(*worst_for(worst), _off_main(context, lowest)))
    for line, analysis in zip(lines, context.analyses, strict=True):
        whose = t.listed(*alike(analysis)) or line.name
        for figure in _feelings(context, analysis):
            if figure.kind != "lowest" or alike(analysis) != alike(worst):
                yield replace(figure, person=line.person, whose=whose)


def _feelings(context: MapContext, analysis: JourneyAnalysis) -> Iterator[KeyFigure]:
    t, along = context.wording, analysis.along
    felt = analysis.over_all
    if context.columns and (felt.lowest is None or felt.is_flat):
        yield _level(context, felt)
        return
    mean = t("map.figure.mean", score=context.written(along.mean)) if along.mean is not None else ""
    main = _main_route(context, analysis)
    for kind, feeling, note in (
        ("lowest", along.lowest, _off_main(context, along.lowest)),
        ("highest", along.highest, _off_main(context, along.highest)),
        ("ending", along.ending, t.comma.join(filter(None, (main, mean)))),
    ):
        if feeling is not None or (kind == "ending" and context.columns):
            yield _feeling(context, kind, feeling, note)


def _off_main(context: MapContext, feeling: Feeling | None) -> str:
    """Return the routes on which a feeling stands, '' where the main one comes by."""
    off = feeling is not None and not walks(MAIN, feeling.column.step)
    return context.wording.listed(*paths_of(context, feeling.column.step)) if feeling and off else ""


def _main_route(context: MapContext, analysis: JourneyAnalysis) -> str:
    return context.wording("map.path.main") if len(analysis.readings) > 1 else ""


def _level(context: MapContext, along: FeelingFigures) -> KeyFigure:
    """Return what is said once of a line that is the same wherever it is known, or known nowhere."""
    t, felt = context.wording, along.lowest
    if felt is None or felt.value is None:
        return KeyFigure("level", t("map.figure.level"), t("band.unknown"), None, "", firm=False)
    where = "" if along.total == 1 else "all" if along.known == along.total else "known"
    note = t.listed(context.written(felt.value), t(f"map.figure.level.{where}") if where else "")
    name, value = t("map.figure.level"), word_of(felt) or t(f"band.{band(felt.score)}")
    return KeyFigure("level", name, value, None, note, band(felt.score), felt.firm)


def _feeling(context: MapContext, kind: str, feeling: Feeling | None, note: str) -> KeyFigure:
    t = context.wording
    column = feeling.column if feeling else context.columns[-1]
    return KeyFigure(
        kind=kind,
        name=t(f"map.figure.{kind}"),
        value=context.written(feeling.value) if feeling and feeling.value is not None else t("band.unknown"),
        link=Link(_title(feeling) or title_of(column), f"#at-{column.id}"),
        note=note,
        band=band(feeling.score if feeling else None),
        firm=bool(feeling and feeling.firm),
    )


def _title(feeling: Feeling | None) -> str:
    return plain(feeling.column.step.title) if feeling and feeling.whole_step else ""


def _counts(context: MapContext) -> Iterator[KeyFigure]:
    t, analysis = context.wording, context.analysis
    health = analysis.health(context.columns, analysis.pains, analysis.handoffs)
    if health.moments:
        note = t.listed(
            t("map.figure.at-high-risk", n=health.high),
            t("map.figure.at-some-risk", n=health.some_risk),
        )
        total, worst = t.number(health.moments), min((m.risk for m in analysis.moments), key=urgency_of)
        yield KeyFigure("moments", t("map.figure.moments"), total, None, note, risk=worst)
    if analysis.pains:
        note = t("map.figure.severe", n=health.severe)
        yield KeyFigure("pains", context.lane("pains"), t.number(len(analysis.pains)), None, note)
    chances = {o.id: o for step in context.opportunities.values() for o in step}
    if chances:
        doing = sum(o.status == "doing" for o in chances.values())
        note = t("map.figure.doing", n=doing)
        yield KeyFigure("opportunities", context.lane("opportunities"), t.number(len(chances)), None, note)


def _effort(context: MapContext) -> Iterator[KeyFigure]:
    t, spent = context.wording, context.worst.main.effort
    if spent.minutes is None and spent.waiting is None:
        return
    notes = [
        _main_route(context, context.worst),
        t("map.effort.wait", time=t.duration(spent.waiting)) if spent.waiting and spent.minutes is not None else "",
        t("map.effort.contacts", n=spent.contacts) if spent.contacts is not None else "",
    ]
    is_busy = spent.minutes is not None
    time = t.duration((spent.minutes if is_busy else spent.waiting) or Span())
    stated, total = spent.stated.minutes if is_busy else spent.stated.waiting, spent.stated.total
    if stated < total:
        time = t("insight.at-least", value=time)
        notes.insert(0, t("insight.stated", stated=t.number(stated), n=total))
    name = t("map.figure.effort" if is_busy else "map.figure.waiting")
    yield KeyFigure("effort", name, time, None, t.comma.join(filter(None, notes)))


def _heard(context: MapContext) -> KeyFigure:
    t, supported = context.wording, support(context.analysis.facts.standings)
    notes = [
        t("map.figure.staff", n=supported.staff) if supported.staff else "",
        t("map.figure.unheard", n=supported.none) if supported.none else "",
    ]
    value = t("map.figure.heard-of", heard=supported.heard, total=supported.total)
    return KeyFigure("heard", t("map.figure.heard"), value, None, t.comma.join(filter(None, notes)))
