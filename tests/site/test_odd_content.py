"""Content that is odd and allowed: every page and file of it can be made, and says what it holds."""

import datetime
import html
import re
from pathlib import Path

import pytest
from icalendar import Calendar

from cjsite.build import Builder
from tests.support.files import write

TODAY = datetime.date(2026, 11, 21)


def _site(root: Path, files: str) -> dict[str, bytes]:
    write(root, files)
    site = Builder(root, TODAY).site()
    return {url: site[url] for url in site}


@pytest.mark.parametrize("done", ["customer", "partner", "nobody", "shop"])
@pytest.mark.parametrize("should", ["customer", "partner", "nobody", "shop"])
def test_work_may_be_of_whoever_may_be_named(tmp_path: Path, done: str, should: str) -> None:
    site = _site(
        tmp_path,
        "-- content/departments.yml --\nshop: {title: The shop}\n"
        "-- content/journeys/a.yml --\ntitle: A\nstages:\n- title: S\n  steps:\n"
        f"  - {{title: Copies, work: {{done_by: {done}, should_be_by: {should}}}}}\n",
    )
    who = {"partner": "a partner", "shop": "The shop"}
    if done == "customer" and should in who:
        page = html.unescape(site["findings/a.html"].decode())
        assert f"The customer does the work of {who[should]} at “Copies”" in page


@pytest.mark.parametrize("title", [">\n  Our, shop;\n  maps", "|\n  Our, shop;\n  maps", '"Our, shop;\\n maps"'])
def test_a_title_written_as_a_block_is_one_line_everywhere(tmp_path: Path, title: str) -> None:
    site = _site(
        tmp_path,
        f"-- content/site.yml --\ntitle: {title}\n"
        f"-- content/journeys/a.yml --\ntitle: {title}\nreviewed_on: 2026-11-01\n"
        "stages: [{title: S, steps: [T]}]\n",
    )
    assert rb"X-WR-CALNAME:Our\, shop\; maps: Reviews" in site["insights/reviews.ics"].splitlines()
    calendar = Calendar.from_ical(site["insights/reviews.ics"])
    assert "Our, shop; maps" in str(calendar.events[0]["summary"])
    assert "<title>Our, shop; maps" in site["journeys/a.html"].decode()


def test_parts_may_have_parts_to_any_depth(tmp_path: Path) -> None:
    depth = 1100
    files = [f"-- content/journeys/j{n}.yml --\ntitle: J{n}\nparent: j{n - 1}\n" for n in range(1, depth)]
    write(tmp_path, "-- content/journeys/j0.yml --\ntitle: J0\n" + "".join(files))
    site = Builder(tmp_path, TODAY).site()
    atlas = "".join(site[url].decode() for url in site if url.startswith("insights/atlas"))
    assert all(re.search(rf'href="(\.\./)+journeys/j{n}\.html"', atlas) for n in range(depth))


def test_parts_of_what_is_made_from_them_are_in_the_atlas(tmp_path: Path) -> None:
    kin = {"a": "", "b": "parent: c", "c": "state: to-be\nderived_from: b", "d": "parent: b"}
    write(
        tmp_path,
        {f"content/journeys/{name}.yml": f"title: {name}\n{said}\n".encode() for name, said in kin.items()},
    )
    atlas = Builder(tmp_path, TODAY).site()["insights/atlas.html"].decode()
    assert [atlas.count(f'href="../journeys/{name}.html"') for name in kin] == [1, 1, 1, 1]
