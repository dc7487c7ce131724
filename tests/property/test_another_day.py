"""What is kept holds on the days on which the same would come of it, in whatever row of maps it stands."""

import datetime
from pathlib import Path

from cjsite.build import Builder
from cjsite.edition.readers import Readers
from cjsite.publish.build_site import build_site
from cjsite.publish.order import BuildOrder
from tests.support.files import published, write

FIRST = datetime.date(2026, 11, 21)
MAP = """-- content/journeys/m{n:02}.yml --
title: M{n}
reviewed_on: {reviewed}
review_every: 12 months
stages: [{{title: S, steps: [{{title: One, emotion: -1}}]}}]
"""


def test_a_map_that_falls_due_changes_what_its_row_comes_to(tmp_path: Path) -> None:
    # Of forty maps in rows one falls due on the second day: the others of its row are taken from what is kept.
    reviewed = ["2025-11-21" if n == 7 else "2026-10-01" for n in range(40)]
    write(tmp_path, "".join(MAP.format(n=n, reviewed=day) for n, day in enumerate(reviewed)))
    for days in (0, 1, 2, 0):
        today = FIRST + datetime.timedelta(days)
        build_site(BuildOrder(tmp_path, tmp_path / "out", today, store=tmp_path / "kept", jobs=1), lambda *_: None)
        clean = dict(Builder(tmp_path, today, readers=Readers()).site().items())
        again = published(tmp_path / "out")
        assert {url for url in clean.keys() | again.keys() if clean.get(url) != again.get(url)} == set(), today
