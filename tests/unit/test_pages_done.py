"""What is done is shown with the day on which it was done, and the past year goes by that day."""

import csv
import io

from cjsite.model.content import Content
from cjsite.pages.insights.backlog import backlog_table
from cjsite.pages.insights.year import YearData
from cjsite.summaries.opportunity_row import written_opportunities
from tests.support.content import content, map_of
from tests.support.page import document, page

IDEAS = """
-- opportunities.yml --
bell: {title: A bell, status: done, due: 2025-01-01, done_on: 2026-10-02, steps: [a#waits]}
lamp: {title: A lamp, status: done, due: 2026-10-01, done_on: 2025-10-02, steps: [a#waits]}
seat: {title: A seat, status: done, due: 2026-10-01, steps: [a#waits]}
roof: {title: A roof, steps: [a#waits], solutions: [{title: Glass, status: done, done_on: 2026-03-04}]}
"""


def _site() -> Content:
    return map_of("- title: Waits", IDEAS)


def test_an_opportunity_that_is_done_says_when() -> None:
    site = _site()
    for url in ("journeys/a.html", "opportunities.html", "insights/opportunities.html"):
        assert "done on 2 Oct 2026" in document(site, url).text, url
    assert "done on 4 Mar 2026" in document(site, "opportunities.html").text, "a solution"


def test_the_past_year_goes_by_the_day_on_which_it_was_done() -> None:
    year = page(_site(), "insights/year.html").data
    assert isinstance(year, YearData)
    found = dict(year.opportunities)
    assert [(one.title, str(one.done_on)) for one in found["done"].first] == [("A bell", "2026-10-02")]
    assert [one.title for one in found["undated"].first] == ["A seat"], (
        "the day it was due is not the day it was done"
    )
    assert "A lamp" not in document(_site(), "insights/year.html").text


def test_nothing_is_done_on_the_day_it_is_due_nor_in_the_future() -> None:
    late = map_of(
        "- title: Waits",
        """
-- opportunities.yml --
seat: {title: A seat, status: done, due: 2027-03-01, steps: [a#waits]}
wall: {title: A wall, status: dropped, due: 2026-10-07, steps: [a#waits]}
""",
    )
    text = document(late, "insights/year.html").text
    assert "A seat Nobody leads. due 1 Mar 2027" in text.split("Done, nobody knows when")[1]
    assert "A wall Nobody leads. due 7 Oct 2026" in text
    assert text.count("2027") == 1


def test_the_table_has_later_columns_where_they_are_used() -> None:
    plain = map_of("- title: Waits", "-- opportunities.yml --\nbell: {title: A bell}\n").opportunities
    assert backlog_table((), plain).decode("utf-8-sig").splitlines()[0].endswith(",steps,solutions")
    tagged = content(
        IDEAS.replace("done_on: 2026-10-02", "tags: [=1+1, light]").replace("steps: [a#waits]", "value: 3")
    )
    rows = list(csv.DictReader(io.StringIO(backlog_table((), tagged.opportunities).decode("utf-8-sig"))))
    assert [(row["title"], row["done_on"], row["tags"]) for row in rows][:2] == [
        ("A bell", "", "'=1+1; light"),
        ("A lamp", "2025-10-02", ""),
    ]


WRITTEN = """
- {title: Waits, opportunities: [bell, {title: =cmd, id: seat, value: 5}]}
- {title: Goes, id: goes, opportunities: [{title: A lamp}, bell]}
"""


def test_the_table_has_the_opportunities_written_at_steps_too() -> None:
    registry = "-- opportunities.yml --\nbell: {title: A bell, steps: [a#waits]}\nroof: {title: A roof}\n"
    site = map_of(WRITTEN, registry)
    text = backlog_table(tuple(map(written_opportunities, site.journeys.values())), site.opportunities).decode(
        "utf-8-sig"
    )
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text))}
    assert [(name, row["title"], row["steps"]) for name, row in rows.items()] == [
        ("bell", "A bell", "a#waits a#goes"), ("roof", "A roof", ""), ("a#seat", "'=cmd", "a#waits"),
        ("a#a-lamp", "A lamp", "a#goes"),
    ]  # fmt: skip
    assert rows["a#seat"]["value"] == "5"


def test_no_cell_of_the_table_is_a_formula() -> None:
    evil = ("=1", "+1+A1", "-1-A1", "@A", "  =1", "＝1")
    listed = "".join(f"x{n}: {{title: '{text}', reach: '{text}'}}\n" for n, text in enumerate(evil))
    table = backlog_table((), content(f"-- opportunities.yml --\n{listed}").opportunities).decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(table)):
        assert row["title"].startswith("'") and row["reach"].startswith("'")
