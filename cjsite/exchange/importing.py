"""A file to maps: in the format that was named, or in the first that recognises it and finds a journey."""

from pydantic import ValidationError

from cjsite.base.frozen import frozen, replace
from cjsite.base.problem import Place
from cjsite.exchange.foreign import other_kind, why_not
from cjsite.exchange.formats import ImportFormat, formats_of
from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported
from cjsite.exchange.merging import is_alike, merged
from cjsite.model.slugs import slug

LARGEST = 32 * 1024 * 1024
"""Bytes of a file that is read at all."""


@frozen
class ReadSource:
    """What a file holds; tried: formats that come before, each with why nothing came in. beside: other formats.

    details: formats of what came in besides, as it has the stages of another map.
    """

    path: str
    format: ImportFormat
    maps: tuple[ImportedMap, ...]
    tried: tuple[tuple[ImportFormat, NotImported], ...] = ()
    beside: tuple[ImportFormat, ...] = ()
    details: tuple[ImportFormat, ...] = ()


def read_source(path: str, data: bytes, options: ImportOptions, wanted: ImportFormat | None = None) -> ReadSource:
    """Return the maps of a file; wanted: the only format to read it in. Raises NotImported where there is none."""
    if len(data) > LARGEST:
        limit = LARGEST // (1024 * 1024)
        raise NotImported(Place(path, 0, 0), f"the file is larger than {limit} MB; take out what is no map")
    if not wanted and (kind := other_kind(data)):
        raise NotImported(Place(path), kind)
    formats = (wanted,) if wanted else formats_of(path, data)
    tried: list[tuple[ImportFormat, NotImported]] = []
    for number, own in enumerate(formats):
        try:
            maps = _maps(own, path, data, options)
        except NotImported as refusal:
            if refusal.is_final:
                raise
            tried.append((own, refusal))
            continue
        beside = tuple(other for other in formats[number + 1 :] if own.may_be_part and other.may_be_part)
        source = ReadSource(path, own, maps, tuple(tried))
        for other in beside:
            source = _with_details(source, other, data, options)
        return source
    raise tried[0][1] if tried else NotImported(Place(path, 0, 0), why_not(path, data))


def _with_details(source: ReadSource, other: ImportFormat, data: bytes, options: ImportOptions) -> ReadSource:
    """Return a source with its maps in another format, if they tell more of the same stages."""
    try:
        maps = _maps(other, source.path, data, options)
    except NotImported:
        return source
    before, alike, lines = list(source.maps), [], set[int]()
    for own in maps:
        number = next((n for n, first in enumerate(source.maps) if _has_stages(own, first)), None)
        if number is None:
            continue
        lines |= {place.line for place, _ in own.words}
        if whole := merged(before[number], own):
            before[number] = whole
        else:
            alike.append(_as_details(own, before[number].journey.title))
    if not lines:
        return replace(source, beside=(*source.beside, other))
    before = [
        replace(own, unread=tuple(each for each in own.unread if each[0].line not in lines)) for own in before
    ]
    return replace(source, maps=(*before, *alike), details=(*source.details, other))


def _as_details(own: ImportedMap, title: str) -> ImportedMap:
    """Return a map that tells more of the stages of another: `Details` alone says too little."""
    journey = own.journey
    if title.casefold() not in journey.title.casefold():
        whole = f"{title}: {journey.title}"[:500]
        journey = journey.but(title=whole, id=slug(whole) or journey.id)
    return replace(own, journey=journey, unread=())


def _has_stages(own: ImportedMap, other: ImportedMap) -> bool:
    """Tell whether most stages of two maps are called alike, some perhaps with a motto: `Buy — "at last"`."""
    names, others = ([stage.title for stage in own_map.journey.stages] for own_map in (own, other))
    alike = [name for name in names if any(is_alike(name, each) for each in others)]
    return 3 * len(alike) >= 2 * max(len(names), len(others))


def _maps(own: ImportFormat, path: str, data: bytes, options: ImportOptions) -> tuple[ImportedMap, ...]:
    try:
        maps = own.read(path, data, options)
    except ValidationError as error:
        faults = "; ".join(f"{fault['msg']} ({str(fault['input'])[:60]!r})" for fault in error.errors()[:3])
        raise NotImported(Place(path, 0, 0), f"what it says does not fit the format: {faults}") from error
    if not any(imported.journey.stages for imported in maps):
        raise NotImported(Place(path, 0, 0), f"read as {own.title}, it holds no stage of a journey")
    return maps
