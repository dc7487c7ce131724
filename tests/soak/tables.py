"""The tables and the calendar of a site as LibreOffice opens them: every cell as it was written, texts as texts."""

import csv
import io
from pathlib import Path

import pytest

from cjsite.build import Builder
from cjsite.text.spreadsheet import text_of_cell
from tests.support.files import write
from tests.support.libreoffice import LINES, PLAIN, SHREWD, table
from tests.support.page import TODAY

ODD = (
    *(
        "007",
        "1-2",
        "1/2",
        "1e5",
        "+5",
        "-0",
        "1,000",
        "1.10",
        "12:30",
        "3 May",
        "May 2026",
        "2026-11-21",
        "5%",
        "(7)",
    ),
    *("€5", "12345678901234567890", "TRUE", "false", "=1+1", "=SUM(A1:A9)", "@x", "-2+3", "'quoted", "'007", '"a"'),
    *("2024-01-02T10:00", "Tue 5 Mar", "WAHR", "١٢٫٥"),
    *("a,b;c", "two  blanks", "Größe ﷺ 数", "−5", "١٢", "½", "#1", "1 2", "20 riders", "Q4", "(7)"),
)
"""Titles that a spreadsheet could take for something else."""
TABLES = ("insights/touchpoints.csv", "insights/opportunities.csv", "journeys/007.csv", "journeys/1-2.csv")
NUMBERS = (
    *("emotion", "mean", "importance", "satisfaction", "depth", "value", "effort", "minutes"),
    *("Emotion", "Satisfaction", "Importance"),
)
"""How the names of columns begin that hold numbers."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A site whose ids and titles are not what they look like."""
    folder = tmp_path_factory.mktemp("site")
    quoted = ["'{}'".format(title.replace("'", "''")) for title in ODD]
    point = "emotion: -1.5, importance: 4, satisfaction: 3.25, duration: 1h, device: '007'"
    steps = "\n".join(
        f"      - {{title: {title}, {point}, opportunities: [{{title: {title}, value: 4, effort: 2}}]}}"
        for title in quoted
    )
    journey = f"reviewed_on: 2026-01-01\nstages:\n  - title: '1-2'\n    steps:\n{steps}\n"
    owners = "0012: {title: '0012'}\n3-4: {title: 'True'}\n"
    registered = "'0042': {title: '0042', owner: '3-4', due: 2026-12-01, reach: 30 riders}\n"
    write(folder, {
        "content/departments.yml": owners.encode(),
        "content/opportunities.yml": registered.encode(),
        "content/journeys/007.yml": f"title: '007'\n{journey}".encode(),
        "content/journeys/1-2.yml": f"title: '1-2; and, more'\n{journey}".encode(),
    })  # fmt: skip
    built = Builder(folder, TODAY).site()
    return {path: built[path] for path in (*TABLES, "insights/reviews.ics")}


@pytest.mark.parametrize("as_", [PLAIN, SHREWD])
@pytest.mark.parametrize("path", TABLES)
def test_a_table_is_read_back_as_it_was_written(
    site: dict[str, bytes], path: str, as_: str, tmp_path: Path
) -> None:
    written = [*csv.reader(io.StringIO(site[path].decode("utf-8-sig"), newline=""))]
    file = tmp_path / "table.csv"
    file.write_bytes(site[path])
    head, *seen = table(file, as_, tmp_path)
    assert [words for _, words in head[: len(written[0])]] == written[0]
    for before, after in zip(written[1:], seen, strict=False):
        for name, text, (kind, value) in zip(written[0], before, after, strict=False):
            if name.startswith(NUMBERS) and text:
                assert (kind, float(value)) == ("float", float(text)), name
            elif name == "due" and text:
                assert value == text and kind in ("string", "date")
            else:
                assert (kind, value) == ("string" if text else "", text), name
    assert {*ODD} <= {text_of_cell(cell) for row in written for cell in row}


def test_the_calendar_is_read_back_as_it_was_written(site: dict[str, bytes], tmp_path: Path) -> None:
    file = tmp_path / "reviews.ics"
    file.write_bytes(site["insights/reviews.ics"])
    lines = ["".join(words for _, words in row) for row in table(file, LINES, tmp_path)]
    assert [line for line in lines if line] == site["insights/reviews.ics"].decode().split("\r\n")[:-1]
