"""Journeys that are decoded when somebody asks for one: of the others, what lists and checks need is at hand."""

import pickle
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from typing import SupportsBytes, cast

import msgspec

from cjsite.base.frozen import frozen
from cjsite.base.problem import Place, Problem
from cjsite.model.journey import Journey
from cjsite.model.outline import JourneyOutline
from cjsite.model.placed_link import PlacedLink
from cjsite.model.types import Kind
from cjsite.reading.entry import Entry, Located, Need, PastDay
from cjsite.reading.files import Decoded, decode_object, object_of
from cjsite.reading.lexicon import Lexicon
from cjsite.reading.source import Source

_AT_HAND = 64
"""Journeys that stay decoded after they were asked for."""


@frozen
class JourneyHead:
    """What is kept of a decoded journey: all but itself, as data.

    places: the ids of its steps and touchpoints, each with line and column. pictures: likewise, with their paths.
    """

    outline: JourneyOutline | None
    places: "tuple[Mark, ...]"
    needs: tuple[Need, ...]
    pictures: tuple[tuple[int, int, str], ...]
    past: tuple[PastDay, ...]
    links: tuple[PlacedLink, ...]
    problems: tuple[Problem, ...]
    blind: tuple[Need, ...]


@frozen
class JourneySource:
    """A journey's file, and what its cells are read with. text: its bytes, or what has them elsewhere.

    decoded_before: the journey as `kept_for_now` by the process that read the file for this build, if one did.
    """

    path: str
    text: SupportsBytes
    lexicon: Lexicon
    decoded_before: SupportsBytes = b""

    @property
    def data(self) -> bytes:
        """Return the bytes of the file."""
        return bytes(self.text)

    def decoded(self) -> Decoded:
        """Return what the file holds; nothing of it is remembered."""
        plain: Callable[..., Decoded] = decode_object.__wrapped__  # type: ignore[attr-defined]
        return plain(self.path, self.data, "journey", self.lexicon)

    def journey(self) -> Journey:
        """Return the journey of a file that holds one."""
        if data := bytes(self.decoded_before):
            return cast(Journey, pickle.loads(data))  # written by a process of this build
        _, value, _ = object_of(Source(self.path, self.data), "journey", self.lexicon)
        assert isinstance(value, Journey)
        return value


def kept_for_now(journey: Journey) -> bytes:
    """Return a journey as it is put away in a build: to read it from this takes a tenth of reading its file."""
    return pickle.dumps(journey, pickle.HIGHEST_PROTOCOL)


def head(source: JourneySource) -> tuple[JourneyHead, Journey | None]:
    """Return what is kept of a journey's file, and the journey if it holds one."""
    decoded = source.decoded()
    entry = decoded.entries[0] if decoded.entries else None
    if not isinstance(entry, Entry) or not isinstance(entry.value, Journey):
        return JourneyHead(None, (), (), (), (), (), decoded.problems, tuple(decoded.blind)), None
    kept = JourneyHead(
        outline=entry.outline,
        places=tuple((name, at.line, at.column) for name, at in entry.places.items() if name),
        needs=tuple(sorted(entry.needs)),
        pictures=tuple((at.line, at.column, path) for at, path in entry.pictures),
        past=entry.past,
        links=entry.links,
        problems=decoded.problems,
        blind=tuple(decoded.blind),
    )
    return kept, entry.value


class SourcedEntry:
    """A journey's entry, as of `Entry`; the journey and its references are decoded when somebody asks for them."""

    kind: Kind = "journey"

    def __init__(
        self, source: JourneySource, kept: JourneyHead, outline: JourneyOutline, shared: dict[Need, Need]
    ) -> None:
        self.source = source
        self.id = outline.id
        self.outline = outline
        self.places = SourcedPlaces(source.path, kept.places)
        # Thousands of maps name the same departments.
        self.needs = frozenset(shared.setdefault(need, need) for need in kept.needs)
        self.pictures = tuple((Place(source.path, line, column), path) for line, column, path in kept.pictures)
        self.past = kept.past
        self.links = kept.links

    @property
    def addresses(self) -> frozenset[str]:
        """Return the addresses of its steps and touchpoints."""
        return frozenset(f"{self.id}#{name}" for name in self.places if name)

    @property
    def value(self) -> Journey:
        """Return the journey."""
        return self.source.journey()

    @property
    def references(self) -> tuple[Located, ...]:
        """Return the ids of others that it holds, each with its place and source line."""
        return self.source.decoded().entries[0].references


def decoded_from(source: JourneySource, kept: JourneyHead, shared: dict[Need, Need]) -> Decoded:
    """Return what a file holds, of which only the head is at hand; shared: needs, each once for all files."""
    entries = (SourcedEntry(source, kept, kept.outline, shared),) if kept.outline else ()
    return Decoded(entries, kept.problems, kept.blind)


Mark = tuple[str, int, int]
"""An id, and the line and column where it stands."""
_marks = msgspec.msgpack.Decoder(tuple[Mark, ...])


class SourcedPlaces(Mapping[str, Place]):
    """Where a journey stands, and its steps by their ids, made when somebody asks: most nobody asks for."""

    __slots__ = ("_packed", "_path")

    def __init__(self, path: str, marks: tuple[Mark, ...]) -> None:
        self._path, self._packed = path, msgspec.msgpack.encode(marks)

    @property
    def _marks(self) -> tuple[Mark, ...]:
        return _marks.decode(self._packed)

    def __getitem__(self, name: str) -> Place:
        if not name:
            return Place(self._path)
        for own, line, column in self._marks:
            if own == name:
                return Place(self._path, line, column)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        yield ""
        yield from (name for name, _, _ in self._marks)

    def __len__(self) -> int:
        return len(self._marks) + 1


class SourcedJourneys(Mapping[str, Journey]):
    """Journeys by id, each decoded when it is asked for; whole: those at hand, which stand for their files'."""

    def __init__(
        self, names: tuple[str, ...], entries: Mapping[str, SourcedEntry], whole: Mapping[str, Journey]
    ) -> None:
        self._names = names
        self._every = frozenset(names)
        self._entries = entries
        self._whole = whole
        self._at_hand: OrderedDict[str, Journey] = OrderedDict()

    def __getitem__(self, name: str) -> Journey:
        if name not in self._every:
            raise KeyError(name)
        if name in self._whole:
            return self._whole[name]
        journey = self._at_hand.get(name)
        if journey is None:
            journey = self._at_hand[name] = self._entries[name].value
            if len(self._at_hand) > _AT_HAND:
                self._at_hand.popitem(last=False)
        return journey

    def __contains__(self, name: object) -> bool:
        return name in self._every

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def is_as_in(self, before: "SourcedJourneys", name: str) -> bool:
        """Tell whether a journey is the one that it was before, without asking for either."""
        return self._whole.get(name) is before._whole.get(name)

    def replaced(self, changes: Mapping[str, Journey | None]) -> "SourcedJourneys":
        """Return the journeys with some of them changed, and without those that are None."""
        names = tuple(name for name in self._names if changes.get(name, True) is not None)
        changed = {name: journey for name, journey in changes.items() if journey is not None}
        return SourcedJourneys(names, self._entries, {**self._whole, **changed})

    def source(self, name: str) -> JourneySource | Journey:
        """Return what a journey can be had from elsewhere: its file, or itself where that says other things."""
        return self._whole[name] if name in self._whole else self._entries[name].source
