"""One object of a file with all that checking it against other files needs."""

import datetime
import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Protocol

from cjsite.base.content_path import content_path
from cjsite.base.frozen import frozen
from cjsite.base.problem import Place
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity, Solution
from cjsite.model.outline import JourneyOutline, outline
from cjsite.model.persona import Persona
from cjsite.model.placed_link import PlacedLink
from cjsite.model.types import Identified, Kind, Ref
from cjsite.reading.placed_links import placed_links
from cjsite.reading.placed_steps import placed_steps, placed_touchpoints
from cjsite.reading.references import Reference, references
from cjsite.reading.source import Source
from cjsite.reading.tree import Loc, Mark, mark_of

Located = tuple[Reference, Place, str]
"""A reference, its place, and the source line it stands in."""
Need = tuple[Kind, str]
"""The kind and id of an object that another refers to; a step's id is `journey#step`."""


@frozen
class PastDay:
    """A day that cannot lie ahead, as what it belongs to has happened; field: what it is called."""

    field: str
    day: datetime.date
    place: Place
    excerpt: str


class AnyEntry(Protocol):
    """An `Entry`, or what stands for one until somebody asks for its object."""

    @property
    def kind(self) -> Kind: ...
    @property
    def id(self) -> str: ...
    @property
    def value(self) -> Identified: ...
    @property
    def places(self) -> Mapping[str, Place]: ...
    @property
    def references(self) -> tuple[Located, ...]: ...
    @property
    def needs(self) -> frozenset[Need]: ...
    @property
    def pictures(self) -> tuple[tuple[Place, str], ...]: ...
    @property
    def addresses(self) -> frozenset[str]: ...
    @property
    def past(self) -> tuple[PastDay, ...]: ...
    @property
    def links(self) -> tuple[PlacedLink, ...]: ...
    @property
    def outline(self) -> JourneyOutline | None: ...


@frozen
class Entry:
    """One object of a file.

    places: where it stands, and its steps by their ids. references: the ids of others it holds, each with its place
    and source line. needs: the same as a set, but for the steps of its own that are there. pictures: the paths of
    pictures it shows. addresses: of a journey's steps and touchpoints, `journey#step`. past: the days of what is
    said to have happened. links: the links and pictures in its texts. outline: of a journey.
    """

    kind: Kind
    id: str
    value: Identified
    places: Mapping[str, Place]
    references: tuple[Located, ...]
    needs: frozenset[Need]
    pictures: tuple[tuple[Place, str], ...]
    addresses: frozenset[str]
    past: tuple[PastDay, ...]
    links: tuple[PlacedLink, ...]
    outline: JourneyOutline | None


def entry(kind: Kind, value: Identified, tree: Any, source: Source, at: Loc) -> Entry:
    """Return the entry of an object that was decoded from what stands `at` a place of a tree."""
    places = _places(value, tree, source.path, at)
    named = all_references(value)
    found = tuple(located(named, tree, source, at))
    there = addresses(value) if isinstance(value, Journey) else frozenset[str]()
    needs = needs_of(value, named, there)
    pictures = tuple(_pictures(value, tree, source, at))
    past = tuple(_placed_days(value, tree, source, at))
    links = tuple(placed_links(value, tree, source, at))
    brief = outline(value) if isinstance(value, Journey) else None
    return Entry(kind, value.id, value, places, found, needs, pictures, there, past, links, brief)


def all_references(value: Identified) -> tuple[Reference, ...]:
    """Return every reference that an object holds."""
    return (*references(value), *_opportunity_references(value))


def needs_of(value: Identified, named: Iterable[Reference], there: Iterable[str]) -> frozenset[Need]:
    """Return what an object with these references needs; there: the addresses of its own steps."""
    paths = value.paths if isinstance(value, Journey) else {}
    needs = frozenset(
        need(reference, value.id)
        for reference in named
        if reference.name not in reference.ref.also
        and not (reference.ref.kind == "path" and reference.name in paths)
    )
    # Most references are to steps of the same map; no other file has a say in whether they hold.
    return needs - {("step", address) for address in there}


