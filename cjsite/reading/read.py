"""The whole content from its sources: everything is read, and every problem is collected."""

import datetime
from collections import OrderedDict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, TypeVar, cast

from cjsite.base.memo import memo, remembered
from cjsite.base.problem import Broken, Place, Problem
from cjsite.base.renewal import differing, renewed
from cjsite.base.rollup import grouped, rollup_of
from cjsite.model.content import Content, Measurement
from cjsite.model.journey import Journey
from cjsite.model.opportunity import Opportunity
from cjsite.model.outline import JourneyOutline
from cjsite.model.persona import Persona
from cjsite.model.picture_formats import MEDIA
from cjsite.model.placed_link import PlacedLink
from cjsite.model.registry import BUILT_IN_METRICS, Channel, Department, Evidence, Metric
from cjsite.model.site import Document
from cjsite.model.types import Identified, Kind
from cjsite.reading.entry import AnyEntry, Need, StepAddresses
from cjsite.reading.file_kinds import FOLDERS, REGISTRIES, TABLES, YAML, file_name, is_about_others
from cjsite.reading.files import Decoded, decode_object, decode_registry, decode_settings
from cjsite.reading.lexicon import Lexicon, lexicon
from cjsite.reading.measurements import read_measurements, separator_notice
from cjsite.reading.media import publishable
from cjsite.reading.misplaced import misnamed, misplaced
from cjsite.reading.relations import relation_problems
from cjsite.reading.source import Source
from cjsite.reading.sourced import SourcedEntry, SourcedJourneys

T = TypeVar("T")
I = TypeVar("I", bound=Identified)  # noqa: E741


def read(
    sources: Mapping[str, bytes],
    codes: Collection[str] = (),
    today: datetime.date = datetime.date.max,
    unreadable: Iterable[Problem] = (),
    decode: "DecodeFiles | None" = None,
) -> Content:
    """Return the content of the sources (bytes by path below the content folder).

    codes: of the findings that there are, so that a waiver of any other is a problem. today: likewise, so that what
    has happened did not happen later. unreadable: the problems of what is no source because of them.
    decode: how files become what they hold; None: one after the other, as `decode_file` does.
    Raises Broken with every problem of every file.
    """
    own = decode_settings("site.yml", sources.get("site.yml", b""))
    settings, problems = own.settings, [*own.problems, *unreadable]
    words = lexicon((settings.language,), settings.emotion_scale, settings.emotion_words)
    entries: list[AnyEntry] = []
    files: dict[str, bytes] = {}
    taken_out: dict[str, tuple[tuple[str, Place], ...]] = {}
    unread: list[str] = []
    notices: list[Problem] = []
    # What a faulty site.yml declares cannot all be seen.
    blind: set[tuple[Kind, str]] = {("audience", "*")} if own.problems else set()
    tables: dict[str, tuple[tuple[int, Measurement], ...]] = {}
    misnamed_paths = {path: problem for path in sorted(sources) if (problem := misnamed(path))}
    for path, problem in misnamed_paths.items():
        problems.append(problem)
        # Whoever names what is in it is not to blame.
        blind.add((FOLDERS.get(file_name(path).folder, "page"), path.rpartition("/")[2].partition(".")[0]))
    well_named = {path: sources[path] for path in sorted(sources) if path not in misnamed_paths}
    for path, decoded in (decode or _decode_each)(well_named, words):
        if decoded is not None:
            entries += decoded.entries
            problems += decoded.problems
            blind.update(decoded.blind)
        elif (kind := file_name(path)).suffix in MEDIA:
            picture = publishable(path, sources[path])
            files[path] = picture.data
            problems += picture.problems
            if picture.taken:
                taken_out[path] = picture.taken
        elif kind.suffix in TABLES and kind.folder == "journeys":
            tables[path], faults, seen = _measurements(path, sources[path])
            problems += faults
            notices += seen
        elif path != "site.yml":
            unread.append(path)
            problems += filter(None, [misplaced(path, sources[path], FOLDERS, REGISTRIES)])
    by_kind = _by_kind(entries, problems)
    journeys = cast(Mapping[str, Journey], by_kind["journey"])
    # Where nothing is remembered, runs of entries would only be made for nothing.
    needs = _all_needs(entries) if decode else rollup_of(_union, attrgetter("needs"), entries, "needs")
    problems += relation_problems(
        entries,
        needs,
        own,
        by_kind,
        StepAddresses(entries),
        files,
        tables,
        blind,
        codes,
        today,
    )
    if problems:
        raise Broken(problems)
    return Content(
        settings=settings,
        departments=cast(dict[str, Department], by_kind["department"]),
        channels=cast(dict[str, Channel], by_kind["channel"]),
        evidence=cast(dict[str, Evidence], by_kind["evidence"]),
        metrics=cast(dict[str, Metric], by_kind["metric"]),
        personas=cast(dict[str, Persona], by_kind["persona"]),
        opportunities=cast(dict[str, Opportunity], by_kind["opportunity"]),
        journeys=journeys,
        outlines=_outlines(tuple([(entry.id, entry.outline) for entry in entries if entry.outline])),
        documents=cast(dict[str, Document], by_kind["page"]),
        measurements=_by_journey(tables),
        files=files,
        places={f"{entry.kind}/{entry.id}": entry.places for entry in entries},
        references=_references(entries),
        unread=tuple(unread),
        taken_out=taken_out,
        links=_links(own.links, entries),
        notices=tuple(notices),
    )


