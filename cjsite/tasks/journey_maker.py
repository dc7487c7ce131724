"""The files of journeys, read by whoever can: kept from an earlier build, by other processes, or here."""

from collections.abc import Callable, Iterator, Mapping
from typing import SupportsBytes

import msgspec

from cjsite.base.frozen import replace
from cjsite.base.problem import Broken, Place, Problem
from cjsite.base.shelf import Shelf
from cjsite.base.stopwatch import stage
from cjsite.reading.file_kinds import is_journey_file
from cjsite.reading.files import Decoded
from cjsite.reading.lexicon import Lexicon
from cjsite.reading.read import decode_file
from cjsite.reading.sourced import JourneySource, decoded_from
from cjsite.summaries.list_lengths import JourneyRows
from cjsite.tasks.journey_task import ReadJourney
from cjsite.tasks.kept import Kept
from cjsite.tasks.pool import Died, Workers
from cjsite.tasks.worker import read_journeys

_heads = msgspec.msgpack.Decoder(ReadJourney)
_DIED = "the process that worked on this map ended, as when memory runs out"
_LOST = "no worker could make this map"
_MEND = "make the map smaller, or build with more memory; all other maps are fine"
Progress = Callable[[str, int, int], None]
"""Learns what is being done, how much of it is done, and how much there is."""


class JourneyMaker:
    """Reads and makes journeys. progress: learns how far it is."""

    def __init__(self, workers: Workers, kept: Kept, progress: Progress = lambda *_: None) -> None:
        self.workers, self.kept, self.progress = workers, kept, progress
        self.keys: dict[str, bytes] = {}
        self.shelf = Shelf()
        self._read: dict[str, SupportsBytes] = {}

    def decode(self, files: Mapping[str, bytes], words: Lexicon) -> Iterator[tuple[str, Decoded | None]]:
        """Yield what files hold; of journeys, only what lists and checks need."""
        sources = {
            path: JourneySource(path, self.shelf.put_text(data), words)
            for path, data in files.items()
            if is_journey_file(path)
        }
        with stage("reading"):
            heads = self._heads(sources)
        shared: dict[tuple[str, str], tuple[str, str]] = {}
        for path, data in files.items():
            if path not in sources:
                yield path, decode_file(path, data, words)
                continue
            head = _heads.decode(bytes(heads[path])).head
            if head.outline:
                self._read[head.outline.id] = heads[path]
            yield path, decoded_from(sources[path], head, shared)  # type: ignore[arg-type]

    def _heads(self, sources: dict[str, JourneySource]) -> Mapping[str, SupportsBytes]:
        """Return what each file holds, as data: as values, that of ten thousand maps is hundreds of megabytes.

        What is read now is put into the sources: nobody needs to read it once more.
        """
        self.keys = {path: self.kept.source_key(source) for path, source in sources.items()}
        heads = {path: self._put_away(kept) for path, key in self.keys.items() if (kept := self.kept.head(key))}
        missing = [path for path in sources if path not in heads]
        problems: list[Problem] = []
        for done, (number, read) in enumerate(
            self.workers.each(read_journeys, [sources[path] for path in missing]), 1
        ):
            path = missing[number]
            self.progress("Reading maps", done, len(missing))
            if isinstance(read, Died):
                problems.append(death(path, read))
                continue
            head, journey = read
            sources[path] = replace(sources[path], decoded_before=self.shelf.put_text(journey))
            heads[path] = self._put_away(head)
            self.kept.keep_head(self.keys[path], head)
        if problems:
            raise Broken(problems)
        self.progress("Linking maps", 0, len(sources))
        return heads

    def _put_away(self, head: ReadJourney) -> SupportsBytes:
        return self.shelf.put_text(msgspec.msgpack.encode(head))

    def rows(self, journey: str) -> JourneyRows:
        """Return how many rows a journey that was read gives to lists. Raises KeyError for any other."""
        rows = _heads.decode(bytes(self._read[journey])).rows
        assert rows
        return rows

    def source_key(self, source: JourneySource) -> bytes:
        """Return the key of a journey's file."""
        return self.keys.get(source.path) or self.kept.source_key(source)


def death(path: str, died: Died) -> Problem:
    """Return the problem of a map whose process ended."""
    return Problem(Place(path), f"{_LOST}: {died}" if died.args else _DIED, _MEND)
