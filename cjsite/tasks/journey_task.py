"""What a process is sent to make all that comes of one journey, and what it sends back."""

import datetime
import zlib
from collections.abc import Mapping, Sequence

import msgspec

from cjsite.base.frozen import frozen
from cjsite.base.problem import Problem
from cjsite.model.journey import Journey
from cjsite.pages.page import SiteFrame
from cjsite.reading.sourced import JourneyHead, JourneySource
from cjsite.summaries.journey_context import JourneyContext, SharedContext
from cjsite.summaries.list_lengths import JourneyRows
from cjsite.text.wording import Wording
from cjsite.theming.layers import Theme

_QUICK = 1
"""How hard files are compressed: they are read once, if at all."""


@frozen
class SharedInput:
    """What all tasks of a build have in common."""

    context: SharedContext
    theme: Theme
    wording: Wording
    frame: SiteFrame


@frozen
class ReadJourney:
    """What is kept of a journey's file, and how many rows it gives to lists, where it holds a journey."""

    head: JourneyHead
    rows: JourneyRows | None


@frozen
class JourneyTask:
    """One journey to be made. journeys: itself and those that it names, as files or as they are for its readers.

    origin: the path of its source.
    """

    id: str
    origin: str
    journeys: Mapping[str, JourneySource | Journey]
    context: JourneyContext


@frozen
class RunTask:
    """Journeys in a row. is_whole: they are all of their row, so that what they come to can be put together."""

    journeys: tuple[JourneyTask, ...]
    is_whole: bool


@frozen
class MadeFile:
    """A page or download of a journey; mark: the digest of its bytes, before the date of the build is put in.

    dates: where that goes, counted in its bytes.
    """

    path: str
    mark: bytes
    dates: tuple[int, ...] = ()


def with_dates(data: bytes, dates: tuple[int, ...], date: bytes) -> bytes:
    """Return a file's bytes with the date of the build wherever it goes."""
    if not dates:
        return data
    ends = (*dates, len(data))
    return data[: dates[0]] + b"".join(date + data[at:end] for at, end in zip(dates, ends[1:], strict=True))


@frozen
class MadeJourney:
    """All that comes of a journey, but for the bytes of its files. summary: its fields as data, by their names.

    since, until: the days between which the same would come of it. problems: why nothing came of it.
    seconds: of a processor's time that it took.
    """

    files: tuple[MadeFile, ...]
    summary: Mapping[str, bytes]
    since: datetime.date
    until: datetime.date
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0


def packed(files: Sequence[bytes]) -> bytes:
    """Return the bytes of a journey's files as one: a tenth of them to send, to keep and to hold."""
    return zlib.compress(msgspec.msgpack.encode(files), _QUICK)


def unpacked(data: bytes) -> tuple[bytes, ...]:
    """Return the bytes of each file. Raises ValueError for what was not packed."""
    try:
        return msgspec.msgpack.decode(zlib.decompress(data), type=tuple[bytes, ...])
    except (zlib.error, msgspec.MsgspecError) as error:
        raise ValueError(str(error)) from error


@frozen
class MadeRun:
    """All that comes of journeys in a row. packed: the files of each. rolled: a `JourneyRun` as data, if any."""

    journeys: tuple[MadeJourney, ...]
    packed: tuple[bytes, ...]
    rolled: Mapping[str, bytes]
