"""A line of feelings in words: its start, turns, extremes, gaps and end, and where it forks and joins."""

from collections.abc import Iterator, Sequence

from cjsite.analysis.columns import Column
from cjsite.analysis.feeling import Feeling, FeelingFigures
from cjsite.analysis.readings import Reading
from cjsite.analysis.routes import walks
from cjsite.base.frozen import frozen
from cjsite.drawing.turns import Turn, turns
from cjsite.pages.journey.context import MapContext, title_of
from cjsite.pages.journey.feeling_marks import word_of
from cjsite.pages.journey.steps import path_of, path_title
from cjsite.summaries.journey_analysis import JourneyAnalysis
from cjsite.summaries.thumbnail import samples
from cjsite.text.prose import plain

_NAMES = ("start", "peak", "dip", "unknown", "end")


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
    first = [path_of(context, main.route.name) + ":"] if others else []
    forks = ((way, fork) for way in others for fork in _forks(analysis, main, way))
    branches = (text for way, fork in forks for text in _forked(context, analysis, way, fork))
    return context.wording.paragraph(*first, *_course(context, main.feelings, main.along), *branches)


def _course(context: MapContext, feelings: Sequence[Feeling], along: FeelingFigures) -> Iterator[str]:
    """Yield the sentences of one route; where all that is known is the same, that is said once."""
    if along.lowest and along.is_flat:
        key = "map.summary.flat" if along.known == along.total else "map.summary.flat.known"
        yield context.wording(key, score=context.written(along.lowest.value or 0.0))
    for turn in turns(samples(feelings)):
        if not along.is_flat or turn.roles == ("unknown",):
            yield _sentence(context, feelings, turn)


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
    feeling = f"{context.wording.beside(words)} ({score})" if words else score
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
    stops = t.listed(*(_stop(context, analysis, column) for column in fork.own)) or t("map.summary.fork.nothing")
    if fork.start:
        yield t("map.summary.fork", title=title_of(fork.start), share=share, path=path, stops=stops)
    else:
        yield t("map.summary.fork.start", share=share, path=path, stops=stops)
    yield t("map.summary.fork.back", title=title_of(fork.back)) if fork.back else t("map.summary.fork.end")


def _stop(context: MapContext, analysis: JourneyAnalysis, column: Column) -> str:
    t, felt = context.wording, analysis.feeling_at(column)
    score = context.written(felt.value) if felt and felt.value is not None else ""
    answer = t.listed(word_of(felt), score) or t("band.unknown.inside")
    return f"{t.beside(title_of(column))} ({answer})"
