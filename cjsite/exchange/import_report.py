"""What is said of an import: what became of each file, what nobody can be sure of, and what was not taken in."""

import re
from collections.abc import Iterable, Iterator

from cjsite.base.problem import count
from cjsite.exchange.draft import DraftedMap
from cjsite.exchange.import_run import ImportRun, TakenSource
from cjsite.exchange.imported import Doubt, TakenAs, in_short

_MOST_TAKEN, _MOST_DOUBTS, _MOST_PLACES = 12, 8, 2
"""How many lines there are of each at most, and how many places of one doubt are named."""
_MOST_UNREAD = 40


def import_report(run: ImportRun, content: str) -> str:
    """Return what became of files; content: the path of the content folder from where the command runs."""
    lines = [line for source in run.taken for line in _source(source, content)]
    lines += [f"{content}/{path}: {_added(*texts)} at its end" for path, texts in run.files.longer.items()]
    others = [path for path in run.files.new if not path.startswith("journeys/")]
    lines += [f"{content}/{path}: new" for path in others]
    return "\n".join(lines)


def _added(before: bytes, after: bytes) -> str:
    """Return the ids of what stands at the end of a registry, and did not before."""
    return ", ".join(re.findall(r"(?m)^(\S.*?):", after[len(before) :].decode()))


def refusals(run: ImportRun) -> str:
    """Return why files are not taken in, a line each."""
    return "\n".join(f"{own.place}: not taken in: {own.sentence}" for own in run.refused)


def _source(taken: TakenSource, content: str) -> Iterator[str]:
    source = taken.source
    yield f"{source.path}: read as {source.format.title}"
    for own, refusal in source.tried:
        yield f"  not as {own.title}: {refusal.sentence}"
    for own in source.details:
        yield f"  and as {own.title}, with the same stages: more of the same map, or maps beside it"
    for own in source.beside:
        yield f"  there may be more in it, which is not taken in: {own.title} (`--format {own.name}`)"
    for drafted in taken.maps:
        yield from _map(drafted, content)


def _map(drafted: DraftedMap, content: str) -> Iterator[str]:
    journey = drafted.journey
    steps = sum(1 for _ in journey.steps())
    yield f"  {content}/{drafted.path}: {count(len(journey.stages), 'stage')}, {count(steps, 'step')}"
    yield from _limited(list(dict.fromkeys(map(_taken, drafted.source.taken))), _MOST_TAKEN)
    if unread := drafted.source.unread:
        yield "    Of the file:"
        yield from _limited([f"    {place}: {sentence}" for place, sentence in unread], _MOST_UNREAD)
    doubts = list(_doubts(drafted.source.doubts))
    if doubts:
        yield "    Not sure, and marked `# unsure:` in the file:"
        yield from _limited(doubts, _MOST_DOUBTS)


def _taken(own: TakenAs) -> str:
    return f"    {own.source} as {own.target}"


def _limited(lines: list[str], most: int) -> Iterator[str]:
    yield from lines[:most]
    if len(lines) > most:
        yield f"    … and {len(lines) - most} more"


def _doubts(doubts: Iterable[Doubt]) -> Iterator[str]:
    """Yield a line for each thing that is not sure, with the first places that it is said of."""
    by_message: dict[str, list[Doubt]] = {}
    for doubt in doubts:
        by_message.setdefault(doubt.message, []).append(doubt)
    for message, alike in by_message.items():
        places = ", ".join(_quoted(doubt) for doubt in alike[:_MOST_PLACES])
        more = f" and {len(alike) - _MOST_PLACES} more" if len(alike) > _MOST_PLACES else ""
        yield f"    {places}{more}: {message}"


def _quoted(doubt: Doubt) -> str:
    shown = in_short(doubt.text)
    return f"{doubt.place} '{shown}'" if shown else str(doubt.place)
