"""What a search may come upon on a map: the map itself, its stages and its steps."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from cjsite.analysis.columns import Column
from cjsite.base.memo import memo
from cjsite.base.rollup import grouped
from cjsite.model.journey import Journey, Stage
from cjsite.model.quantities import Duration
from cjsite.model.step import Step
from cjsite.model.touchpoint import JourneyPoint
from cjsite.summaries.journey_analysis import JourneyAnalysis
from cjsite.summaries.search_entry import SearchEntry, search_entry, telling_id
from cjsite.summaries.urls import journey_url
from cjsite.text.folding import unspaced
from cjsite.text.prose import plain

_PAIRED = 10
"""What a sign of a script without blanks takes in an index beyond its bytes, in letters of others."""

_HOUR = 60


def map_entry(analysis: JourneyAnalysis) -> SearchEntry:
    """Return what a search for a map as a whole comes upon."""
    journey = analysis.inputs.journey
    departments = (journey.owner, *chain.from_iterable(column.departments for column in analysis.columns))
    own = tuple(dict.fromkeys(filter(None, departments)))
    url, title = journey_url(journey.id), analysis.journey.title
    texts = (*_of_map(journey), *telling_id(journey.id, title))
    return search_entry("journey", url, title, texts, "", own, journey.language)


def entries_on_map(analysis: JourneyAnalysis) -> tuple[SearchEntry, ...]:
    """Return what a search comes upon on a map: its story, each stage, each step with all that is said of it."""
    inputs, journey = analysis.inputs, analysis.inputs.journey
    # Registered opportunities are entries of their own.
    named = {**inputs.cast, **dict.fromkeys(inputs.opportunities, "")}
    by_step = grouped((id(column.step), column) for column in analysis.columns)
    entries = [search_entry("journey", "#background", "", _of_story(journey), prose=journey.narrative)]
    for stage in journey.stages:
        title = plain(stage.title) or stage.id
        if not stage.is_step:
            entries.append(
                search_entry("stage", f"#stage-{stage.id}", title, _of_stage(stage), prose=stage.description)
            )
        for step in stage.course:
            own = by_step.get(id(step), [])
            departments = tuple(dict.fromkeys(chain.from_iterable(column.departments for column in own)))
            texts = chain(_of_stage(stage) if stage.is_step else (), step_texts(step, named))
            url = f"#at-{own[0].id if own else step.id}"
            place = "" if stage.is_step else title
            name = plain(step.title) or (plain(own[0].title) if own else "") or step.id
            felt = _lowest(analysis, own)
            prose = step.description or (stage.description if stage.is_step else "")
            entries.append(search_entry("step", url, name, chain(texts, felt), place, departments, prose=prose))
    return tuple(entry for entry in entries if entry.text_terms or entry.kind != "journey")


def _lowest(analysis: JourneyAnalysis, columns: Iterable[Column]) -> Iterator[str]:
    """Yield the feelings below zero at columns, as pages write them."""
    felt = [feeling.value for column in columns if (feeling := analysis.feeling_at(column))]
    below = {value for value in felt if value is not None and value < 0}
    yield from (f"−{abs(value):g}" for value in sorted(below))


@memo(by="journey")
def search_weights(journey: Journey) -> tuple[int, int]:
    """Return about how many letters an index has to hold of a map as a whole, and of what is on it."""
    on_map = chain(
        (journey.narrative,),
        _of_story(journey),
        (text for stage in journey.stages for text in (stage.description, *(s.description for s in stage.course))),
        chain.from_iterable(map(_of_stage, journey.stages)),
        chain.from_iterable(step_texts(step, {}) for step in journey.steps()),
    )
    return _weight((journey.title, *_of_map(journey))), _weight(on_map)


def _weight(texts: Iterable[str]) -> int:
    every = "\n".join(texts)
    return len(every) if every.isascii() else len(every.encode()) + _PAIRED * unspaced(every)


def _of_map(journey: Journey) -> Iterator[str]:
    yield from (journey.product, journey.segment, journey.job, journey.scenario, *journey.goal, *journey.tags)


def _of_story(journey: Journey) -> Iterator[str]:
    yield from (journey.business_goal, journey.motivation)
    yield from (*journey.expectations, *journey.alternatives)
    yield from (insight.text for insight in journey.insights)
    yield from (path.title for path in journey.paths.values())
    for person in journey.stakeholders:
        yield from (person.role, person.interest)
    yield from (wanted.text for wanted in journey.sources_wanted)
    yield from journey.contributors


def _of_stage(stage: Stage) -> Iterator[str]:
    yield from (stage.goal, stage.time, *stage.incentive)


def step_texts(step: Step, named: Mapping[str, str]) -> Iterator[str]:
    """Yield all that is written at a step and at its touchpoints, but for its description.

    named: what stands for ids of personas and opportunities.
    """
    yield from (*step.thoughts, *step.quotes, *step.actions)
    yield from (pain.text for pain in step.pain_points)
    yield from step.gains
    for opportunity in step.opportunities:
        yield from (named.get(opportunity.title, opportunity.title), opportunity.body)
        yield from (solution.title for solution in opportunity.solutions)
        yield from (opportunity.reach, *opportunity.tags)
    for own, texts in step.lanes.items():
        yield own
        yield from texts
    yield from (step.place, *(named.get(actor, actor) for actor in step.actors))
    yield from _of_point(step)
    for touchpoint in step.touchpoints:
        yield touchpoint.title
        yield from _of_point(touchpoint)


def _of_point(point: JourneyPoint) -> Iterator[str]:
    yield from (point.perceived, point.intended, point.expectation, point.why)
    for sample in chain(point.emotion, *point.emotions.values()):
        yield from (*sample.said, sample.trigger, sample.because)
    moment = point.moment_of_truth
    if moment:
        yield from (moment.asks, moment.continues, moment.bails_out)
    for work in (*point.frontstage, *point.backstage):
        yield from (work.does, work.system)
    yield from (*point.props, *point.device, *point.tags)
    yield from (handoff.carries for handoff in point.handoff)
    if point.image:
        yield point.image.alt
    yield from (point.cost.text, point.benefit.text)
    yield from (f"{time.minutes.high:g} min" for time in (point.duration, point.wait) if time and _is_short(time))


def _is_short(time: Duration) -> bool:
    """Tell whether pages write a time in minutes alone, which they do in most languages alike."""
    return time.minutes.low == time.minutes.high < _HOUR and time.minutes.high.is_integer()
