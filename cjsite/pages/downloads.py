"""What the menu of a page says of the files that it offers."""

from cjsite.analysis.journey_input import JourneyInput
from cjsite.base.frozen import frozen
from cjsite.summaries.step_rows import published_rows
from cjsite.summaries.urls import file_url, journey_downloads

OPPORTUNITIES_CSV_URL = "insights/opportunities.csv"
METRICS_URL = "insights/metrics.json"
_OF_JOURNEY = {"CSV": "steps", "JSON": "map", "SVG": "timeline"}
"""What each file beside a map is, by its kind."""


@frozen
class OfferedFile:
    """A file that a page offers; what: stands for what it is, in `download.…`. kind: `CSV`, `JSON` and so on.

    entries: how many rows or events it has, None where nobody counts them.
    """

    url: str
    what: str
    kind: str
    entries: int | None = None


def offered(path: str, what: str, entries: int | None = None) -> OfferedFile:
    """Return what the menu says of a file that is published at a path."""
    return OfferedFile(file_url(path), what, kind_of(path), entries)


def kind_of(path: str) -> str:
    """Return what the kind of a file is called.

    >>> kind_of("journeys/a.csv")
    'CSV'
    """
    return path.rpartition(".")[2].upper()


def journey_files(inputs: JourneyInput) -> tuple[OfferedFile, ...]:
    """Return what the menu of a map says of the files beside it."""
    rows = {"CSV": len(published_rows(inputs).rows)}
    kinds = ((path, kind_of(path)) for path in journey_downloads(inputs.id))
    return tuple(offered(path, _OF_JOURNEY[kind], rows.get(kind)) for path, kind in kinds)
