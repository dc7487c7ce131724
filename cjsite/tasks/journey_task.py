"""What a process is sent to make all that comes of one journey, and what it sends back."""

import datetime
from collections.abc import Mapping

from cjsite.base.frozen import frozen
from cjsite.base.problem import Problem
from cjsite.model.journey import Journey
from cjsite.pages.page import SiteFrame
from cjsite.reading.sourced import JourneyHead, JourneySource
from cjsite.summaries.journey_context import JourneyContext, SharedContext
from cjsite.summaries.list_lengths import JourneyRows
from cjsite.text.wording import Wording
from cjsite.theming.layers import Theme


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
    """A page or download of a journey; dates: where the date of the build goes, counted in its bytes."""

    path: str
    data: bytes
    dates: tuple[int, ...] = ()

    def dated(self, date: bytes) -> bytes:
        """Return it with the date of the build."""
        return with_dates(self.data, self.dates, date)


def with_dates(data: bytes, dates: tuple[int, ...], date: bytes) -> bytes:
    """Return a file's bytes with the date of the build wherever it goes."""
    if not dates:
        return data
    ends = (*dates, len(data))
    return data[: dates[0]] + b"".join(date + data[at:end] for at, end in zip(dates, ends[1:], strict=True))


@frozen
class MadeJourney:
    """All that comes of a journey. summary: its fields as MessagePack, by their names.

    since, until: the days between which the same would come of it. problems: why nothing came of it.
    seconds: of a processor's time that it took.
    """

    files: tuple[MadeFile, ...]
    summary: Mapping[str, bytes]
    since: datetime.date
    until: datetime.date
    problems: tuple[Problem, ...] = ()
    seconds: float = 0.0


@frozen
class MadeRun:
    """All that comes of journeys in a row; rolled: a `JourneyRun` field by field, or nothing."""

    journeys: tuple[MadeJourney, ...]
    rolled: Mapping[str, bytes]
