"""What a site may ask of every journey without having all that is written in it at hand."""

from collections.abc import Iterator

from cjsite.base.frozen import frozen
from cjsite.model.emotion import Scale
from cjsite.model.journey import Journey
from cjsite.model.named_files import named_targets


@frozen
class JourneyOutline:
    """A journey in brief: what lists, links between journeys and rules on the whole site need of it.

    people, zooms, elsewhere, actors, opportunities: as a `Journey` says. parts: the ids of its stages, steps and
    touchpoints. targets: what it names files by. done: whether an opportunity written at one of its steps is done.
    own_scale: the lowest and highest number for feelings, where they are not the site's.
    """

    id: str
    title: str
    language: str
    parent: str
    derived_from: str
    state: str
    status: str
    people: tuple[str, ...]
    zooms: tuple[str, ...]
    elsewhere: tuple[str, ...]
    actors: tuple[str, ...]
    opportunities: tuple[str, ...]
    paths: tuple[str, ...]
    parts: tuple[str, ...]
    targets: tuple[str, ...]
    audience: tuple[str, ...]
    done: bool
    has_notes: bool
    own_scale: tuple[float, float] | None

    def has_other_scale(self, scale: Scale) -> bool:
        """Tell whether its numbers for feelings are others than those of a scale."""
        return self.own_scale not in (None, (scale.min, scale.max))


def _parts(journey: Journey) -> Iterator[str]:
    for stage in journey.stages:
        yield stage.id
        for step in stage.course:
            yield step.id
            yield from (touchpoint.id for touchpoint in step.touchpoints)


def outline(journey: Journey) -> JourneyOutline:
    """Return a journey in brief."""
    scale = journey.emotion_scale
    return JourneyOutline(
        id=journey.id,
        title=journey.title,
        language=journey.language,
        parent=journey.parent,
        derived_from=journey.derived_from,
        state=journey.state,
        status=journey.status,
        people=journey.people,
        zooms=journey.zooms,
        elsewhere=journey.elsewhere,
        actors=journey.actors,
        opportunities=journey.opportunities,
        paths=tuple(journey.paths),
        parts=tuple(_parts(journey)),
        targets=named_targets(journey),
        audience=tuple(journey.audience),
        done=any(own.status == "done" for step in journey.steps() for own in step.opportunities),
        has_notes=journey.has_notes,
        own_scale=(scale.min, scale.max) if scale else None,
    )
