"""A file to maps: in the format that was named, or in the first that recognises it and finds a journey."""

from pydantic import ValidationError

from cjsite.base.frozen import frozen
from cjsite.base.problem import Place
from cjsite.exchange.foreign import other_kind, why_not
from cjsite.exchange.formats import ImportFormat, formats_of
from cjsite.exchange.imported import ImportedMap, ImportOptions, NotImported

LARGEST = 32 * 1024 * 1024
"""Bytes of a file that is read at all."""


@frozen
class ReadSource:
    """What a file holds; tried: formats that come before, each with why nothing came in. beside: other formats."""

    path: str
    format: ImportFormat
    maps: tuple[ImportedMap, ...]
    tried: tuple[tuple[ImportFormat, NotImported], ...] = ()
    beside: tuple[ImportFormat, ...] = ()


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
        return ReadSource(path, own, maps, tuple(tried), beside)
    raise tried[0][1] if tried else NotImported(Place(path, 0, 0), why_not(path, data))


def _maps(own: ImportFormat, path: str, data: bytes, options: ImportOptions) -> tuple[ImportedMap, ...]:
    try:
        maps = own.read(path, data, options)
    except ValidationError as error:
        faults = "; ".join(f"{fault['msg']} ({str(fault['input'])[:60]!r})" for fault in error.errors()[:3])
        raise NotImported(Place(path, 0, 0), f"what it says does not fit the format: {faults}") from error
    if not any(imported.journey.stages for imported in maps):
        raise NotImported(Place(path, 0, 0), f"read as {own.title}, it holds no stage of a journey")
    return maps
