"""The files of journeys, read by whoever can: kept from an earlier build, by other processes, or here."""

from collections.abc import Callable, Iterator, Mapping

from cjsite.base.problem import Broken, Place, Problem
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
        self.rows: dict[str, JourneyRows] = {}

    def decode(self, files: Mapping[str, bytes], words: Lexicon) -> Iterator[tuple[str, Decoded | None]]:
        """Yield what files hold; of journeys, only what lists and checks need."""
        sources = {path: JourneySource(path, data, words) for path, data in files.items() if is_journey_file(path)}
        with stage("reading"):
            heads = self._heads(sources)
        shared: dict[tuple[str, str], tuple[str, str]] = {}
        for path, data in files.items():
            if path in sources:
                yield path, decoded_from(sources[path], heads[path].head, shared)  # type: ignore[arg-type]
            else:
                yield path, decode_file(path, data, words)

    def _heads(self, sources: Mapping[str, JourneySource]) -> Mapping[str, ReadJourney]:
        self.keys = {path: self.kept.source_key(source) for path, source in sources.items()}
        heads = {path: kept for path, key in self.keys.items() if (kept := self.kept.head(key))}
        missing = [path for path in sources if path not in heads]
        problems: list[Problem] = []
        for done, (number, head) in enumerate(
            self.workers.each(read_journeys, [sources[path] for path in missing]), 1
        ):
            path = missing[number]
            self.progress("Reading maps", done, len(missing))
            if isinstance(head, Died):
                problems.append(death(path, head))
                continue
            heads[path] = head
            self.kept.keep_head(self.keys[path], head)
        if problems:
            raise Broken(problems)
        self.progress("Linking maps", 0, len(sources))
        self.rows = {read.head.outline.id: read.rows for read in heads.values() if read.head.outline and read.rows}
        return heads

    def source_key(self, source: JourneySource) -> bytes:
        """Return the key of a journey's file."""
        return self.keys.get(source.path) or self.kept.source_key(source)


def death(path: str, died: Died) -> Problem:
    """Return the problem of a map whose process ended."""
    return Problem(Place(path), f"{_LOST}: {died}" if died.args else _DIED, _MEND)