DecodeFiles = Callable[[Mapping[str, bytes], Lexicon], Iterator[tuple[str, Decoded | None]]]
"""Decodes files, given by their paths, with the words for feelings; in the order of the files."""


def _decode_each(files: Mapping[str, bytes], words: Lexicon) -> Iterator[tuple[str, Decoded | None]]:
    yield from decode_files(files, words).items()


def decode_files(files: Mapping[str, bytes], words: Lexicon) -> Mapping[str, Decoded | None]:
    """Return what each file holds, by its path; after an edit, those are decoded that are others."""
    decoded: Mapping[str, Decoded | None] = remembered(_files, "", files, words)
    return decoded


class _Files:
    """Decodes all files; after an edit, those that it may have touched."""

    def __call__(self, files: Mapping[str, bytes], words: Lexicon) -> Mapping[str, Decoded | None]:
        return renewed(lambda path: decode_file(path, files[path], words), files, {}, ())

    def renewed(
        self,
        args: tuple[Mapping[str, bytes], Lexicon],
        before: tuple[Mapping[str, bytes], Lexicon],
        last: Mapping[str, Decoded | None],
    ) -> Mapping[str, Decoded | None]:
        """Return what each file holds; last: the same of what there was before."""
        files, words = args
        touched = differing(files, before[0]) if words == before[1] else files
        return renewed(lambda path: decode_file(path, files[path], words), files, last, touched)


_files = _Files()


def decode_file(path: str, data: bytes, words: Lexicon) -> Decoded | None:
    """Return what a file holds; None where it is none of those that hold objects."""
    folder, stem, suffix = file_name(path)
    if not folder and suffix in YAML and path != "site.yml":
        if stem in REGISTRIES:
            return decode_registry(path, data, REGISTRIES[stem], words)
        return None
    if suffix in (*YAML, ".md") and folder in FOLDERS and not is_about_others(folder, stem, suffix):
        return decode_object(path, data, FOLDERS[folder], words)
    return None


def _by_journey(tables: Mapping[str, tuple[tuple[int, Measurement], ...]]) -> dict[str, tuple[Measurement, ...]]:
    """Return the measurements of each journey, those of several tables one after the other."""
    own = grouped((file_name(path).stem, rows) for path, rows in tables.items())
    return {name: tuple(m for rows in several for _, m in rows) for name, several in own.items()}


@memo(by="path")
def _measurements(
    path: str, data: bytes
) -> tuple[tuple[tuple[int, Measurement], ...], tuple[Problem, ...], tuple[Problem, ...]]:
    """Return the rows of a table with their lines, its problems, and what it was read as."""
    source = Source(path, data)
    rows = read_measurements(source)
    return rows, tuple(source.problems), separator_notice(source)


def _by_kind(entries: Sequence[AnyEntry], problems: list[Problem]) -> dict[Kind, Mapping[str, Any]]:
    """Return the objects by kind and id; two of a kind with ids alike are a problem that names both.

    In another order they are another value: pages list them as the author does.
    """
    objects: dict[Kind, dict[str, Identified]] = {kind: {} for kind in FOLDERS.values()}
    objects["metric"] = {metric.id: metric for metric in BUILT_IN_METRICS}
    sourced = {entry.id: entry for entry in entries if isinstance(entry, SourcedEntry)}
    first: dict[tuple[Kind, str], Place] = {}
    for entry in entries:
        name = (entry.kind, entry.id.casefold())
        if name in first:
            other = first[name]
            mend = f"the other is in {other.path}, line {other.line}; rename one of them"
            problems.append(Problem(entry.places[""], f"two {_plural(entry.kind)} have the id '{entry.id}'", mend))
        first.setdefault(name, entry.places[""])
        if entry.id not in sourced or entry.kind != "journey":
            objects[entry.kind][entry.id] = entry.value
    ordered: dict[Kind, Mapping[str, Any]] = {
        kind: _in_order(kind, tuple(named.items())) for kind, named in objects.items()
    }
    if sourced:
        names = dict.fromkeys(entry.id for entry in entries if entry.kind == "journey")
        ordered["journey"] = SourcedJourneys(tuple(names), sourced, ordered["journey"])
    return ordered


@memo
def _outlines(named: tuple[tuple[str, JourneyOutline], ...]) -> Mapping[str, JourneyOutline]:
    return OrderedDict(named)


def _all_needs(entries: Iterable[AnyEntry]) -> frozenset[Need]:
    return _union([entry.needs for entry in entries])


def _union(several: Sequence[frozenset[Need]]) -> frozenset[Need]:
    return frozenset[Need]().union(*several)


def _references(entries: Iterable[AnyEntry]) -> dict[Kind, dict[str, frozenset[Need]]]:
    by_kind: dict[Kind, dict[str, frozenset[Need]]] = {kind: {} for kind in FOLDERS.values()}
    for entry in entries:
        by_kind[entry.kind][entry.id] = entry.needs
    return by_kind


def _links(settings: tuple[PlacedLink, ...], entries: Iterable[AnyEntry]) -> dict[str, tuple[PlacedLink, ...]]:
    by_thing = {f"{entry.kind}/{entry.id}": entry.links for entry in entries if entry.links}
    return {**by_thing, "site": settings} if settings else by_thing


@memo(by="kind")
def _in_order(kind: Kind, named: tuple[tuple[str, Identified], ...]) -> dict[str, Identified]:  # noqa: ARG001
    return OrderedDict(named)


def _plural(kind: Kind) -> str:
    plurals = {"opportunity": "opportunities", "evidence": "evidence sources"}
    return plurals.get(kind, f"{kind}s")
