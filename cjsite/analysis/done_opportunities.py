"""What became of opportunities that are done: whether anybody has measured at their steps since."""

from collections.abc import Iterator, Mapping

from cjsite.analysis.opportunities import at_steps
from cjsite.base.frozen import frozen
from cjsite.model.content import Content, Measurement
from cjsite.model.opportunity import Opportunity
from cjsite.model.step import Step


@frozen
class DoneOpportunity:
    """An opportunity that is done, where it stands (`kind/id`), and whether anybody has measured there since."""

    opportunity: Opportunity
    at: str
    measured: bool


def done_opportunities(content: Content) -> Iterator[DoneOpportunity]:
    """Yield every opportunity that is done: those of the registry, then those written at steps.

    One that stands at several steps is measured where any of them is.
    """
    done = {
        name: opportunity for name, opportunity in content.opportunities.items() if opportunity.status == "done"
    }
    proven: set[str] = set()
    own: list[DoneOpportunity] = []
    for name, brief in content.outlines.items():
        if not brief.done and done.keys().isdisjoint(brief.opportunities):
            continue
        journey = content.journeys[name]
        table = content.measurements.get(journey.id, ())
        for step, written in at_steps(journey):
            opportunity = content.opportunities.get(written.title, written)
            if opportunity.status == "done":
                measured = _is_measured(opportunity, step, table)
                if opportunity is written:
                    own.append(DoneOpportunity(opportunity, f"journey/{journey.id}", measured))
                elif measured:
                    proven.add(opportunity.id)
    steps = _addressed(content, done)
    for name, opportunity in done.items():
        there = (
            _is_measured(opportunity, *place) for address in opportunity.steps for place in steps.get(address, ())
        )
        yield DoneOpportunity(opportunity, f"opportunity/{name}", name in proven or any(there))
    yield from own


def _addressed(
    content: Content, done: Mapping[str, Opportunity]
) -> Mapping[str, list[tuple[Step, tuple[Measurement, ...]]]]:
    """Return the steps that opportunities name, each with its journey's table, by the address they are named by."""
    wanted = {address for opportunity in done.values() for address in opportunity.steps}
    addressed: dict[str, list[tuple[Step, tuple[Measurement, ...]]]] = {}
    for name in {address.partition("#")[0] for address in wanted} & content.journeys.keys():
        for step in content.journeys[name].steps():
            for address in wanted.intersection(f"{name}#{own_name}" for own_name in _names(step)):
                addressed.setdefault(address, []).append((step, content.measurements.get(name, ())))
    return addressed


def _names(step: Step) -> tuple[str, ...]:
    return (step.id, *(touchpoint.id for touchpoint in step.touchpoints))


def _is_measured(opportunity: Opportunity, step: Step, table: tuple[Measurement, ...]) -> bool:
    """Tell whether a step was measured after an opportunity was done there; ever, where nobody knows when."""
    names, done = _names(step), opportunity.done_on
    if done is None and any(place.metrics for place in (step, *step.touchpoints)):
        return True
    return any(measurement.step in names and (done is None or measurement.date > done) for measurement in table)
