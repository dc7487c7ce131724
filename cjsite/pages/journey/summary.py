"""A line of feelings in words: its start, turns, extremes, gaps and end, and where it forks and joins."""

from collections.abc import Iterator, Sequence

from cjsite.analysis.columns import Column
from cjsite.analysis.feeling import Feeling, FeelingFigures, band
from cjsite.analysis.readings import Reading
from cjsite.analysis.routes import walks
from cjsite.base.frozen import frozen
from cjsite.drawing.turns import Turn, foremost, turns
from cjsite.pages.journey.context import MapContext, title_of
from cjsite.pages.journey.feeling_marks import word_of
from cjsite.pages.journey.steps import path_of, path_title
from cjsite.summaries.journey_analysis import JourneyAnalysis
from cjsite.summaries.thumbnail import samples
from cjsite.text.prose import plain

_NAMES = ("start", "peak", "dip", "unknown", "end")
MOST_TURNS = 4
"""Peaks and dips that a summary names beside the ends, the lowest and the highest; several lines share them."""
MOST_PLACES = 3
"""Touchpoints that are named of those not known, and of those that a path comes by."""
MOST_FORKS = 4
"""Forks that a summary tells of."""


@frozen
class _Fork:
    """Where a route leaves another one: after which touchpoint, by which of its own, and to which it comes back."""

    start: Column | None
    own: tuple[Column, ...]
    back: Column | None


def summary(context: MapContext, analysis: JourneyAnalysis) -> str:
    """Return a line as sentences: along the main route, then where each other route leaves it and comes back."""
    if analysis.over_all.lowest is None:
        return context.wording("map.summary.nothing")
    main, *others = analysis.readings
    first = [(path_of(context, main.route.name) + context.wording.colon).rstrip()] if others else []
    forks = [(way, fork) for way in others for fork in _forks(analysis, main, way)]
    branches = (text for way, fork in forks[:MOST_FORKS] for text in _forked(context, analysis, way, fork))
    rest = _more(context, "map.summary.forks", len(forks) - MOST_FORKS)
    return context.wording.paragraph(*first, *_course(context, main.feelings, main.along), *branches, *rest)


def _course(context: MapContext, feelings: Sequence[Feeling], along: FeelingFigures) -> Iterator[str]:
    """Yield the sentences of one route: the turns that matter, or once that all that is known is the same."""
    points = samples(feelings)
    every = turns(points)
    if along.lowest and along.is_flat:
        yield _level(context, along.lowest, along)
        chosen = tuple(turn for turn in every if turn.roles == ("unknown",))
        left = 0
    else:
        chosen = foremost(every, points, MOST_TURNS // len(context.analyses))
        left = len(every) - len(chosen)
    unknown = {column.number for feeling in feelings if feeling.score is None for column in feeling.over}
    are_few = len(unknown) <= MOST_PLACES
    for turn in chosen:
        if are_few or turn.roles != ("unknown",):
            yield _sentence(context, feelings, turn)
    if not are_few:
        yield context.wording("map.summary.unknown.many", n=len(unknown), total=along.total)
    yield from _more(context, "map.summary.more", left)


def _level(context: MapContext, felt: Feeling, along: FeelingFigures) -> str:
    """Return what is said of a line that is the same wherever it is known."""
    key = "only" if along.total == 1 else "flat" if along.known == along.total else "flat.known"
    words = context.wording.beside(word_of(felt)) or context.wording(f"band.{band(felt.score)}")
    feeling = context.wording("list.note", text=words, note=context.written(felt.value or 0.0))
    return context.wording(f"map.summary.{key}", title=title_of(felt.column), feeling=feeling)


def _more(context: MapContext, key: str, count: int) -> Iterator[str]:
    """Yield how many of a kind are not named."""
    if count > 0:
        yield context.wording(key, n=count)


def _sentence(context: MapContext, line: Sequence[Feeling], turn: Turn) -> str:
    """Return what a turn says; a turn that is an extreme too says both at once."""
    feelings = line[turn.index : turn.last + 1]
    first = feelings[0]
    name = next((role for role in _NAMES if role in turn.roles), "")
    extreme = next((role for role in ("lowest", "highest") if role in turn.roles), "")
    key = "map.summary." + "-".join(filter(None, (name, extreme)))
    if name == "unknown":
        places = dict.fromkeys(title_of(column) for feeling in feelings for column in feeling.over)
        return context.wording(key, titles=context.wording.enumerated(*places))
    title = plain(first.column.step.title) if first.whole_step else title_of(first.column)
    score = context.written(first.value or 0.0)
    words = word_of(first)
    feeling = context.wording("list.note", text=words, note=score) if words else score
    return context.wording(key, title=title, feeling=feeling)


def _forks(analysis: JourneyAnalysis, main: Reading, way: Reading) -> Iterator[_Fork]:
    """Yield where a way leaves the main one, or leaves out what that comes by."""
    start: Column | None = None
    own: list[Column] = []
    is_apart = False
    for column in analysis.columns:
        on_main, on_way = walks(main.route.name, column.step), walks(way.route.name, column.step)
        if on_main and on_way:
            if is_apart:
                yield _Fork(start, tuple(own), column)
            start, own, is_apart = column, [], False
        elif on_main or on_way:
            own += [column] if on_way else []
            is_apart = True
    if is_apart:
        yield _Fork(start, tuple(own), None)


def _forked(context: MapContext, analysis: JourneyAnalysis, way: Reading, fork: _Fork) -> Iterator[str]:
    """Yield the sentences on one fork: how many go which way, what they come by, and where they are back."""
    t, path = context.wording, path_title(context, way.route.name)
    share = t("map.summary.fork.some") if way.route.share is None else t.percent(way.route.share)
    places = [_stop(context, analysis, column) for column in fork.own[:MOST_PLACES]]
    rest = _more(context, "map.summary.fork.more", len(fork.own) - MOST_PLACES)
    stops = t.listed(*places, *rest) or t("map.summary.fork.nothing")
    if fork.start:
        yield t("map.summary.fork", title=title_of(fork.start), share=share, path=path, stops=stops)
    else:
        yield t("map.summary.fork.start", share=share, path=path, stops=stops)
    yield t("map.summary.fork.back", title=title_of(fork.back)) if fork.back else t("map.summary.fork.end")


def _stop(context: MapContext, analysis: JourneyAnalysis, column: Column) -> str:
    t, felt = context.wording, analysis.feeling_at(column)
    score = context.written(felt.value) if felt and felt.value is not None else ""
    answer = t.listed(word_of(felt), score) or t("band.unknown.inside")
    return t("list.note", text=title_of(column), note=answer)
