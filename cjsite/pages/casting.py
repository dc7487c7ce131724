"""What each journey's page may read, found among everything that there is."""

import datetime
from collections.abc import Iterable, Mapping

from cjsite.analysis.case import abroad
from cjsite.analysis.opportunities import by_journey
from cjsite.frozen import frozen
from cjsite.memory import Memory
from cjsite.model.content import Content
from cjsite.model.journey import Journey, Step
from cjsite.pages.cast import Cast
from cjsite.pages.links import journey_link
from cjsite.pages.page import Later, Link


def casts(content: Content, today: datetime.date, memory: Memory) -> Mapping[str, Cast]:
    """Return what the page of each journey may read, by its id."""
    casting = _Casting(content, today, memory)
    return {name: casting.cast(name) for name in content.journeys}


class _Casting:
    def __init__(self, content: Content, today: datetime.date, memory: Memory) -> None:
        self._content = content
        self._today = today
        self._linked = Later(lambda: by_journey(content.journeys.values(), content.opportunities))
        self._around = Later(lambda: _Around.of(content.journeys.values(), memory))

    def cast(self, name: str) -> Cast:
        """Return what the page of a journey may read."""
        content, journey = self._content, self._content.journeys[name]
        around = self._around()
        before, after = around.neighbours[name]
        there = abroad(journey, content.journeys)
        return Cast(
            journey=journey,
            scale=content.settings.emotion_scale,
            review_every=content.settings.review_every,
            today=self._today,
            departments=content.departments,
            channels=content.channels,
            evidence=content.evidence,
            metrics=content.metrics,
            personas=tuple(content.personas[person] for person in journey.people),
            opportunities=self._linked().get(name, {}),
            measurements=content.measurements.get(name, ()),
            counterpart=_counterpart(journey, content.journeys, around.futures),
            basis=content.journeys.get(journey.derived_from),
            parent=around.links.get(journey.parent),
            children=tuple(around.links[child.id] for child in around.children.get(name, ())),
            abroad=there,
            titles=_titles(journey, there, content.journeys),
            before=around.links.get(before),
            after=around.links.get(after),
        )


@frozen
class _Around:
    """How journeys hang together, all by id; neighbours: before and after each, '' at the ends of the list.

    futures: the to-be of each as-is, children: the parts of each.
    """

    links: Mapping[str, Link]
    neighbours: Mapping[str, tuple[str, str]]
    futures: Mapping[str, Journey]
    children: Mapping[str, list[Journey]]

    @classmethod
    def of(cls, journeys: Iterable[Journey], memory: Memory) -> "_Around":
        every = tuple(journeys)
        children: dict[str, list[Journey]] = {}
        for journey in every:
            children.setdefault(journey.parent, []).append(journey)
        padded = ["", *(journey.id for journey in every), ""]
        return cls(
            # Remembered, for each is compared with the one before in several maps.
            links={journey.id: memory(journey_link, journey.id, journey) for journey in every},
            neighbours={name: (padded[n], padded[n + 2]) for n, name in enumerate(padded[1:-1])},
            futures={j.derived_from: j for j in every if j.state == "to-be" and j.derived_from},
            children=children,
        )


def _titles(journey: Journey, there: Mapping[str, Step], journeys: Mapping[str, Journey]) -> dict[str, str]:
    found = {name: journeys[name].title for name in journey.zooms}
    for address, step in there.items():
        found[address] = f"{journeys[address.partition('#')[0]].title}: {step.title}"
    return found


def _counterpart(
    journey: Journey, journeys: Mapping[str, Journey], futures: Mapping[str, Journey]
) -> Journey | None:
    # A to-be that another to-be comes from still belongs to its own as-is.
    basis, future = journeys.get(journey.derived_from), futures.get(journey.id)
    return (basis or future) if journey.state == "to-be" else (future or basis)
