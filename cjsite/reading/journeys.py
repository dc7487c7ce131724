"""What a decoded journey needs before it is content: ids for all, and rules that types cannot say."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeVar

from cjsite.model.emotion import Sample
from cjsite.model.journey import OF_STEP, Journey, Stage
from cjsite.model.opportunity import Opportunity
from cjsite.model.step import SPANNING, StepFields
from cjsite.model.touchpoint import Touchpoint, TouchpointFields
from cjsite.model.types import Identified
from cjsite.reading.circles import circles, shown
from cjsite.reading.hints import stranger
from cjsite.reading.lists import check_list
from cjsite.reading.placed_steps import placed_steps, placed_touchpoints
from cjsite.reading.routes import check_routes
from cjsite.reading.source import Source
from cjsite.reading.tree import Loc, mark_of

S = TypeVar("S", bound=StepFields)
_MOST = 1000
"""Stages and touchpoints that a map may have; nobody reads a wider one, and drawing it takes minutes."""
_OF_WHOLE_STEP = {"emotion", "emotions", *SPANNING}


def settle(journey: Journey, tree: object, source: Source) -> Journey:
    """Return the journey with an id for each stage, step and touchpoint; rules broken become problems."""
    columns = sum(len(step.touchpoints) or 1 for _, step in placed_steps(journey)) + len(journey.stages)
    if columns > _MOST:
        mend = "make its parts maps of their own, each with `parent:`"
        source.problem(mark_of(tree, ("stages",), key=True), f"more than {_MOST} stages and touchpoints", mend)
        return journey.but(stages=())
    opportunities = chain.from_iterable(step.opportunities for _, step in placed_steps(journey))
    names = _Names(source, tree, _parts(journey), opportunities)
    stage_names = _Names(source, tree, journey.stages)
    stages = tuple(_settle_stage(stage, s, names, stage_names) for s, stage in enumerate(journey.stages))
    settled = journey.but(stages=stages)
    check_list(tree, ("stages",), source)
    check_list(tree, ("paths",), source)
    for s, stage in enumerate(stages):
        check_list(tree, ("stages", s, "steps"), source)
        _check_stage(stage, ("stages", s), tree, source)
    for loc, step in placed_steps(settled):
        check_list(tree, (*loc, "touchpoints"), source)
        check_list(tree, (*loc, "tags"), source)
        for at, meeting in placed_touchpoints(loc, step):
            _check_meeting(meeting, at, settled, tree, source)
    _check_compensations(settled, tree, source)
    check_routes(settled, tree, source)
    return settled


def _settle_stage(stage: Stage, s: int, names: "_Names", stage_names: "_Names") -> Stage:
    loc, fallback = ("stages", s), f"stage-{s + 1}"
    if stage.is_step:
        # One name for both: its own address is that of the step which it is.
        return _settle_step(stage, loc, names, names.take(stage, loc, fallback, stage_names))
    steps = tuple(
        _settle_step(step, at, names, names.take(step, at, f"step-{s + 1}-{i + 1}"))
        for i, step in enumerate(stage.steps)
        if (at := (*loc, "steps", i))
    )
    changes: dict[str, object] = {"id": stage_names.take(stage, loc, fallback)}
    if any(new is not old for new, old in zip(steps, stage.steps, strict=True)):
        changes["steps"] = steps
    return stage if changes == {"id": stage.id} else stage.but(**changes)


class _Names:
    """The ids taken so far; one an author wrote twice is a problem, one made from a title gets a number.

    written: the ids that authors wrote: none made from a title takes one of them away. opportunities: the titles of
    those at steps, by their ids.
    """

    def __init__(
        self,
        source: Source,
        tree: object,
        things: Iterable[Identified],
        opportunities: Iterable[Opportunity] = (),
    ) -> None:
        self.source, self.tree = source, tree
        self.written = {thing.id.casefold() for thing in things if _is_written(thing)}
        self.taken: dict[str, Loc] = {}
        self.numbers: dict[str, int] = {}
        # What names a registered one, and what its author named, stays what it is.
        self.opportunities = {own.id: own.title for own in opportunities if _is_written(own) or own.id == own.title}

    def take(self, thing: Identified, loc: Loc, fallback: str, beside: "_Names | None" = None) -> str:
        """Return a thing's id, and take it; beside: other names among which it must be the only one, too."""
        every = [self, beside] if beside else [self]
        name = thing.id or fallback
        if _is_written(thing):
            other = next((own.taken[name.casefold()] for own in every if name.casefold() in own.taken), None)
            if other is not None:
                line = mark_of(self.tree, (*other, "id"))[0]
                mend = f"the other is in line {line}; rename one"
                self.source.problem(mark_of(self.tree, (*loc, "id")), f"two things have the id '{name}'", mend)
        else:
            base = name
            while any(name.casefold() in own.written or name.casefold() in own.taken for own in every):
                self.numbers[base] = self.numbers.get(base, 1) + 1
                name = f"{base}-{self.numbers[base]}"
        for own in every:
            own.taken[name.casefold()] = loc
        return name

    def told_apart(self, opportunity: Opportunity) -> Opportunity:
        """Return an opportunity of a step under an id that none of another title has; the same words are one."""
        if _is_written(opportunity):
            return opportunity
        base = name = opportunity.id or "opportunity"
        number = 1
        while self.opportunities.setdefault(name, opportunity.title) != opportunity.title:
            number += 1
            name = f"{base}-{number}"
        return opportunity if name == opportunity.id else opportunity.but(id=name)


def _is_written(thing: Identified) -> bool:
    return "id" in thing.model_fields_set


def _settle_step(step: S, loc: Loc, names: _Names, name: str) -> S:
    changes: dict[str, object] = {"id": name} if name != step.id else {}
    opportunities = tuple(map(names.told_apart, step.opportunities))
    if any(new is not old for new, old in zip(opportunities, step.opportunities, strict=True)):
        changes["opportunities"] = opportunities
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
    for _, step in placed_steps(journey):
        yield step
        yield from step.touchpoints


def _check_stage(stage: Stage, loc: Loc, tree: object, source: Source) -> None:
    for field in OF_STEP & stage.model_fields_set if stage.steps else ():
        mark = mark_of(tree, (*loc, field), key=True)
        source.problem(mark, f"`{field}` stands on a stage that has steps", "put it on one of the steps")


def _check_meeting(meeting: TouchpointFields, loc: Loc, journey: Journey, tree: object, source: Source) -> None:
    if isinstance(meeting, StepFields) and len(meeting.touchpoints) > 1:
        for field in TouchpointFields.model_fields.keys() & meeting.model_fields_set - _OF_WHOLE_STEP:
            mark = mark_of(tree, (*loc, field), key=True)
            source.problem(
                mark, f"`{field}` stands on a step with several touchpoints", "put it on one of the touchpoints"
            )
    for persona in meeting.emotions:
        if persona not in journey.people:
            mark = mark_of(tree, (*loc, "emotions", persona), key=True)
            source.problem(mark, *stranger(persona))


def _check_compensations(journey: Journey, tree: object, source: Source) -> None:
    links: dict[str, str] = {}
    at: dict[str, Loc] = {}
    for loc, step in placed_steps(journey):
        for place, samples in (pair for inside, m in placed_touchpoints(loc, step) for pair in _samples(m, inside)):
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