class StepAddresses(Collection[str]):
    """The addresses of the steps and touchpoints of all journeys, by journey: asked for some, and never all."""

    def __init__(self, entries: Iterable[AnyEntry]) -> None:
        # Of two journeys with one id the steps of the last count, as everywhere.
        self._of = {entry.id: entry for entry in entries if entry.kind == "journey"}

    def __contains__(self, address: object) -> bool:
        """Tell whether there is a step of that address."""
        owner = self._of.get(address.partition("#")[0]) if isinstance(address, str) else None
        return owner is not None and address in owner.addresses

    def __iter__(self) -> Iterator[str]:
        """Yield all addresses."""
        return chain.from_iterable(entry.addresses for entry in self._of.values())

    def __len__(self) -> int:
        """Return how many there are."""
        return sum(len(entry.addresses) for entry in self._of.values())


def addresses(journey: Journey) -> frozenset[str]:
    """Return the address of every step and touchpoint: `journey#step`."""
    named = (name for step in journey.steps() for name in (step.id, *(one.id for one in step.touchpoints)))
    return frozenset(f"{journey.id}#{name}" for name in named)


def need(reference: Reference, owner: str) -> Need:
    """Return what a reference of the object `owner` needs; a step's short name means one of its own journey."""
    kind, name = reference.ref.kind, reference.name
    return kind, name if kind != "step" or "#" in name else f"{owner}#{name}"


def _places(value: Identified, tree: Any, path: str, at: Loc) -> dict[str, Place]:
    places = {"": Place(path, *mark_of(tree, at, key=True)) if at else Place(path)}
    if isinstance(value, Journey):
        for loc, step in placed_steps(value):
            places[step.id] = Place(path, *mark_of(tree, loc))
            for index, touchpoint in enumerate(step.touchpoints):
                places.setdefault(touchpoint.id, Place(path, *mark_of(tree, (*loc, "touchpoints", index))))
    return places


def located(references: Iterable[Reference], tree: Any, source: Source, at: Loc = ()) -> Iterator[Located]:
    """Yield each reference with its place and its source line."""
    for reference in references:
        mark = mark_of(tree, (*at, *reference.loc), key=reference.is_key)
        yield reference, Place(source.path, *mark), _excerpt(source, mark)


def _excerpt(source: Source, mark: Mark) -> str:
    return source.lines[mark[0] - 1][:400] if mark[0] <= len(source.lines) else ""


def _placed_days(value: Identified, tree: Any, source: Source, at: Loc) -> Iterator[PastDay]:
    for loc, day in _past_days(value):
        mark = mark_of(tree, (*at, *loc))
        yield PastDay(str(loc[-1]), day, Place(source.path, *mark), _excerpt(source, mark))


def _past_days(value: Identified) -> Iterator[tuple[Loc, datetime.date]]:
    if isinstance(value, Opportunity):
        yield from _days_done(value, ())
    if isinstance(value, Journey):
        for index, change in enumerate(value.changes):
            yield ("changes", index, "on"), change.on
        for loc, step in placed_steps(value):
            for index, own in enumerate(step.opportunities):
                yield from _days_done(own, (*loc, "opportunities", index))


def _days_done(opportunity: Opportunity, loc: Loc) -> Iterator[tuple[Loc, datetime.date]]:
    things: list[tuple[Loc, Opportunity | Solution]] = [(loc, opportunity)]
    things += [((*loc, "solutions", index), solution) for index, solution in enumerate(opportunity.solutions)]
    for inside, thing in things:
        if thing.done_on:
            yield (*inside, "done_on"), thing.done_on


def _opportunity_references(value: Identified) -> Iterator[Reference]:
    """Yield the opportunities meant as ids: one lower-case word with hyphens is, a sentence is not."""
    if not isinstance(value, Journey):
        return
    for loc, step in placed_steps(value):
        for index, own in enumerate(step.opportunities):
            if "-" in own.title and own.title == own.id and own.model_fields_set == {"title"}:
                yield Reference(Ref("opportunity"), own.title, (*loc, "opportunities", index))


def _pictures(value: Identified, tree: Any, source: Source, at: Loc) -> Iterator[tuple[Place, str]]:
    for loc, name in _picture_names(value):
        yield Place(source.path, *mark_of(tree, (*at, *loc))), beside(source.path, name)


def _picture_names(value: Identified) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, Persona) and value.photo:
        yield ("photo",), value.photo
    if isinstance(value, Journey):
        for loc, step in placed_steps(value):
            for inside, meeting in placed_touchpoints(loc, step):
                if meeting.image:
                    yield (*inside, "image", "file"), meeting.image.file


def beside(source: str, name: str) -> str:
    """Return the path below the content folder of a file named relative to a source file."""
    return content_path(posixpath.dirname(source), name)
