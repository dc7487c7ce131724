"""What a decoded journey needs before it is content: ids for all, and rules that types cannot say."""

from collections.abc import Iterable, Iterator

from cjsite.model.emotion import Sample, Scale
from cjsite.model.journey import Journey
from cjsite.model.step import Step
from cjsite.model.touchpoint import Touchpoint, TouchpointFields
from cjsite.model.types import Identified
from cjsite.reading.circles import circles, shown
from cjsite.reading.hints import stranger
from cjsite.reading.routes import check_routes
from cjsite.reading.source import Source
from cjsite.reading.tree import Loc, mark_of

_OF_WHOLE_STEP = {"emotion", "emotions"}


def settle(journey: Journey, tree: object, source: Source, scale: Scale) -> Journey:
    """Return the journey with an id for each stage, step and touchpoint; rules broken become problems."""
    parts = list(_parts(journey))
    names = _Names(source, tree, parts)
    stage_names = _Names(source, tree, journey.stages)
    stages = []
    for s, stage in enumerate(journey.stages):
        loc: Loc = ("stages", s)
        steps = tuple(
            _settle_step(step, (*loc, "steps", i), names, f"step-{s + 1}-{i + 1}")
            for i, step in enumerate(stage.steps)
        )
        changes: dict[str, object] = {"id": stage_names.take(stage, loc, f"stage-{s + 1}")}
        if any(new is not old for new, old in zip(steps, stage.steps, strict=True)):
            changes["steps"] = steps
        stages.append(stage if changes == {"id": stage.id} else stage.but(**changes))
    settled = journey.but(stages=tuple(stages))
    for loc, meeting in _meetings(settled):
        _check_meeting(meeting, loc, settled, tree, source, scale)
    _check_compensations(settled, tree, source)
    check_routes(settled, tree, source)
    return settled


class _Names:
    """The ids taken so far; one an author wrote twice is a problem, one made from a title gets a number.

    written: the ids that authors wrote: none made from a title takes one of them away.
    """

    def __init__(self, source: Source, tree: object, things: Iterable[Identified]) -> None:
        self.source, self.tree = source, tree
        self.written = {thing.id.casefold() for thing in things if _is_written(thing)}
        self.taken: dict[str, Loc] = {}

    def take(self, thing: Identified, loc: Loc, fallback: str) -> str:
        name = thing.id or fallback
        if _is_written(thing):
            other = self.taken.get(name.casefold())
            if other is not None:
                line = mark_of(self.tree, (*other, "id"))[0]
                mend = f"the other is in line {line}; rename one"
                self.source.problem(mark_of(self.tree, (*loc, "id")), f"two things have the id '{name}'", mend)
        else:
            number = 2
            while name.casefold() in self.written or name.casefold() in self.taken:
                name, number = f"{thing.id or fallback}-{number}", number + 1
        self.taken[name.casefold()] = loc
        return name


def _is_written(thing: Identified) -> bool:
    return "id" in thing.model_fields_set


def _settle_step(step: Step, loc: Loc, names: _Names, fallback: str) -> Step:
    changes: dict[str, object] = {}
    name = names.take(step, loc, fallback)
    if name != step.id:
        changes["id"] = name
    if len(step.touchpoints) > 1:
        touchpoints = tuple(
            _named(t, names.take(t, (*loc, "touchpoints", i), f"{name}-{i + 1}"))
            for i, t in enumerate(step.touchpoints)
        )
        changes["touchpoints"] = touchpoints
    elif step.touchpoints and step.touchpoints[0].id != name:
        # One touchpoint is the step's own column, so it shares the step's address unless it has a name.
        only = step.touchpoints[0]
        named = "id" in only.model_fields_set
        own = names.take(only, (*loc, "touchpoints", 0), name) if named else name
        changes["touchpoints"] = (only.but(id=own, title=only.title or step.title),)
    return step.but(**changes) if changes else step


def _named(touchpoint: Touchpoint, name: str) -> Touchpoint:
    return touchpoint if touchpoint.id == name else touchpoint.but(id=name)


def _parts(journey: Journey) -> Iterator[Identified]:
    for step in journey.steps():
        yield step
        yield from step.touchpoints


def _meetings(journey: Journey) -> Iterator[tuple[Loc, TouchpointFields]]:
    for s, stage in enumerate(journey.stages):
        for i, step in enumerate(stage.steps):
            loc: Loc = ("stages", s, "steps", i)
            yield loc, step
            for t, touchpoint in enumerate(step.touchpoints):
                yield (*loc, "touchpoints", t), touchpoint


def _check_meeting(
    meeting: TouchpointFields, loc: Loc, journey: Journey, tree: object, source: Source, scale: Scale
) -> None:
    if isinstance(meeting, Step) and len(meeting.touchpoints) > 1:
        for field in TouchpointFields.model_fields.keys() & meeting.model_fields_set - _OF_WHOLE_STEP:
            mark = mark_of(tree, (*loc, field), key=True)
            source.problem(
                mark, f"`{field}` stands on a step with several touchpoints", "put it on one of the touchpoints"
            )
    for persona in meeting.emotions:
        if persona not in journey.people:
            mark = mark_of(tree, (*loc, "emotions", persona), key=True)
            source.problem(mark, *stranger(persona))
    if meeting.functional is not None and not scale.min <= meeting.functional <= scale.max:
        mark = mark_of(tree, (*loc, "functional"))
        runs = f"it runs from {scale.min:g} to {scale.max:g}"
        source.problem(mark, f"{meeting.functional:g} is off the site's emotion scale", runs)


def _check_compensations(journey: Journey, tree: object, source: Source) -> None:
    links: dict[str, str] = {}
    at: dict[str, Loc] = {}
    for loc, meeting in _meetings(journey):
        step = journey.stages[int(loc[1])].steps[int(loc[3])]
        for place, samples in _samples(meeting, loc):
            for index, sample in enumerate(samples):
                if sample.compensated_by:
                    links[step.id] = sample.compensated_by
                    at[step.id] = (*place, index, "compensated_by")
    for circle in circles(links):
        message = f"`compensated_by` runs in a circle: {shown(circle)}"
        source.problem(mark_of(tree, at[circle[0]]), message, "name a step that needs no other")


def _samples(meeting: TouchpointFields, loc: Loc) -> Iterator[tuple[Loc, tuple[Sample, ...]]]:
    yield (*loc, "emotion"), meeting.emotion
    for persona, samples in meeting.emotions.items():
        yield (*loc, "emotions", persona), samples
