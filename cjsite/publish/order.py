"""What a build is asked for."""

import datetime
from collections.abc import Iterator
from concurrent.futures import Executor
from pathlib import Path

from cjsite.base.frozen import frozen


@frozen
class BuildOrder:
    """What to build, for whom, and how.

    store: where results of earlier builds are kept, None for nowhere. jobs: how many processes work, None for one
    on each processor; executor: somebody's own in their place. force, check: as of a `Publication`. address: of the
    site on the web, '' where its own is meant.
    """

    source: Path
    output: Path
    today: datetime.date
    audiences: frozenset[str] = frozenset()
    archived: bool = False
    drafts: bool = True
    store: Path | None = None
    jobs: int | None = None
    executor: Executor | None = None
    force: bool = False
    check: bool = False
    address: str = ""

    def matters(self) -> Iterator[object]:
        """Yield what decides which site comes of it."""
        yield from (self.today, sorted(self.audiences), self.archived, self.drafts, self.address)
