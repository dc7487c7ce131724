"""How journeys stand to each other: large and small, as-is and to-be, neighbours in the list."""

from collections.abc import Mapping

from cjsite.analysis.journey_input import JourneyName
from cjsite.base.frozen import frozen
from cjsite.base.memo import memo

Outline = tuple[str, str, str, str, str]
"""What other journeys may see of any: its id, title, parent, the as-is that it comes from, and its state."""


@frozen
class Kin:
    """How a journey stands to the others. counterpart: the id of its to-be or as-is, '' without one."""

    counterpart: str
    parent: JourneyName | None
    children: tuple[JourneyName, ...]
    before: JourneyName | None
    after: JourneyName | None


@memo
def all_kin(outlines: tuple[Outline, ...]) -> Mapping[str, Kin]:
    """Return how each journey stands to the others, by its id; outlines: in the order of the list."""
    names = {name: JourneyName(name, title) for name, title, *_ in outlines}
    children: dict[str, list[JourneyName]] = {}
    for name, _, parent, *_ in outlines:
        children.setdefault(parent, []).append(names[name])
    futures = {basis: name for name, _, _, basis, state in outlines if state == "to-be" and basis}
    # Neighbours without special cases at both ends of the list.
    padded = [None, *names.values(), None]
    return {
        name: Kin(
            counterpart=_counterpart(basis if basis in names else "", state, futures.get(name, "")),
            parent=names.get(parent),
            children=tuple(children.get(name, ())),
            before=padded[number],
            after=padded[number + 2],
        )
        for number, (name, _, parent, basis, state) in enumerate(outlines)
    }


def _counterpart(basis: str, state: str, future: str) -> str:
    # A to-be that another to-be comes from still belongs to its own as-is.
    return (basis or future) if state == "to-be" else (future or basis)
